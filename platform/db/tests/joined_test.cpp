// SPDX-License-Identifier: Apache-2.0
#include "platform/db/joined.hpp"

namespace wasl::db {
namespace {

constexpr Piece columns = "select id, name from places ";
static_assert(joined<columns, "where id = $1"> == "select id, name from places where id = $1");
static_assert(joined<columns, "where ", "id = $1", ""> == joined<columns, "where id = $1">);
// The address of a statement is its key: equal pieces are one text.
static_assert(joined<columns, "limit 1">.data() == joined<columns, "limit 1">.data());

}  // namespace
}  // namespace wasl::db
