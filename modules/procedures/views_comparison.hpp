// SPDX-License-Identifier: Apache-2.0
// Two versions of a sheet, one beside the other.
#pragma once

#include "modules/procedures/burden.hpp"
#include "modules/procedures/comparison.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

// What can be compared: a published version, the text being worked on, the model it came from.
struct Text {
    std::string code;  // "3", "draft", "model"
    Said name;
};
struct ComparisonPage {
    Names title;
    html::Url home;    // of the sheet
    html::Url action;  // where the choice is sent
    std::vector<Text> texts;
    std::string from{}, to{};
    Burden before{}, after{};
};
void show_comparison(html::Html&, ComparisonPage const&, std::vector<Revised> const&);

// The five numbers before and after, with what became less or more.
void show_burden(html::Html&, Burden const& before, Burden const& after);

}  // namespace wasl::procedures::views
