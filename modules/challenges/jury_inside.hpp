// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the jury share.
#pragma once

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_jury.hpp"

namespace wasl::challenges {

struct OpenedJury {
    Edition edition;
    JuryRules rules;
    std::vector<Juror> jurors;

    Juror const* juror(PersonId person) const {
        for (auto const& one : jurors)
            if (one.person == person) return &one;
        return nullptr;
    }
};

// conflict where the edition has no jury, or no rules of one yet.
Result<OpenedJury> open_jury(db::Reader&, Act const&);
// forbidden for whoever does not sit in it.
Result<OpenedJury> open_as_juror(db::Reader&, Act const&);
// forbidden for all but the organiser and the chair.
Result<OpenedJury> open_as_chair(db::Reader&, Act const&, bool organiser_too);

// The teams that stand before the jury, by their ids: those of the shortlist, where there is one,
// else all that sent a project.
std::vector<Team> teams_before(db::Reader&, Edition const&);

// Whether a ballot counts: what must be marked is.
bool is_complete(Ballots, std::span<JuryCriterion const>, KeptBallot const&);

// "12>7=9" as places of those teams; nothing where it does not name each of them once.
std::optional<std::vector<std::vector<TeamId>>> ranking_of(std::string_view marks,
                                                           std::span<TeamId const> teams);

}  // namespace wasl::challenges
