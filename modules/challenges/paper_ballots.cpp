// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/paper_ballots.hpp"

#include <algorithm>
#include <array>

#include "modules/challenges/jury_inside.hpp"

namespace wasl::challenges {

std::string_view name_of(PaperState state) {
    static constexpr std::array<std::string_view, 6> names{"blank",  "once",      "differs",
                                                           "agreed", "set_aside", "reopened"};
    return names[static_cast<std::size_t>(state)];
}

static std::string words_of(std::string_view text) {
    std::string words;
    bool gap = false;
    for (char const sign : text) {
        bool const blank = sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
        if (!blank && gap && !words.empty()) words += ' ';
        if (!blank) words += sign;
        gap = blank;
    }
    return words;
}

bool is_same(BallotTyped const& a, BallotTyped const& b) {
    return a.marks == b.marks && words_of(a.comment) == words_of(b.comment);
}

PaperStanding standing_of(std::span<PaperReading const> readings) {
    PaperStanding standing;
    for (auto const& one : readings) {
        if (one.settles)
            standing.agreed = one.said;
        else if (!standing.first || standing.first->by == one.by)
            standing.first = one;
        else
            standing.second = one;
    }
    if (!standing.agreed && standing.second && is_same(standing.first->said, standing.second->said))
        standing.agreed = standing.second->said;
    standing.state = standing.agreed   ? PaperState::agreed
                     : standing.second ? PaperState::differs
                     : standing.first  ? PaperState::once
                                       : PaperState::blank;
    return standing;
}

PaperStanding standing_of(std::span<PaperReading const> readings,
                          std::span<Reopening const> reopened) {
    if (reopened.empty()) return standing_of(readings);
    std::size_t past = 0;
    while (past < readings.size() && readings[past].version <= reopened.back().after) ++past;
    auto standing = standing_of(readings.subspan(past));
    if (standing.state == PaperState::blank) standing.state = PaperState::reopened;
    return standing;
}

Outcome may_type(PaperStanding const& standing, Turn turn) {
    switch (standing.state) {
        case PaperState::agreed: return Refusal{Refused::conflict, say(msg::refused_paper_agreed)};
        case PaperState::set_aside:
            return Refusal{Refused::conflict, say(msg::refused_paper_set_aside)};
        case PaperState::blank:
        case PaperState::reopened:
        case PaperState::once:
            if (turn == Turn::reads) return Done{};
            return Refusal{Refused::conflict, say(msg::refused_paper_moved)};
        case PaperState::differs: break;
    }
    // Whoever reads has not seen that the two others differ.
    if (turn == Turn::settles) return Done{};
    return Refusal{Refused::conflict, say(msg::refused_paper_moved)};
}

std::vector<TeamId> pairs_of(std::span<TeamId const> teams) {
    constexpr std::size_t all_up_to = 5, reach = 2;
    auto const count = teams.size();
    std::vector<TeamId> pairs;
    auto const add = [&](std::size_t a, std::size_t b) {
        pairs.push_back(teams[a]);
        pairs.push_back(teams[b]);
    };
    if (count <= all_up_to) {
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = a + 1; b < count; ++b) add(a, b);
        return pairs;
    }
    for (std::size_t step = 1; step <= reach; ++step)
        for (std::size_t n = 0; n < count; ++n) add(n, (n + step) % count);
    return pairs;
}

std::size_t OpenPaper::values() const {
    switch (rules.ballots) {
        case Ballots::score: return criteria.size();
        case Ballots::ranking: return projects.size();
        case Ballots::pair: break;
    }
    return projects.size() / 2;
}

PaperValues values_of(Ballots kind, std::string_view marks, std::span<TeamId const> teams) {
    PaperValues values;
    if (kind != Ballots::ranking) {
        while (!marks.empty()) {
            auto const end = marks.find(' ');
            values.emplace_back(marks.substr(0, end));
            marks.remove_prefix(end == std::string_view::npos ? marks.size() : end + 1);
        }
        return values;
    }
    auto const places = ranking_of(marks, teams);
    values.resize(teams.size());
    if (!places) return values;
    for (std::size_t place = 0; place < places->size(); ++place)
        for (auto const team : (*places)[place])
            values[static_cast<std::size_t>(std::find(teams.begin(), teams.end(), team) -
                                            teams.begin())] = std::to_string(place + 1);
    return values;
}

std::string marks_from(Ballots kind, PaperValues const& values, std::span<TeamId const> teams) {
    if (kind == Ballots::ranking) return ranking_from(teams, values);
    std::string marks;
    for (auto const& one : values) {
        if (!marks.empty()) marks += ' ';
        marks += one.empty() ? "-" : one;
    }
    return marks;
}

}  // namespace wasl::challenges
