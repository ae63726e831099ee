// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/dossiers/uploads.hpp"

namespace wasl::dossiers::store {

void keep_upload(db::Writer&, PersonId, Sent const&);
std::int64_t uploads_count(db::Reader&, PersonId, Instant now);
std::optional<Sent> upload(db::Reader&, PersonId, std::string_view sha256, Instant now);
void drop_uploads(db::Writer&, Instant until);

}  // namespace wasl::dossiers::store
