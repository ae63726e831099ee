// SPDX-License-Identifier: Apache-2.0
// The last questions and what they found. Whoever turns the page, narrows a search by a filter or
// changes the language asks the same words again.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "platform/search/search.hpp"

namespace wasl::procedures {

// Everything that fits some words, whatever the filters.
struct Ranking {
    std::string query;
    std::vector<std::uint32_t> places;  // ascending
    std::vector<float> scores;          // by place
    search::Index::Ranked ranked;       // why; without its list, which the two above repeat
};

// Some 32 KB each for a country's sheets. Of one index: a new picture begins with none.
class Rankings {
public:
    static constexpr std::size_t kept_max = 32;

    std::shared_ptr<Ranking const> find(std::string_view query) const;
    void keep(std::shared_ptr<Ranking const>);

private:
    mutable std::mutex lock_;
    std::array<std::shared_ptr<Ranking const>, kept_max> kept_;
    std::size_t next_ = 0;  // the oldest
};

}  // namespace wasl::procedures
