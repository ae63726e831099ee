// SPDX-License-Identifier: Apache-2.0
// What the office reads: its list, one report whole, the forms of its acts.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "modules/people/people.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/office.hpp"
#include "modules/reports/said.hpp"

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

// Choices whose values are made at run time.
class Options {
public:
    void add(std::string value, html::Words label) {
        values_.push_back(std::move(value));
        choices_.push_back({values_.back(), std::move(label)});
    }
    void add_once(std::string const& value, html::Words label) {
        for (auto const& one : values_)
            if (one == value) return;
        add(value, std::move(label));
    }
    html::Choices all() const { return choices_; }

private:
    std::deque<std::string> values_;
    std::vector<html::Choice> choices_;
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
};
void show_queue(html::Html&, QueuePage const&);
// The address of the list as it is narrowed.
html::Url queue_url(Ask const&, html::Url base);
// For whoever goes out with it: on paper, or kept in a telephone.
void show_field_list(html::Html&, QueuePage const&, bool standing_alone);

struct ReportPage {
    Ground const& on;
    Whole const& whole;
};
void show_report(html::Html&, ReportPage const&);
void show_timeline(html::Html&, Ground const&, std::vector<Update> const&);

// The choices of an act: units and people of the body that answers.
void add_units(Options&, Language, directory::Picture const&, AdministrationId);
// The groups with their leaves, active ones.
void add_categories(Options&, Language, Settings const&, bool with_groups);

}  // namespace wasl::reports::bureau
