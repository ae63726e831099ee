// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/messages.hpp"
#include "modules/directory/placing.hpp"

namespace wasl::directory {

using namespace html::literals;

static void show_parent(html::Html& h, PlacingForm const& form) {
    std::vector<html::Choice> choices{{"", msg::place_no_parent}};
    for (auto const* const one : form.parents) choices.push_back({one->slug, shown(h, one->name)});
    html::radio_group(h,
                      {.name = "parent",
                       .label = msg::one_parent,
                       .value = form.parent,
                       .error = form.faults.of("parent")},
                      choices);
    html::text_field(h, {.name = "parent_words",
                         .label = msg::place_parent_words,
                         .hint = msg::place_words_hint,
                         .value = form.parent_query,
                         .required = false});
}

static void show_territory_choice(html::Html& h, PlacingForm const& form) {
    std::vector<std::string> ids;
    ids.reserve(form.territories.size());
    std::vector<html::Choice> choices{{"", msg::place_no_territory}};
    for (auto const* const one : form.territories) {
        ids.push_back(std::to_string(one->id.value()));
        auto const* const whole = one->parent ? form.picture.territory(*one->parent) : nullptr;
        choices.push_back({ids.back(), shown(h, one->name),
                           whole ? html::Words(shown(h, whole->name)) : html::Words()});
    }
    html::radio_group(h,
                      {.name = "territory",
                       .label = msg::one_territory,
                       .value = form.territory,
                       .error = form.faults.of("territory")},
                      choices);
    html::text_field(h, {.name = "territory_words",
                         .label = msg::place_territory_words,
                         .hint = msg::place_words_hint,
                         .value = form.territory_query,
                         .required = false});
}

static void show_names(html::Html& h, PlacingForm const& form) {
    html::text_field(h, {.name = "name_ar",
                         .label = msg::place_name_ar,
                         .value = form.name.ar,
                         .error = form.faults.of("name_ar")});
    html::text_field(h, {.name = "name_fr",
                         .label = msg::place_name_fr,
                         .hint = msg::place_name_fr_hint,
                         .value = form.name.fr,
                         .error = form.faults.of("slug"),
                         .required = false,
                         .left_to_right = true});
    std::vector<html::Choice> kinds;
    for (auto const kind : {Kind::state, Kind::deconcentrated, Kind::establishment,
                            Kind::collectivity, Kind::investment_commission})
        kinds.push_back({name_of(kind), name_of_kind(kind)});
    html::select_field(h,
                       {.name = "kind",
                        .label = msg::one_kind,
                        .value = form.kind,
                        .error = form.faults.of("kind")},
                       kinds);
    html::text_field(h, {.name = "head_ar",
                         .label = msg::place_head_ar,
                         .value = form.head_title.ar,
                         .required = false});
    html::text_field(h, {.name = "head_fr",
                         .label = msg::place_head_fr,
                         .value = form.head_title.fr,
                         .required = false,
                         .left_to_right = true});
    // Law 55.19 art. 20: before whom silence is claimed where the administration does not answer.
    html::checkbox(h, {.name = "governorate",
                       .label = msg::place_governorate,
                       .hint = msg::place_governorate_hint,
                       .value = form.governorate ? "1" : "",
                       .required = false});
}

static void show_buttons(html::Html& h, Message const& label) {
    html::ButtonRow const row(h);
    html::button(h, msg::place_search, html::ButtonKind::secondary, "step", "search");
    html::button(h, label, html::ButtonKind::primary, "step", "save");
}

void show_founding_form(html::Html& h, PlacingForm const& form) {
    html::breadcrumbs(h, {{html::to("/admin/administrations"), msg::admin_title}});
    h("<h1>"_h, msg::place_found_title, "</h1>"_h);
    html::error_summary(h, form.faults);
    html::Form const frame(h,
                           {.action = html::to("/admin/administrations/new"), .csrf = form.csrf});
    show_names(h, form);
    show_parent(h, form);
    show_territory_choice(h, form);
    show_buttons(h, msg::place_found);
}

void show_moving_form(html::Html& h, PlacingForm const& form) {
    auto const& one = *form.one;
    html::breadcrumbs(h, {{html::to("/admin/administrations"), msg::admin_title},
                          {html::to("/admin/administrations/", one.slug), shown(h, one.name)}});
    h("<h1>"_h, msg::place_move_title, "</h1>"_h);
    html::error_summary(h, form.faults);
    h("<p>"_h, msg::place_move_lead, "</p>"_h);
    html::Form const frame(
        h, {.action = html::to("/admin/administrations/", one.slug, "/parent"), .csrf = form.csrf});
    show_parent(h, form);
    show_buttons(h, msg::place_move);
}

}  // namespace wasl::directory
