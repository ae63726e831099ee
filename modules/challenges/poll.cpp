// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/poll.hpp"

#include <array>

#include "kernel/value_named.hpp"
#include "modules/challenges/ends.hpp"
#include "modules/challenges/messages.hpp"

namespace wasl::challenges {

static constexpr std::array<std::string_view, voters_count> voters_names{"confirmed", "verified",
                                                                         "civil_servants"};

std::string_view name_of(Voters voters) { return voters_names[static_cast<std::size_t>(voters)]; }

std::optional<Voters> voters_named(std::string_view name) {
    return value_named<Voters>(voters_names, name);
}

PollState state_of(Poll const& poll, Instant now) {
    if (now < poll.span.opens_at) return PollState::before;
    return poll.span.holds(now) ? PollState::open : PollState::closed;
}

static bool has_vote(Voters voters, Elector const& elector) {
    switch (voters) {
        case Voters::confirmed: return elector.is_confirmed || elector.is_verified;
        case Voters::verified: return elector.is_verified;
        case Voters::civil_servants: return elector.is_civil_servant;
    }
    return false;
}

Outcome may_vote(Poll const& poll, Elector const& elector, Instant now) {
    switch (state_of(poll, now)) {
        case PollState::before:
            return Refusal{Refused::conflict,
                           say(msg::refused_not_yet, {{"moment", poll.span.opens_at}})};
        case PollState::closed:
            return Refusal{Refused::conflict,
                           said_end(msg::refused_poll_closed_day, msg::refused_poll_closed,
                                    poll.span.closes_at)};
        case PollState::open: break;
    }
    if (!elector.signed_in) return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (has_vote(poll.voters, elector)) return Done{};
    return Refusal{Refused::forbidden,
                   say(poll.voters == Voters::civil_servants ? msg::refused_poll_civil_servants
                       : poll.voters == Voters::verified     ? msg::refused_poll_verified
                                                             : msg::refused_poll_confirmed)};
}

Outcome may_vote_for(Poll const& poll, Elector const& elector, TeamId team) {
    if (!poll.own_team && elector.own_team == team)
        return Refusal{Refused::forbidden, say(msg::refused_poll_own_team), {}, "team"};
    return Done{};
}

Outcome fits(Poll const& poll, Edition const& edition, Instant now) {
    auto const& submission = edition.span(Phase::submission);
    if (poll.span.opens_at <= now || (submission && poll.span.opens_at < submission->closes_at))
        return Refusal{Refused::invalid, say(msg::refused_poll_opens), {}, "first"};
    if (poll.span.closes_at <= poll.span.opens_at)
        return Refusal{Refused::invalid, say(msg::refused_phase_ends), {}, "last"};
    return Done{};
}

}  // namespace wasl::challenges
