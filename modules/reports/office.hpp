// SPDX-License-Identifier: Apache-2.0
// The list of an office: what is open there, by the day on which an answer is due, or what it
// closed, newest first.
#pragma once

#include <string>
#include <vector>

#include "modules/reports/reports.hpp"

namespace wasl::reports::bureau {

inline constexpr int page_size = 25;
inline constexpr int field_list_max = 100;  // reports of a printed list
inline constexpr int bulk_max = 50;         // reports of one act
inline constexpr int counted_max = 5'000;   // open reports that the figures look at
inline constexpr int soon_days = 2;

// Where a visitor works. Who holds one unit alone sees what is its own, and what is nobody's yet.
struct Place {
    AdministrationId body{0};
    UnitId unit{0};      // 0: all of the body
    bool loose = false;  // with what no unit has yet
    bool acts = true;    // an auditor reads the list, and nothing behind it
    std::string key;     // "12" or "12-34", as it stands in an address
    std::string name;    // in the reader's language
};
std::vector<Place> places_of(http::Visitor const&, directory::Picture const&, Language);

enum class Day : std::uint8_t { any, overdue, soon };
struct Ask {
    Place at;
    std::string state, category;  // empty: any
    TerritoryId territory{0};
    PersonId assigned{0};
    bool unassigned = false;
    Day day = Day::any;
    bool closed = false;
    int page = 1, size = page_size;
    bool narrows() const {
        return !state.empty() || !category.empty() || territory.value() != 0 ||
               assigned.value() != 0 || unassigned || day != Day::any;
    }
};

struct Listed {
    Pin pin;
    std::string landmark;
    UnitId unit{0};
    PersonId assigned{0};
    int priority = 0, reopened = 0, photos = 0, level = 0;
    bool is_public = true;
    std::int64_t version = 0;
};

struct Figures {
    int open = 0, overdue = 0, soon = 0, unassigned = 0;
    bool more = false;  // than were counted
};

// One more than a page where there is another behind it. Forbidden to whoever works elsewhere.
Result<std::vector<Listed>> queue(db::Reader&, http::Visitor const&, Ask const&, Date today);
Figures figures(db::Reader&, Place const&, Date today);

}  // namespace wasl::reports::bureau
