// SPDX-License-Identifier: Apache-2.0
#include "judging/dense.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>
#include <utility>

namespace wasl::judging {

namespace {

using Matrix = Eigen::MatrixXd;
using Block = Eigen::Ref<Matrix, 0, Eigen::OuterStride<>>;
constexpr Eigen::Index small = 64;

Eigen::Map<Matrix> seen(Square& square) { return {square.values(), square.size(), square.size()}; }
Eigen::Map<Matrix const> seen(Square const& square) {
    return {square.values(), square.size(), square.size()};
}
Eigen::Map<Eigen::VectorXd> seen(std::span<double> v) {
    return {v.data(), static_cast<Eigen::Index>(v.size())};
}

// L <- L^-1, by halves: a third of size^3 multiplications, most of them in products of blocks.
void invert_lower(Block lower) {
    auto const size = lower.rows();
    if (size <= small) {
        Matrix inverse = Matrix::Identity(size, size);
        lower.triangularView<Eigen::Lower>().solveInPlace(inverse);
        lower.triangularView<Eigen::Lower>() = inverse;
        return;
    }
    auto const half = size / 2, rest = size - half;
    invert_lower(lower.topLeftCorner(half, half));
    invert_lower(lower.bottomRightCorner(rest, rest));
    Matrix const corner = lower.bottomRightCorner(rest, rest).triangularView<Eigen::Lower>() *
                          lower.bottomLeftCorner(rest, half);
    lower.bottomLeftCorner(rest, half).noalias() =
        -corner * lower.topLeftCorner(half, half).triangularView<Eigen::Lower>();
}

// L <- the lower half of L' L, by halves.
void multiply_by_transposed(Block lower) {
    auto const size = lower.rows();
    if (size <= small) {
        Matrix whole = lower.triangularView<Eigen::Lower>();
        Matrix const product = whole.transpose() * whole;
        lower.triangularView<Eigen::Lower>() = product;
        return;
    }
    auto const half = size / 2, rest = size - half;
    multiply_by_transposed(lower.topLeftCorner(half, half));
    auto corner = lower.bottomLeftCorner(rest, half);
    lower.topLeftCorner(half, half).selfadjointView<Eigen::Lower>().rankUpdate(corner.transpose());
    corner =
        (lower.bottomRightCorner(rest, rest).triangularView<Eigen::Lower>().transpose() * corner)
            .eval();
    multiply_by_transposed(lower.bottomRightCorner(rest, rest));
}

}  // namespace

std::optional<Factor> Factor::of(Square matrix) {
    auto whole = seen(matrix);
    Eigen::LLT<Eigen::Ref<Matrix>> const factored(whole);
    if (factored.info() != Eigen::Success) return std::nullopt;
    for (int n = 0; n < matrix.size(); ++n)
        if (!(matrix.at(n, n) > 0) || !std::isfinite(matrix.at(n, n))) return std::nullopt;
    return Factor(std::move(matrix));
}

double Factor::log_determinant() const {
    double sum = 0;
    for (int n = 0; n < size(); ++n) sum += std::log(lower_.at(n, n));
    return 2 * sum;
}

void Factor::solve(std::span<double> v) const {
    auto vector = seen(v);
    auto const lower = seen(lower_).triangularView<Eigen::Lower>();
    lower.solveInPlace(vector);
    lower.transpose().solveInPlace(vector);
}

void Factor::spread(std::span<double const> v, std::span<double> out) const {
    Eigen::Map<Eigen::VectorXd const> const vector(v.data(), static_cast<Eigen::Index>(v.size()));
    seen(out).noalias() = seen(lower_).triangularView<Eigen::Lower>() * vector;
}

Square Factor::inverse() const {
    Square result = lower_;
    auto whole = seen(result);
    invert_lower(whole);
    multiply_by_transposed(whole);
    whole.triangularView<Eigen::StrictlyUpper>() = whole.transpose();
    return result;
}

}  // namespace wasl::judging
