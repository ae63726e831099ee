// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>

#include "judging/chance.hpp"
#include "judging/index.hpp"
#include "judging/wanted.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max() / 4;

// The cheapest flow, one ballot after the other, each along a shortest path in costs that
// potentials keep at 0 or above. Judges who lack their least are paid for being chosen.
class Cheapest {
public:
    Cheapest(Wanted const& wanted, std::int64_t threshold, std::uint64_t seed)
        : wanted_(wanted),
          cost_(wanted.affinity.size(), infinite),
          project_potential_(at(wanted.projects), 0),
          judge_potential_(at(wanted.judges), 0),
          projects_of_(at(wanted.judges)),
          given_(at(wanted.projects)) {
        auto const ballots =
            std::accumulate(wanted.needs.begin(), wanted.needs.end(), std::int64_t{1});
        // Chance adds less to all pairs together than one billionth of affinity.
        auto const scale = std::min<std::int64_t>(16 * ballots, 100'000'000 / (wanted.judges + 2));
        auto const play = static_cast<std::uint64_t>(std::max<std::int64_t>(scale / ballots, 1));
        reward_ = affinity_unit * scale * (2 * wanted.judges + 4);
        Chance chance(seed);
        for (std::size_t n = 0; n < cost_.size(); ++n) {
            auto const played = static_cast<std::int64_t>(chance.below(play));
            if (wanted.affinity[n] != never && wanted.affinity[n] >= threshold)
                cost_[n] = (affinity_unit - wanted.affinity[n]) * scale + played;
        }
        sink_potential_ = infinite;
        for (int judge = 0; judge < wanted.judges; ++judge)
            sink_potential_ = std::min(sink_potential_, price(judge));
    }

    Given all() {
        std::vector<int> order(at(wanted_.projects));
        std::iota(order.begin(), order.end(), 0);
        for (int const project : order)
            for (int n = 0; n < wanted_.needs[at(project)]; ++n) add(project);
        for (auto& judges : given_) std::sort(judges.begin(), judges.end());
        return given_;
    }

private:
    struct Stop {
        std::int64_t distance;
        int node;  // a judge, or judges + project
        bool operator>(Stop const& other) const {
            return distance != other.distance ? distance > other.distance : node > other.node;
        }
    };

    std::int64_t cost(int project, int judge) const {
        return cost_[at(project) * at(wanted_.judges) + at(judge)];
    }
    // Of one more for this judge.
    std::int64_t price(int judge) const {
        auto const has = static_cast<int>(projects_of_[at(judge)].size());
        auto const& load = wanted_.loads[at(judge)];
        if (has < load.least) return -reward_;
        return has < load.most ? 0 : infinite;
    }
    bool has(int project, int judge) const {
        auto const& judges = given_[at(project)];
        return std::find(judges.begin(), judges.end(), judge) != judges.end();
    }

    // Judges that this project, reached at that distance, could have instead.
    void leave_project(int project, std::int64_t distance) {
        for (int judge = 0; judge < wanted_.judges; ++judge) {
            auto const own = cost(project, judge);
            if (own == infinite || judge_done_[at(judge)] || has(project, judge)) continue;
            auto const there =
                distance + own + project_potential_[at(project)] - judge_potential_[at(judge)];
            if (there >= judge_distance_[at(judge)]) continue;
            judge_distance_[at(judge)] = there;
            judge_from_[at(judge)] = project;
            open_.push({there, judge});
        }
    }

    void leave_judge(int judge, std::int64_t distance) {
        for (int const project : projects_of_[at(judge)]) {
            auto const there = distance - cost(project, judge) - project_potential_[at(project)] +
                               judge_potential_[at(judge)];
            if (there >= project_distance_[at(project)]) continue;
            project_distance_[at(project)] = there;
            project_from_[at(project)] = judge;
            open_.push({there, wanted_.judges + project});
        }
    }

    void add(int project) {
        judge_distance_.assign(at(wanted_.judges), infinite);
        judge_from_.assign(at(wanted_.judges), -1);
        judge_done_.assign(at(wanted_.judges), 0);
        project_distance_.assign(at(wanted_.projects), infinite);
        project_from_.assign(at(wanted_.projects), -1);
        open_ = {};
        project_distance_[at(project)] = 0;
        open_.push({0, wanted_.judges + project});
        std::int64_t best = infinite;
        int last = -1;
        while (!open_.empty() && open_.top().distance < best) {
            auto const [distance, node] = open_.top();
            open_.pop();
            if (node >= wanted_.judges) {
                if (distance == project_distance_[at(node - wanted_.judges)])
                    leave_project(node - wanted_.judges, distance);
                continue;
            }
            if (judge_done_[at(node)]) continue;
            judge_done_[at(node)] = 1;
            if (auto const paid = price(node); paid != infinite) {
                auto const whole = distance + paid + judge_potential_[at(node)] - sink_potential_;
                if (whole < best) {
                    best = whole;
                    last = node;
                }
            }
            leave_judge(node, distance);
        }
        check(last >= 0, "a flow that was possible has a path");
        settle(best);
        exchange(project, last);
    }

    void settle(std::int64_t best) {
        for (std::size_t n = 0; n < judge_distance_.size(); ++n)
            if (judge_distance_[n] < best) judge_potential_[n] += judge_distance_[n] - best;
        for (std::size_t n = 0; n < project_distance_.size(); ++n)
            if (project_distance_[n] < best) project_potential_[n] += project_distance_[n] - best;
    }

    void exchange(int start, int judge) {
        for (;;) {
            auto const project = judge_from_[at(judge)];
            given_[at(project)].push_back(judge);
            projects_of_[at(judge)].push_back(project);
            if (project == start) return;
            auto const former = project_from_[at(project)];
            std::erase(given_[at(project)], former);
            std::erase(projects_of_[at(former)], project);
            judge = former;
        }
    }

    Wanted const& wanted_;
    std::vector<std::int64_t> cost_;
    std::vector<std::int64_t> project_potential_, judge_potential_;
    std::int64_t sink_potential_ = 0, reward_ = 0;
    std::vector<std::vector<int>> projects_of_;
    Given given_;
    std::vector<std::int64_t> judge_distance_, project_distance_;
    std::vector<int> judge_from_, project_from_;
    std::vector<char> judge_done_;
    std::priority_queue<Stop, std::vector<Stop>, std::greater<>> open_;
};

}  // namespace

Given dearest(Wanted const& wanted, std::int64_t threshold, std::uint64_t seed) {
    return Cheapest(wanted, threshold, seed).all();
}

}  // namespace wasl::judging
