// SPDX-License-Identifier: Apache-2.0
// Retention of contents: a document's file goes when no row of any module names it any more. One
// content may stand in several dossiers, so only the rows know.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/files/files.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::app {

// What a module that keeps documents says of them.
struct Contents {
    void (*each)(db::Reader&, std::function<void(std::string_view sha256)> const&);
    bool (*names)(db::Reader&, std::string_view sha256);
};
bool is_named(db::Reader&, std::vector<Contents> const&, std::string_view sha256);

// A file is named after it was written: for as long it is not asked who names it.
inline constexpr std::chrono::hours unnamed_age_min{24};

// Erases what nobody names, each with an entry of the platform's journal; how many.
int sweep(db::Database&, files::Store&, std::vector<Contents> const&, Instant now);
jobs::Job sweep_job(files::Store&, std::vector<Contents>);

}  // namespace wasl::app
