// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/inside.hpp"
#include "modules/dossiers/store_uploads.hpp"

namespace wasl::dossiers {

Result<Sent> remember_upload(db::Writer& writer, http::Visitor const& visitor,
                             files::Stored const& stored, std::string_view name, Instant now) {
    if (!visitor.signed_in()) return Refusal{Refused::not_signed_in, say(msg::refused_actor)};
    if (store::uploads_count(writer, visitor.person, now) >= uploads_max)
        return Refusal{Refused::too_often, say(msg::api_uploads_too_many)};
    Sent sent{.stored = stored, .name = std::string(name), .until = now + upload_age_max};
    store::keep_upload(writer, visitor.person, sent);
    return sent;
}

Result<std::vector<Supplied>> sent_files(db::Reader& reader, http::Visitor const& visitor,
                                         std::span<SentFor const> wanted, Instant now) {
    std::vector<Supplied> found;
    for (auto const& one : wanted) {
        auto sent = store::upload(reader, visitor.person, one.sha256, now);
        if (!sent) return Refusal{Refused::invalid, say(msg::api_upload_unknown), {}, "upload"};
        found.push_back({.requirement = one.requirement,
                         .stored = std::move(sent->stored),
                         .name = std::move(sent->name)});
        if (!one.name.empty()) found.back().name = one.name;
    }
    return found;
}

// An hour later than it ended, so that nobody is in the middle of using it.
jobs::Job uploads_job() {
    return {.name = "dossiers.uploads",
            .every = std::chrono::minutes(30),
            .run = [](db::Database& database, Instant now) {
                auto const done = database.write([&](db::Writer& writer) -> Outcome {
                    store::drop_uploads(writer, now - std::chrono::hours(1));
                    return Done{};
                });
                check(!done.refused(), "forgetting is never refused");
            }};
}

}  // namespace wasl::dossiers
