// SPDX-License-Identifier: Apache-2.0
// Bringing sheets in from a file: the form, what would happen row by row, what did.
#pragma once

#include "modules/procedures/import/import.hpp"
#include "modules/procedures/store_imports.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct ImportForm {
    std::vector<Place> owners;
    std::string owner;  // as chosen
    std::vector<WaitingImport> waiting;
    html::Faults faults;
    std::string_view csrf;
};
void show_import(html::Html&, ImportForm const&);

inline constexpr std::size_t import_rows_shown = 50;  // a page
struct ImportRowsPage {
    WaitingImport const& file;
    std::vector<KeptLine> lines{};  // of this page
    int page = 1;
    std::string_view csrf;
};
void show_import_rows(html::Html&, ImportRowsPage const&);

}  // namespace wasl::procedures::views
