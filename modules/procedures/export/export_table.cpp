// SPDX-License-Identifier: Apache-2.0
// The list as a table, with the filters of the page.
#include "kernel/csv.hpp"
#include "modules/procedures/catalogue.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/export/table.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t table_part_size = 64 * 1024;
constexpr std::size_t table_rows_max = 1'000'000;  // a spreadsheet holds no more

struct TableRows {
    std::shared_ptr<Picture const> picture;
    std::shared_ptr<directory::Picture const> places;
    std::vector<Entry const*> entries;
};

TableRows rows_of(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    TableRows out{pages.desk.picture(), pages.directory.picture(), {}};
    out.entries = every_sheet(*out.picture, *out.places, filter_of(asked.request));
    if (out.entries.size() > table_rows_max) out.entries.resize(table_rows_max);
    return out;
}

void name_file(http::Response& response, std::string_view name) {
    response.with("Content-Disposition", "attachment; filename=\"" + std::string(name) + "\"");
}

}  // namespace

Result<http::Response> csv(Pages const& pages, http::Asked const& asked) {
    http::Response response;
    response.type = "text/csv; charset=utf-8";
    name_file(response, "procedures.csv");
    response.parts = [list = rows_of(pages, asked), site = pages.site,
                      at = std::size_t{0}](std::string& part) mutable {
        if (at == 0) {
            part = csv_begin;
            append_csv(part, columns);
        }
        for (; at < list.entries.size() && part.size() < table_part_size; ++at)
            append_csv(part, cells_of(*list.entries[at], *list.places, site));
        return at < list.entries.size();
    };
    return response;
}

Result<http::Response> xlsx(Pages const& pages, http::Asked const& asked) {
    auto const list = rows_of(pages, asked);
    http::Response response;
    response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    name_file(response, "procedures.xlsx");
    response.body = workbook(list.entries, *list.places, pages.site);
    return response;
}

}  // namespace wasl::procedures
