// SPDX-License-Identifier: Apache-2.0
// How much two initiatives are alike, in thousandths: 0.4 of the procedures they share, 0.2 of the
// data, 0.2 where they serve the same event of life, 0.2 of their words. Pure.
//
// Words: cosine of the counts of trigrams of the folded text; sets: Jaccard. Two empty sets share
// nothing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::bank {

inline constexpr int overlap_alert = 500;                // thousandths
inline constexpr std::size_t overlap_bytes_max = 2'000;  // of each text that is compared

struct Initiative {
    std::vector<std::string> procedures, data, life_events;
    std::string text;
};

struct Overlap {
    int score = 0;                                           // thousandths
    std::vector<std::string> procedures, data, life_events;  // what both touch

    bool any() const { return !procedures.empty() || !data.empty() || !life_events.empty(); }
};

Overlap overlap(Initiative const&, Initiative const&);

using Trigrams = std::map<std::string, std::int64_t, std::less<>>;
Trigrams trigrams_of(std::string_view text);
double cosine(Trigrams const&, Trigrams const&);  // 0 to 1

}  // namespace wasl::bank
