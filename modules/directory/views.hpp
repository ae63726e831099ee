// SPDX-License-Identifier: Apache-2.0
// What people see of the directory.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"
#include "platform/html/components.hpp"

namespace wasl::directory {

html::Foreign shown(html::Html const&, Names const&);
Message const& name_of_kind(Kind);
Message const& name_of_kind(TerritoryKind);

struct ListView {
    Picture const& picture;
    std::string_view query;
    Kind kind;
    int page;
};
void show_list(html::Html&, ListView const&);

struct AdministrationView {
    Picture const& picture;
    Administration const& one;
    OfficeCalendar const& calendar;
    Date today;
    bool may_edit;
    std::function<void()> map;  // draws its territory
};
void show_administration(html::Html&, AdministrationView const&);

// "35.1047, -2.3205"
std::string position_of(Territory const&);
void show_regions(html::Html&, Picture const&);
// `map` draws between the facts and the list that says the same.
void show_territory(html::Html&, Picture const&, Territory const&,
                    std::function<void()> const& map);

struct CalendarView {
    std::vector<HolidayEntry const*> entries;  // of the year, in order
    int year;
    bool may_edit;
};
void show_calendar(html::Html&, CalendarView const&);

// The forms of administrators: what was typed comes back with its faults.
struct ContactForm {
    Administration const& one;
    std::vector<Unit const*> units;
    Contact typed;
    Names unit_typed;
    html::Faults faults;
    std::string_view csrf;
    bool may_place = false;  // where it stands in the tree
};
void show_contact_form(html::Html&, ContactForm const&);

struct UnitForm {
    Unit const& unit;
    Administration const& owner;
    Names typed;
    OpenWork open;
    html::Faults faults;
    std::string_view csrf;
};
void show_unit_form(html::Html&, UnitForm const&);

struct ClosureForm {
    CalendarView calendar;
    Picture const& picture;
    std::vector<HolidayDecision> decisions;
    HolidayChange typed;
    std::string first_typed, days_typed;
    html::Faults faults;
    std::string_view csrf;
};
void show_calendar_office(html::Html&, ClosureForm const&);

struct HolidayForm {
    HolidayEntry const& entry;
    std::string_view act, first_typed, source_typed;
    html::Faults faults;
    std::string_view csrf;
};
void show_holiday_form(html::Html&, HolidayForm const&);

}  // namespace wasl::directory
