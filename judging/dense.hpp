// SPDX-License-Identifier: Apache-2.0
// Symmetric positive definite matrices, whole in memory (8 size^2 bytes). The only door to the
// library of linear algebra, which dense.cpp alone includes.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace wasl::judging {

class Square {
public:
    explicit Square(int size = 0)
        : size_(size), values_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {}

    int size() const { return size_; }
    double& at(int row, int column) { return values_[place(row, column)]; }
    double at(int row, int column) const { return values_[place(row, column)]; }
    double* values() { return values_.data(); }
    double const* values() const { return values_.data(); }

private:
    std::size_t place(int row, int column) const {  // by columns
        return static_cast<std::size_t>(column) * static_cast<std::size_t>(size_) +
               static_cast<std::size_t>(row);
    }
    int size_;
    std::vector<double> values_;
};

// The Cholesky factor L of a matrix L L'. What lies above the diagonal of what is given is not
// read.
class Factor {
public:
    // Nothing where the matrix is not positive definite, as far as doubles can tell.
    static std::optional<Factor> of(Square matrix);

    int size() const { return lower_.size(); }
    double log_determinant() const;
    void solve(std::span<double> v) const;                                // v <- (L L')^-1 v
    void spread(std::span<double const> v, std::span<double> out) const;  // out <- L v
    Square inverse() const;                                               // both halves

private:
    explicit Factor(Square lower) : lower_(std::move(lower)) {}
    Square lower_;
};

}  // namespace wasl::judging
