// SPDX-License-Identifier: Apache-2.0
// A query as the index understands it: for each word the terms that may be meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/search/inside.hpp"

namespace wasl::search {

struct Meant {
    std::uint32_t term;
    float share;  // of the term's impact
    How how;
};
struct Slot {
    std::vector<Meant> meant;  // never empty
    std::string asked;         // the word as typed
    float weight = 0;          // how much the word says
};
struct Reading {
    std::vector<Slot> slots;
    std::vector<std::string> repaired;
};

void add(Slot&, std::uint32_t term, float share, How);

// Words that nothing in the index resembles are left out.
Reading read(Index::Inside const&, std::string_view query);

}  // namespace wasl::search
