// SPDX-License-Identifier: Apache-2.0
#include "platform/search/tally.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace wasl::search {

// Of the best document's cover.
static constexpr float cover_least = 0.55F;
// A rare word of few documents does not leave a reader with those alone.
static constexpr std::size_t list_least = 5;

// Twice as many places at once where the processor has the wider registers: chosen when the program
// starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define WASL_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WASL_WIDE
#endif

namespace {

// Rows that do not overlap, in blocks of known length: what a compiler makes vector instructions
// of. Which document has a word is what a processor guesses worst, so nothing branches on it.
using Row = float* __restrict;
using Read = float const* __restrict;

WASL_WIDE void raise(Row score, Row share, Read column, std::size_t size, float sure) {
    for (std::size_t from = 0; from < size; from += block)
        for (std::size_t i = 0; i < block; ++i) {
            float const mine = column[from + i] * sure;
            score[from + i] = score[from + i] > mine ? score[from + i] : mine;
            float const said = column[from + i] > 0 ? sure : 0;
            share[from + i] = share[from + i] > said ? share[from + i] : said;
        }
}

WASL_WIDE void count(Row score, Row cover, Read column, std::size_t size, float sure,
                     float weight) {
    for (std::size_t from = 0; from < size; from += block)
        for (std::size_t i = 0; i < block; ++i) {
            score[from + i] += column[from + i] * sure * weight;
            cover[from + i] += column[from + i] > 0 ? weight : 0;
        }
}

// As many as stand in a block go on at once: one maximum after the other waits for the one before.
WASL_WIDE float greatest(Read row, std::size_t size) {
    std::array<float, block> most{};
    for (std::size_t from = 0; from < size; from += block)
        for (std::size_t i = 0; i < block; ++i)
            most[i] = most[i] > row[from + i] ? most[i] : row[from + i];
    return *std::max_element(most.begin(), most.end());
}

WASL_WIDE void add_scaled(Row to, Read row, std::size_t size, float scale) {
    for (std::size_t from = 0; from < size; from += block)
        for (std::size_t i = 0; i < block; ++i) to[from + i] += row[from + i] * scale;
}

}  // namespace

Tally::Tally(std::size_t documents)
    : documents_(documents), score_(in_blocks(documents)), cover_(in_blocks(documents)) {}

void Tally::add(Slot const& slot, std::vector<Term> const& terms) {
    whole_ += slot.weight;
    if (slot.meant.size() == 1) {
        auto const& only = slot.meant.front();
        return add_only(only, terms[only.term].postings, slot.weight);
    }
    // Several readings of one word: a document counts with its best, and has of the word as
    // much as that reading is sure.
    best_score_.assign(score_.size(), 0);
    best_share_.assign(score_.size(), 0);
    float surest = 0;
    for (auto const& meant : slot.meant) {
        surest = std::max(surest, meant.share);
        add_best(meant, terms[meant.term].postings);
    }
    add_scaled(score_.data(), best_score_.data(), score_.size(), slot.weight);
    add_scaled(cover_.data(), best_share_.data(), cover_.size(), slot.weight / surest);
}

void Tally::add_only(Meant const& meant, Postings const& postings, float weight) {
    if (!postings.column().empty())
        return count(score_.data(), cover_.data(), postings.column().data(), score_.size(),
                     meant.share, weight);
    for (auto const& posting : postings.list()) {
        score_[posting.document] += posting.impact * meant.share * weight;
        cover_[posting.document] += weight;
    }
}

void Tally::add_best(Meant const& meant, Postings const& postings) {
    if (!postings.column().empty())
        return raise(best_score_.data(), best_share_.data(), postings.column().data(),
                     score_.size(), meant.share);
    for (auto const& posting : postings.list()) {
        auto& score = best_score_[posting.document];
        auto& share = best_share_[posting.document];
        score = std::max(score, posting.impact * meant.share);
        share = std::max(share, meant.share);
    }
}

std::vector<Tally::Counted> Tally::counted() const {
    auto found = covered(greatest(cover_.data(), cover_.size()) * cover_least);
    if (found.size() >= list_least) return found;
    auto more = covered(0);
    auto const until = std::min(list_least, more.size());
    std::partial_sort(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(until), more.end(),
                      better);
    more.resize(until);
    std::sort(more.begin(), more.end(),
              [](Counted const& a, Counted const& b) { return a.document < b.document; });
    return more;
}

std::vector<Tally::Counted> Tally::covered(float least) const {
    least = std::max(least, std::numeric_limits<float>::min());
    // The last is written over and over.
    auto const kept = std::make_unique_for_overwrite<std::uint32_t[]>(documents_ + 1);
    std::size_t left = 0;
    for (std::uint32_t i = 0; i < documents_; ++i) {
        kept[left] = i;
        left += cover_[i] >= least ? 1U : 0U;
    }
    float const per_whole = 1 / whole_;
    std::vector<Counted> out;
    out.reserve(left);
    for (std::size_t n = 0; n < left; ++n) {
        auto const i = kept[n];
        float const part = cover_[i] * per_whole;
        out.push_back({score_[i] * part * part, i});
    }
    return out;
}

}  // namespace wasl::search
