// SPDX-License-Identifier: Apache-2.0
// إدارثون: teams answer the challenges of administrations, from the call of an edition to what
// became of its projects.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "modules/challenges/composition.hpp"
#include "modules/challenges/phases.hpp"
#include "modules/challenges/poll.hpp"
#include "modules/challenges/results_record.hpp"
#include "modules/challenges/team.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"

namespace wasl::directory {
class Desk;
}
namespace wasl::notices {
class Outbox;
}
namespace wasl::people {
class Desk;
struct Contributor;
}  // namespace wasl::people

namespace wasl::challenges {

inline constexpr std::size_t name_max = 120;        // signs, of an edition, a team, a project
inline constexpr std::size_t text_max = 4'000;      // signs of a text of several lines
inline constexpr std::size_t rules_max = 20'000;    // signs
inline constexpr std::size_t line_max = 300;        // signs: skills, places, topics
inline constexpr std::size_t address_max = 500;     // bytes of a video's address
inline constexpr std::size_t files_of_project = 6;  // of one version
inline constexpr std::size_t files_of_step = 12;
inline constexpr int team_size_max = 50;
inline constexpr int invited_max = 200;  // administrations
inline constexpr int rows_max = 60;      // themes, challenges, prizes or partners of an edition
inline constexpr int hours_offered_max = 16;  // at once
inline constexpr int hours_of_team_max = 12;  // that wait to be held
inline constexpr int invitations_max = 30;    // of a team, open ones
inline constexpr Days invitation_kept{14};
inline constexpr int versions_max = 500;  // of a project
inline constexpr Days grace_longest{7};   // after the deadline
inline constexpr Days edition_longest{900};

// An act in an edition, by its code.
struct Act {
    http::Visitor const& by;
    std::string_view edition;
    Instant now{};
    std::string_view once{};  // of the form: pressing twice acts once
};

// What an edition is opened from: data/models.tsv.
struct Model {
    std::string code;
    Names name;
    Eligible eligible = Eligible::everyone;
    int team_min = 1, team_max = 5, administrations_min = 1;
    bool is_anonymous = false;
    // Days from the first one, and how many.
    struct Stretch {
        int from = 0, days = 0;
    };
    std::array<std::optional<Stretch>, phase_count> phases;
    std::vector<Target> targets;
};
std::vector<Model> const& models();
Phases phases_from(Model const&, Date first);

struct Opening {
    std::string model, code;
    AdministrationId organiser{0};
    Names name;
    Date first{};
};

struct Invited {
    InvitationId id{0};
    std::string key;
    // Without language, for whoever has no letter.
    std::string link;
};

// An edition as its reader sees it.
struct WholeEdition {
    Call call;
    bool is_organiser = false, is_mentor = false;
    std::optional<TeamId> own_team;
    std::optional<Profile> own_profile;
    std::vector<Measured> composition;
    std::optional<Poll> poll;
    int teams = 0, members = 0;
};

// A team as its reader sees it: what only its members see is empty for others.
struct WholeTeam {
    WholeEdition in;
    Team team;
    std::vector<Member> members;
    std::vector<JoinRequest> requests;
    std::vector<Invitation> invitations;
    std::vector<Measured> composition;
    std::optional<Submission> latest;
    std::optional<Grace> grace;
    std::vector<Progress> progress;
    bool is_member = false, is_leader = false;
    bool is_its_mentor = false;  // of an hour that this team booked
    bool sees_inside() const { return is_member || is_its_mentor || in.is_organiser; }
};

// An hour with whoever it concerns.
struct Attendance {
    PersonId person{0};
    std::int64_t minutes = 0;
};

// A project at the end of its edition, for whoever looks after projects from then on.
struct HandedOn {
    Call const& call;
    Exhibit const& project;
};

class KeptResults;

class Desk {
public:
    struct House {
        db::Database& database;
        directory::Desk const& directory;
        people::Desk const& people;
        notices::Outbox const& notices;
    };
    Desk(db::Database&, directory::Desk const&, people::Desk const&, notices::Outbox const&);

