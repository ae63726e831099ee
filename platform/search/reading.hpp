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
};
struct Slot {
    std::vector<Meant> meant;  // never empty
};
struct Reading {
    std::vector<Slot> slots;
    std::vector<std::string> repaired;
};

// Words that nothing in the index resembles are left out.
Reading read(Index::Inside const&, std::string_view query);

}  // namespace wasl::search
