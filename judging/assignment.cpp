// SPDX-License-Identifier: Apache-2.0
#include "judging/assignment.hpp"

#include <algorithm>
#include <cmath>

#include "judging/chance.hpp"
#include "judging/index.hpp"
#include "judging/ratings.hpp"
#include "judging/wanted.hpp"

namespace wasl::judging {

namespace {

bool named(int one, int amount) { return one >= 0 && one < amount; }

std::optional<Reason> fault_of(Call const& call) {
    auto const pairs = at(std::max(call.projects, 0)) * at(std::max(call.judges, 0));
    if (call.projects <= 0 || call.judges <= 0) return Reason{Cause::nothing_given};
    if ((!call.affinity.empty() && call.affinity.size() != pairs) ||
        (!call.needs.empty() && call.needs.size() != at(call.projects)) ||
        (!call.loads.empty() && call.loads.size() != at(call.judges)) || call.each < 0)
        return Reason{Cause::out_of_range};
    for (std::size_t n = 0; n < call.affinity.size(); ++n)
        if (auto const one = call.affinity[n]; one != excluded && !(one >= 0 && one <= 1))
            return Reason{Cause::not_a_number,
                          {static_cast<int>(n) / call.judges},
                          {static_cast<int>(n) % call.judges}};
    for (auto const& [project, judge] : call.fixed)
        if (!named(project, call.projects) || !named(judge, call.judges))
            return Reason{Cause::out_of_range, {project}, {judge}};
    for (int const project : call.anchors)
        if (!named(project, call.projects)) return Reason{Cause::out_of_range, {project}};
    for (std::size_t n = 0; n < call.needs.size(); ++n)
        if (call.needs[n] < 0) return Reason{Cause::out_of_range, {static_cast<int>(n)}};
    for (std::size_t n = 0; n < call.loads.size(); ++n)
        if (call.loads[n].least < 0 || call.loads[n].least > call.loads[n].most)
            return Reason{Cause::out_of_range, {}, {static_cast<int>(n)}};
    return std::nullopt;
}

bool add_once(Given& given, int project, int judge) {
    auto& judges = given[at(project)];
    auto const place = std::lower_bound(judges.begin(), judges.end(), judge);
    if (place != judges.end() && *place == judge) return false;
    judges.insert(place, judge);
    return true;
}

Wanted wanted_of(Call const& call) {
    Wanted wanted{call.projects, call.judges};
    wanted.affinity.assign(at(call.projects) * at(call.judges), affinity_unit);
    for (std::size_t n = 0; n < call.affinity.size(); ++n)
        wanted.affinity[n] =
            call.affinity[n] == excluded ? never : std::llround(call.affinity[n] * affinity_unit);
    wanted.needs = call.needs;
    if (call.needs.empty()) wanted.needs.assign(at(call.projects), call.each);
    wanted.loads = call.loads;
    if (call.loads.empty()) wanted.loads.assign(at(call.judges), Load{0, call.projects});
    wanted.had.assign(at(call.judges), 0);
    return wanted;
}

// What is there already is taken off what is wanted, and cannot be given again.
Given fix(Call const& call, Wanted& wanted, std::optional<Reason>& reason) {
    Given fixed(at(call.projects));
    auto const take = [&](int project, int judge) {
        if (!add_once(fixed, project, judge)) return;
        wanted.affinity[at(project) * at(call.judges) + at(judge)] = never;
        wanted.needs[at(project)] = std::max(0, wanted.needs[at(project)] - 1);
        auto& load = wanted.loads[at(judge)];
        load = {std::max(0, load.least - 1), std::max(0, load.most - 1)};
        ++wanted.had[at(judge)];
    };
    for (auto const& [project, judge] : call.fixed) take(project, judge);
    Reason over{Cause::too_few_judges};
    for (int const project : call.anchors)
        for (int judge = 0; judge < call.judges; ++judge) {
            if (wanted.of(project, judge) == never) continue;
            ++over.needed;
            if (wanted.loads[at(judge)].most == 0)
                over.judges.push_back(judge);
            else
                ++over.available;
            take(project, judge);
        }
    // What is left to want of an anchor, nobody may judge: the flow will say so.
    if (!over.judges.empty()) {
        over.projects = call.anchors;
        std::sort(over.judges.begin(), over.judges.end());
        over.judges.erase(std::unique(over.judges.begin(), over.judges.end()), over.judges.end());
        reason = over;
    }
    return fixed;
}

std::optional<Reason> apart(Wanted const& wanted, Given const& whole) {
    Ratings graph{wanted.projects, wanted.judges};
    for (std::size_t p = 0; p < whole.size(); ++p)
        for (int const judge : whole[p]) graph.rows.push_back({static_cast<int>(p), judge});
    auto reason = not_comparable(graph);
    if (!reason) return std::nullopt;
    for (auto const& part : parts(graph))
        reason->needed += static_cast<std::int64_t>(part.projects.size() + part.judges.size());
    --reason->needed;
    reason->available = static_cast<std::int64_t>(graph.rows.size());
    return reason;
}

Plan plan_of(Wanted const& wanted, Given const& fixed, Given const& given, std::uint64_t seed) {
    Plan plan;
    auto least = affinity_unit;
    std::int64_t sum = 0;
    plan.judges = fixed;
    for (int p = 0; p < wanted.projects; ++p)
        for (int const judge : given[at(p)]) {
            add_once(plan.judges, p, judge);
            sum += wanted.of(p, judge);
            least = std::min(least, wanted.of(p, judge));
        }
    plan.affinity_least = static_cast<double>(least) / affinity_unit;
    plan.affinity_sum = static_cast<double>(sum) / affinity_unit;
    plan.apart = apart(wanted, plan.judges);
    plan.sequences = sequences_of(wanted.judges, plan.judges, seed);
    plan.fingerprint = fingerprint_of(plan.sequences);
    return plan;
}

}  // namespace

std::uint64_t fingerprint_of(std::vector<std::vector<int>> const& sequences) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    auto const add = [&](std::uint64_t number) {
        for (int byte = 0; byte < 8; ++byte)
            hash = (hash ^ ((number >> (8 * byte)) & 0xff)) * 0x100000001b3U;
    };
    for (auto const& sequence : sequences) {
        add(sequence.size());
        for (int const project : sequence) add(static_cast<std::uint64_t>(project));
    }
    return hash;
}

Answer<Plan> assign(Call const& call, std::uint64_t seed) {
    if (auto reason = fault_of(call)) return *reason;
    auto wanted = wanted_of(call);
    std::optional<Reason> over;
    auto const fixed = fix(call, wanted, over);
    if (over) return *over;
    if (auto reason = shortage(wanted)) return *reason;
    std::int64_t threshold = 0;
    if (call.first == Call::First::affinity) threshold = best_threshold(wanted);
    balance(wanted, threshold);
    if (call.first == Call::First::balance) threshold = best_threshold(wanted);
    Chance chance(seed);
    auto given = dearest(wanted, threshold, chance.next());
    auto const joined = connect(wanted, fixed, given);
    spread(wanted, fixed, given, chance.next());
    auto plan = plan_of(wanted, fixed, given, chance.next());
    plan.exchanges = joined.exchanges;
    plan.joining_cost = static_cast<double>(joined.cost) / affinity_unit;
    return plan;
}

}  // namespace wasl::judging
