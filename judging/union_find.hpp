// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <numeric>
#include <utility>
#include <vector>

namespace wasl::judging {

// Who belongs together (Tarjan 1975; by size, with halved paths).
class UnionFind {
public:
    explicit UnionFind(int amount)
        : above_(static_cast<std::size_t>(amount)), size_(static_cast<std::size_t>(amount), 1) {
        std::iota(above_.begin(), above_.end(), 0);
    }

    int root(int one) {
        auto at = static_cast<std::size_t>(one);
        while (above_[at] != static_cast<int>(at)) {
            above_[at] = above_[static_cast<std::size_t>(above_[at])];
            at = static_cast<std::size_t>(above_[at]);
        }
        return static_cast<int>(at);
    }

    // Whether they were apart.
    bool join(int one, int other) {
        auto a = static_cast<std::size_t>(root(one)), b = static_cast<std::size_t>(root(other));
        if (a == b) return false;
        if (size_[a] < size_[b]) std::swap(a, b);
        above_[b] = static_cast<int>(a);
        size_[a] += size_[b];
        return true;
    }

private:
    std::vector<int> above_;
    std::vector<int> size_;
};

}  // namespace wasl::judging
