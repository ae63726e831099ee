// SPDX-License-Identifier: Apache-2.0
// The schema files read as what they are: each table and column with the sentence beside it.
#include <algorithm>

#include "app/export.hpp"

namespace wasl::app {

bool Table::has(std::string_view column) const {
    return std::any_of(columns.begin(), columns.end(),
                       [&](Column const& one) { return one.name == column; });
}

namespace {

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view next_line(std::string_view& text) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

// "-- why" at the end of a line, or nothing.
std::string_view sentence_of(std::string_view line) {
    auto const at = line.find("--");
    return at == std::string_view::npos ? std::string_view() : trimmed(line.substr(at + 2));
}

void add_column(Table& table, std::string_view line, std::string_view above) {
    auto const text = trimmed(line);
    auto const name = text.substr(0, text.find(' '));
    // Keys over several columns are no columns.
    if (name == "primary" || name == "unique" || name == "foreign" || name == "check") return;
    auto const type = trimmed(text.substr(name.size()));
    bool const number = type.starts_with("{BIGINT}") || type.starts_with("{PK}");
    if (!number && !type.starts_with("text")) return;
    auto const beside = sentence_of(line);
    table.columns.push_back(
        {std::string(name), number, std::string(beside.empty() ? above : beside)});
}

// A later step may add a column or drop one, give a table another's name or take it away.
bool change(std::string_view line, std::string_view above, std::vector<Table>& found) {
    static constexpr std::string_view altering = "alter table ";
    static constexpr std::string_view dropping = "drop table ";
    static constexpr std::string_view adding = " add column ";
    static constexpr std::string_view losing = " drop column ";
    static constexpr std::string_view renaming = " rename to ";
    auto const named = [&](std::string_view name) {
        return std::find_if(found.begin(), found.end(),
                            [&](Table const& table) { return table.name == name; });
    };
    if (line.starts_with(dropping)) {
        auto const gone = named(line.substr(0, line.find(';')).substr(dropping.size()));
        if (gone != found.end()) found.erase(gone);
        return true;
    }
    if (!line.starts_with(altering)) return false;
    auto const rest = line.substr(altering.size());
    auto const table = named(rest.substr(0, rest.find(' ')));
    if (table == found.end()) return true;
    if (auto const at = rest.find(adding); at != std::string_view::npos)
        add_column(*table, rest.substr(at + adding.size()), above);
    if (auto const at = rest.find(losing); at != std::string_view::npos)
        std::erase_if(table->columns,
                      [gone = rest.substr(0, rest.find(';')).substr(at + losing.size())](
                          Table::Column const& one) { return one.name == gone; });
    if (auto const at = rest.find(renaming); at != std::string_view::npos)
        table->name = rest.substr(0, rest.find(';')).substr(at + renaming.size());
    return true;
}

void read_step(db::SchemaStep const& step, std::vector<Table>& found) {
    static constexpr std::string_view opening = "create table ";
    auto text = step.text;
    std::string above;
    bool inside = false;
    while (!text.empty()) {
        auto const line = next_line(text);
        if (trimmed(line).starts_with("--")) {
            above += (above.empty() ? "" : " ") + std::string(sentence_of(line));
            continue;
        }
        if (!inside && change(line, above, found)) {
            above.clear();
            continue;
        }
        if (line.starts_with(opening)) {
            auto const rest = line.substr(opening.size());
            found.push_back({std::string(step.module.substr(step.module.find('/') + 1)),
                             std::string(rest.substr(0, rest.find(' '))),
                             above,
                             {}});
            inside = true;
        } else if (line.starts_with(")")) {
            inside = false;
        } else if (inside) {
            add_column(found.back(), line, above);
        }
        above.clear();
    }
}

}  // namespace

std::vector<Table> tables_of(std::vector<db::SchemaStep> const& steps) {
    std::vector<Table> found;
    for (auto const& step : steps) read_step(step, found);
    return found;
}

}  // namespace wasl::app
