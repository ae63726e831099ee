// SPDX-License-Identifier: Apache-2.0
// Chance that can be repeated: the same seed gives the same numbers on every machine, with every
// compiler and every standard library. The generator is xoshiro256** 1.0 (D. Blackman, S. Vigna,
// "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021), its state filled by
// SplitMix64 from one 64-bit seed, as its authors advise. Nothing here asks the C library for a
// logarithm: those differ in the last bit from one processor to the next.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace wasl::judging {

class Chance {
public:
    explicit Chance(std::uint64_t seed);

    std::uint64_t next();                       // all 64 bits
    std::uint64_t below(std::uint64_t amount);  // 0 .. amount - 1, each equally likely
    double uniform();                           // in (0, 1), 53 bits, never 0 and never 1
    double normal();                            // mean 0, variance 1, by inversion (AS 241)

    template<typename T>
    void shuffle(std::span<T> all) {  // Fisher and Yates, from the end
        for (std::size_t n = all.size(); n > 1; --n) std::swap(all[n - 1], all[below(n)]);
    }

private:
    std::array<std::uint64_t, 4> state_;
};

// A seed from any text (FNV-1a, 64 bits): the hexadecimal hash of a file of ballots, for one.
std::uint64_t seed_of(std::string_view text);

}  // namespace wasl::judging
