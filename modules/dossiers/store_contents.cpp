// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/dossiers.hpp"

namespace wasl::dossiers {

static constexpr db::Sql contents{"dossiers.contents",
                                  "select sha256 from dossier_documents union "
                                  "select sha256 from dossier_uploads order by sha256"};
static constexpr db::Sql named_by{"dossiers.names_content", R"sql(
    select (select count(*) from dossier_documents where sha256 = $1)
        + (select count(*) from dossier_uploads where sha256 = $2)
)sql"};

void each_content(db::Reader& reader, std::function<void(std::string_view)> const& look) {
    reader.each(contents, [&](db::Row const& row) { look(row.text(0)); });
}

bool names_content(db::Reader& reader, std::string_view sha256) {
    return reader.count(named_by, sha256, sha256) > 0;
}

}  // namespace wasl::dossiers
