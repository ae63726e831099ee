// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <list>

#include "platform/db/db.hpp"

namespace wasl::db {

// The types that our dialect meets, by the numbers PostgreSQL has given them for ever.
enum class PostgresType : Oid {
    boolean = 16,
    bytea = 17,
    int8 = 20,
    int2 = 21,
    int4 = 23,
    text = 25,
    float8 = 701,
    varchar = 1043,
    numeric = 1700,
};

// A row of a binary result.
class PostgresRow final : public Row {
public:
    PostgresRow(PGresult const* result, int row) : result_(result), row_(row) {}

    bool null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t number(int column) const override;
    std::string_view text(int column) const override;
    Bytes bytes(int column) const override;

private:
    std::string_view raw(int column) const;

    PGresult const* result_;
    int row_;
    mutable std::list<std::string> written_;  // numbers asked for as text
};

}  // namespace wasl::db
