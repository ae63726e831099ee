// SPDX-License-Identifier: Apache-2.0
#include "app/export.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <stdexcept>

#include "app/house.hpp"
#include "app/store_export.hpp"

namespace wasl::app {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

// Worthless elsewhere, or a way in for whoever finds the folder.
constexpr auto secret_tables = std::to_array<std::string_view>(
    {"people_sessions", "people_codes", "people_tokens", "people_keys", "people_recovery_codes",
     "people_attempts", "job_leases", "procedure_import_lines", "procedure_imports"});
constexpr auto secret_columns =
    std::to_array<std::string_view>({"password", "totp_secret", "totp_step", "idempotency_key"});
bool among(auto const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Exporter {
public:
    Exporter(db::Reader& reader, files::Store const& files, fs::path folder,
             std::optional<AdministrationId> only)
        : reader_(reader), files_(files), folder_(std::move(folder)), only_(only) {}

    void table(Table const& table) {
        if (among(secret_tables, table.name)) return;
        if (only_ && !store::holds_rows_of_one(table)) return;
        write(table);
        describe(table);
        ++done_.tables;
    }

    void documents() {
        fs::create_directories(folder_ / "documents");
        store::each_document(reader_, only_, [&](db::Row const& row) { document(row.str(0)); });
    }

    Exported finish() {
        std::ofstream out(folder_ / "tables.json");
        out << json::serialize(described_) << '\n';
        out.close();
        if (!out) throw std::runtime_error("tables.json could not be written");
        return done_;
    }

private:
    void write(Table const& table) {
        std::vector<Table::Column> columns;
        for (auto const& column : table.columns)
            if (!among(secret_columns, column.name)) columns.push_back(column);
        fs::create_directories(folder_ / table.module);
        std::ofstream out(folder_ / table.module / (table.name + ".jsonl"));
        rows_.each(reader_, table, columns, only_, [&](db::Row const& row) {
            out << json::serialize(object_of(columns, row)) << '\n';
            ++done_.rows;
        });
        out.close();
        if (!out) throw std::runtime_error(table.name + " could not be written");
    }

    // Numbers of ids are larger than what many readers of JSON keep exactly: all are text there.
    static json::object object_of(std::vector<Table::Column> const& columns, db::Row const& row) {
        json::object one;
        for (int n = 0; n < static_cast<int>(columns.size()); ++n) {
            auto const& column = columns[static_cast<std::size_t>(n)];
            if (row.null(n))
                one[column.name] = nullptr;
            else if (column.number)
                one[column.name] = std::to_string(row.number(n));
            else
                one[column.name] = row.text(n);
        }
        return one;
    }

    void describe(Table const& table) {
        json::object columns;
        for (auto const& column : table.columns)
            if (!among(secret_columns, column.name))
                columns[column.name] = json::object{{"kind", column.number ? "number" : "text"},
                                                    {"what", column.what}};
        described_.push_back(json::object{{"table", table.name},
                                          {"file", table.module + "/" + table.name + ".jsonl"},
                                          {"what", table.what},
                                          {"columns", std::move(columns)}});
    }

    void document(std::string const& sha256) {
        auto const path = files_.find(sha256);
        if (!path) {
            ++done_.missing;
            return;
        }
        fs::copy_file(*path, folder_ / "documents" / sha256, fs::copy_options::overwrite_existing);
        ++done_.documents;
    }

    db::Reader& reader_;
    files::Store const& files_;
    fs::path folder_;
    std::optional<AdministrationId> only_;
    store::Rows rows_;
    json::array described_;
    Exported done_;
};

}  // namespace

Exported export_to(db::Database& database, files::Store const& files, fs::path const& folder,
                   std::optional<AdministrationId> only) {
    if (fs::exists(folder) && !fs::is_empty(folder))
        throw std::runtime_error("not an empty folder: " + folder.string());
    fs::create_directories(folder);
    // It holds personal data: its owner alone may look.
    fs::permissions(folder, fs::perms::owner_all);
    return database.read([&](db::Reader& reader) {
        Exporter exporter(reader, files, folder, only);
        for (auto const& table : tables_of(House::schema())) exporter.table(table);
        exporter.documents();
        return exporter.finish();
    });
}

}  // namespace wasl::app
