// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/dossiers/uploads.hpp"

namespace wasl::dossiers::store {

void keep_upload(db::Writer&, PersonId, Sent const&);
std::int64_t uploads_count(db::Reader&, PersonId, Instant now);
std::optional<Sent> upload(db::Reader&, PersonId, std::string_view sha256, Instant now);
// Contents that nobody waits for any more and no dossier names; their references are gone.
std::vector<std::string> drop_uploads(db::Writer&, Instant until, int limit);

}  // namespace wasl::dossiers::store
