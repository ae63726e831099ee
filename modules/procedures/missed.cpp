// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/missed.hpp"

#include <algorithm>

#include "kernel/text/analyse.hpp"

namespace wasl::procedures {

static constexpr std::size_t words_max = 6;
static constexpr std::size_t bytes_max = 120;
static constexpr std::ptrdiff_t digits_max = 2;

// A number of an identity card, a telephone or a file is a person's.
static bool is_number(std::string_view word) {
    return std::count_if(word.begin(), word.end(),
                         [](char one) { return one >= '0' && one <= '9'; }) > digits_max;
}

static std::string normalised(std::string_view query) {
    std::string out;
    std::size_t words = 0;
    for (auto const& token : lexis::analyse(query)) {
        if (is_number(token.word) || ++words > words_max) return {};
        out += (out.empty() ? "" : " ") + token.word;
    }
    return out.size() > bytes_max ? std::string{} : out;
}

void Missed::note(std::string_view query) {
    auto words = normalised(query);
    if (words.empty()) return;
    std::lock_guard const lock(mutex_);
    // Full: what was asked once or twice makes room.
    if (times_.size() >= kept_max && !times_.contains(words))
        std::erase_if(times_, [](auto const& each) { return each.second < shown_from; });
    if (times_.size() < kept_max) ++times_[std::move(words)];
}

std::vector<Missed::Line> Missed::frequent(std::size_t limit) const {
    std::vector<Line> out;
    {
        std::lock_guard const lock(mutex_);
        for (auto const& [words, times] : times_)
            if (times >= shown_from) out.push_back({words, times});
    }
    std::sort(out.begin(), out.end(), [](Line const& a, Line const& b) {
        return a.times != b.times ? a.times > b.times : a.words < b.words;
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace wasl::procedures
