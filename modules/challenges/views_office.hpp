// SPDX-License-Identifier: Apache-2.0
// What an organiser sees and writes.
#pragma once

#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

// `opens`: the reader may open one.
void office_list(html::Html&, std::span<Edition const>, bool opens);
void office_new(html::Html&, Known const&, std::span<directory::Administration const* const>);

struct OfficePage {
    WholeEdition const& in;
    std::span<TeamLine const> teams;
    std::span<Mentor const> mentors;
    std::span<Attendance const> coached;
    std::optional<Invited> const& invited;  // a mentor's link, just now
};
void office(html::Html&, Known const&, OfficePage const&);
void office_call(html::Html&, Known const&, WholeEdition const&);
void office_phases(html::Html&, Known const&, WholeEdition const&);
void office_targets(html::Html&, Known const&, WholeEdition const&);
// In views_office_rows.cpp.
void office_invited(html::Html&, Known const&, WholeEdition const&);
// Themes, challenges, prizes or partners: those there are, each to be removed, and one more.
void office_rows(html::Html&, Known const&, WholeEdition const&, std::string_view kind);
void office_teams(html::Html&, Known const&, OfficePage const&, std::span<Exhibit const> projects);

}  // namespace wasl::challenges::views
