// SPDX-License-Identifier: Apache-2.0
// `wasl export`: everything in open formats, for whoever leaves this program or must hand over an
// administration's records. One JSON object a line, one file a table, in a folder a module; beside
// them the documents under their hashes, and tables.json with what each table and column is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/id.hpp"
#include "platform/db/db.hpp"
#include "platform/files/files.hpp"

namespace wasl::app {

// A table as the schema files declare it.
struct Table {
    struct Column {
        std::string name;
        bool number = false;
        std::string what;  // the schema's own sentence
    };
    std::string module, name, what;
    std::vector<Column> columns;

    bool has(std::string_view column) const;
};
std::vector<Table> tables_of(std::vector<db::SchemaStep> const&);

struct Exported {
    int tables = 0;
    std::int64_t rows = 0, documents = 0, missing = 0;
};
// Of one administration: its dossiers and all that hangs on them, its positions, its chain of the
// journal, what it offers; else of the whole house. Secrets (passwords, sessions, codes, keys of
// programs, seeds of second factors) stay behind: nobody could use them elsewhere.
Exported export_to(db::Database&, files::Store const&, std::filesystem::path const& folder,
                   std::optional<AdministrationId> only);

}  // namespace wasl::app
