// SPDX-License-Identifier: Apache-2.0
#include "judging/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "judging/index.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

// Scores by project, then by judge; refuses holes and doubles.
Answer<std::vector<std::vector<double>>> whole_table(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    if (ratings.projects < 2 || ratings.judges < 2) return Reason{Cause::nothing_given};
    auto const hole = std::nan("");
    std::vector<std::vector<double>> table(at(ratings.projects),
                                           std::vector<double>(at(ratings.judges), hole));
    for (auto const& row : ratings.rows) {
        auto& cell = table[at(row.project)][at(row.judge)];
        if (!std::isnan(cell)) return Reason{Cause::incomplete_table, {row.project}, {row.judge}};
        cell = row.score;
    }
    for (int p = 0; p < ratings.projects; ++p)
        for (int j = 0; j < ratings.judges; ++j)
            if (std::isnan(table[at(p)][at(j)])) return Reason{Cause::incomplete_table, {p}, {j}};
    return table;
}

std::vector<std::vector<double>> by_project(Ratings const& ratings) {
    std::vector<std::vector<double>> scores(at(ratings.projects));
    for (auto const& row : ratings.rows) scores[at(row.project)].push_back(row.score);
    return scores;
}

double correlation(std::vector<double> const& a, std::vector<double> const& b) {
    auto const n = static_cast<double>(a.size());
    auto const mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
    auto const mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        ab += (a[k] - mean_a) * (b[k] - mean_b);
        aa += (a[k] - mean_a) * (a[k] - mean_a);
        bb += (b[k] - mean_b) * (b[k] - mean_b);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : std::nan("");
}

// Krippendorff's squared distance of two of the values, ascending, that occur so many times.
class Distance {
public:
    Distance(Scale scale, std::map<double, double> const& amounts) : scale_(scale) {
        double below = 0;
        for (auto const& [value, amount] : amounts) {
            middle_[value] = below + amount / 2;
            below += amount;
        }
    }

    double operator()(double a, double b) const {
        auto const squared = [](double v) { return v * v; };
        switch (scale_) {
            case Scale::nominal: return a == b ? 0 : 1;
            case Scale::ordinal: return squared(middle_.at(a) - middle_.at(b));
            case Scale::interval: return squared(a - b);
            case Scale::ratio: return a + b == 0 ? 0 : squared((a - b) / (a + b));
        }
        return 0;
    }

private:
    Scale scale_;
    std::map<double, double> middle_;
};

// Ranks from 1, ties at their mean; `ties` grows by t^3 - t for each group of t.
std::vector<double> ranks_of(std::vector<double> const& scores, double& ties) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    std::vector<double> ranks(scores.size());
    for (std::size_t first = 0; first < order.size();) {
        auto end = first;
        while (end < order.size() && scores[order[end]] == scores[order[first]]) ++end;
        auto const tied = static_cast<double>(end - first);
        ties += tied * tied * tied - tied;
        for (auto n = first; n < end; ++n)
            ranks[order[n]] = (static_cast<double>(first + end) + 1) / 2;
        first = end;
    }
    return ranks;
}

double squared(double v) { return v * v; }

}  // namespace

Answer<IntraclassCorrelations> intraclass_correlations(Ratings const& ratings) {
    auto const table = TRY(whole_table(ratings));
    double const n = ratings.projects, k = ratings.judges;
    std::vector<double> judge(at(ratings.judges), 0.0);
    double total = 0, squares = 0, between = 0;
    for (auto const& row : table) {
        auto const sum = std::accumulate(row.begin(), row.end(), 0.0);
        total += sum;
        between += sum * sum / k;
        for (std::size_t j = 0; j < row.size(); ++j) {
            judge[j] += row[j];
            squares += row[j] * row[j];
        }
    }
    double judges = 0;
    for (double const sum : judge) judges += sum * sum / n;
    auto const mean = total * total / (n * k);
    auto const msb = (between - mean) / (n - 1);
    auto const msj = (judges - mean) / (k - 1);
    auto const msw = (squares - between) / (n * (k - 1));
    auto const mse = (squares - between - judges + mean) / ((n - 1) * (k - 1));
    auto const over = [](double above, double below) { return below > 0 ? above / below : 0.0; };
    IntraclassCorrelations icc;
    icc.single_1 = over(msb - msw, msb + (k - 1) * msw);
    icc.single_2 = over(msb - mse, msb + (k - 1) * mse + k * (msj - mse) / n);
    icc.single_3 = over(msb - mse, msb + (k - 1) * mse);
    icc.mean_1 = over(msb - msw, msb);
    icc.mean_2 = over(msb - mse, msb + (msj - mse) / n);
    icc.mean_3 = over(msb - mse, msb);
    return icc;
}

