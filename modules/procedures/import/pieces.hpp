// SPDX-License-Identifier: Apache-2.0
// The elements of the one list that counts in a JSON text, found without reading the text as a
// whole: a country's graph is never in memory but as the bytes that came.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kernel/message.hpp"

namespace wasl::procedures::import {

inline constexpr std::size_t depth_max = 24;

struct Pieces {
    std::optional<Said> refused;
    bool graph = false;  // the list is an @graph
    std::vector<std::string_view> each;
};
// Of "[...]", or of the list under "@graph", "content", "procedures" or "items". Brackets and
// quotes are balanced in each; whether it is JSON shows when it is read.
Pieces pieces_of(std::string_view text);

// What stands under that name directly in an object's text; empty where nothing does.
std::string_view value_in(std::string_view object, std::string_view name);

}  // namespace wasl::procedures::import
