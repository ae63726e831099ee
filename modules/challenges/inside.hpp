// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the desk share: opening an edition or a team for an act, what a typed text
// must be, the journal, telling those concerned.
#pragma once

#include "modules/challenges/challenges.hpp"
#include "modules/challenges/messages.hpp"
#include "modules/challenges/store.hpp"
#include "modules/directory/directory.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"

namespace wasl::challenges {

using House = Desk::House;

// not_found where there is none, and of a draft for all but its organiser.
Result<Edition> open(db::Reader&, http::Visitor const&, std::string_view code);
// forbidden for all but its organiser; conflict where it is closed or a record.
Result<Edition> open_as_organiser(db::Reader&, Act const&);

struct OpenedTeam {
    Edition edition;
    Team team;
    bool is_member = false, is_leader = false, is_organiser = false;
};
// not_found where the team is not of that edition, or has withdrawn.
Result<OpenedTeam> open_team(db::Reader&, http::Visitor const&, std::string_view code, TeamId);
// As a member, and while the edition opens that.
Result<OpenedTeam> open_as_member(db::Reader&, Act const&, TeamId, Doing);
Result<OpenedTeam> open_as_leader(db::Reader&, Act const&, TeamId, Doing);
// Where the mentor has an hour that this team booked.
bool mentors_team(db::Reader&, EditionId, TeamId, PersonId);

// Of a length that can be read, without hidden signs, not blank where it is required.
struct Wanted {
    std::string_view field;
    std::size_t signs_max = text_max;
    bool required = true;
};
Outcome readable(std::string_view text, Wanted const&);
// A text in Arabic and, perhaps, French: fields "name_ar", "name_fr" for "name".
Outcome readable(Names const&, std::string_view ar, std::string_view fr, std::size_t signs_max,
                 bool required = true);

// The profile as it is kept: whose it is and where it comes from are never typed.
Result<Profile> checked(http::Visitor const&, Edition const&, Profile const& typed);

// In the chain of the organiser; `kind` is the key of "action." in messages.
void note_in_journal(db::Writer&, Edition const&, std::string_view kind, std::string_view about,
                     PersonId by, Instant now);

// A notice with {edition} and {team}; never to whoever acted.
struct Told {
    PersonId to{0};
    Message const& subject;
    Message const& body;
    std::string link;
    Values values = {};
};
void notify(House const&, db::Writer&, Edition const&, PersonId by, Told const&, Instant now);
std::string link_of(Edition const&, std::string_view below = {});
// What the key in a mentor's or a judge's link stands for.
inline std::string key_text(Edition const& edition, std::string_view address) {
    return edition.code + " " + std::string(address);
}
std::string link_of(Edition const&, TeamId, std::string_view below = {});

}  // namespace wasl::challenges
