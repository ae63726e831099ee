// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/challenges/said.hpp"

namespace wasl::challenges::views {

// --- views_editions.cpp
void list(html::Html&, Known const&, std::span<Edition const>);
void edition(html::Html&, Known const&, WholeEdition const&);
void composition(html::Html&, std::span<Measured const>);
// Where one is: the list, the edition, the page.
void crumbs(html::Html&, Edition const&);
void crumbs(html::Html&, Edition const&, Team const&);

// --- views_teams.cpp
struct TeamsPage {
    WholeEdition const& in;
    std::span<TeamLine const> teams;
    std::span<Profile const> looking;
};
void teams(html::Html&, Known const&, TeamsPage const&);
void new_team(html::Html&, Known const&, WholeEdition const&);
void edit_team(html::Html&, Known const&, WholeTeam const&);
void looking(html::Html&, Known const&, WholeEdition const&);
void join(html::Html&, Known const&, WholeTeam const&, std::string_view key);
void mine(html::Html&, std::span<Desk::Mine const>);
// What somebody declares on entering; `known`: what was declared before.
void profile_fields(html::Html&, Known const&, std::optional<Profile> const& before);
void data_notice(html::Html&, Known const&, Edition const&);

// --- views_team.cpp
struct TeamPage {
    WholeTeam const& whole;
    std::optional<Invited> const& invited;  // just now, its link to be handed over
};
void team(html::Html&, Known const&, TeamPage const&);

// --- views_submission.cpp
struct SubmissionPage {
    WholeTeam const& whole;
    std::optional<Instant> deadline;
    std::span<Submission const> versions;
    std::string_view once;
    std::span<KeptFile const> files;  // kept already, of a form that was refused
};
void submission(html::Html&, Known const&, SubmissionPage const&);
// A project as it is read; without the team where that is hidden.
void project(html::Html&, Call const&, Team const&, Submission const&, bool is_anonymous);
void preview(html::Html&, WholeTeam const&);
Said place_of(Award const&);
void gallery(html::Html&, Known const&, WholeEdition const&, std::span<Exhibit const>);
struct ProjectPage {
    WholeEdition const& in;
    Exhibit const& one;
    std::span<Progress const> progress;
    std::optional<Afterlife> const& after;
};
void shown_project(html::Html&, Known const&, ProjectPage const&);
void awards(html::Html&, Known const&, WholeEdition const&, std::span<Exhibit const>);

// --- views_work.cpp
struct WorkView {
    WholeTeam const& whole;
    Step step;
    WorkPage const& page;
    std::span<WorkFile const> files;
    std::span<Question const> questions;
};
void work(html::Html&, WholeTeam const&, std::span<WorkPage const>, std::span<Question const>);
void work_page(html::Html&, Known const&, WorkView const&);

// --- views_coaching.cpp
struct MentorsPage {
    WholeEdition const& in;
    std::span<Mentor const> mentors;
    std::span<Hour const> hours;
    bool may_book = false;
};
void mentors(html::Html&, Known const&, MentorsPage const&);
struct MentorPage {
    WholeEdition const& in;
    std::optional<Mentor> const& mentor;
    std::span<Hour const> hours;
    std::map<TeamId, std::vector<Member>> const& members;
    std::map<TeamId, std::string> const& names;
    std::string_view address, key;  // of the letter, where it is not yet accepted
};
void mentor(html::Html&, Known const&, MentorPage const&);

}  // namespace wasl::challenges::views
