// SPDX-License-Identifier: Apache-2.0
// All SQL of editions, teams and projects; coaching stands in store_coaching.hpp.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges::store {

// --- store_editions.cpp
void insert(db::Writer&, Edition const&, PersonId by);
// False where it is no longer of that version.
bool update(db::Writer&, Edition const&, std::int64_t version);
void set_phases(db::Writer&, EditionId, Phases const&);
void set_invited(db::Writer&, EditionId, std::span<AdministrationId const>);
std::optional<Edition> edition_coded(db::Reader&, std::string_view code);
std::optional<Edition> edition(db::Reader&, EditionId);
std::vector<Edition> editions(db::Reader&);
std::vector<Edition> editions_of(db::Reader&, AdministrationId organiser);

// --- store_rows.cpp: what an edition is made of. An update gives false where there is none.
Call call_of(db::Reader&, Edition);
void insert(db::Writer&, EditionId, Theme const&);
void insert(db::Writer&, EditionId, Statement const&);
void insert(db::Writer&, EditionId, Prize const&);
void insert(db::Writer&, EditionId, Partner const&);
bool update(db::Writer&, EditionId, Theme const&);
bool update(db::Writer&, EditionId, Statement const&);
bool update(db::Writer&, EditionId, Prize const&);
bool update(db::Writer&, EditionId, Partner const&);
bool remove(db::Writer&, EditionId, ThemeId);
bool remove(db::Writer&, EditionId, StatementId);
bool remove(db::Writer&, EditionId, PrizeId);
bool remove(db::Writer&, EditionId, PartnerId);
void set_targets(db::Writer&, EditionId, std::span<Target const>);
std::int64_t teams_answering(db::Reader&, StatementId);
std::int64_t statements_under(db::Reader&, ThemeId);

// --- store_teams.cpp
bool try_insert(db::Writer&, Team const&);  // false: the name is taken in that edition
bool try_update(db::Writer&, Team const&, std::int64_t version);
std::optional<Team> team(db::Reader&, TeamId);
std::vector<TeamLine> teams(db::Reader&, EditionId);
std::vector<Team> teams_that_sent(db::Reader&, EditionId);  // and are there, by their ids
bool try_enter(db::Writer&, EditionId, PersonId, TeamId, Instant now);  // false: is in a team
void leave(db::Writer&, EditionId, PersonId);
std::optional<TeamId> team_of(db::Reader&, EditionId, PersonId);
std::vector<Member> members(db::Reader&, TeamId);
std::int64_t members_count(db::Reader&, TeamId);
std::vector<std::pair<Edition, Team>> teams_of(db::Reader&, PersonId);
struct SeatRow {
    TeamId team{0};
    Profile profile;
};
std::vector<SeatRow> seats(db::Reader&, EditionId);

// --- store_people.cpp
Profile read_profile(db::Row const&);  // of its first seven columns
void keep(db::Writer&, EditionId, Profile const&, Instant now);
void stop_looking(db::Writer&, EditionId, PersonId, Instant now);
std::optional<Profile> profile(db::Reader&, EditionId, PersonId);
std::vector<Profile> looking(db::Reader&, EditionId);
void insert(db::Writer&, Invitation const&, PersonId by);
std::optional<Invitation> invitation(db::Reader&, InvitationId);
std::vector<Invitation> invitations(db::Reader&, TeamId);
bool use(db::Writer&, InvitationId, PersonId by);  // false: used already
void keep_request(db::Writer&, TeamId, PersonId, std::string_view text, Instant now);
std::vector<JoinRequest> requests(db::Reader&, EditionId, TeamId);
bool answer_request(db::Writer&, TeamId, PersonId, std::string_view answer,
                    std::string_view reason);
void forget(db::Writer&, PersonId);
bool took_part(db::Reader&, PersonId);

// --- store_projects.cpp
bool try_insert(db::Writer&, EditionId, Submission const&, std::string_view once);
std::int64_t version_sent(db::Reader&, TeamId, std::string_view once);  // 0: none with that key
std::int64_t last_version(db::Reader&, TeamId);
std::optional<Submission> latest(db::Reader&, TeamId);
std::vector<Submission> versions(db::Reader&, TeamId);
std::vector<Submission> latest_of(db::Reader&, EditionId);
struct Sent {
    TeamId team{0};
    std::string team_name, title;
};
std::vector<Sent> sent_titles(db::Reader&, EditionId);  // of teams that are there, by their ids
void insert(db::Writer&, TeamId, Grace const&);
std::optional<Grace> grace(db::Reader&, TeamId);
void keep_shortlisted(db::Writer&, EditionId, TeamId, bool goes_on, std::string_view reason,
                      PersonId by, Instant now);
std::vector<TeamId> shortlisted(db::Reader&, EditionId);
void keep(db::Writer&, EditionId, Award const&, PersonId by, Instant now);
std::vector<Award> awards(db::Reader&, EditionId);
void insert(db::Writer&, EditionId, TeamId, Progress const&);
std::vector<Progress> progress(db::Reader&, TeamId);
std::optional<KeptFile> file(db::Reader&, TeamId, std::string_view sha256);

}  // namespace wasl::challenges::store
