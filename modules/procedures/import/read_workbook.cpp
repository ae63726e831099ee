// SPDX-License-Identifier: Apache-2.0
// The first sheet of an XLSX workbook. Two parts of the container are read, each no further than
// its limit: a bomb is refused where it begins to swell.
#include <archive.h>
#include <archive_entry.h>

#include <charconv>
#include <memory>
#include <pugixml.hpp>

#include "modules/procedures/import/import.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::import {
namespace {

constexpr std::size_t part_max = 48 << 20;  // of a part, unpacked
constexpr std::size_t ratio_max = 100;      // unpacked to packed, beyond the first MiB
constexpr int workbook_entries_max = 1000;
constexpr std::size_t columns_max = 200;

struct Freed {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

struct WorkbookParts {
    std::optional<Said> refused;
    std::string texts, sheet;
};

// Nothing: within the limits.
std::optional<Said> read_part(archive* reader, std::size_t packed, std::string& into) {
    char buffer[65536];
    while (true) {
        auto const size = archive_read_data(reader, buffer, sizeof buffer);
        if (size < 0) return say(msg::import_refused_damaged);
        if (size == 0) return std::nullopt;
        into.append(buffer, static_cast<std::size_t>(size));
        bool const swells = into.size() > (1U << 20U) && into.size() / ratio_max > packed;
        if (into.size() > part_max || swells) return say(msg::import_refused_swells);
    }
}

WorkbookParts parts_of(std::string_view bytes) {
    std::unique_ptr<archive, Freed> const reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return {say(msg::import_refused_damaged), {}, {}};
    WorkbookParts out;
    archive_entry* entry = nullptr;
    for (int count = 0; archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK; ++count) {
        if (count > workbook_entries_max) return {say(msg::import_refused_damaged), {}, {}};
        char const* const raw = archive_entry_pathname(entry);
        std::string_view const name = raw == nullptr ? "" : raw;
        auto* const into = name == "xl/sharedStrings.xml"       ? &out.texts
                           : name == "xl/worksheets/sheet1.xml" ? &out.sheet
                                                                : nullptr;
        if (into == nullptr) continue;
        if (auto const refused = read_part(reader.get(), bytes.size(), *into))
            return {refused, {}, {}};
    }
    if (out.sheet.empty()) out.refused = say(msg::import_refused_damaged);
    return out;
}

// The text of <si> or <is>: one <t>, or several within runs.
std::string node_text(pugi::xml_node node) {
    std::string out;
    for (auto const part : node.children()) {
        std::string_view const name = part.name();
        if (name == "t") out += part.text().get();
        if (name == "r") out += part.child("t").text().get();
    }
    return out;
}

// "BC12" is column 54.
std::size_t column_of(std::string_view reference, std::size_t otherwise) {
    std::size_t column = 0;
    for (char const sign : reference) {
        if (sign < 'A' || sign > 'Z' || column > columns_max) break;
        column = column * 26 + static_cast<std::size_t>(sign - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
}

std::string cell_value(pugi::xml_node cell, std::vector<std::string> const& texts) {
    std::string_view const type = cell.attribute("t").value();
    if (type == "inlineStr") return node_text(cell.child("is"));
    std::string_view const value = cell.child("v").text().get();
    if (type != "s") return std::string(value);
    std::size_t at = 0;
    auto const read = std::from_chars(value.data(), value.data() + value.size(), at);
    return read.ec == std::errc{} && at < texts.size() ? texts[at] : std::string();
}

}  // namespace

std::optional<Said> from_workbook(std::string_view bytes, Take const& take) {
    auto const parts = parts_of(bytes);
    if (parts.refused) return parts.refused;
    pugi::xml_document shared, sheet;
    bool const read =
        (parts.texts.empty() || shared.load_buffer(parts.texts.data(), parts.texts.size())) &&
        sheet.load_buffer(parts.sheet.data(), parts.sheet.size());
    if (!read) return say(msg::import_refused_damaged);
    std::vector<std::string> texts;
    for (auto const one : shared.child("sst").children("si")) texts.push_back(node_text(one));
    Rows rows;
    for (auto const row : sheet.child("worksheet").child("sheetData").children("row")) {
        std::vector<std::string> cells;
        for (auto const cell : row.children("c")) {
            auto const column = column_of(cell.attribute("r").value(), cells.size());
            if (column >= columns_max) break;
            if (cells.size() <= column) cells.resize(column + 1);
            cells[column] = cell_value(cell, texts);
        }
        rows.emplace_back(row.attribute("r").as_int(static_cast<int>(rows.size()) + 1),
                          std::move(cells));
        if (rows.size() > import_rows_max + 1) break;
    }
    return from_rows(rows, take);
}

}  // namespace wasl::procedures::import