    // --- What an organiser does (desk_editions.cpp, desk_rows.cpp): a head or an administrator of
    // the administration. Each change is in its journal.
    Result<EditionId> open_edition(db::Writer&, http::Visitor const&, Opening const&,
                                   Instant now) const;
    Outcome keep_call(db::Writer&, Act const&, Edition const& typed) const;
    Outcome keep_phases(db::Writer&, Act const&, Phases const&) const;
    Outcome keep_targets(db::Writer&, Act const&, std::span<Target const>) const;
    // An id of 0 is a new row.
    Outcome keep(db::Writer&, Act const&, Theme const&) const;
    Outcome keep(db::Writer&, Act const&, Statement const&) const;
    Outcome keep(db::Writer&, Act const&, Prize const&) const;
    Outcome keep(db::Writer&, Act const&, Partner const&) const;
    Outcome remove(db::Writer&, Act const&, ThemeId) const;
    Outcome remove(db::Writer&, Act const&, StatementId) const;
    Outcome remove(db::Writer&, Act const&, PrizeId) const;
    Outcome remove(db::Writer&, Act const&, PartnerId) const;
    Outcome publish(db::Writer&, Act const&) const;
    Outcome close(db::Writer&, Act const&) const;
    // Late is late, but for this.
    Outcome grant_grace(db::Writer&, Act const&, TeamId, Instant until,
                        std::string_view reason) const;
    Outcome shortlist(db::Writer&, Act const&, TeamId, bool goes_on, std::string_view reason) const;
    Outcome award(db::Writer&, Act const&, Award const&) const;
    std::vector<Edition> organised_by(db::Reader&, http::Visitor const&) const;

    // --- Teams form (desk_teams.cpp, desk_joining.cpp).
    Outcome look(db::Writer&, Act const&, Profile const&) const;
    Outcome stop_looking(db::Writer&, Act const&) const;
    Result<TeamId> found(db::Writer&, Act const&, Described const&, Profile const&) const;
    Outcome describe(db::Writer&, Act const&, TeamId, Described const&) const;
    // By the leader. With an address a letter goes there; without one the link is handed over.
    Result<Invited> invite(db::Writer&, Act const&, TeamId, std::string_view address) const;
    Outcome join(db::Writer&, Act const&, TeamId, InvitationId, std::string_view key,
                 Profile const&) const;
    Outcome ask_to_join(db::Writer&, Act const&, TeamId, Profile const&,
                        std::string_view text) const;
    Outcome answer_request(db::Writer&, Act const&, TeamId, PersonId, bool accept,
                           std::string_view reason) const;
    Outcome leave(db::Writer&, Act const&, TeamId) const;
    Outcome hand_over(db::Writer&, Act const&, TeamId, PersonId to) const;
    // Whether that link opens anything still.
    Outcome still_opens(db::Reader&, TeamId, InvitationId, std::string_view key, Instant now) const;

    // --- The project (desk_submissions.cpp). Returns its version.
    Result<std::int64_t> submit(db::Writer&, Act const&, TeamId, Project const&,
                                std::span<KeptFile const>) const;
    // How it became of it, told by its team or the organiser.
    Outcome tell(db::Writer&, Act const&, TeamId, std::string_view text) const;
    // Until when that team may submit, a grace included; nothing where the edition has no such
    // phase.
    std::optional<Instant> deadline(db::Reader&, Edition const&, TeamId) const;
    std::vector<Submission> versions(db::Reader&, TeamId) const;  // newest first

    // --- Coaching (desk_coaching.cpp). A mentor is called by a link that only this house can make.
    Result<Invited> call_mentor(db::Writer&, Act const&, std::string_view address) const;
    Outcome accept_mentoring(db::Writer&, Act const&, std::string_view address,
                             std::string_view key, Mentor const&) const;
    Outcome keep_mentor(db::Writer&, Act const&, Mentor const&) const;  // one's own row
    Outcome offer_hours(db::Writer&, Act const&, Instant first, int count,
                        std::string_view place) const;
    Outcome withdraw_hour(db::Writer&, Act const&, HourId) const;
    Outcome book(db::Writer&, Act const&, TeamId, HourId, std::string_view topic) const;
    Outcome cancel_booking(db::Writer&, Act const&, HourId) const;
    // What was said, for the team; held hours are counted for those who were there.
    Outcome note(db::Writer&, Act const&, HourId, std::string_view notes, bool held,
                 std::span<PersonId const> present) const;
    std::vector<Mentor> mentors(db::Reader&, EditionId) const;
    std::vector<Hour> hours(db::Reader&, EditionId, Instant from) const;
    std::vector<Hour> hours_of_mentor(db::Reader&, EditionId, PersonId) const;
    std::vector<Hour> hours_of_team(db::Reader&, TeamId) const;
    std::vector<Attendance> coached(db::Reader&, EditionId) const;  // minutes of each person

