// SPDX-License-Identifier: Apache-2.0
#include "modules/people/views_admin.hpp"

#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/views_mandates.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

Foreign title_of(Html& h, std::string_view arabic, std::string_view french) {
    return {title_in(h.language(), arabic, french), title_language(h.language(), french)};
}

void holders_cell(Html& h, PlacePage const& page, PositionId position) {
    bool any = false;
    for (auto const& holding : page.holdings) {
        if (holding.position != position || holding.from > page.today) continue;
        h(when(any, "<br>"_h), isolated(holding.person_name));
        if (holding.delegated_by) h(" "_h, msg::by_delegation);
        any = true;
    }
    if (!any) tag(h, Tone::warning, msg::position_vacant);
}

void new_position(Html& h, PlacePage const& page) {
    h("<h2>"_h, msg::position_new, "</h2>"_h);
    Form const post(h, {.action = to("/admin/people/", page.place.id), .csrf = page.csrf});
    text_field(h, {.name = "title_ar",
                   .label = msg::position_title_ar,
                   .value = page.title_ar,
                   .error = page.faults.of("title_ar")});
    text_field(h, {.name = "title_fr",
                   .label = msg::position_title_fr,
                   .value = page.title_fr,
                   .error = page.faults.of("title_fr"),
                   .required = false,
                   .left_to_right = true});
    std::vector<Choice> roles;
    for (auto const role : roles_of_positions)
        if (page.place.administration || role == http::Role::administrator)
            roles.push_back({people::name_of(role), role_word(role)});
    select_field(h,
                 {.name = "role",
                  .label = msg::role,
                  .hint = msg::role_hint,
                  .value = page.role,
                  .error = page.faults.of("role")},
                 roles);
    if (!page.units.empty()) {
        std::vector<std::string> ids;
        for (auto const& unit : page.units) ids.push_back(std::to_string(unit.id.value()));
        std::vector<Choice> units;
        for (std::size_t n = 0; n < ids.size(); ++n)
            units.push_back({ids[n], Foreign{directory::in(h.language(), page.units[n].name),
                                             directory::spoken(h.language(), page.units[n].name)}});
        select_field(h,
                     {.name = "unit",
                      .label = msg::unit,
                      .hint = msg::unit_hint,
                      .value = page.unit,
                      .error = page.faults.of("unit"),
                      .required = false},
                     units);
    }
    button(h, msg::position_found);
}

void holdings(Html& h, PositionPage const& page) {
    ListNames names;
    Table table(h, msg::holders,
                {{msg::name_label},
                 {msg::from},
                 {msg::until},
                 {msg::how},
                 {msg::actions, Column::actions}});
    for (auto const& one : page.holdings) {
        table.row();
        table.cell(isolated(one.person_name));
        table.cell(one.from);
        table.cell_with([&] { until_cell(h, one.until); });
        table.cell_with([&] {
            if (one.delegated_by)
                h(msg::by_delegation, " "_h, isolated(one.matter));
            else
                h(msg::in_person);
        });
        table.cell_with([&] {
            post_button(h, {.action = to("/admin/holdings/", one.id, "/end"),
                            .label = msg::end_now,
                            .csrf = page.csrf,
                            .about = names.of(one.person_name)});
        });
    }
}

void give_position_form(Html& h, PositionPage const& page) {
    h("<h2>"_h, msg::give_title, "</h2>"_h);
    Form const post(
        h, {.action = to("/admin/positions/", page.position.id, "/give"), .csrf = page.csrf});
    text_field(h, {.name = "contact",
                   .label = msg::give_contact,
                   .hint = msg::account_contact_hint,
                   .value = page.contact,
                   .error = page.faults.of("contact"),
                   .left_to_right = true});
    date_field(h, {.name = "from",
                   .label = msg::from,
                   .hint = msg::from_hint,
                   .value = page.from,
                   .error = page.faults.of("from"),
                   .required = false});
    date_field(h, {.name = "until",
                   .label = msg::until,
                   .hint = msg::until_hint,
                   .value = page.until,
                   .error = page.faults.of("until"),
                   .required = false});
    button(h, msg::give_button);
}

}  // namespace

Words name_of_place(Html& h, Place const& place) {
    if (!place.administration) return msg::platform;
    auto const& name = place.administration->name;
    return Foreign{directory::in(h.language(), name), directory::spoken(h.language(), name)};
}

void place(Html& h, PlacePage const& page) {
    breadcrumbs(h, {{to("/admin/people"), msg::people_title}});
    h("<h1>"_h, name_of_place(h, page.place), "</h1>"_h);
    error_summary(h, page.faults);
    if (page.positions.empty()) {
        empty_state(h, msg::positions_empty, msg::positions_empty_text);
    } else {
        Table table(h, msg::positions_title, {{msg::position_title}, {msg::role}, {msg::holders}});
        for (auto const& one : page.positions) {
            table.row();
            table.cell("<a href=\""_h, to("/admin/positions/", one.id), "\">"_h,
                       title_of(h, one.title_ar, one.title_fr), "</a>"_h);
            table.cell(role_word(one.role));
            table.cell_with([&] { holders_cell(h, page, one.id); });
        }
    }
    new_position(h, page);
}

void position(Html& h, PositionPage const& page) {
    breadcrumbs(h, {{to("/admin/people"), msg::people_title},
                    {to("/admin/people/", page.place.id), name_of_place(h, page.place)}});
    h("<h1>"_h, title_of(h, page.position.title_ar, page.position.title_fr), "</h1>"_h);
    error_summary(h, page.faults);
    h("<p>"_h, role_word(page.position.role), "</p>"_h);
    if (page.holdings.empty()) {
        empty_state(h, msg::position_vacant, msg::position_vacant_text);
    } else {
        holdings(h, page);
    }
    give_position_form(h, page);
    if (page.place.administration)
        post_button(h, {.action = to("/admin/positions/", page.position.id, "/close"),
                        .label = msg::position_close,
                        .csrf = page.csrf,
                        .kind = ButtonKind::danger});
}

void data_requests(Html& h, RequestsPage const& page) {
    breadcrumbs(h, {{to("/admin/people"), msg::people_title}});
    h("<h1>"_h, msg::requests_title, "</h1>"_h);
    error_summary(h, page.faults);
    h("<p>"_h, msg::requests_lead, "</p>"_h);
    if (page.open.empty()) empty_state(h, msg::requests_empty);
    for (auto const& [request, name] : page.open) {
        auto const* const kind = msg::find("request." + request.kind);
        Panel const panel(h, Tone::info, kind ? *kind : msg::request_rectification);
        {
            SummaryList list(h);
            if (!name.empty()) list.row(msg::name_label, isolated(name));
            list.row(msg::request_made, request.made_at);
            if (!request.words.empty()) list.row(msg::data_words, isolated(request.words));
        }
        bool const again = request.id == page.answered;
        Form const post(h, {.action = to("/admin/data-requests/", request.id), .csrf = page.csrf});
        text_area(h, {.name = "answer",
                      .label = msg::request_answer,
                      .value = again ? page.answer : "",
                      .error = again ? Words(page.faults.of("answer")) : Words(),
                      .length_max = 2000,
                      .rows = 3});
        button(h, msg::send);
    }
}

}  // namespace wasl::people::views
