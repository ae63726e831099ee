// SPDX-License-Identifier: Apache-2.0
#include "judging/chance.hpp"

#include <bit>

#include "judging/normal.hpp"

namespace wasl::judging {

namespace {

std::uint64_t split_mix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

}  // namespace

Chance::Chance(std::uint64_t seed) : state_{} {
    for (auto& word : state_) word = split_mix(seed);
}

std::uint64_t Chance::next() {
    auto const result = std::rotl(state_[1] * 5, 7) * 9;
    auto const shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint64_t Chance::below(std::uint64_t amount) {
    // The lowest numbers are drawn again, so that what is left divides evenly.
    auto const uneven = (0 - amount) % amount;
    for (;;) {
        auto const drawn = next();
        if (drawn >= uneven) return drawn % amount;
    }
}

double Chance::uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }

double Chance::normal() { return normal_quantile(uniform()); }

std::uint64_t seed_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (char const sign : text) hash = (hash ^ static_cast<unsigned char>(sign)) * 0x100000001b3U;
    return hash;
}

}  // namespace wasl::judging
