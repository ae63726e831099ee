// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "judging/index.hpp"
#include "judging/union_find.hpp"
#include "judging/wanted.hpp"

namespace wasl::judging {

namespace {

struct Pair {
    int project, judge;
};

bool holds(Given const& given, int project, int judge) {
    auto const& judges = given[at(project)];
    return std::binary_search(judges.begin(), judges.end(), judge);
}

void add(Given& given, Pair const& pair) {
    auto& judges = given[at(pair.project)];
    judges.insert(std::lower_bound(judges.begin(), judges.end(), pair.judge), pair.judge);
}

void remove(Given& given, Pair const& pair) { std::erase(given[at(pair.project)], pair.judge); }

// Judges and projects as one graph, and which of its pairs are bridges: without them a part falls
// into two (R. Tarjan 1974). Judge j is node projects + j.
class Graph {
public:
    Graph(Wanted const& wanted, Given const& fixed, Given const& given)
        : projects_(wanted.projects),
          near_(at(wanted.projects + wanted.judges)),
          sets_(wanted.projects + wanted.judges) {
        for (auto const* part : {&fixed, &given})
            for (int p = 0; p < projects_; ++p)
                for (int const j : (*part)[at(p)]) {
                    near_[at(p)].push_back(projects_ + j);
                    near_[at(projects_ + j)].push_back(p);
                    sets_.join(p, projects_ + j);
                }
        found_.assign(near_.size(), -1);
        lowest_.assign(near_.size(), -1);
        bridge_above_.assign(near_.size(), -1);
        for (int n = 0; n < static_cast<int>(near_.size()); ++n)
            if (found_[at(n)] < 0) walk(n);
    }

    int part(int node) { return sets_.root(node); }
    int part_of_judge(int judge) { return part(projects_ + judge); }
    bool used(int node) const { return !near_[at(node)].empty(); }
    bool is_bridge(Pair const& pair) const {
        auto const judge = projects_ + pair.judge;
        return bridge_above_[at(pair.project)] == judge || bridge_above_[at(judge)] == pair.project;
    }

private:
    struct Visit {
        int node, above;
        std::size_t next;
    };

    void walk(int start) {
        std::vector<Visit> path{{start, -1, 0}};
        found_[at(start)] = lowest_[at(start)] = count_++;
        while (!path.empty()) {
            auto& visit = path.back();
            if (visit.next < near_[at(visit.node)].size()) {
                auto const other = near_[at(visit.node)][visit.next++];
                if (other == visit.above) continue;
                if (found_[at(other)] >= 0) {
                    lowest_[at(visit.node)] = std::min(lowest_[at(visit.node)], found_[at(other)]);
                    continue;
                }
                found_[at(other)] = lowest_[at(other)] = count_++;
                path.push_back({other, visit.node, 0});
                continue;
            }
            auto const [node, above, next] = visit;
            path.pop_back();
            if (above < 0) continue;
            lowest_[at(above)] = std::min(lowest_[at(above)], lowest_[at(node)]);
            if (lowest_[at(node)] > found_[at(above)]) bridge_above_[at(node)] = above;
        }
    }

    int projects_;
    std::vector<std::vector<int>> near_;
    UnionFind sets_;
    std::vector<int> found_, lowest_, bridge_above_;
    int count_ = 0;
};

// What joins two parts: two pairs change judges, or one pair moves to a judge of another part. The
// less it costs the better: first in matches worse than the worst so far, then in their sum.
struct Exchange {
    std::tuple<int, std::int64_t> cost{};
    Pair out{}, in{}, second_out{}, second_in{};
    enum class Kind { none, swap, move } kind = Kind::none;
};

class Joiner {
public:
    Joiner(Wanted const& wanted, Given const& fixed, Given& given)
        : wanted_(wanted), fixed_(fixed), given_(given), loads_(at(wanted.judges), 0) {
        least_ = affinity_unit;
        for (int p = 0; p < wanted.projects; ++p)
            for (int const j : given[at(p)]) {
                least_ = std::min(least_, wanted.of(p, j));
                ++loads_[at(j)];
            }
    }

