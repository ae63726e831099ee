// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/people/shell.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::views {

struct Place {
    AdministrationId id{0};
    directory::Administration const* administration = nullptr;  // null: the platform
};
html::Words name_of_place(html::Html&, Place const&);

// Administrations and those who hold a position, as they were searched for.
struct PlacesPage {
    std::string query;
    std::optional<http::Role> role;  // none: of any role
    std::vector<Place> places;       // of this page
    int page = 1, pages = 1;
    struct Holder {
        store::Holding holding;
        Place place;
    };
    std::vector<Holder> holders;  // only where something was searched for
    bool searched = false, over_all = false;
};
void places(html::Html&, PlacesPage const&);

struct PlacePage {
    Place place;
    std::vector<directory::Unit> units;
    std::vector<store::Position> positions;
    std::vector<store::Holding> holdings;
    Date today{};
    std::string_view csrf, role, unit, title_ar, title_fr;
    html::Faults faults;
};
void place(html::Html&, PlacePage const&);

struct PositionPage {
    store::Position position;
    Place place;
    std::vector<store::Holding> holdings;
    Date today{};
    std::string_view csrf, contact, from, until;
    html::Faults faults;
};
void position(html::Html&, PositionPage const&);

struct RequestsPage {
    struct One {
        store::DataRequest request;
        std::string name;
    };
    std::vector<One> open;
    std::string_view csrf, answer;
    std::int64_t answered = 0;
    html::Faults faults;
};
void data_requests(html::Html&, RequestsPage const&);

}  // namespace wasl::people::views
