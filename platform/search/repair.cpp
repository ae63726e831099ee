// SPDX-License-Identifier: Apache-2.0
#include "platform/search/repair.hpp"

#include <algorithm>
#include <array>

#include "kernel/text/fold.hpp"

namespace wasl::search {

static constexpr std::size_t least_letters = 3;
static constexpr std::size_t two_from = 8;
// Longer words are looked up as they stand; what they would cost in the table helps nobody.
static constexpr std::size_t most_letters = 24;

std::u32string letters(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += lexis::next_code_point(text, at);
    return out;
}

int distance(std::u32string_view a, std::u32string_view b, int most) {
    auto const difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > static_cast<std::size_t>(most) || a.size() > 63 || b.size() > 63)
        return most + 1;
    std::array<std::array<int, 64>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& now = rows[i % 3];
        auto const& before = rows[(i + 2) % 3];
        auto const& two_before = rows[(i + 1) % 3];
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int const change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], two_before[j - 2] + 1);
        }
    }
    return std::min(rows[a.size() % 3][b.size()], most + 1);
}

static std::uint64_t hash_of(std::u32string_view word) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;  // FNV-1a
    for (char32_t const each : word) hash = (hash ^ each) * 1'099'511'628'211ULL;
    return hash;
}

// The word itself and what is left of it when up to `count` letters are left out.
static void for_each_deletion(std::u32string const& word, int count, std::size_t from,
                              std::vector<std::uint64_t>& out) {
    out.push_back(hash_of(word));
    if (count == 0 || word.size() <= 2) return;
    for (std::size_t i = from; i < word.size(); ++i) {
        auto shorter = word;
        shorter.erase(i, 1);
        for_each_deletion(shorter, count - 1, i, out);
    }
}

static std::vector<std::uint64_t> deletions(std::u32string const& word, int count) {
    std::vector<std::uint64_t> out;
    for_each_deletion(word, count, 0, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void Repair::add(std::uint32_t term, std::string_view text) {
    auto word = letters(text);
    if (word.size() < least_letters - 1 || word.size() > most_letters) return;
    auto const place = static_cast<std::uint32_t>(words_.size());
    // A stem is up to three letters shorter than the word that was typed.
    for (auto const hash : deletions(word, word.size() + 3 >= two_from ? 2 : 1))
        deletions_.push_back({hash, place});
    words_.emplace_back(term, std::move(word));
}

void Repair::ready() {
    std::sort(deletions_.begin(), deletions_.end(), [](Deletion const& a, Deletion const& b) {
        return std::pair(a.hash, a.term) < std::pair(b.hash, b.term);
    });
    deletions_.shrink_to_fit();
}

std::vector<Repair::Candidate> Repair::candidates(std::string_view text,
                                                  std::size_t typed_letters) const {
    auto const word = letters(text);
    if (typed_letters < least_letters || word.size() > most_letters) return {};
    int const most = typed_letters >= two_from ? 2 : 1;
    std::vector<std::uint32_t> places;
    for (auto const hash : deletions(word, most)) {
        auto it = std::lower_bound(deletions_.begin(), deletions_.end(), hash,
                                   [](Deletion const& a, std::uint64_t b) { return a.hash < b; });
        for (; it != deletions_.end() && it->hash == hash; ++it) places.push_back(it->term);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<Candidate> out;
    for (auto const place : places)
        if (int const apart = distance(word, words_[place].second, most); apart <= most)
            out.push_back({words_[place].first, apart});
    std::sort(out.begin(), out.end(), [](Candidate const& a, Candidate const& b) {
        return std::pair(a.distance, a.term) < std::pair(b.distance, b.term);
    });
    return out;
}

}  // namespace wasl::search
