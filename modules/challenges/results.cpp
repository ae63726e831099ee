// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/results.hpp"

#include <algorithm>
#include <utility>

#include "judging/agreement.hpp"
#include "judging/bootstrap.hpp"
#include "judging/index.hpp"
#include "judging/leave_one_out.hpp"
#include "judging/means.hpp"

namespace wasl::challenges {

namespace {

using judging::at;
using judging::Contests;
using judging::Equals;
using judging::Ratings;

Ratings ratings_of(JuryRecord const& record, int& incomplete) {
    Ratings ratings{static_cast<int>(record.projects.size()), record.judges};
    for (auto const& ballot : record.scores) {
        auto const found = judging::score(record.criteria, ballot.marks);
        if (found.refused())
            ++incomplete;
        else
            ratings.rows.push_back({ballot.project, ballot.judge, found.value().value()});
    }
    return ratings;
}

Contests contests_of(JuryRecord const& record) {
    auto contests = judging::contests_of(static_cast<int>(record.projects.size()), record.judges,
                                         record.rankings);
    for (auto const& pair : record.pairs) {
        using enum PairBallot::Preferred;
        contests.rows.push_back({pair.first, pair.second, pair.preferred == first ? 1.0 : 0.0,
                                 pair.preferred == second ? 1.0 : 0.0,
                                 pair.preferred == tie ? 1.0 : 0.0, pair.judge});
    }
    return contests;
}

double middle(std::vector<int> marks) {
    std::sort(marks.begin(), marks.end());
    auto const half = marks.size() / 2;
    return marks.size() % 2 == 1 ? marks[half] : (marks[half - 1] + marks[half]) / 2.0;
}

// Who is ranked: projects with a ballot. The others stand at the end without a place.
struct Standing {
    std::vector<double> worths{};
    judging::Square beats{};
    std::vector<double> first{}, top_3{};  // nothing where no chance can be told
};

// An order of which nobody knows how sure it is.
Standing unsure(std::vector<double> worths) {
    judging::Square beats(static_cast<int>(worths.size()));
    for (int a = 0; a < beats.size(); ++a)
        for (int b = 0; b < beats.size(); ++b) beats.at(a, b) = 0.5;
    return {std::move(worths), std::move(beats)};
}

std::optional<double> chance_at(std::vector<double> const& chances, int project) {
    return chances.empty() ? std::nullopt : std::optional(chances[at(project)]);
}

bool too_few(Results const& results) {
    return std::count_if(results.judges.begin(), results.judges.end(), [](JudgeResult const& one) {
               return one.ballots > 0;
           }) < judges_of_model_min;
}

void place(Standing const& standing, Results& results) {
    auto& all = results.projects;
    std::vector<int> ranked;
    for (auto const& one : all)
        if (one.ballots > 0) ranked.push_back(one.project);
    // Chances are among those who are ranked.
    judging::Square beats(static_cast<int>(ranked.size()));
    std::vector<double> worths;
    for (std::size_t a = 0; a < ranked.size(); ++a) {
        worths.push_back(standing.worths[at(ranked[a])]);
        for (std::size_t b = 0; b < ranked.size(); ++b)
            beats.at(static_cast<int>(a), static_cast<int>(b)) =
                standing.beats.at(ranked[a], ranked[b]);
    }
    auto const places = judging::places_of(beats);
    auto const groups = judging::tie_groups(worths, beats, sure_of_first);
    int next = 0;
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (int const n : groups[group]) {
            auto& one = all[at(ranked[at(n)])];
            one.place = ++next;
            one.group = static_cast<int>(group) + 1;
            one.places = places[at(n)];
            one.first = chance_at(standing.first, one.project);
            one.top_3 = chance_at(standing.top_3, one.project);
        }
    auto const order = judging::order_of(worths);
    if (order.size() > 1) results.first_before_second = beats.at(order[0], order[1]);
}

void add_stability(std::vector<std::vector<int>> const& orders, Results& results) {
    for (auto& one : results.projects) {
        judging::Places places{one.place, one.place};
        for (auto const& order : orders) {
            // Among those who are ranked.
            int seen = 0;
            for (int const project : order) {
                seen += results.projects[at(project)].ballots > 0;
                if (project == one.project) break;
            }
            places = {std::min(places.best, seen), std::max(places.worst, seen)};
        }
        one.without_one = places;
    }
}

void rank_scores(Ratings const& ratings, judging::Chance& chance, Results& results) {
    auto const model = judging::mixed_model(ratings).value();
    auto const draws = judging::posterior_draws(model, posterior_rows, chance);
    auto const intervals = judging::published_intervals(model);
    for (auto& one : results.projects) {
        one.worth = model.fair_score(one.project);
        // The scale ends there, whatever the normal distribution says.
        auto const& interval = intervals[at(one.project)];
        one.interval = {std::max(interval.low, 0.0), std::min(interval.high, 100.0)};
    }
    place({model.projects.value, judging::chances_of_beating(model),
           judging::chances_of_top(draws, 1, Equals::share),
           judging::chances_of_top(draws, 3, Equals::share)},
          results);
    auto const without = judging::leave_one_judge_out(ratings, model).value();
    std::vector<std::vector<int>> orders;
    for (auto const& one : without) orders.push_back(one.order);
    add_stability(orders, results);
    results.decisive = judging::decisive_judges(without, model);
    auto const agreement = judging::correlation_with_others(ratings);
    for (std::size_t n = 0; n < results.judges.size(); ++n) {
        results.judges[n].severity = {model.judges.value[n], model.judges.sd_marginal[n]};
        results.judges[n].agreement = agreement[n];
    }
}

// Two judges: the mean, and nothing that would pretend to more.
void rank_means(Results& results) {
    std::vector<double> worths;
    for (auto& one : results.projects) worths.push_back(one.worth = one.raw_mean.value_or(-1));
    place(unsure(std::move(worths)), results);
}

void take_scores(JuryRecord const& record, Results& results) {
    auto const ratings = ratings_of(record, results.incomplete);
    results.complete = static_cast<int>(ratings.rows.size());
    for (auto const& row : ratings.rows) {
        ++results.projects[at(row.project)].ballots;
        ++results.judges[at(row.judge)].ballots;
    }
    if (ratings.rows.empty()) return;
    auto const raw = judging::raw_means(ratings).value(), z = judging::z_means(ratings).value();
    auto const median = judging::centred_medians(ratings).value();
    auto const contests =
        judging::contests_of(ratings.projects, ratings.judges, judging::rankings_of(ratings));
    auto const worths = judging::worths(contests);
    for (auto& one : results.projects) {
        one.raw_mean = raw[at(one.project)];
        one.z_mean = z[at(one.project)];
        one.median = median[at(one.project)];
        if (!worths.refused() && one.ballots > 0)
            one.bradley_terry = worths.value().worth[at(one.project)];
    }
    results.apart = judging::not_comparable(ratings);
    if (results.apart) return;
    judging::Chance chance(record.seed());
    results.method = too_few(results) ? Method::raw_mean : Method::mixed_model;
    if (results.method == Method::raw_mean)
        rank_means(results);
    else
        rank_scores(ratings, chance, results);
}

Standing standing_by_contests(JuryRecord const& record, Contests const& contests,
                              judging::Worths const& worths, Results& results) {
    if (too_few(results)) return unsure(worths.worth);
    judging::Chance chance(record.seed());
    auto const draws = judging::bootstrap_worths(contests, {}, bootstrap_rows, chance).value();
    auto const intervals = judging::intervals_of(draws);
    for (auto& one : results.projects) one.interval = intervals[at(one.project)];
    // Where nothing tells them apart, nobody is favoured for the line it stands on.
    auto const [least, most] = std::minmax_element(worths.worth.begin(), worths.worth.end());
    auto const equals = *most - *least < 1e-9 ? Equals::share : Equals::in_order;
    return {worths.worth, judging::chances_of_beating(draws),
            judging::chances_of_top(draws, 1, equals), judging::chances_of_top(draws, 3, equals)};
}

void take_contests(JuryRecord const& record, Results& results) {
    auto const contests = contests_of(record);
    for (auto const& row : contests.rows) {
        ++results.projects[at(row.first)].ballots;
        ++results.projects[at(row.second)].ballots;
    }
    for (auto const& one : record.rankings) ++results.judges[at(one.judge)].ballots;
    for (auto const& one : record.pairs) ++results.judges[at(one.judge)].ballots;
    results.complete = static_cast<int>(record.rankings.size() + record.pairs.size());
    auto const worths = judging::worths(contests);
    if (worths.refused()) return;
    Contests seen = contests;  // projects that nobody compared are not apart, they are absent
    for (auto& one : results.projects) {
        one.worth = worths.value().worth[at(one.project)];
        if (one.ballots > 0) one.bradley_terry = one.worth;
    }
    Ratings graph{seen.projects, static_cast<int>(seen.rows.size())};
    for (std::size_t n = 0; n < seen.rows.size(); ++n)
        for (int const project : {seen.rows[n].first, seen.rows[n].second})
            graph.rows.push_back({project, static_cast<int>(n)});
    results.apart = judging::not_comparable(graph);
    if (results.apart) {
        results.apart->judges.clear();
        return;
    }
    results.method = Method::bradley_terry;
    place(standing_by_contests(record, contests, worths.value(), results), results);
    std::vector<std::vector<int>> orders;
    auto const first = judging::order_of(worths.value().worth).front();
    judging::WorthOptions near;  // the whole jury's worths are near those of all but one
    near.start = worths.value().worth;
    near.deviations = judging::Deviations::left_out;
    for (int judge = 0; judge < record.judges; ++judge) {
        Contests rest{contests.projects, contests.judges};
        for (auto const& row : contests.rows)
            if (row.judge != judge) rest.rows.push_back(row);
        if (rest.rows.empty() || rest.rows.size() == contests.rows.size()) continue;
        orders.push_back(judging::order_of(judging::worths(rest, near).value().worth));
        if (orders.back().front() != first) results.decisive.push_back(judge);
    }
    add_stability(orders, results);
}

}  // namespace

std::vector<std::optional<double>> medians_of(JuryRecord const& record, int project) {
    std::vector<std::optional<double>> medians;
    for (std::size_t n = 0; n < record.criteria.size(); ++n) {
        std::vector<int> marks;
        for (auto const& ballot : record.scores)
            if (ballot.project == project && ballot.marks[n]) marks.push_back(*ballot.marks[n]);
        medians.push_back(marks.empty() ? std::nullopt : std::optional(middle(std::move(marks))));
    }
    return medians;
}

std::string_view name_of(Method method) {
    switch (method) {
        case Method::mixed_model: return "mixed_model";
        case Method::raw_mean: return "raw_mean";
        case Method::bradley_terry: return "bradley_terry";
        case Method::none: return "none";
    }
    return {};
}

Results results_of(JuryRecord const& record) {
    Results results;
    for (std::size_t n = 0; n < record.projects.size(); ++n)
        results.projects.push_back({.project = static_cast<int>(n)});
    results.judges.resize(at(record.judges));
    for (auto& one : results.projects) one.criteria = medians_of(record, one.project);
    if (record.ballots == Ballots::score)
        take_scores(record, results);
    else
        take_contests(record, results);
    // Those without a place stand at the end.
    auto const standing = [](ProjectResult const& one) {
        return std::pair(one.place == 0, one.place == 0 ? one.project : one.place);
    };
    std::sort(
        results.projects.begin(), results.projects.end(),
        [&](ProjectResult const& a, ProjectResult const& b) { return standing(a) < standing(b); });
    return results;
}

}  // namespace wasl::challenges
