// SPDX-License-Identifier: Apache-2.0
// All SQL of votes of the public.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges::store {

std::optional<Poll> poll(db::Reader&, EditionId);
bool keep(db::Writer&, EditionId, Poll const&);  // false where it is no longer of that version
void remove_poll(db::Writer&, EditionId);
void cast(db::Writer&, EditionId, PersonId, TeamId, Instant now);
std::optional<TeamId> vote_of(db::Reader&, EditionId, PersonId);
struct Counted {
    TeamId team{0};
    std::int64_t votes = 0;
};
std::vector<Counted> votes(db::Reader&, EditionId);
struct CastVote {
    std::string edition;  // its code
    TeamId team{0};
    Instant at{};
};
std::vector<CastVote> votes_of(db::Reader&, PersonId);
// The vote stays, and is nobody's any more.
void detach_votes(db::Writer&, PersonId);

}  // namespace wasl::challenges::store
