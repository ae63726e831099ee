// SPDX-License-Identifier: Apache-2.0
// Pictures that some report names.
#include "modules/reports/reports.hpp"

namespace wasl::reports {

static constexpr db::Sql contents{"reports.contents", R"sql(
    select sha256 from report_photos
    union select thumbnail from report_photos where thumbnail <> '' order by sha256
)sql"};
static constexpr db::Sql named_by{"reports.names_content", R"sql(
    select (select count(*) from report_photos where sha256 = $1)
        + (select count(*) from report_photos where thumbnail = $2)
)sql"};

void each_content(db::Reader& reader, std::function<void(std::string_view)> const& look) {
    reader.each(contents, [&](db::Row const& row) { look(row.text(0)); });
}

bool names_content(db::Reader& reader, std::string_view sha256) {
    return reader.count(named_by, sha256, sha256) > 0;
}

}  // namespace wasl::reports
