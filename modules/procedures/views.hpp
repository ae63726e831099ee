// SPDX-License-Identifier: Apache-2.0
// What people see of the registry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/finding.hpp"
#include "modules/procedures/life_events.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/html/components.hpp"

namespace wasl::procedures::views {

// A name in the reader's language, marked where it is in another.
html::Foreign said(Language, Names const&);

// What was asked of the catalogue; also the filter form's values.
struct Filter {
    std::string query;
    AdministrationId administration{0};
    TerritoryId territory{0};
    std::string theme, life_event, audience;
    bool online = false, silence = false, free = false;
    bool decisions = false;  // the inventory instead of the sheets
    int page = 1;

    bool narrows() const;                     // beyond the query
    html::Url address(bool decisions) const;  // this filter, first page
};

struct Place {  // an administration that offers something
    AdministrationId id{0};
    Names name;
};

// A part of the country to choose: the way to the chosen one, and its parts. Fifteen hundred
// communes do not fit a list, those of one province do.
struct Area {
    directory::Territory const* territory = nullptr;
    int depth = 0;  // 0: a region
};

// A country's administrations do not fit a list; the page of each leads here instead.
inline constexpr std::size_t places_chosen_max = 200;

struct Catalogue {
    Filter filter;
    std::vector<Item> items;
    Counts counts;
    std::size_t sheets = 0, decisions = 0;  // how many fit; with words `sheets` is of both kinds
    int pages = 1;
    std::vector<std::string> repaired;
    std::vector<directory::Administration const*> places;  // empty where they are too many
    std::vector<Area> areas;                               // to narrow to
};
void show_catalogue(html::Html&, Catalogue const&);
void show_filters(html::Html&, Catalogue const&);
// One line of a list, with the words that matched marked and why it was found.
void show_item(html::Html&, Item const&);
void show_formats(html::Html&, Filter const&);  // the same list for programs

// A sheet with the place where it would be filed, if one was chosen.
struct SheetPage {
    Sheet const& sheet;
    std::optional<Instant> published;
    bool collectivity = false;                         // of the owner
    directory::Administration const* owner = nullptr;  // null where the directory lost it
    directory::Administration const* place = nullptr;
    std::vector<directory::Unit const*> units;
    std::vector<Place> places;  // to choose from
    bool preview = false;       // not published: no way to file
    std::optional<Date> certified{};
    Date today{};
    std::vector<Entry const*> related{};
    std::vector<Around> around{};
};
void show_sheet(html::Html&, SheetPage const&);
// For programs: the other forms of the sheet, and what search engines read of it.
void show_sheet_formats(html::Html&, Sheet const&);
void show_structured(html::Html&, SheetPage const&, std::string_view site);
void show_documents(html::Html&, Sheet const&);
void show_fees(html::Html&, Sheet const&);
void show_requirements(html::Html&, Sheet const&);
void show_steps(html::Html&, Sheet const&);
void show_terms(html::Html&, SheetPage const&);
void show_where(html::Html&, SheetPage const&);
void show_basis(html::Html&, std::vector<LegalBasis> const&);
void show_glance(html::Html&, SheetPage const&);
void show_neighbours(html::Html&, SheetPage const&);
void show_to_confirm(html::Html&);

struct PlacesPage {
    Entry const& entry;
    std::string query;
    std::vector<Place> places;
};
void show_places(html::Html&, PlacesPage const&);

void show_decision(html::Html&, InventoriedDecision const&, Entry const* sheet);

}  // namespace wasl::procedures::views
