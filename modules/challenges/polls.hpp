// SPDX-License-Identifier: Apache-2.0
// Votes of the public, from the organiser's rules to what is shown beside the jury's table. Until
// then nobody reads a vote but whoever cast it, the organiser included.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges {

struct Candidate {
    Team team;
    Submission submission;
};

// What a voter sees, the candidates in an order of his own, so that none stands first for all.
struct VotingPaper {
    Poll poll;
    std::vector<Candidate> candidates;
    std::optional<TeamId> own_vote;
    Outcome may = Done{};  // why this reader has no vote now
    std::optional<TeamId> own_team;
};

struct PollLine {
    TeamId team{0};
    std::string title, team_name;
    int place = 0;  // shared by those of as many votes
    std::int64_t votes = 0;
};
struct PollResult {
    std::vector<PollLine> lines;  // the most votes first
    std::int64_t votes = 0;
};

class Polls {
public:
    explicit Polls(Desk const& desk) : desk_(desk) {}

    // By the organiser, before it opens.
    Outcome keep(db::Writer&, Act const&, Poll const& typed) const;
    Outcome remove(db::Writer&, Act const&) const;
    // The last one counts.
    Outcome vote(db::Writer&, Act const&, TeamId) const;
    // not_found where the edition has none.
    Result<VotingPaper> paper(db::Reader&, Act const&) const;
    // Nothing until it is closed and the jury's results, where there is a jury, are published.
    std::optional<PollResult> result(db::Reader&, Edition const&, Instant now) const;

private:
    Elector elector(db::Reader&, http::Visitor const&, EditionId) const;
    Desk const& desk_;
};

}  // namespace wasl::challenges
