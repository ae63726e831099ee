// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/api_act.hpp"

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers::api {

Result<http::Response> act(Pages const& pages, http::Acted const& acted, Version version,
                           Work const& work) {
    auto const known = TRY(version_asked(acted.request));
    if (version == Version::wanted && !known)
        return problem(acted, 428, say(msg::api_header_missing, {text("header", "If-Match")}));
    Act const act{.by = acted.visitor,
                  .number = acted.wild(0),
                  .version = known.value_or(0),
                  .now = acted.now};
    TRY(acted.write([&](db::Writer& writer) { return work(writer, act); }));
    auto const after = TRY(pages.desk.see(acted.db, acted.visitor, act.number, acted.today));
    return shown(pages, acted, after);
}

}  // namespace wasl::dossiers::api
