// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "judging/index.hpp"
#include "judging/matching.hpp"
#include "judging/wanted.hpp"

namespace wasl::judging {

namespace {

std::vector<std::vector<int>> judges_by_project(Wanted const& wanted, std::int64_t threshold) {
    std::vector<std::vector<int>> partners(at(wanted.projects));
    for (int project = 0; project < wanted.projects; ++project)
        for (int judge = 0; judge < wanted.judges; ++judge)
            if (auto const affinity = wanted.of(project, judge);
                affinity != never && affinity >= threshold)
                partners[at(project)].push_back(judge);
    return partners;
}

std::vector<std::vector<int>> turned(std::vector<std::vector<int>> const& partners, int amount) {
    std::vector<std::vector<int>> result(at(amount));
    for (std::size_t one = 0; one < partners.size(); ++one)
        for (int const other : partners[one]) result[at(other)].push_back(static_cast<int>(one));
    return result;
}

template<int Load::* bound>
std::vector<int> bounds_of(Wanted const& wanted) {
    std::vector<int> bounds;
    for (auto const& load : wanted.loads) bounds.push_back(load.*bound);
    return bounds;
}

std::optional<Reason> shortage_of_judges(Wanted const& wanted,
                                         std::vector<std::vector<int>> partners) {
    Matching matching(std::move(partners), wanted.needs, bounds_of<&Load::most>(wanted));
    if (matching.missing() == 0) return std::nullopt;
    auto cut = matching.deficient();
    return Reason{Cause::too_few_judges, std::move(cut.left), std::move(cut.right), cut.wanted,
                  cut.possible};
}

std::optional<Reason> shortage_of_projects(Wanted const& wanted,
                                           std::vector<std::vector<int>> const& partners) {
    auto const least = bounds_of<&Load::least>(wanted);
    if (std::all_of(least.begin(), least.end(), [](int one) { return one == 0; }))
        return std::nullopt;
    Matching matching(turned(partners, wanted.judges), least, wanted.needs);
    if (matching.missing() == 0) return std::nullopt;
    auto cut = matching.deficient();
    return Reason{Cause::too_many_readings, std::move(cut.right), std::move(cut.left), cut.wanted,
                  cut.possible};
}

// The smallest value in low..high that holds, where all above one that holds do too; `high` holds.
template<typename Holds>
int smallest(int low, int high, Holds holds) {
    while (low < high) {
        auto const middle = low + (high - low) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

}  // namespace

// If every project can be served, and every judge's least can be met, then both can at once
// (A. Hoffman, H. Kuhn 1956; for graphs N. Mendelsohn, A. Dulmage 1958): so each side is asked by
// itself, and the cut of the side that fails is the reason.
std::optional<Reason> shortage(Wanted const& wanted, std::int64_t threshold) {
    auto const partners = judges_by_project(wanted, threshold);
    if (auto reason = shortage_of_judges(wanted, partners)) return reason;
    return shortage_of_projects(wanted, partners);
}

void balance(Wanted& wanted, std::int64_t threshold) {
    auto const partners = judges_by_project(wanted, threshold);
    auto const by_judge = turned(partners, wanted.judges);
    auto const given = wanted.loads;
    int highest = 0;
    std::int64_t total = std::accumulate(wanted.needs.begin(), wanted.needs.end(), std::int64_t{0});
    for (std::size_t j = 0; j < given.size(); ++j) {
        highest = std::max(highest, given[j].most + wanted.had[j]);
        total += wanted.had[j];
    }
    auto const even = static_cast<int>((total + wanted.judges - 1) / wanted.judges);
    auto const at_most = [&](int most) {
        for (std::size_t j = 0; j < given.size(); ++j)
            wanted.loads[j].most =
                std::max(given[j].least, std::min(given[j].most, most - wanted.had[j]));
        return !shortage_of_judges(wanted, partners);
    };
    at_most(smallest(std::min(even, highest), highest, at_most));
    auto const at_least = [&](int least) {
        for (std::size_t j = 0; j < given.size(); ++j)
            wanted.loads[j].least =
                std::max(given[j].least, std::min({least - wanted.had[j], wanted.loads[j].most,
                                                   static_cast<int>(by_judge[j].size())}));
        return !shortage_of_projects(wanted, partners);
    };
    auto const floor = static_cast<int>(total / wanted.judges);
    // Turned round, so that the search is the same: how far below the even share?
    auto const below = smallest(0, floor, [&](int less) { return at_least(floor - less); });
    at_least(floor - below);
}

std::int64_t best_threshold(Wanted const& wanted) {
    std::vector<std::int64_t> steps;
    for (auto const one : wanted.affinity)
        if (one != never) steps.push_back(one);
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    if (steps.empty()) return 0;
    auto const last = static_cast<int>(steps.size()) - 1;
    auto const down = smallest(
        0, last, [&](int less) { return !shortage(wanted, steps[at(last - less)]).has_value(); });
    return steps[at(last - down)];
}

}  // namespace wasl::judging
