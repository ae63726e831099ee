// SPDX-License-Identifier: Apache-2.0
#include "platform/search/reading.hpp"

#include <algorithm>
#include <tuple>

#include "platform/search/guess.hpp"

#include "kernel/text/roots.hpp"
#include "kernel/text/stem.hpp"

namespace wasl::search {

// Enough for any question; a pasted page is searched by its first words.
static constexpr std::size_t words_max = 16;
static constexpr std::size_t query_bytes_max = 1000;

static constexpr float synonym_share = 0.9F;
// Another form of the root: sure enough where the word itself is unknown, else a hint.
static constexpr float related_share = 0.65F;
static constexpr float hint_share = 0.35F;
// Readings of at least this part of the surest are likely.
static constexpr float likely = 0.75F;
// A root that many words share says little.
static constexpr std::size_t related_max = 8;

void add(Slot& slot, std::uint32_t term, float share, How how) {
    for (auto& meant : slot.meant)
        if (meant.term == term) {
            if (meant.share < share) meant = {term, share, how};
            return;
        }
    slot.meant.push_back({term, share, how});
}

static void add_related(Index::Inside const& in, std::string_view stem, float share, Slot& slot) {
    for (auto const& root : lexis::roots(stem)) {
        auto const found = in.by_root.find(root);
        if (found == in.by_root.end() || found->second.size() > related_max) continue;
        for (auto const term : found->second) add(slot, term, share, How::related);
    }
}

// Darija and Arabic conjugate at the beginning: نبني, يسجل, تدفن.
static void add_conjugated(Index::Inside const& in, lexis::Token const& token, Slot& slot) {
    for (std::string_view const before : {"ن", "ي", "ت"}) {
        if (!token.word.starts_with(before) || token.word.size() < 4 * before.size()) continue;
        auto const stem = lexis::arabic_stem(token.word.substr(before.size()));
        if (auto const term = in.term(stem)) add(slot, *term, related_share, How::related);
        add_related(in, stem, related_share, slot);
    }
}

static void read_word(Index::Inside const& in, lexis::Token const& token, Slot& slot,
                      Reading& out) {
    auto const term = in.term(token.term);
    if (term) add(slot, *term, 1.0F, How::same);
    if (auto const also = token.also.empty() ? std::nullopt : in.term(token.also))
        add(slot, *also, clitic_share, How::same);
    bool const known = !slot.meant.empty();
    if (token.arabic) add_related(in, token.term, known ? hint_share : related_share, slot);
    if (token.arabic && !known) add_conjugated(in, token, slot);
    // A Latin word that no title has may be Darija that somebody noted among the keywords.
    bool const noted = known && !token.arabic && term && !in.terms[*term].in_title;
    if (slot.meant.empty() || noted) guess(in, token, slot, out);
}

// A word is as common as the commonest of its likely readings: what a rare spelling finds says no
// more than the word that is meant.
static float weight(Index::Inside const& in, Slot const& slot) {
    float surest = 0;
    for (auto const& meant : slot.meant) surest = std::max(surest, meant.share);
    float least = in.terms[slot.meant.front().term].weight;
    for (auto const& meant : slot.meant)
        if (meant.share >= surest * likely) least = std::min(least, in.terms[meant.term].weight);
    return std::max(0.1F, least * std::min(1.0F, surest * surest + 0.1F));
}

Reading read(Index::Inside const& in, std::string_view query) {
    auto tokens = lexis::analyse(query.substr(0, query_bytes_max));
    if (tokens.size() > words_max) tokens.resize(words_max);
    Reading out;
    std::vector<Slot> slots(tokens.size());
    for (auto const& match : in.synonyms.matches(tokens))
        if (auto const term = in.term(match.concept_term))
            for (std::size_t i = 0; i < match.count; ++i)
                add(slots[match.first + i], *term, synonym_share / static_cast<float>(match.count),
                    How::synonym);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto& slot = slots[i];
        read_word(in, tokens[i], slot, out);
        if (slot.meant.empty()) continue;
        slot.asked = tokens[i].original;
        slot.weight = weight(in, slot);
        out.slots.push_back(std::move(slot));
    }
    return out;
}

}  // namespace wasl::search