    // --- The workspace (desk_work.cpp).
    Outcome write(db::Writer&, Act const&, TeamId, WorkPage const&) const;
    Outcome attach(db::Writer&, Act const&, TeamId, Step, std::span<KeptFile const>) const;
    Outcome ask(db::Writer&, Act const&, TeamId, Step, std::string_view text) const;
    Outcome answer(db::Writer&, Act const&, TeamId, QuestionId, std::string_view text) const;
    std::vector<WorkPage> work(db::Reader&, TeamId) const;  // the newest of each step
    std::vector<WorkFile> work_files(db::Reader&, TeamId) const;
    std::vector<Question> questions(db::Reader&, TeamId) const;

    // --- Reading (desk_reading.cpp). not_found for whoever may not see it.
    std::vector<Edition> editions(db::Reader&) const;  // published and closed, newest first
    // Without the figures that are counted over all its teams, which few pages show.
    Result<WholeEdition> uncounted(db::Reader&, http::Visitor const&, std::string_view code) const;
    Result<WholeEdition> edition(db::Reader&, http::Visitor const&, std::string_view code) const;
    Result<WholeTeam> team(db::Reader&, http::Visitor const&, std::string_view code, TeamId) const;
    std::vector<TeamLine> teams(db::Reader&, EditionId) const;
    std::vector<Profile> looking(db::Reader&, EditionId) const;
    // What everybody may read of the projects: from the award on, of a record always.
    bool shows_projects(Edition const&, Instant now) const;
    std::vector<Exhibit> projects(db::Reader&, EditionId) const;
    // Of the edition, whatever the day: for organisers and juries.
    std::vector<Seat> seats(db::Reader&, EditionId) const;
    struct Mine {
        Edition edition;
        Team team;
    };
    std::vector<Mine> teams_of(db::Reader&, PersonId) const;
    // The document, where that reader may open it.
    Result<KeptFile> file(db::Reader&, http::Visitor const&, std::string_view code, TeamId,
                          std::string_view sha256, Instant now) const;

    // When an edition is closed, each project that was sent goes to it, in the same transaction.
    using HandOn = std::function<Outcome(db::Writer&, HandedOn const&, Instant now)>;
    void hand_projects_to(HandOn to) { hand_on_ = std::move(to); }

    // Obstacles that are recorded somewhere above: a code, and its name.
    struct Obstacle {
        std::string_view code;
        Message const* name = nullptr;
    };
    void know_obstacles(std::vector<Obstacle> all) { obstacles_ = std::move(all); }
    std::span<Obstacle const> obstacles() const { return obstacles_; }
    // People who worked on a project with that one, as far as projects are kept elsewhere: a judge
    // is near them. Nobody, where nothing was given.
    using Coauthors = std::function<std::vector<PersonId>(db::Reader&, PersonId)>;
    void know_coauthors(Coauthors of) { coauthors_ = std::move(of); }
    std::vector<PersonId> coauthors(db::Reader&, PersonId) const;

    // What this module holds about a person (law 09-08).
    people::Contributor contributor() const;
    House const& house() const { return house_; }
    KeptResults& kept_results() const { return *kept_results_; }

private:
    House house_;
    std::shared_ptr<KeptResults> kept_results_;
    HandOn hand_on_;
    std::vector<Obstacle> obstacles_;
    Coauthors coauthors_;
};

bool organises(http::Visitor const&, Edition const&);
// The prize that an award names, else the one of its place; null where there is none.
Prize const* prize_of(std::span<Prize const>, Award const&);
// Holds a position, which is what makes a civil servant here.
bool is_civil_servant(http::Visitor const&);
// The administration of one of the own positions: the one that is meant, else the first.
AdministrationId own_administration(http::Visitor const&, AdministrationId meant);
// Refused with the reason where that person may not take part.
Outcome may_take_part(http::Visitor const&, Edition const&);

std::span<db::SchemaStep const> schema_steps();

// The table of a jury as it is published, from the text of its record.
std::variant<std::string, Unreadable> recomputed(std::string_view record);

// Documents that some row names; for the app, which sweeps what nobody names.
void each_content(db::Reader&, std::function<void(std::string_view sha256)> const&);
bool names_content(db::Reader&, std::string_view sha256);

}  // namespace wasl::challenges
