// SPDX-License-Identifier: Apache-2.0
// A number as tariffs write it: exact, with at most four digits after the point. Never a float.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wasl::procedures {

class Decimal {
public:
    static constexpr std::int64_t one = 10'000;
    static constexpr std::int64_t whole_max = 1'000'000'000'000;

    constexpr Decimal() = default;
    static constexpr Decimal whole(std::int64_t count) { return Decimal(count * one); }
    static constexpr Decimal parts(std::int64_t ten_thousandths) {
        return Decimal(ten_thousandths);
    }
    // "12", "12.5", "0,0005"; not negative, at most 12 digits before the point and 4 after it.
    static std::optional<Decimal> read(std::string_view);

    constexpr std::int64_t in_parts() const { return parts_; }
    std::string text() const;  // "12.5": no zero that says nothing

    friend auto operator<=>(Decimal, Decimal) = default;

private:
    constexpr explicit Decimal(std::int64_t parts) : parts_(parts) {}
    std::int64_t parts_ = 0;
};

}  // namespace wasl::procedures
