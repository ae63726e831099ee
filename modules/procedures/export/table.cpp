// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/export/table.hpp"

#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "kernel/csv.hpp"
#include "kernel/text/cut.hpp"
#include "kernel/text/joined.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t cell_max = 32'000;  // bytes; a spreadsheet takes 32,767 signs

std::string yes_cell(bool holds) { return holds ? "1" : "0"; }

// A name in the folder for what does not last; taken away again whatever happens.
class Passing {
public:
    Passing() {
        auto name = (std::filesystem::temp_directory_path() / "wasl-list-XXXXXX").string();
        int const handle = ::mkstemp(name.data());
        if (handle < 0) throw db::Breakdown("no place for a file that does not last");
        ::close(handle);
        name_ = name;
    }
    ~Passing() {
        std::error_code ignored;
        std::filesystem::remove(name_, ignored);
    }
    Passing(Passing const&) = delete;
    Passing& operator=(Passing const&) = delete;
    std::string const& name() const { return name_; }

private:
    std::string name_;
};

void write_row(lxw_worksheet* sheet, lxw_row_t row, auto const& cells) {
    lxw_col_t column = 0;
    for (auto const& cell : cells)
        worksheet_write_string(sheet, row, column++,
                               std::string(lexis::cut(cell, cell_max)).c_str(), nullptr);
}

}  // namespace

Cells cells_of(Entry const& entry, directory::Picture const& places, std::string_view site) {
    auto const* const owner = places.administration(entry.owner);
    return {entry.code,
            entry.title.ar,
            entry.title.fr,
            entry.summary.ar,
            entry.summary.fr,
            owner == nullptr ? "" : owner->slug,
            owner == nullptr ? "" : owner->name.ar,
            owner == nullptr ? "" : owner->name.fr,
            std::string(name_of(entry.state)),
            std::to_string(entry.version),
            entry.immediate ? "" : std::to_string(entry.term_days),
            yes_cell(entry.immediate),
            std::string(name_of(entry.silence)),
            yes_cell(entry.free_of_charge),
            yes_cell(entry.online),
            lexis::joined(entry.themes),
            lexis::joined(entry.audience),
            std::string(site) + "/procedures/" + entry.code};
}

// Quoted only where it must be, so that codes and numbers stay bare.
static void append_cell(std::string& out, std::string_view cell) {
    if (is_formula(cell) || cell.find_first_of(",\"\r\n;") != std::string_view::npos)
        out += csv_cell(cell);
    else
        out += cell;
}

template<typename Row>
static void append_row(std::string& out, Row const& row) {
    bool first = true;
    for (auto const& cell : row) {
        if (!first) out += ',';
        first = false;
        append_cell(out, cell);
    }
    out += "\r\n";
}

void append_csv(std::string& out, std::span<std::string_view const> row) { append_row(out, row); }
void append_csv(std::string& out, Cells const& row) { append_row(out, row); }

std::string workbook(std::vector<Entry const*> const& entries, directory::Picture const& places,
                     std::string_view site) {
    Passing const file;
    // Rows go to the disk as they come: the length of the list does not matter.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    auto* const book = workbook_new_opt(file.name().c_str(), &options);
    if (book == nullptr) throw db::Breakdown("the spreadsheet cannot be begun");
    auto* const sheet = workbook_add_worksheet(book, "procedures");
    worksheet_right_to_left(sheet);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_column(sheet, 1, 4, 40, nullptr);
    lxw_row_t row = 0;
    write_row(sheet, row++, columns);
    for (auto const* const entry : entries) write_row(sheet, row++, cells_of(*entry, places, site));
    if (workbook_close(book) != LXW_NO_ERROR)
        throw db::Breakdown("the spreadsheet cannot be written");
    std::ifstream in(file.name(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace wasl::procedures
