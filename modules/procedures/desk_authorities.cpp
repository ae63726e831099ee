// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/messages.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {

std::vector<Authority> authorities(db::Reader& db) {
    std::vector<Authority> out;
    for (auto const duty : authority_duties)
        out.push_back({duty, store::authority(db, duty).value_or(AdministrationId{0})});
    return out;
}

Outcome appoint(db::Writer& db, directory::Picture const& places, std::string_view duty,
                std::string_view slug, PersonId by, Instant now) {
    auto const* const one = places.by_slug(slug);
    if (one == nullptr) return Refusal{Refused::invalid, say(msg::refusal_place), {}, duty};
    // A collectivity would look at its own sheets, or at those of its supervisor (art. 9).
    if (one->kind == directory::Kind::collectivity)
        return Refusal{Refused::invalid, say(msg::refusal_authority_kind), "55.19/9", duty};
    store::keep_authority(db, duty, one->id);
    journal::append(db, {one->id.value(), "procedures.appointed", std::string(duty), by.value()},
                    now);
    return Done{};
}

}  // namespace wasl::procedures
