// SPDX-License-Identifier: Apache-2.0
// Files that a program sends first and names afterwards: the reference is the SHA-256 of the
// content, good for a day, and for nobody but the person whose token sent it. Whoever knows the
// hash of another's document gains nothing by it.
#pragma once

#include "modules/dossiers/dossiers.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::dossiers {

inline constexpr int uploads_max = 200;  // of one person, waiting to be used
inline constexpr std::chrono::hours upload_age_max{24};
inline constexpr std::size_t upload_name_signs_max = 120;

struct Sent {
    files::Stored stored;
    std::string name;
    Instant until{};
};
Result<Sent> remember_upload(db::Writer&, http::Visitor const&, files::Stored const&,
                             std::string_view name, Instant now);

// One of a call's documents: what it is for, and the reference of its content.
struct SentFor {
    std::string requirement, sha256;
    std::string name;  // empty: as it was called when it was sent
};
Result<std::vector<Supplied>> sent_files(db::Reader&, http::Visitor const&,
                                         std::span<SentFor const>, Instant now);

// Forgets references that are over; the contents that nobody names any more are swept by the app.
jobs::Job uploads_job();

}  // namespace wasl::dossiers
