// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres_row.hpp"

#include <bit>
#include <charconv>
#include <cmath>

namespace wasl::db {
namespace {

// What the wire carries: the highest byte first.
template<typename Unsigned>
Unsigned from_wire(std::string_view bytes) {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof(Unsigned) && i < bytes.size(); ++i)
        value = static_cast<Unsigned>(value << 8U | static_cast<unsigned char>(bytes[i]));
    return value;
}

// The whole part of a numeric: groups of four decimal digits after a head of four 16-bit words
// (count of groups, weight of the first, sign, scale).
std::int64_t from_numeric(std::string_view bytes) {
    auto const word = [&](std::size_t place) {
        return from_wire<std::uint16_t>(bytes.substr(std::min(place * 2, bytes.size())));
    };
    constexpr std::uint16_t negative = 0x4000;
    auto const groups = word(0);
    auto const weight = static_cast<std::int16_t>(word(1));
    std::uint64_t whole = 0;
    for (int group = 0; group <= weight; ++group)
        whole = whole * 10'000U + (group < groups ? word(4U + static_cast<unsigned>(group)) : 0U);
    return static_cast<std::int64_t>(word(2) == negative ? 0U - whole : whole);
}

std::int64_t from_text(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string_view PostgresRow::raw(int column) const {
    return {PQgetvalue(result_, row_, column),
            static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::int64_t PostgresRow::number(int column) const {
    if (null(column)) return 0;
    auto const value = raw(column);
    switch (static_cast<PostgresType>(PQftype(result_, column))) {
        case PostgresType::int8: return static_cast<std::int64_t>(from_wire<std::uint64_t>(value));
        case PostgresType::int4: return static_cast<std::int32_t>(from_wire<std::uint32_t>(value));
        case PostgresType::int2: return static_cast<std::int16_t>(from_wire<std::uint16_t>(value));
        case PostgresType::boolean: return value == std::string_view("\1", 1) ? 1 : 0;
        case PostgresType::numeric: return from_numeric(value);
        case PostgresType::float8:
            return static_cast<std::int64_t>(
                std::trunc(std::bit_cast<double>(from_wire<std::uint64_t>(value))));
        default: return from_text(value);
    }
}

std::string_view PostgresRow::text(int column) const {
    if (null(column)) return {};
    switch (static_cast<PostgresType>(PQftype(result_, column))) {
        case PostgresType::int8:
        case PostgresType::int4:
        case PostgresType::int2:
        case PostgresType::boolean:
        case PostgresType::numeric: return written_.emplace_back(std::to_string(number(column)));
        default: return raw(column);
    }
}

Bytes PostgresRow::bytes(int column) const {
    if (null(column)) return {};
    return std::as_bytes(std::span(raw(column)));
}

}  // namespace wasl::db
