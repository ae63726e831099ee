// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/dossiers.hpp"

namespace wasl::dossiers {

static constexpr db::Sql contents{"dossiers.contents",
                                  "select distinct sha256 from dossier_documents order by sha256"};

void each_content(db::Reader& reader, std::function<void(std::string_view)> const& look) {
    reader.each(contents, [&](db::Row const& row) { look(row.text(0)); });
}

}  // namespace wasl::dossiers
