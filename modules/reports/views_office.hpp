// SPDX-License-Identifier: Apache-2.0
// What the office reads: its list, one report whole, the forms of its acts.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "modules/people/people.hpp"
#include "modules/reports/map_ground.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/office.hpp"
#include "modules/reports/said.hpp"
#include "platform/html/choice_groups.hpp"
#include "platform/html/options.hpp"

namespace wasl::reports::bureau {

html::Words state_name(Language, Settings const&, std::string_view code);
html::Words unit_name(Language, directory::Picture const&, UnitId);
Message const& word_of(std::string_view kind, std::string_view name);  // "phase", "open"
html::Url report_url(std::string_view number);

// Names of people, each asked for once a page.
class PeopleNames {
public:
    PeopleNames(people::Desk const& people, db::Reader& reader)
        : people_(people), reader_(reader) {}
    html::Words of(PersonId);  // nothing where nobody is meant

private:
    people::Desk const& people_;
    db::Reader& reader_;
    std::map<std::int64_t, std::string> known_;
};

// What every page of the office stands on.
struct Ground {
    Known const& known;
    PeopleNames& people;
    PersonId reader{0};
    Settings const& settings = *known.settings;
    directory::Picture const& places = *known.places;
    Date today = known.today;
};

struct QueuePage {
    Ground const& on;
    Ask ask;
    std::vector<Place> places;
    std::vector<PersonId> officers;
    std::vector<Listed> lines;
    bool more = false;
    Figures figures;
    bool drawn = false;       // on a map
    bool is_sent_on = false;  // the body's reports go to a system of its own
    Underlay under{};         // of the map
};
void show_queue(html::Html&, QueuePage const&);
void show_lines(html::Html&, QueuePage const&);  // views_office_lines.cpp
// views_office_map.cpp
void show_drawn(html::Html&, QueuePage const&);
geography::Box box_around(std::vector<Listed> const&);  // not none
html::Url home_of(QueuePage const&);
// The title as this reader may know it, and where it leads.
void show_title(html::Html&, QueuePage const&, Listed const&);
bool may_read(QueuePage const&, Listed const&);
// The address of the list as it is narrowed.
html::Url queue_url(Ask const&, html::Url base);
// For whoever goes out with it: on paper, or kept in a telephone.
void show_field_list(html::Html&, QueuePage const&, bool standing_alone);

struct ReportPage {
    Ground const& on;
    Whole const& whole;
};
void show_report(html::Html&, ReportPage const&);
// views_office_timeline.cpp
void show_timeline(html::Html&, Ground const&, Whole const&, std::vector<Update> const&);
void show_photos(html::Html&, Whole const&, UpdateId);  // 0: of the report itself
void show_one_photo(html::Html&, Whole const&, Photo const&);

// The choices of an act: units and people of the body that answers.
void add_units(html::Options&, Language, directory::Picture const&, AdministrationId);
// The groups with their leaves, active ones; a group may be chosen, too.
std::vector<html::ChoiceGroup> category_groups(Language, Settings const&, bool with_groups = false);

}  // namespace wasl::reports::bureau
