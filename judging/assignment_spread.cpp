// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "judging/chance.hpp"
#include "judging/index.hpp"
#include "judging/union_find.hpp"
#include "judging/wanted.hpp"

namespace wasl::judging {

namespace {

constexpr int tries_per_ballot = 40;
constexpr int projects_max = 4000;  // the table of shared judges is their square

class Spreader {
public:
    Spreader(Wanted const& wanted, Given const& fixed, Given& given)
        : wanted_(wanted),
          fixed_(fixed),
          given_(given),
          shared_(at(wanted.projects) * at(wanted.projects), 0),
          readers_(at(wanted.judges)) {
        for (auto const* part : {&fixed, static_cast<Given const*>(&given)})
            for (int p = 0; p < wanted.projects; ++p)
                for (int const j : (*part)[at(p)]) readers_[at(j)].push_back(p);
        for (auto const& projects : readers_)
            for (int const a : projects)
                for (int const b : projects)
                    if (a != b) ++share(a, b);
    }

    // Whether two ballots may change judges without a cost, and should.
    bool try_swap(int p, int j, int q, int k) {
        auto const free = [&](int project, int judge) {
            return wanted_.of(project, judge) != never && !has(fixed_, project, judge) &&
                   !has(given_, project, judge);
        };
        if (p == q || j == k || !free(p, k) || !free(q, j)) return false;
        // Of a list: the two by themselves would be kept as references to what is gone.
        auto const before = std::minmax({wanted_.of(p, j), wanted_.of(q, k)});
        auto const after = std::minmax({wanted_.of(p, k), wanted_.of(q, j)});
        if (after.first < before.first || after.first + after.second < before.first + before.second)
            return false;
        // The sum of squares changes by twice what is shared after less what was shared before.
        std::int64_t change = 0;
        for (int const a : readers_[at(j)])
            if (a != p && a != q) change += 2 * (share(q, a) - share(p, a) + 1);
        for (int const a : readers_[at(k)])
            if (a != p && a != q) change += 2 * (share(p, a) - share(q, a) + 1);
        if (change >= 0) return false;
        move(p, j, k);
        move(q, k, j);
        if (joins_as_before()) return true;
        move(q, j, k);
        move(p, k, j);
        return false;
    }

    void count_parts() { parts_ = parts(); }

private:
    static bool has(Given const& given, int project, int judge) {
        auto const& judges = given[at(project)];
        return std::find(judges.begin(), judges.end(), judge) != judges.end();
    }
    int& share(int a, int b) { return shared_[at(a) * at(wanted_.projects) + at(b)]; }

    void move(int project, int from, int to) {
        std::erase(readers_[at(from)], project);
        for (int const a : readers_[at(from)]) --share(a, project), --share(project, a);
        for (int const a : readers_[at(to)]) ++share(a, project), ++share(project, a);
        readers_[at(to)].push_back(project);
        std::replace(given_[at(project)].begin(), given_[at(project)].end(), from, to);
    }

    int parts() const {
        UnionFind sets(wanted_.projects + wanted_.judges);
        int joined = 0;
        for (int j = 0; j < wanted_.judges; ++j)
            for (int const p : readers_[at(j)]) joined += sets.join(p, wanted_.projects + j);
        return wanted_.projects + wanted_.judges - joined;
    }
    bool joins_as_before() const { return parts() <= parts_; }

    Wanted const& wanted_;
    Given const& fixed_;
    Given& given_;
    std::vector<int> shared_;
    std::vector<std::vector<int>> readers_;
    int parts_ = 0;
};

}  // namespace

void spread(Wanted const& wanted, Given const& fixed, Given& given, std::uint64_t seed) {
    std::vector<std::pair<int, std::size_t>> places;
    for (int p = 0; p < wanted.projects; ++p)
        for (std::size_t n = 0; n < given[at(p)].size(); ++n) places.emplace_back(p, n);
    if (wanted.projects > projects_max || places.size() < 2) return;
    Spreader spreader(wanted, fixed, given);
    spreader.count_parts();
    Chance chance(seed);
    auto const tries = places.size() * tries_per_ballot;
    for (std::size_t n = 0; n < tries; ++n) {
        auto const [p, a] = places[chance.below(places.size())];
        auto const [q, b] = places[chance.below(places.size())];
        spreader.try_swap(p, given[at(p)][a], q, given[at(q)][b]);
    }
    for (auto& judges : given) std::sort(judges.begin(), judges.end());
}

}  // namespace wasl::judging
