// SPDX-License-Identifier: Apache-2.0
// Statements made of the schema's own names, never of anybody's words.
#include "app/store_export.hpp"

#include <algorithm>
#include <array>

namespace wasl::app::store {

namespace {

constexpr db::Sql all_documents{"export.documents",
                                "select distinct sha256 from dossier_documents"};
constexpr db::Sql documents_of_one{"export.documents_of_one", R"sql(
    select distinct sha256 from dossier_documents
    where dossier in (select id from dossiers where administration = $1)
)sql"};

// Public knowledge, without which the rest could not be read.
constexpr auto common_tables = std::to_array<std::string_view>(
    {"directory_administrations", "directory_units", "directory_territories",
     "directory_holiday_acts", "procedure_decisions", "procedure_revisions"});

// Which rows of a table belong to one administration; nothing where none do.
std::optional<std::string> rows_of_one(Table const& table) {
    if (std::find(common_tables.begin(), common_tables.end(), table.name) != common_tables.end())
        return "";
    if (table.name == "journal_entries" || table.name == "journal_chains")
        return " where chain = $1";
    if (table.name == "people_persons")
        return " where id in (select applicant from dossiers where administration = $1)";
    if (table.name == "procedure_sheets") return " where owner = $1";
    if (table.has("administration")) return " where administration = $1";
    if (table.has("dossier"))
        return " where dossier in (select id from dossiers where administration = $1)";
    return std::nullopt;
}

}  // namespace

bool holds_rows_of_one(Table const& table) { return rows_of_one(table).has_value(); }

void Rows::each(db::Reader& reader, Table const& table, std::vector<Table::Column> const& columns,
                std::optional<AdministrationId> only, EachRow const& row) {
    auto const rows = only ? rows_of_one(table).value_or("") : "";
    std::string names;
    for (auto const& column : columns) names += (names.empty() ? "" : ", ") + column.name;
    auto const& text = statements_.emplace_back("select " + names + " from " + table.name + rows);
    std::vector<db::Cell> cells;
    if (!rows.empty()) cells.push_back(db::cell(*only));
    reader.run({"export.table", text}, cells, row);
}

void each_document(db::Reader& reader, std::optional<AdministrationId> only, EachRow const& row) {
    if (only)
        reader.each(documents_of_one, row, *only);
    else
        reader.each(all_documents, row);
}

}  // namespace wasl::app::store
