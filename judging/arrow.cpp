// SPDX-License-Identifier: Apache-2.0
#include "judging/arrow.hpp"

#include <cmath>

#include "judging/index.hpp"

namespace wasl::judging {

namespace {

struct Row {
    std::size_t first, end;
};

Row row_of(Crossing const& crossing, std::size_t outer) {
    return {at(crossing.start[outer]), at(crossing.start[outer + 1])};
}

}  // namespace

double dot(std::span<double const> a, std::span<double const> b) {
    double sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n) sum += a[n] * b[n];
    return sum;
}

double dot(Both const& a, Both const& b) { return dot(a.outer, b.outer) + dot(a.inner, b.inner); }

std::optional<Arrow> Arrow::of(Crossing const& crossing, std::vector<double> pairs, Both diagonal) {
    Square rest(crossing.inner);
    for (int n = 0; n < crossing.inner; ++n) rest.at(n, n) = diagonal.inner[at(n)];
    for (std::size_t outer = 0; outer < diagonal.outer.size(); ++outer) {
        if (!(diagonal.outer[outer] > 0)) return std::nullopt;
        auto const [first, end] = row_of(crossing, outer);
        for (auto n = first; n < end; ++n) {
            auto const share = pairs[n] / diagonal.outer[outer];
            auto* const column = &rest.at(0, crossing.with[n]);
            for (auto m = n; m < end; ++m) column[crossing.with[m]] -= share * pairs[m];
        }
    }
    auto factor = Factor::of(std::move(rest));
    if (!factor) return std::nullopt;
    return Arrow(crossing, std::move(pairs), std::move(diagonal.outer), std::move(*factor));
}

void Arrow::solve(Both& v) const {
    for (std::size_t outer = 0; outer < outer_.size(); ++outer) {
        v.outer[outer] /= outer_[outer];
        auto const [first, end] = row_of(*crossing_, outer);
        for (auto n = first; n < end; ++n)
            v.inner[at(crossing_->with[n])] -= pairs_[n] * v.outer[outer];
    }
    rest_.solve(v.inner);
    for (std::size_t outer = 0; outer < outer_.size(); ++outer) {
        auto const [first, end] = row_of(*crossing_, outer);
        double sum = 0;
        for (auto n = first; n < end; ++n) sum += pairs_[n] * v.inner[at(crossing_->with[n])];
        v.outer[outer] -= sum / outer_[outer];
    }
}

double Arrow::log_determinant() const {
    double sum = rest_.log_determinant();
    for (double const one : outer_) sum += std::log(one);
    return sum;
}

std::vector<double> Arrow::outer_inverse_diagonal(Square const& inner) const {
    std::vector<double> diagonal(outer_.size());
    for (std::size_t outer = 0; outer < outer_.size(); ++outer) {
        auto const [first, end] = row_of(*crossing_, outer);
        double sum = 0;
        for (auto n = first; n < end; ++n) {
            auto const* const column = inner.values() + at(crossing_->with[n]) * at(inner.size());
            double part = pairs_[n] * column[crossing_->with[n]] / 2;
            for (auto m = n + 1; m < end; ++m) part += pairs_[m] * column[crossing_->with[m]];
            sum += pairs_[n] * part;
        }
        diagonal[outer] = (1 + 2 * sum / outer_[outer]) / outer_[outer];
    }
    return diagonal;
}

Square Arrow::outer_inverse(Square const& inner) const {
    Square whole(crossing_->outer);
    std::vector<double> across(at(crossing_->inner));  // a row of C, times the inner inverse
    for (int one = 0; one < crossing_->outer; ++one) {
        std::fill(across.begin(), across.end(), 0.0);
        auto const [first, end] = row_of(*crossing_, at(one));
        for (auto n = first; n < end; ++n) {
            auto const* const column = inner.values() + at(crossing_->with[n]) * at(inner.size());
            for (std::size_t m = 0; m < across.size(); ++m) across[m] += pairs_[n] * column[m];
        }
        for (int other = one; other < crossing_->outer; ++other) {
            auto const [from, to] = row_of(*crossing_, at(other));
            double sum = 0;
            for (auto n = from; n < to; ++n) sum += pairs_[n] * across[at(crossing_->with[n])];
            whole.at(one, other) = whole.at(other, one) =
                sum / (outer_[at(one)] * outer_[at(other)]);
        }
        whole.at(one, one) += 1 / outer_[at(one)];
    }
    return whole;
}

}  // namespace wasl::judging
