// SPDX-License-Identifier: Apache-2.0
#include "app/sweep.hpp"

#include <algorithm>

#include "platform/journal/journal.hpp"

namespace wasl::app {

bool is_named(db::Reader& reader, std::vector<Contents> const& contents, std::string_view sha256) {
    return std::any_of(contents.begin(), contents.end(),
                       [&](Contents const& one) { return one.names(reader, sha256); });
}

static std::vector<std::string> unnamed(db::Database& database, files::Store const& files,
                                        std::vector<Contents> const& contents, Instant than) {
    std::vector<std::string> found;
    database.read([&](db::Reader& reader) {
        files.each_older(than, [&](std::string_view sha256) {
            if (!is_named(reader, contents, sha256)) found.emplace_back(sha256);
        });
        return 0;
    });
    return found;
}

int sweep(db::Database& database, files::Store& files, std::vector<Contents> const& contents,
          Instant now) {
    auto const than = now - unnamed_age_min;
    int erased = 0;
    for (auto const& sha256 : unnamed(database, files, contents, than)) {
        // Asked again among the writes: what was named meanwhile stays. The file goes after the
        // entry, so that a crash between the two leaves it for the next time.
        auto const goes = database.write([&](db::Writer& writer) -> Result<bool> {
            if (is_named(writer, contents, sha256)) return false;
            // Enough to recognise it by for whoever has the content, and no more.
            journal::append(
                writer, {.chain = 0, .kind = "files.erased", .subject = sha256.substr(0, 16)}, now);
            return true;
        });
        if (goes.value() && files.erase_older(sha256, than)) ++erased;
    }
    return erased;
}

jobs::Job sweep_job(files::Store& files, std::vector<Contents> contents) {
    return {.name = "files.sweep",
            .every = std::chrono::hours(6),
            .run = [&files, contents = std::move(contents)](db::Database& database, Instant now) {
                sweep(database, files, contents, now);
            }};
}

}  // namespace wasl::app
