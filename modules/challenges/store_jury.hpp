// SPDX-License-Identifier: Apache-2.0
// All SQL of juries.
#pragma once

#include "modules/challenges/jury.hpp"

namespace wasl::challenges::store {

// --- store_jury.cpp
std::optional<JuryRules> jury_rules(db::Reader&, EditionId);
// False where they are no longer of that version.
bool keep(db::Writer&, EditionId, JuryRules const&);
void insert(db::Writer&, EditionId, JuryCriterion const&);
bool update(db::Writer&, EditionId, JuryCriterion const&);
bool remove(db::Writer&, EditionId, CriterionId);
std::vector<JuryCriterion> criteria(db::Reader&, EditionId);
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

// --- store_jury_ballots.cpp
struct AssignedRow {
    PersonId person{0};
    TeamId team{0};
};
void set_assigned(db::Writer&, EditionId, std::span<AssignedRow const>);  // in the judges' orders
std::vector<AssignedRow> assigned(db::Reader&, EditionId);
void remove_assigned(db::Writer&, EditionId, PersonId, TeamId);
void insert(db::Writer&, EditionId, KeptBallot const&, PersonId by);
std::int64_t last_version(db::Reader&, EditionId, PersonId, TeamId, TeamId other);
// The newest of each that is not void, by judge and project.
std::vector<KeptBallot> ballots(db::Reader&, EditionId);
void make_void(db::Writer&, EditionId, PersonId, TeamId);
void make_rankings_void(db::Writer&, EditionId, PersonId);
void keep(db::Writer&, EditionId, Deliberation const&);
std::optional<Deliberation> deliberation(db::Reader&, EditionId);
bool try_insert(db::Writer&, EditionId, PublishedResults const&, PersonId by);
std::optional<PublishedResults> published(db::Reader&, EditionId);
// Whether that person judged anything, which stays.
bool judged(db::Reader&, PersonId);

// "12,7": ids in an order.
std::string ids_text(std::span<TeamId const>);
std::vector<TeamId> ids_of(std::string_view);

}  // namespace wasl::challenges::store