    bool join_once(Joined& joined) {
        Graph graph(wanted_, fixed_, given_);
        pairs_.clear();
        for (int p = 0; p < wanted_.projects; ++p)
            for (int const j : given_[at(p)]) pairs_.push_back({p, j});
        Exchange best;
        consider_moves(graph, best);
        consider_swaps(graph, best);
        if (best.kind == Exchange::Kind::none) return false;
        ++joined.exchanges;
        joined.cost += std::get<1>(best.cost);
        remove(given_, best.out);
        add(given_, best.in);
        --loads_[at(best.out.judge)];
        ++loads_[at(best.in.judge)];
        if (best.kind == Exchange::Kind::swap) {
            remove(given_, best.second_out);
            add(given_, best.second_in);
            --loads_[at(best.second_out.judge)];
            ++loads_[at(best.second_in.judge)];
        }
        return true;
    }

private:
    bool may(Pair const& pair) const {
        return wanted_.of(pair.project, pair.judge) != never &&
               !holds(given_, pair.project, pair.judge) && !holds(fixed_, pair.project, pair.judge);
    }
    std::int64_t of(Pair const& pair) const { return wanted_.of(pair.project, pair.judge); }
    int worse(Pair const& pair) const { return of(pair) < least_ ? 1 : 0; }

    void consider_moves(Graph& graph, Exchange& best) const {
        for (auto const& pair : pairs_) {
            if (graph.is_bridge(pair) ||
                loads_[at(pair.judge)] <= wanted_.loads[at(pair.judge)].least)
                continue;
            for (int judge = 0; judge < wanted_.judges; ++judge) {
                Pair const in{pair.project, judge};
                if (!graph.used(wanted_.projects + judge) || !may(in) ||
                    graph.part_of_judge(judge) == graph.part(pair.project) ||
                    loads_[at(judge)] >= wanted_.loads[at(judge)].most)
                    continue;
                std::tuple const cost{worse(in), of(pair) - of(in)};
                if (best.kind == Exchange::Kind::none || cost < best.cost)
                    best = {cost, pair, in, {}, {}, Exchange::Kind::move};
            }
        }
    }

    void consider_swaps(Graph& graph, Exchange& best) const {
        for (auto const& one : pairs_) {
            if (graph.is_bridge(one)) continue;
            for (auto const& other : pairs_) {
                if (graph.part(one.project) == graph.part(other.project)) continue;
                Pair const in{one.project, other.judge}, second{other.project, one.judge};
                if (!may(in) || !may(second)) continue;
                std::tuple const cost{worse(in) + worse(second),
                                      of(one) + of(other) - of(in) - of(second)};
                if (best.kind == Exchange::Kind::none || cost < best.cost)
                    best = {cost, one, in, other, second, Exchange::Kind::swap};
            }
        }
    }

    Wanted const& wanted_;
    Given const& fixed_;
    Given& given_;
    std::vector<int> loads_;
    std::vector<Pair> pairs_;
    std::int64_t least_;
};

int parts_of(Wanted const& wanted, Given const& fixed, Given const& given) {
    UnionFind sets(wanted.projects + wanted.judges);
    std::vector<char> used(at(wanted.projects + wanted.judges), 0);
    int nodes = 0, joined = 0;
    for (auto const* part : {&fixed, &given})
        for (int p = 0; p < wanted.projects; ++p)
            for (int const j : (*part)[at(p)]) {
                for (int const node : {p, wanted.projects + j}) {
                    nodes += !used[at(node)];
                    used[at(node)] = 1;
                }
                joined += sets.join(p, wanted.projects + j);
            }
    return nodes - joined;
}

}  // namespace

Joined connect(Wanted const& wanted, Given const& fixed, Given& given) {
    Joined joined;
    Joiner joiner(wanted, fixed, given);
    while (parts_of(wanted, fixed, given) > 1 && joiner.join_once(joined)) {
    }
    return joined;
}

}  // namespace wasl::judging
