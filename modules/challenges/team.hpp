// SPDX-License-Identifier: Apache-2.0
// Teams, their people and what they make.
#pragma once

#include <array>
#include <optional>

#include "modules/challenges/edition.hpp"

namespace wasl::challenges {

// What somebody declares on entering an edition. Gender and profession are only counted.
struct Profile {
    PersonId person{0};
    AdministrationId administration{0};  // of a position that is held; 0: of none
    Gender gender = Gender::unsaid;
    std::string profession, skills, about;
    bool is_looking = false;
};

struct Team {
    TeamId id{0};
    EditionId edition{0};
    std::string name, pitch, wanted;  // wanted: skills that are missing
    StatementId statement{0};         // 0: an idea of its own
    PersonId leader{0};
    bool is_withdrawn = false;
    std::int64_t version = 0;
    Instant made_at{};
};

// What its leader writes of it.
struct Described {
    std::string name, pitch, wanted;
    StatementId statement{0};
    std::int64_t version = 0;  // of the team that the page knew; 0: whatever it is
};

struct Member {
    Profile profile;
    Instant joined_at{};
};

// A line of the list of teams.
struct TeamLine {
    Team team;
    int members = 0;
};

struct Invitation {
    InvitationId id{0};
    TeamId team{0};
    std::string address;
    Instant until{};
    PersonId used_by{0};
};

struct JoinRequest {
    Profile profile;
    std::string text;
    Instant asked_at{};
    std::string answer, reason;  // empty: none yet; accepted, declined
};

// A document as it was sent.
struct KeptFile {
    std::string sha256, name, kind;  // kind: as files::name_of()
    std::int64_t bytes = 0;
};

struct Project {
    std::string title, summary, problem, solution, serves, evidence, video;
};

struct Submission {
    SubmissionId id{0};
    TeamId team{0};
    std::int64_t version = 0;
    PersonId by{0};
    Instant at{};
    bool is_grace = false;
    Project project;
    std::vector<KeptFile> files;
};

// After the deadline, by a decision with its reason.
struct Grace {
    Instant until{};
    std::string reason;
    PersonId by{0};
    Instant at{};
};

struct Award {
    TeamId team{0};
    int place = 0;
    PrizeId prize{0};
    std::string reason;
};

// A project of the gallery.
struct Exhibit {
    Team team;
    Submission submission;
    std::optional<Award> award;
    bool is_shortlisted = false;
};

struct Progress {
    std::string text;
    PersonId by{0};
    Instant at{};
};

struct Mentor {
    PersonId person{0};
    std::string skills, about;
    bool is_active = true;
};

// Half an hour; its number is counted from 1970, so that two of one mentor never overlap.
inline constexpr int slot_minutes = 30;
struct Hour {
    HourId id{0};
    EditionId edition{0};
    PersonId mentor{0};
    std::int64_t slot = 0;
    std::string place;
    TeamId team{0};  // 0: free
    PersonId booked_by{0};
    std::string topic, notes;
    bool is_held = false;

    Instant begins() const { return Instant{std::chrono::minutes(slot * slot_minutes)}; }
    Instant ends() const { return begins() + std::chrono::minutes(slot_minutes); }
};

// What stands under each heading of a page of the workspace, in the page's order.
inline constexpr std::size_t fields_max = 4;
using Fields = std::array<std::string, fields_max>;
// The headings of that page: keys of messages behind "work.", as many as it has.
std::vector<std::string_view> headings_of(Step);

struct WorkPage {
    Step step = Step::empathise;
    std::int64_t version = 0;  // 0: nothing is written yet
    Fields fields;
    PersonId by{0};
    Instant at{};
};
struct WorkFile {
    std::int64_t id = 0;
    Step step = Step::empathise;
    KeptFile file;
    PersonId by{0};
    Instant at{};
};
struct Question {
    QuestionId id{0};
    Step step = Step::empathise;
    std::string text, answer;
    PersonId by{0}, answered_by{0};
    Instant at{}, answered_at{};
};

}  // namespace wasl::challenges
