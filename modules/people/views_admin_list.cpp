// SPDX-License-Identifier: Apache-2.0
// Administrations and the people in positions, searched and in pages.
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/views_admin.hpp"
#include "modules/people/views_mandates.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

void filters(Html& h, PlacesPage const& page) {
    FilterForm const form(h, to("/admin/people"));
    text_field(h, {.name = "q",
                   .label = msg::people_search,
                   .hint = msg::people_search_hint,
                   .value = page.query,
                   .required = false});
    std::vector<Choice> roles;
    for (auto const role : roles_of_positions)
        roles.push_back({people::name_of(role), role_word(role)});
    select_field(h,
                 {.name = "role",
                  .label = msg::role,
                  .value = page.role ? people::name_of(*page.role) : std::string_view(),
                  .required = false},
                 roles);
    button(h, msg::people_search_button);
}

void holders_found(Html& h, PlacesPage const& page) {
    h("<h2>"_h, msg::people_found, "</h2>"_h);
    if (page.holders.empty()) return empty_state(h, msg::people_none);
    Table table(h, msg::people_found,
                {{msg::name_label}, {msg::position_title}, {msg::role}, {msg::people_place}});
    for (auto const& [holding, place] : page.holders) {
        table.row();
        table.cell(isolated(holding.person_name));
        table.cell("<a href=\""_h, to("/admin/positions/", holding.position), "\">"_h,
                   Foreign{title_in(h.language(), holding.title_ar, holding.title_fr),
                           title_language(h.language(), holding.title_fr)},
                   "</a>"_h);
        table.cell(role_word(holding.role));
        table.cell("<a href=\""_h, to("/admin/people/", place.id), "\">"_h, name_of_place(h, place),
                   "</a>"_h);
    }
}

}  // namespace

void places(Html& h, PlacesPage const& page) {
    h("<h1>"_h, msg::people_title, "</h1><p>"_h, msg::people_lead, "</p>"_h);
    if (page.over_all) {
        ButtonRow const row(h);
        link_button(h, to("/admin/data-requests"), msg::requests_title, ButtonKind::secondary);
        link_button(h, to("/admin/letters"), msg::people_letters, ButtonKind::secondary);
        link_button(h, to("/admin/evidence"), msg::people_evidence, ButtonKind::secondary);
        link_button(h, to("/admin/journal"), msg::people_journal, ButtonKind::secondary);
    }
    filters(h, page);
    if (page.searched) holders_found(h, page);
    h("<h2>"_h, msg::people_places, "</h2>"_h);
    if (page.places.empty()) return empty_state(h, msg::people_no_place);
    h("<ul>"_h);
    for (auto const& one : page.places)
        h("<li><a href=\""_h, to("/admin/people/", one.id), "\">"_h, name_of_place(h, one),
          "</a></li>"_h);
    h("</ul>"_h);
    auto base = to("/admin/people");
    if (!page.query.empty()) base = with(base, "q", page.query);
    if (page.role) base = with(base, "role", people::name_of(*page.role));
    numbered_pages(h, base, page.page, page.pages);
}

}  // namespace wasl::people::views
