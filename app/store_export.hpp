// SPDX-License-Identifier: Apache-2.0
// What an export reads: rows of any table, as the schema files declare it.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "app/export.hpp"

namespace wasl::app::store {

using EachRow = std::function<void(db::Row const&)>;

// Whether the table has rows that belong to one administration, or all may read it.
bool holds_rows_of_one(Table const&);
// Its statements live as long as it does: a connection may be asked for one again.
class Rows {
public:
    void each(db::Reader&, Table const&, std::vector<Table::Column> const&,
              std::optional<AdministrationId> only, EachRow const&);

private:
    std::deque<std::string> statements_;
};
// The hash of each document that a dossier names.
void each_document(db::Reader&, std::optional<AdministrationId> only, EachRow const&);

}  // namespace wasl::app::store
