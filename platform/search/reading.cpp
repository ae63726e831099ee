// SPDX-License-Identifier: Apache-2.0
#include "platform/search/reading.hpp"

#include <algorithm>
#include <tuple>

#include "kernel/text/arabizi.hpp"

namespace wasl::search {

// Enough for any question; a pasted page is searched by its first words.
static constexpr std::size_t words_max = 16;
static constexpr std::size_t query_bytes_max = 1000;

static constexpr float clitic_share = 0.7F;
static constexpr float synonym_share = 0.9F;
static constexpr float repaired_share = 0.8F;
static constexpr float second_share = 0.6F;

static void add(Slot& slot, std::uint32_t term, float share) {
    for (auto& meant : slot.meant)
        if (meant.term == term) {
            meant.share = std::max(meant.share, share);
            return;
        }
    slot.meant.push_back({term, share});
}

// The words that sound like one in Latin letters, the nearest two.
static bool hear(Index::Inside const& in, lexis::Token const& token, Slot& slot, Reading& out) {
    struct Heard {
        int apart;
        Sounding const* what;
        bool title;
        std::size_t documents;
    };
    std::vector<Heard> heard;
    auto const sounds = letters(lexis::sound(token.word));
    for (auto const& skeleton : lexis::skeletons(token.word)) {
        auto const found = in.by_skeleton.find(skeleton);
        if (found == in.by_skeleton.end()) continue;
        int const most = skeleton.size() < 3 ? 2 : 4;
        for (auto const& each : found->second)
            if (int const apart = distance(sounds, letters(each.sound), most); apart <= most)
                heard.push_back({apart, &each, in.terms[each.term].in_title,
                                 in.terms[each.term].postings.size()});
    }
    if (heard.empty()) return false;
    std::sort(heard.begin(), heard.end(), [](Heard const& a, Heard const& b) {
        return std::tuple(a.apart, !a.title, b.documents, a.what->shown) <
               std::tuple(b.apart, !b.title, a.documents, b.what->shown);
    });
    out.repaired.push_back(heard.front().what->shown);
    add(slot, heard.front().what->term, repaired_share);
    for (auto const& other : heard)
        if (other.what->term != heard.front().what->term) {
            add(slot, other.what->term,
                other.apart == heard.front().apart ? repaired_share
                                                   : repaired_share * second_share);
            break;
        }
    return true;
}

// The nearest known terms; those of titles before others, then the more frequent.
static bool repair(Index::Inside const& in, lexis::Token const& token, Slot& slot, Reading& out) {
    auto candidates = in.repair.candidates(token.term, letters(token.word).size());
    std::erase_if(candidates, [&](Repair::Candidate const& each) {
        return in.terms[each.term].arabic != token.arabic;
    });
    if (candidates.empty()) return false;
    auto const order = [&](Repair::Candidate const& each) {
        auto const& term = in.terms[each.term];
        return std::tuple(each.distance, !term.in_title, term.text.front() != token.term.front(),
                          -static_cast<std::int64_t>(term.postings.size()), term.text);
    };
    auto const best =
        *std::min_element(candidates.begin(), candidates.end(),
                          [&](auto const& a, auto const& b) { return order(a) < order(b); });
    add(slot, best.term, repaired_share);
    out.repaired.push_back(in.terms[best.term].shown);
    return true;
}

static void read_unknown(Index::Inside const& in, lexis::Token const& token, Slot& slot,
                         Reading& out) {
    // Digits in a word are Darija for sure; other Latin words may be French with a slip. Short
    // words are heard first: "lbni" is one letter from too much.
    bool const heard_first =
        !token.arabic && (lexis::has_letter_digits(token.word) || token.word.size() < 6);
    if (heard_first && hear(in, token, slot, out)) return;
    if (repair(in, token, slot, out)) return;
    if (!token.arabic && !heard_first) hear(in, token, slot, out);
}

Reading read(Index::Inside const& in, std::string_view query) {
    auto tokens = lexis::analyse(query.substr(0, query_bytes_max));
    if (tokens.size() > words_max) tokens.resize(words_max);
    Reading out;
    std::vector<Slot> slots(tokens.size());
    for (auto const& match : in.synonyms.matches(tokens))
        if (auto const term = in.term(match.concept_term))
            for (std::size_t i = 0; i < match.count; ++i)
                add(slots[match.first + i], *term, synonym_share / static_cast<float>(match.count));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto const& token = tokens[i];
        auto& slot = slots[i];
        if (auto const term = in.term(token.term)) add(slot, *term, 1.0F);
        if (auto const term = token.also.empty() ? std::nullopt : in.term(token.also))
            add(slot, *term, clitic_share);
        if (slot.meant.empty()) read_unknown(in, token, slot, out);
        if (!slot.meant.empty()) out.slots.push_back(std::move(slot));
    }
    return out;
}

}  // namespace wasl::search
