// SPDX-License-Identifier: Apache-2.0
#include "platform/search/guess.hpp"

#include <algorithm>
#include <tuple>

#include "kernel/text/arabizi.hpp"
#include "kernel/text/french_sound.hpp"

namespace wasl::search {

namespace {

struct Guess {
    std::uint32_t term;
    float share;
    How how;
    std::string_view shown;
};

}  // namespace

// Certain of what it is, a reading would have 0.8; each letter or sound apart takes some away.
static constexpr float surest = 0.8F;
static constexpr float letter_costs = 0.12F;
static constexpr float sound_costs = 0.05F;
static constexpr float stripped_costs = 0.1F;
// Guesses this close to the best are kept beside it.
static constexpr float close = 0.12F;
static constexpr std::size_t guesses_max = 4;
static constexpr std::size_t short_max = 5;  // letters

static void repair(Index::Inside const& in, lexis::Token const& token, std::vector<Guess>& out) {
    for (auto const& each : in.repair.candidates(token.term, letters(token.word).size())) {
        auto const& term = in.terms[each.term];
        if (term.arabic != token.arabic) continue;
        float share = surest - letter_costs * static_cast<float>(each.distance);
        if (term.text.front() != token.term.front()) share -= letter_costs / 2;
        out.push_back({each.term, share, How::repaired, term.shown});
    }
}

static void hear(Index::Inside const& in, std::string const& skeleton, std::u32string const& sounds,
                 float share, std::vector<Guess>& out) {
    auto const found = in.by_skeleton.find(skeleton);
    if (found == in.by_skeleton.end()) return;
    int const most = skeleton.size() < 3 ? 2 : 4;
    for (auto const& each : found->second)
        if (int const apart = distance(sounds, letters(each.sound), most); apart <= most)
            out.push_back({each.term, share - sound_costs * static_cast<float>(apart), How::heard,
                           each.shown});
}

// What may be written to the beginning of a word that is then said on: la-, d', n- of "I do".
static bool may_be_before(char sound) {
    return std::string_view("LDNTFBYWK").find(sound) != std::string_view::npos;
}

static void hear(Index::Inside const& in, lexis::Token const& token, std::vector<Guess>& out) {
    // Two consonants of a long word say too little.
    bool const is_long = letters(token.word).size() > short_max;
    auto const sounds = lexis::sound(token.word);
    auto const said = letters(sounds);
    for (auto const& skeleton : lexis::skeletons(token.word)) {
        if (is_long && skeleton.size() < 3) continue;
        hear(in, skeleton, said, surest, out);
        if (skeleton.size() >= 4 && may_be_before(skeleton.front())) {
            auto const at = std::min(sounds.find(skeleton.front()), sounds.size() - 1);
            hear(in, skeleton.substr(1), letters(std::string_view(sounds).substr(at + 1)),
                 surest - stripped_costs, out);
        }
    }
    if (token.arabic || lexis::has_letter_digits(token.word)) return;
    auto const in_french = letters(lexis::french_sound(token.word));
    for (auto const& skeleton : lexis::french_skeletons(token.word))
        if (!is_long || skeleton.size() > 2)
            hear(in, skeleton, in_french, surest - stripped_costs, out);
}

void guess(Index::Inside const& in, lexis::Token const& token, Slot& slot, Reading& reading) {
    std::vector<Guess> all;
    if (token.arabic || !lexis::has_letter_digits(token.word)) repair(in, token, all);
    hear(in, token, all);
    if (all.empty()) return;
    float best_share = 0;
    for (auto const& each : all) best_share = std::max(best_share, each.share);
    std::erase_if(all, [&](Guess const& each) { return each.share < best_share - close; });
    // Of equals, words of titles first, then the more frequent.
    std::sort(all.begin(), all.end(), [&](Guess const& a, Guess const& b) {
        auto const& x = in.terms[a.term];
        auto const& y = in.terms[b.term];
        return std::tuple(-a.share, !x.in_title, -static_cast<int>(x.postings.size()), x.text) <
               std::tuple(-b.share, !y.in_title, -static_cast<int>(y.postings.size()), y.text);
    });
    if (slot.meant.empty()) reading.repaired.emplace_back(all.front().shown);
    std::size_t kept = 0;
    for (auto const& each : all) {
        if (kept == guesses_max) break;
        auto const before = slot.meant.size();
        add(slot, each.term, each.share, each.how);
        kept += slot.meant.size() - before;
    }
}

}  // namespace wasl::search
