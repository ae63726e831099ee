// SPDX-License-Identifier: Apache-2.0
// The vote of the public: when, who, for whom. Pure; polls.hpp takes the votes.
#pragma once

#include <optional>

#include "kernel/result.hpp"
#include "modules/challenges/edition.hpp"

namespace wasl::challenges {

// Who has a vote, from the widest on: an account whose address is confirmed, one whose holder
// showed a paper at a counter, one that holds a position.
enum class Voters : std::uint8_t { confirmed, verified, civil_servants };
inline constexpr std::size_t voters_count = 3;
std::string_view name_of(Voters);
std::optional<Voters> voters_named(std::string_view);

struct Poll {
    Span span;
    Voters voters = Voters::verified;
    bool own_team = false;  // whether a member may vote for the own team
    std::int64_t version = 0;
};

enum class PollState { before, open, closed };
PollState state_of(Poll const&, Instant now);

struct Elector {
    bool signed_in = false;
    bool is_confirmed = false, is_verified = false, is_civil_servant = false;
    std::optional<TeamId> own_team{};
};
// not_signed_in, forbidden for whoever has no vote, conflict outside its days.
Outcome may_vote(Poll const&, Elector const&, Instant now);
Outcome may_vote_for(Poll const&, Elector const&, TeamId);

// It opens later than now, ends after that, and nobody votes about what may still change.
Outcome fits(Poll const&, Edition const&, Instant now);

}  // namespace wasl::challenges