Answer<double> krippendorff_alpha(Ratings const& ratings, Scale scale) {
    if (auto reason = fault(ratings)) return *reason;
    std::map<double, double> amounts;
    auto scores = by_project(ratings);
    std::erase_if(scores, [](auto const& all) { return all.size() < 2; });
    if (scores.empty()) return Reason{Cause::incomplete_table};
    double values = 0;
    for (auto const& all : scores)
        for (double const score : all) {
            ++amounts[score];
            ++values;
        }
    Distance const distance(scale, amounts);
    double observed = 0, expected = 0;
    for (auto const& all : scores)
        for (double const a : all)
            for (double const b : all)
                observed += distance(a, b) / static_cast<double>(all.size() - 1);
    for (auto const& [a, times_a] : amounts)
        for (auto const& [b, times_b] : amounts) expected += times_a * times_b * distance(a, b);
    return expected > 0 ? 1 - (values - 1) * observed / expected : 1.0;
}

Answer<double> cohen_kappa(Ratings const& ratings, int one, int other, KappaWeights weights) {
    if (auto reason = fault(ratings)) return *reason;
    std::map<int, double> first, second;
    for (auto const& row : ratings.rows) {
        if (row.judge == one) first[row.project] = row.score;
        if (row.judge == other) second[row.project] = row.score;
    }
    std::vector<std::pair<double, double>> both;
    for (auto const& [project, score] : first)
        if (second.contains(project)) both.emplace_back(score, second.at(project));
    if (both.empty()) return Reason{Cause::incomplete_table, {}, {one, other}};
    auto const distance = [&](double a, double b) {
        if (weights == KappaWeights::none) return a == b ? 0.0 : 1.0;
        return weights == KappaWeights::linear ? std::abs(a - b) : squared(a - b);
    };
    double observed = 0, expected = 0;
    for (auto const& [a, b] : both) {
        observed += distance(a, b);
        for (auto const& [c, d] : both) expected += distance(a, d);
    }
    expected /= static_cast<double>(both.size());
    return expected > 0 ? 1 - observed / expected : 1.0;
}

Answer<double> fleiss_kappa(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    auto const scores = by_project(ratings);
    auto const each = static_cast<double>(scores.front().size());
    if (each < 2) return Reason{Cause::incomplete_table, {0}};
    double agreed = 0;
    std::map<double, double> shares;
    for (std::size_t p = 0; p < scores.size(); ++p) {
        if (static_cast<double>(scores[p].size()) != each)
            return Reason{Cause::incomplete_table, {static_cast<int>(p)}};
        std::map<double, double> amounts;
        for (double const score : scores[p]) ++amounts[score];
        for (auto const& [score, amount] : amounts) {
            agreed += amount * (amount - 1) / (each * (each - 1));
            shares[score] += amount;
        }
    }
    auto const projects = static_cast<double>(scores.size());
    double chance = 0;
    for (auto const& [score, amount] : shares) chance += squared(amount / (projects * each));
    agreed /= projects;
    return chance < 1 ? (agreed - chance) / (1 - chance) : 1.0;
}

Answer<double> kendall_w(Ratings const& ratings) {
    auto const table = TRY(whole_table(ratings));
    double const n = ratings.projects, k = ratings.judges;
    std::vector<double> sums(table.size(), 0.0), scores(table.size());
    double ties = 0;
    for (std::size_t j = 0; j < at(ratings.judges); ++j) {
        for (std::size_t p = 0; p < table.size(); ++p) scores[p] = table[p][j];
        auto const ranks = ranks_of(scores, ties);
        for (std::size_t p = 0; p < ranks.size(); ++p) sums[p] += ranks[p];
    }
    double spread = 0;
    for (double const sum : sums) spread += squared(sum - k * (n + 1) / 2);
    auto const most = k * k * (n * n * n - n) - k * ties;
    return most > 0 ? 12 * spread / most : 0.0;
}

std::vector<std::optional<double>> correlation_with_others(Ratings const& ratings) {
    std::vector<double> sums(at(ratings.projects), 0.0), ballots(sums.size(), 0.0);
    for (auto const& row : ratings.rows) {
        sums[at(row.project)] += row.score;
        ++ballots[at(row.project)];
    }
    std::vector<std::vector<double>> own(at(ratings.judges)), others(at(ratings.judges));
    for (auto const& row : ratings.rows) {
        auto const rest = ballots[at(row.project)] - 1;
        if (rest < 1) continue;
        own[at(row.judge)].push_back(row.score);
        others[at(row.judge)].push_back((sums[at(row.project)] - row.score) / rest);
    }
    std::vector<std::optional<double>> correlations(own.size());
    for (std::size_t j = 0; j < own.size(); ++j) {
        if (own[j].size() < 3) continue;
        auto const found = correlation(own[j], others[j]);
        if (!std::isnan(found)) correlations[j] = found;
    }
    return correlations;
}

}  // namespace wasl::judging
