// SPDX-License-Identifier: Apache-2.0
// All SQL of juries.
#pragma once

#include "modules/challenges/first_reading.hpp"

namespace wasl::challenges::store {

// --- store_jury.cpp
std::optional<JuryRules> jury_rules(db::Reader&, EditionId);
// False where they are no longer of that version.
bool keep(db::Writer&, EditionId, JuryRules const&);
void insert(db::Writer&, EditionId, JuryCriterion const&);
bool update(db::Writer&, EditionId, JuryCriterion const&);
bool remove(db::Writer&, EditionId, CriterionId);
std::vector<JuryCriterion> criteria(db::Reader&, EditionId, Phase = Phase::jury);
struct Place {
    AdministrationId administration{0};
    UnitId unit{0};
    bool is_head = false;
};
bool try_insert(db::Writer&, EditionId, Juror const&, std::span<Place const>, Instant now);
void update(db::Writer&, EditionId, Juror const&);
std::vector<Juror> jurors(db::Reader&, EditionId);
std::vector<Place> places(db::Reader&, EditionId, PersonId);
void insert(db::Writer&, EditionId, Conflict const&);  // the first one stays
std::vector<Conflict> conflicts(db::Reader&, EditionId);
std::vector<Conflict> conflicts_in(db::Reader&, EditionId, PersonId);

// --- store_jury_ballots.cpp
struct AssignedRow {
    PersonId person{0};
    TeamId team{0};
};
void set_assigned(db::Writer&, EditionId, std::span<AssignedRow const>);  // in the judges' orders
std::vector<AssignedRow> assigned(db::Reader&, EditionId);
std::vector<TeamId> assigned_to(db::Reader&, EditionId, PersonId);  // in his order
void remove_assigned(db::Writer&, EditionId, PersonId, TeamId);
void insert(db::Writer&, EditionId, KeptBallot const&, PersonId by);
std::int64_t last_version(db::Reader&, EditionId, PersonId, TeamId, TeamId other);
// The newest of each that is not void, by judge and project.
std::vector<KeptBallot> ballots(db::Reader&, EditionId);
std::vector<KeptBallot> ballots_by(db::Reader&, EditionId, PersonId);
void make_void(db::Writer&, EditionId, PersonId, TeamId);
void make_pair_void(db::Writer&, EditionId, PersonId, TeamId, TeamId other);  // in that order
void make_rankings_void(db::Writer&, EditionId, PersonId);
void keep(db::Writer&, EditionId, Deliberation const&);
std::optional<Deliberation> deliberation(db::Reader&, EditionId);
bool try_insert(db::Writer&, EditionId, PublishedResults const&, PersonId by);
std::optional<PublishedResults> published(db::Reader&, EditionId);

// --- store_jury_first.cpp
void insert(db::Writer&, EditionId, FirstMarks const&);
std::int64_t last_first_version(db::Reader&, EditionId, PersonId, TeamId);
std::vector<FirstMarks> first_marks(db::Reader&, EditionId);  // the newest of each
std::optional<FirstRules> first_rules(db::Reader&, EditionId);
bool keep(db::Writer&, EditionId, FirstRules const&);
void set_first_assigned(db::Writer&, EditionId, std::span<AssignedRow const>);
std::vector<AssignedRow> first_assigned(db::Reader&, EditionId);
void remove_first_assigned(db::Writer&, EditionId, PersonId, TeamId);
struct FirstMarksOf {
    std::string edition, team;
    FirstMarks marks;
};
std::vector<FirstMarksOf> first_marks_of(db::Reader&, PersonId);  // every version

// --- store_jury_rights.cpp: what is held about a judge.
struct SeatOf {
    std::string edition;  // its code
    Juror juror;
};
std::vector<SeatOf> seats_of(db::Reader&, PersonId);
struct ConflictOf {
    std::string edition, team;
    Conflict conflict;
};
std::vector<ConflictOf> conflicts_of(db::Reader&, PersonId);
struct BallotOf {
    std::string edition, team;  // no team: a ranking
    KeptBallot ballot;
    bool is_void = false;
};
std::vector<BallotOf> ballots_of(db::Reader&, PersonId);  // every version
// Papers of others that this person typed.
std::int64_t papers_read_by(db::Reader&, PersonId);
// Why somebody may not judge, or no longer does, is let go; that he did stays.
void forget_reasons(db::Writer&, PersonId);

// "12,7": ids in an order.
std::string ids_text(std::span<TeamId const>);
std::vector<TeamId> ids_of(std::string_view);

}  // namespace wasl::challenges::store
