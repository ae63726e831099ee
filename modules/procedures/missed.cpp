// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/missed.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "kernel/text/analyse.hpp"

namespace wasl::procedures {

static constexpr std::size_t missed_words_max = 6;
static constexpr std::size_t missed_bytes_max = 120;
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
        if (is_number(token.word) || ++words > missed_words_max) return {};
        out += (out.empty() ? "" : " ") + token.word;
    }
    return out.size() > missed_bytes_max ? std::string{} : out;
}

Missed::Missed() : salt_(std::random_device{}()) {}

void Missed::note(std::string_view query, std::string_view client, Date today) {
    auto words = normalised(query);
    if (words.empty()) return;
    auto const asker = std::hash<std::string>{}(std::to_string(salt_).append(client));
    std::lock_guard const lock(mutex_);
    // Full: what one or two asked makes room.
    if (asked_.size() >= kept_max && !asked_.contains(words))
        std::erase_if(asked_,
                      [](auto const& each) { return each.second.askers.size() < askers_least; });
    if (asked_.size() >= kept_max && !asked_.contains(words)) return;
    auto& one = asked_[std::move(words)];
    ++one.times;
    one.last = today;
    if (one.askers.size() < askers_least &&
        std::find(one.askers.begin(), one.askers.end(), asker) == one.askers.end())
        one.askers.push_back(asker);
}

std::vector<MissedLine> Missed::take() {
    std::vector<MissedLine> out;
    std::lock_guard const lock(mutex_);
    for (auto& [words, one] : asked_)
        if (one.open()) {
            out.push_back({words, one.times, one.last});
            one.times = 0;
        }
    // In one order everywhere: processes that write at once do not wait for each other in a circle.
    std::sort(out.begin(), out.end(),
              [](auto const& a, auto const& b) { return a.words < b.words; });
    return out;
}

void Missed::give_back(std::vector<MissedLine> const& lines) {
    std::lock_guard const lock(mutex_);
    for (auto const& line : lines) asked_[line.words].times += line.times;
}

std::vector<MissedLine> Missed::frequent() const {
    std::vector<MissedLine> out;
    std::lock_guard const lock(mutex_);
    for (auto const& [words, one] : asked_)
        if (one.open()) out.push_back({words, one.times, one.last});
    return out;
}

std::vector<MissedLine> all_missed(db::Reader& db, Missed const& missed, std::size_t limit) {
    std::map<std::string, MissedLine> sums;
    for (auto const& lines : {kept_missed(db), missed.frequent()})
        for (auto const& line : lines) {
            auto& sum = sums[line.words];
            sum = {line.words, sum.times + line.times, std::max(sum.last, line.last)};
        }
    std::vector<MissedLine> out;
    for (auto& [words, line] : sums) out.push_back(std::move(line));
    std::sort(out.begin(), out.end(), [](MissedLine const& a, MissedLine const& b) {
        return a.times != b.times ? a.times > b.times : a.words < b.words;
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace wasl::procedures
