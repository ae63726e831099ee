// SPDX-License-Identifier: Apache-2.0
// Founding an administration and placing one under another: what is chosen among thousands is
// sought by its name first, by the server, and then picked.
#pragma once

#include "modules/directory/views.hpp"

namespace wasl::directory {

struct PlacingForm {
    Picture const& picture;
    Administration const* one = nullptr;  // null: it is founded now
    Names name, head_title;
    std::string_view kind;
    bool governorate = false;
    std::string_view parent, parent_query;  // slug; empty: none
    std::vector<Administration const*> parents;
    std::string_view territory, territory_query;  // id; empty: none
    std::vector<Territory const*> territories;
    html::Faults faults;
    std::string_view csrf;
};
void show_founding_form(html::Html&, PlacingForm const&);
void show_moving_form(html::Html&, PlacingForm const&);

}  // namespace wasl::directory
