// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/decimal.hpp"

namespace wasl::procedures {

std::optional<Decimal> Decimal::read(std::string_view text) {
    auto const point = text.find_first_of(".,");
    auto const before = text.substr(0, point);
    auto const after =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    bool const pointless = point == std::string_view::npos;
    if (before.empty() || before.size() > 12 || after.size() > 4 || (!pointless && after.empty()))
        return std::nullopt;
    std::int64_t parts = 0;
    auto const take = [&](std::string_view digits) {
        for (char const sign : digits) {
            if (sign < '0' || sign > '9') return false;
            parts = parts * 10 + (sign - '0');
        }
        return true;
    };
    if (!take(before) || !take(after)) return std::nullopt;
    for (auto n = after.size(); n < 4; ++n) parts *= 10;
    return Decimal(parts);
}

std::string Decimal::text() const {
    auto out = std::to_string(parts_ / one);
    auto rest = std::to_string(parts_ % one + one).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? out : out + "." + rest;
}

}  // namespace wasl::procedures
