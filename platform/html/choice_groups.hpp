// SPDX-License-Identifier: Apache-2.0
// One choice out of many, which stand under headings so that a person finds it.
#pragma once

#include <span>
#include <vector>

#include "platform/html/fields.hpp"

namespace wasl::html {

struct ChoiceGroup {
    Words label;
    std::vector<Choice> choices;
};
// Those of no group stand first; a first, empty choice where nothing is chosen yet.
void grouped_select_field(Html&, Field const&, Choices first, std::span<ChoiceGroup const>);

}  // namespace wasl::html
