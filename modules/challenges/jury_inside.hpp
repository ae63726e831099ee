// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the jury share.
#pragma once

#include <map>

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
// What its project is called where no name may be told, on paper and on a screen.
int number_of(std::span<Team const> before, TeamId);
std::map<TeamId, std::string> titles_sent(db::Reader&, EditionId);

// How many judges a project may need, and what one of them may be given.
Outcome fits_each(int each);
Outcome fits_load(int load_max);

// Who sits and has told what he is near to.
std::vector<PersonId> judges_ready(OpenedJury const&);

// Projects for judges (desk_jury_assign.cpp). What was done stays with whoever did it.
struct ToGive {
    std::vector<Team> teams;
    std::vector<PersonId> judges;
    int each = 0, load_max = 0;
    std::vector<Conflict> conflicts;
    std::vector<store::AssignedRow> done;
    std::string chance;  // what the seed is made of
};
struct GivenOut {
    std::vector<store::AssignedRow> rows;  // in the judges' orders
    std::int64_t seed = 0;
    std::string fingerprint{};
};
// Refused with those for whom it cannot be.
Result<GivenOut> give_out(ToGive const&);

// Whether a ballot counts: what must be marked is.
bool is_complete(Ballots, std::span<JuryCriterion const>, KeptBallot const&);

// "12>7=9" as places of those teams; nothing where it does not name each of them once.
std::optional<std::vector<std::vector<TeamId>>> ranking_of(std::string_view marks,
                                                           std::span<TeamId const> teams);

// The same from a place for each team, as typed: "1", "3", "1" of 12, 7, 9 is "12=9>7". Empty where
// a team has none.
std::string ranking_from(std::span<TeamId const> teams, std::span<std::string const> typed);

// Refused where that judge may not say that, of those projects of his.
Outcome fits(db::Reader&, OpenedJury const&, std::span<TeamId const> own, KeptBallot const&);
// As the next version of that ballot.
Outcome keep_next(db::Writer&, EditionId, KeptBallot, PersonId by);

// Papers that were read and are not agreed yet: until they are, nothing is counted.
int papers_waiting(db::Reader&, OpenedJury const&);

}  // namespace wasl::challenges
