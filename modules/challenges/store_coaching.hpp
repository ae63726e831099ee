// SPDX-License-Identifier: Apache-2.0
// All SQL of mentors, their hours and the workspace.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges::store {

void keep(db::Writer&, EditionId, Mentor const&);
std::optional<Mentor> mentor(db::Reader&, EditionId, PersonId);
std::vector<Mentor> mentors(db::Reader&, EditionId);
bool try_insert(db::Writer&, Hour const&);  // false: the mentor has an hour then
std::optional<Hour> hour(db::Reader&, HourId);
std::vector<Hour> hours(db::Reader&, EditionId, std::int64_t from_slot);
std::vector<Hour> hours_of_mentor(db::Reader&, EditionId, PersonId);
std::vector<Hour> hours_of_team(db::Reader&, TeamId);
enum class Booked : std::uint8_t { yes, taken, busy };
// taken: another team was first. busy: this team has another hour then.
Booked try_book(db::Writer&, HourId, TeamId, PersonId by, std::string_view topic, Instant now);
void free(db::Writer&, HourId);
bool remove_free(db::Writer&, HourId);
void note(db::Writer&, HourId, std::string_view notes, bool held);
void set_present(db::Writer&, Hour const&, std::span<PersonId const>);
std::vector<Attendance> coached(db::Reader&, EditionId);

bool try_insert(db::Writer&, TeamId, WorkPage const&);  // false: somebody was first
std::vector<WorkPage> work(db::Reader&, TeamId);        // the newest of each step
void insert(db::Writer&, TeamId, WorkFile const&);
std::vector<WorkFile> work_files(db::Reader&, TeamId);
void insert(db::Writer&, TeamId, Question const&);
std::vector<Question> questions(db::Reader&, TeamId);
bool answer(db::Writer&, TeamId, Question const&);  // false: it has an answer

}  // namespace wasl::challenges::store
