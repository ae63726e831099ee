// SPDX-License-Identifier: Apache-2.0
#include "platform/db/db.hpp"

namespace wasl::db {

Cell cell(std::nullptr_t) { return nullptr; }
Cell cell(std::nullopt_t) { return nullptr; }
Cell cell(bool value) { return std::int64_t{value ? 1 : 0}; }
Cell cell(std::string_view value) { return value; }
Cell cell(Bytes value) { return value; }
Cell cell(Date value) { return iso(value); }
Cell cell(Instant value) { return micros(value); }
Cell cell(Money value) { return value.in_centimes(); }

Date Row::date(int column) const {
    auto const read = date_from_iso(text(column));
    if (!read) throw Breakdown("column " + std::to_string(column) + " holds no day");
    return *read;
}

std::optional<Date> Row::maybe_date(int column) const {
    return null(column) ? std::nullopt : std::optional(date(column));
}

std::optional<Instant> Row::maybe_moment(int column) const {
    return null(column) ? std::nullopt : std::optional(moment(column));
}

std::optional<std::int64_t> Row::maybe_number(int column) const {
    return null(column) ? std::nullopt : std::optional(number(column));
}

}  // namespace wasl::db
