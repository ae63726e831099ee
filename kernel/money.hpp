// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace wasl {

// An amount of dirhams, counted in centimes. Exact, signed, and with only as many operators as a
// fee needs: money times money does not compile.
class Money {
public:
    static constexpr Money dirhams(std::int64_t count) { return Money(count * 100); }
    static constexpr Money centimes(std::int64_t count) { return Money(count); }

    constexpr std::int64_t in_centimes() const { return centimes_; }

    friend constexpr Money operator+(Money a, Money b) { return Money(a.centimes_ + b.centimes_); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.centimes_ - b.centimes_); }
    friend auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(std::int64_t centimes) : centimes_(centimes) {}
    std::int64_t centimes_;
};

static_assert(Money::dirhams(50) - Money::centimes(1) == Money::centimes(4999));

}  // namespace wasl
