// SPDX-License-Identifier: Apache-2.0
#include "judging/plackett_luce.hpp"

#include <algorithm>
#include <cmath>

#include "judging/dense.hpp"
#include "judging/index.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

constexpr int ascents_max = 100;
constexpr double change_max = 1e-10;

std::optional<Reason> fault_of(int projects, Choices const& choices) {
    std::vector<char> seen(at(projects), 0);
    for (auto const* list : {&choices.chosen, &choices.others})
        for (int const project : *list) {
            if (project < 0 || project >= projects || seen[at(project)])
                return Reason{Cause::out_of_range, {project}, {choices.judge}};
            seen[at(project)] = 1;
        }
    return std::nullopt;
}

struct Point {
    double height = 0;  // with the prior
    double log_likelihood = 0;
    std::vector<double> gradient{};
    Square curve{};  // minus the Hessian
};

// One draw: `chosen` out of all of `left`.
void add_draw(std::vector<double> const& worths, int chosen, std::vector<int> const& left,
              Point& point) {
    double highest = worths[at(chosen)], sum = 0;
    for (int const one : left) highest = std::max(highest, worths[at(one)]);
    std::vector<double> chances;
    for (int const one : left) {
        chances.push_back(std::exp(worths[at(one)] - highest));
        sum += chances.back();
    }
    for (double& chance : chances) chance /= sum;
    point.log_likelihood += worths[at(chosen)] - highest - std::log(sum);
    point.gradient[at(chosen)] += 1;
    for (std::size_t a = 0; a < left.size(); ++a) {
        point.gradient[at(left[a])] -= chances[a];
        point.curve.at(left[a], left[a]) += chances[a];
        for (std::size_t b = 0; b < left.size(); ++b)
            point.curve.at(left[a], left[b]) -= chances[a] * chances[b];
    }
}

Point point_at(std::vector<double> const& worths, std::vector<Choices> const& all,
               double precision) {
    auto const projects = static_cast<int>(worths.size());
    Point point{0, 0, std::vector<double>(worths.size(), 0.0), Square(projects)};
    for (auto const& choices : all) {
        auto left = choices.chosen;
        std::reverse(left.begin(), left.end());
        left.insert(left.begin(), choices.others.begin(), choices.others.end());
        for (int const chosen : choices.chosen) {
            add_draw(worths, chosen, left, point);
            left.pop_back();
        }
    }
    point.height = point.log_likelihood;
    for (int n = 0; n < projects; ++n) {
        point.height -= precision / 2 * worths[at(n)] * worths[at(n)];
        point.gradient[at(n)] -= precision * worths[at(n)];
        point.curve.at(n, n) += precision;
    }
    return point;
}

}  // namespace

Answer<ChoiceWorths> choice_worths(int projects, std::vector<Choices> const& all,
                                   double precision) {
    if (projects <= 0 || all.empty()) return Reason{Cause::nothing_given};
    for (auto const& choices : all)
        if (auto reason = fault_of(projects, choices)) return *reason;
    check(precision > 0, "choices need a prior");
    ChoiceWorths result;
    result.worth.assign(at(projects), 0.0);
    auto point = point_at(result.worth, all, precision);
    for (double most = 1; most > change_max && result.steps < ascents_max; ++result.steps) {
        auto step = point.gradient;
        Factor::of(point.curve)->solve(step);
        most = 0;
        for (double part = 1; part > 1e-9; part /= 2) {
            auto tried = result.worth;
            for (std::size_t n = 0; n < tried.size(); ++n) tried[n] += part * step[n];
            auto next = point_at(tried, all, precision);
            if (next.height < point.height - 1e-9 * std::max(1.0, std::abs(point.height))) continue;
            for (double const one : step) most = std::max(most, std::abs(part * one));
            result.worth = std::move(tried);
            point = std::move(next);
            break;
        }
    }
    auto const covariance = Factor::of(point.curve)->inverse();
    for (int n = 0; n < projects; ++n) result.sd.push_back(std::sqrt(covariance.at(n, n)));
    result.log_likelihood = point.log_likelihood;
    return result;
}

Answer<std::vector<Choices>> choices_of(std::vector<Ranking> const& rankings) {
    std::vector<Choices> all;
    for (auto const& ranking : rankings) {
        auto& choices = all.emplace_back(Choices{ranking.judge});
        for (auto const& place : ranking.places) {
            if (place.size() != 1) return Reason{Cause::tied_places, place, {ranking.judge}};
            choices.chosen.push_back(place.front());
        }
    }
    return all;
}

}  // namespace wasl::judging
