// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/views_assisted.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

static void which_procedure(html::Html& h, Assisted const& page) {
    std::vector<std::string> values;
    values.reserve(page.offers.size());
    std::vector<html::Choice> choices;
    for (auto const& one : page.offers) {
        values.push_back(std::to_string(one.administration.value()) + "/" + one.entry->code);
        choices.push_back({values.back(), named(h.language(), one.entry->title)});
    }
    html::select_field(h,
                       {.name = "procedure",
                        .label = msg::filing_procedure,
                        .value = page.request.field("procedure"),
                        .error = page.faults.of("procedure")},
                       choices);
}

static void who(html::Html& h, Assisted const& page) {
    html::Fieldset const person(h, msg::filing_applicant, msg::assisted_person_hint);
    auto const& typed = page.request;
    html::text_field(h, {.name = "name",
                         .label = msg::assisted_name,
                         .value = typed.field("name"),
                         .error = page.faults.of("name"),
                         .autocomplete = "off"});
    html::text_field(h, {.name = "id_document",
                         .label = msg::assisted_id_document,
                         .hint = msg::assisted_id_hint,
                         .value = typed.field("id_document"),
                         .error = page.faults.of("id_document"),
                         .required = false,
                         .autocomplete = "off",
                         .left_to_right = true});
    html::text_field(h, {.name = "contact",
                         .label = msg::assisted_contact,
                         .hint = msg::assisted_contact_hint,
                         .value = typed.field("contact"),
                         .error = page.faults.of("contact"),
                         .required = false,
                         .autocomplete = "off",
                         .left_to_right = true});
}

// A list of every procedure of every commune is read by nobody.
static void which_administration(html::Html& h, Assisted const& page) {
    std::vector<std::string> ids;
    ids.reserve(page.administrations.size());
    std::vector<html::Choice> choices;
    for (auto const id : page.administrations) {
        ids.push_back(std::to_string(id.value()));
        choices.push_back({ids.back(), place_of(h.language(), page.places, id)});
    }
    html::FilterForm const form(h, to("/desk/assisted"));
    html::select_field(h, {.name = "administration", .label = msg::filing_administration}, choices);
    html::button(h, msg::filing_continue);
}

static void where(html::Html& h, Assisted const& page) {
    h("<p>"_h, place_of(h.language(), page.places, page.offers.front().administration));
    if (page.administrations.size() > 1)
        h(" <a href=\""_h, to("/desk/assisted"), "\">"_h, msg::assisted_elsewhere, "</a>"_h);
    h("</p>"_h);
}

void assisted(html::Html& h, Assisted const& page) {
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::assisted_title, "</h1><p class=\"lead\">"_h, msg::assisted_lead, "</p>"_h);
    if (page.administrations.empty()) return html::empty_state(h, msg::assisted_nothing);
    if (page.offers.empty()) return which_administration(h, page);
    where(h, page);
    html::Form const form(h,
                          {.action = to("/desk/assisted"), .csrf = page.csrf, .once = page.once});
    which_procedure(h, page);
    who(h, page);
    say_data_notice(h, page.pages,
                    place_of(h.language(), page.places, page.offers.front().administration));
    html::button(h, msg::filing_start);
}

void assisted_receipt(html::Html& h, AssistedReceipt const& page) {
    html::Panel const panel(h, html::Tone::info, msg::assisted_print_title);
    h("<p>"_h, say(msg::assisted_print_text, {text("name", page.applicant)}), "</p>"_h);
    html::post_button(h, {.action = to("/desk/assisted/", page.number, "/receipt"),
                          .label = msg::assisted_print,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::primary});
}

}  // namespace wasl::dossiers::views
