// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/amounts.hpp"

#include "kernel/text/fold.hpp"

namespace wasl::bank {

namespace {

constexpr std::int64_t power_of_ten(int places) {
    std::int64_t power = 1;
    for (int n = 0; n < places; ++n) power *= 10;
    return power;
}

// Digits of one side of the point; nothing where there is another sign, or more than fit.
bool take_digits(std::string_view& text, std::int64_t& value, int& count) {
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1)) {
        value = value * 10 + (text.front() - '0');
        ++count;
        if (value > whole_max) return false;
    }
    return true;
}

}  // namespace

std::optional<std::int64_t> scaled(std::string_view typed, int places) {
    std::string plain;  // folded: Western digits, no marks of direction
    for (char const sign : lexis::folded(typed))
        if (sign != ' ' && sign != '\'') plain += sign;
    std::string_view text = plain;
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::int64_t whole = 0, part = 0;
    int before = 0, after = 0;
    if (!take_digits(text, whole, before) || before == 0) return std::nullopt;
    if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
        text.remove_prefix(1);
        if (!take_digits(text, part, after) || after == 0 || after > places) return std::nullopt;
    }
    if (!text.empty()) return std::nullopt;
    auto const value = whole * power_of_ten(places) + part * power_of_ten(places - after);
    return negative ? -value : value;
}

std::string written(std::int64_t scaled, int places) {
    auto const one = power_of_ten(places);
    auto const size = scaled < 0 ? -scaled : scaled;
    std::string out = (scaled < 0 ? "-" : "") + std::to_string(size / one);
    auto part = std::to_string(one + size % one).substr(1);
    while (!part.empty() && part.back() == '0') part.pop_back();
    return part.empty() ? out : out + "." + part;
}

std::optional<Money> dirhams(std::string_view typed) {
    auto const centimes = scaled(typed, 2);
    if (!centimes || *centimes < 0) return std::nullopt;
    return Money::centimes(*centimes);
}

std::string written(Money amount) { return written(amount.in_centimes(), 2); }

}  // namespace wasl::bank
