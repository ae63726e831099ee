// SPDX-License-Identifier: Apache-2.0
// The screens in which an administrator decides how offices work with reports.
#pragma once

#include "modules/reports/settings_typed.hpp"
#include "modules/reports/views_office.hpp"

namespace wasl::reports::bureau {

struct RowsPage {
    Ground const& on;
    RowKind const& kind;
    TerritoryId province{0};  // of the uncovered pairs
};
void show_rows(html::Html&, RowsPage const&);
void show_uncovered(html::Html&, RowsPage const&);

struct RowPage {
    Ground const& on;
    RowKind const& kind;
    std::string key;     // empty: a new row
    http::Pairs fields;  // as kept, or as typed
    std::string seen;    // the row as JSON when the form was made
    std::vector<SettingAct> acts;
    std::string_view csrf;
    html::Faults faults{};

    std::string_view of(std::string_view name) const;
};
void show_row(html::Html&, RowPage const&);
void show_fields(html::Html&, RowPage const&);  // views_settings_fields.cpp

// What was changed, by whom, newest first.
void show_acts(html::Html&, Ground const&, std::vector<SettingAct> const&);
void settings_tabs(html::Html&, std::string_view current);
// Office days after the day on which an answer is due; before it where they are negative.
Said term_said(std::int64_t days);

}  // namespace wasl::reports::bureau
