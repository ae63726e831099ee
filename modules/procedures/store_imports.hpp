// SPDX-License-Identifier: Apache-2.0
// The SQL of files that wait to be imported.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/procedures/import/import_kept.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures {

using ImportId = Id<struct ImportTag>;

struct WaitingImport {
    ImportId id{0};
    AdministrationId owner{0};
    Instant at{};
    std::string name;
    std::string content;    // empty in lists
    ImportSums sums{};      // what was found in it
    std::string refused{};  // kept words: why it was not read; empty: it was
    bool taken = false;     // confirmed
};

namespace store {

void keep_import(db::Writer&, WaitingImport const&, PersonId by);
// What was found in it, in place of what was found before; `taken` where it was confirmed.
void keep_report(db::Writer&, ImportId, ImportReport const&, std::optional<Instant> taken);
std::vector<WaitingImport> imports_of(db::Reader&, PersonId);  // newest first
std::optional<WaitingImport> import_of(db::Reader&, ImportId, PersonId);
// Without its content, which is large.
std::optional<WaitingImport> examined_import(db::Reader&, ImportId, PersonId);
std::vector<KeptLine> import_lines(db::Reader&, ImportId, std::size_t from, std::size_t count);
bool drop_import(db::Writer&, ImportId, PersonId);
void drop_imports_before(db::Writer&, Instant);

}  // namespace store
}  // namespace wasl::procedures
