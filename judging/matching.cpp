// SPDX-License-Identifier: Apache-2.0
#include "judging/matching.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "judging/index.hpp"

namespace wasl::judging {

namespace {

constexpr int unreached = -1;

std::size_t place_of(std::vector<int> const& ascending, int one) {
    return static_cast<std::size_t>(std::lower_bound(ascending.begin(), ascending.end(), one) -
                                    ascending.begin());
}

}  // namespace

Matching::Matching(std::vector<std::vector<int>> partners, std::vector<int> wants,
                   std::vector<int> takes)
    : partners_(std::move(partners)),
      takers_(takes.size()),
      wants_(std::move(wants)),
      takes_(std::move(takes)),
      whole_wants_(wants_),
      whole_takes_(takes_) {
    for (std::size_t left = 0; left < partners_.size(); ++left) {
        auto& given = given_.emplace_back(partners_[left].size(), 0);
        // Most are served by whoever is free; starting at other places spreads them.
        auto const amount = partners_[left].size();
        for (std::size_t n = 0; n < amount && wants_[left] > 0; ++n) {
            auto const place = (n + left * 7) % amount;
            auto const right = at(partners_[left][place]);
            if (takes_[right] == 0) continue;
            --takes_[right];
            --wants_[left];
            given[place] = 1;
            takers_[right].push_back(static_cast<int>(left));
        }
    }
}

// Distances from those who still want something; whether anybody with room can be reached.
bool Matching::layers() {
    left_layer_.assign(partners_.size(), unreached);
    right_layer_.assign(takes_.size(), unreached);
    std::vector<int> now;
    for (std::size_t left = 0; left < partners_.size(); ++left)
        if (wants_[left] > 0) {
            left_layer_[left] = 0;
            now.push_back(static_cast<int>(left));
        }
    bool room = false;
    for (int layer = 0; !now.empty() && !room; layer += 2) {
        std::vector<int> next;
        for (int const left : now)
            for (std::size_t n = 0; n < partners_[at(left)].size(); ++n) {
                auto const right = at(partners_[at(left)][n]);
                if (given_[at(left)][n] || right_layer_[right] != unreached) continue;
                right_layer_[right] = layer + 1;
                room |= takes_[right] > 0;
                for (int const taker : takers_[right])
                    if (left_layer_[at(taker)] == unreached) {
                        left_layer_[at(taker)] = layer + 2;
                        next.push_back(taker);
                    }
            }
        now = std::move(next);
    }
    left_next_.assign(partners_.size(), 0);
    right_next_.assign(takes_.size(), 0);
    return room;
}

// One more for this one, along the layers; who has to give a right one up finds himself another.
bool Matching::push(int one) {
    auto const left = at(one);
    for (auto& n = left_next_[left]; n < partners_[left].size(); ++n) {
        auto const right = at(partners_[left][n]);
        if (given_[left][n] || right_layer_[right] != left_layer_[left] + 1) continue;
        if (takes_[right] > 0) {
            --takes_[right];
            given_[left][n] = 1;
            takers_[right].push_back(one);
            return true;
        }
        for (auto& t = right_next_[right]; t < takers_[right].size(); ++t) {
            auto const taker = takers_[right][t];
            if (left_layer_[at(taker)] != right_layer_[right] + 1 || !push(taker)) continue;
            given_[at(taker)][place_of(partners_[at(taker)], static_cast<int>(right))] = 0;
            takers_[right][t] = one;
            given_[left][n] = 1;
            return true;
        }
    }
    return false;
}

std::int64_t Matching::missing() {
    while (layers())
        for (std::size_t left = 0; left < partners_.size(); ++left)
            while (wants_[left] > 0 && push(static_cast<int>(left))) --wants_[left];
    return std::accumulate(wants_.begin(), wants_.end(), std::int64_t{0});
}

Matching::Deficient Matching::deficient() const {
    // The last layers reached nobody with room: what they reached is the cut.
    Deficient found;
    for (std::size_t right = 0; right < right_layer_.size(); ++right)
        if (right_layer_[right] != unreached) {
            found.right.push_back(static_cast<int>(right));
            found.possible += whole_takes_[right];
        }
    for (std::size_t left = 0; left < left_layer_.size(); ++left) {
        if (left_layer_[left] == unreached) continue;
        found.left.push_back(static_cast<int>(left));
        found.wanted += whole_wants_[left];
        for (int const right : partners_[left])
            found.possible += right_layer_[at(right)] == unreached;
    }
    return found;
}

}  // namespace wasl::judging
