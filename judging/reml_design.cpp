// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "judging/index.hpp"
#include "judging/reml.hpp"

namespace wasl::judging {

namespace {

// Positions count from the middle of the judge's own sequence.
std::vector<double> middles(Ratings const& ratings) {
    std::vector<double> sum(at(ratings.judges)), ballots(at(ratings.judges));
    for (auto const& row : ratings.rows) {
        sum[at(row.judge)] += row.position;
        ++ballots[at(row.judge)];
    }
    for (std::size_t n = 0; n < sum.size(); ++n) sum[n] /= std::max(ballots[n], 1.0);
    return sum;
}

struct Cell {
    int outer, inner;
    double weight;
};

Crossing crossing_of(std::vector<Cell> cells, int outer, int inner) {
    std::sort(cells.begin(), cells.end(), [](Cell const& a, Cell const& b) {
        return a.outer != b.outer ? a.outer < b.outer : a.inner < b.inner;
    });
    Crossing crossing{outer, inner};
    crossing.start.assign(at(outer) + 1, 0);
    Cell const* last = nullptr;
    for (auto const& cell : cells) {
        if (last != nullptr && last->outer == cell.outer && last->inner == cell.inner) {
            crossing.weight.back() += cell.weight;
        } else {
            crossing.with.push_back(cell.inner);
            crossing.weight.push_back(cell.weight);
            ++crossing.start[at(cell.outer) + 1];
        }
        last = &cell;
    }
    for (std::size_t n = 1; n < crossing.start.size(); ++n)
        crossing.start[n] += crossing.start[n - 1];
    return crossing;
}

double mean_score(Ratings const& ratings) {
    double sum = 0, weights = 0;
    for (auto const& row : ratings.rows) {
        sum += row.weight * row.score;
        weights += row.weight;
    }
    return sum / weights;
}

}  // namespace

Design design_of(Ratings const& ratings, Drift drift) {
    Design design;
    bool const by_project = ratings.projects >= ratings.judges;
    design.outer = by_project ? Design::Outer::projects : Design::Outer::judges;
    auto const outer = std::max(ratings.projects, ratings.judges);
    auto const inner = std::min(ratings.projects, ratings.judges);
    design.rows = static_cast<int>(ratings.rows.size());
    design.centre = mean_score(ratings);
    auto const middle = middles(ratings);
    std::size_t const columns = drift == Drift::estimated ? 3 : 2;
    design.amount = {std::vector<double>(at(outer)), std::vector<double>(at(inner))};
    design.columns.assign(columns, design.amount);
    design.products = Square(static_cast<int>(columns));
    std::vector<Cell> cells;
    cells.reserve(ratings.rows.size());
    for (auto const& row : ratings.rows) {
        auto const o = by_project ? row.project : row.judge;
        auto const i = by_project ? row.judge : row.project;
        std::array<double, 3> values{1, row.position - middle[at(row.judge)], 0};
        values[columns - 1] = row.score - design.centre;
        cells.push_back({o, i, row.weight});
        design.amount.outer[at(o)] += row.weight;
        design.amount.inner[at(i)] += row.weight;
        design.log_weights += std::log(row.weight);
        for (std::size_t n = 0; n < columns; ++n) {
            design.columns[n].outer[at(o)] += row.weight * values[n];
            design.columns[n].inner[at(i)] += row.weight * values[n];
            for (std::size_t m = 0; m < columns; ++m)
                design.products.at(static_cast<int>(n), static_cast<int>(m)) +=
                    row.weight * values[n] * values[m];
        }
    }
    design.crossing = crossing_of(std::move(cells), outer, inner);
    return design;
}

}  // namespace wasl::judging
