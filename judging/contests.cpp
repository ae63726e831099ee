// SPDX-License-Identifier: Apache-2.0
#include "judging/contests.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "judging/index.hpp"

namespace wasl::judging {

namespace {

// Who can be reached from 0, along wins or against them.
std::vector<char> reached(std::vector<std::vector<int>> const& ways) {
    std::vector<char> seen(ways.size(), 0);
    std::vector<int> next{0};
    seen[0] = 1;
    while (!next.empty()) {
        auto const one = next.back();
        next.pop_back();
        for (int const other : ways[at(one)])
            if (!seen[at(other)]) {
                seen[at(other)] = 1;
                next.push_back(other);
            }
    }
    return seen;
}

std::vector<int> those(std::vector<char> const& seen, char wanted) {
    std::vector<int> found;
    for (std::size_t n = 0; n < seen.size(); ++n)
        if (seen[n] == wanted) found.push_back(static_cast<int>(n));
    return found;
}

}  // namespace

Contests contests_of(int projects, int judges, std::vector<Ranking> const& rankings, Pairs pairs) {
    Contests contests{projects, judges};
    for (auto const& ranking : rankings) {
        auto const& places = ranking.places;
        for (std::size_t high = 0; high < places.size(); ++high) {
            for (std::size_t a = 0; a < places[high].size(); ++a)
                for (std::size_t b = a + 1; b < places[high].size(); ++b)
                    contests.rows.push_back(
                        {places[high][a], places[high][b], 0, 0, 1, ranking.judge});
            auto const end =
                pairs == Pairs::all ? places.size() : std::min(high + 2, places.size());
            for (std::size_t low = high + 1; low < end; ++low)
                for (int const winner : places[high])
                    for (int const loser : places[low])
                        contests.rows.push_back({winner, loser, 1, 0, 0, ranking.judge});
        }
    }
    return contests;
}

std::vector<Ranking> rankings_of(Ratings const& ratings) {
    struct Said {
        double sum = 0;
        int times = 0;
    };
    std::vector<std::map<int, Said>> by_judge(at(ratings.judges));
    for (auto const& row : ratings.rows) {
        auto& said = by_judge[at(row.judge)][row.project];
        said.sum += row.score;
        ++said.times;
    }
    std::vector<Ranking> rankings;
    for (std::size_t judge = 0; judge < by_judge.size(); ++judge) {
        if (by_judge[judge].empty()) continue;
        std::map<double, std::vector<int>, std::greater<>> places;
        for (auto const& [project, said] : by_judge[judge])
            places[said.sum / said.times].push_back(project);
        auto& ranking = rankings.emplace_back(Ranking{static_cast<int>(judge)});
        for (auto& [score, tied] : places) ranking.places.push_back(std::move(tied));
    }
    return rankings;
}

Contests ties_split(Contests contests) {
    for (auto& row : contests.rows) {
        row.first_wins += row.ties / 2;
        row.second_wins += row.ties / 2;
        row.ties = 0;
    }
    return contests;
}

std::optional<Reason> fault(Contests const& contests) {
    if (contests.projects <= 0 || contests.judges <= 0 || contests.rows.empty())
        return Reason{Cause::nothing_given};
    for (auto const& row : contests.rows) {
        auto const named = [&](int project) { return project >= 0 && project < contests.projects; };
        if (!named(row.first) || !named(row.second) || row.first == row.second || row.judge < 0 ||
            row.judge >= contests.judges)
            return Reason{Cause::out_of_range, {row.first, row.second}, {row.judge}};
        for (double const amount : {row.first_wins, row.second_wins, row.ties})
            if (!std::isfinite(amount) || amount < 0)
                return Reason{Cause::not_a_number, {row.first, row.second}, {row.judge}};
    }
    return std::nullopt;
}

std::optional<Reason> without_maximum(Contests const& contests) {
    std::vector<std::vector<int>> beats(at(contests.projects)), loses(at(contests.projects));
    for (auto const& row : contests.rows) {
        auto const won = [&](int winner, int loser) {
            beats[at(winner)].push_back(loser);
            loses[at(loser)].push_back(winner);
        };
        if (row.first_wins + row.ties > 0) won(row.first, row.second);
        if (row.second_wins + row.ties > 0) won(row.second, row.first);
    }
    // Whom 0 cannot reach by wins was beaten by none of those whom it can; and the other way round.
    auto const below = reached(beats), above = reached(loses);
    if (auto safe = those(below, 0); !safe.empty()) return Reason{Cause::never_beaten, safe};
    if (auto weak = those(above, 0); !weak.empty())
        return Reason{Cause::never_beaten, those(above, 1)};
    return std::nullopt;
}

std::optional<Reason> not_comparable(Contests const& contests) {
    Ratings graph{contests.projects, static_cast<int>(contests.rows.size())};
    for (std::size_t n = 0; n < contests.rows.size(); ++n)
        for (int const project : {contests.rows[n].first, contests.rows[n].second})
            graph.rows.push_back({project, static_cast<int>(n)});
    auto reason = not_comparable(graph);
    if (reason) reason->judges.clear();
    return reason;
}

}  // namespace wasl::judging
