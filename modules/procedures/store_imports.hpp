// SPDX-License-Identifier: Apache-2.0
// The SQL of files that wait to be imported.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/db/db.hpp"

namespace wasl::procedures {

using ImportId = Id<struct ImportTag>;

struct WaitingImport {
    ImportId id{0};
    AdministrationId owner{0};
    Instant at{};
    std::string name;
    std::string content;  // empty in lists
};

namespace store {

void keep_import(db::Writer&, WaitingImport const&, PersonId by);
std::vector<WaitingImport> imports_of(db::Reader&, PersonId);  // newest first
std::optional<WaitingImport> import_of(db::Reader&, ImportId, PersonId);
bool drop_import(db::Writer&, ImportId, PersonId);
void drop_imports_before(db::Writer&, Instant);

}  // namespace store
}  // namespace wasl::procedures
