// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_coaching.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql keep_mentor{"challenges.keep_mentor", R"sql(
    insert into challenge_mentors (edition, person, skills, about, is_active)
    values ($1, $2, $3, $4, $5)
    on conflict (edition, person) do update set skills = excluded.skills, about = excluded.about,
        is_active = excluded.is_active
)sql"};
static constexpr db::Sql select_mentor{"challenges.mentor", R"sql(
    select person, skills, about, is_active from challenge_mentors
    where edition = $1 and person = $2
)sql"};
static constexpr db::Sql select_mentors{"challenges.mentors", R"sql(
    select person, skills, about, is_active from challenge_mentors
    where edition = $1 order by person
)sql"};
static constexpr db::Sql insert_hour{"challenges.insert_hour", R"sql(
    insert into challenge_hours (id, edition, mentor, slot, place, team, booked_by, booked_at,
        topic, notes, is_held)
    values ($1, $2, $3, $4, $5, 0, 0, 0, '', '', 0)
)sql"};
static constexpr db::Piece hour_columns = R"sql(
    select id, edition, mentor, slot, place, team, booked_by, topic, notes, is_held)sql";
static constexpr db::Sql select_hour{"challenges.hour", db::joined<hour_columns, R"sql(
    from challenge_hours where id = $1
)sql">};
static constexpr db::Sql select_hours{"challenges.hours", db::joined<hour_columns, R"sql(
    from challenge_hours where edition = $1 and slot >= $2 order by slot, id
)sql">};
static constexpr db::Sql select_of_mentor{"challenges.hours_of_mentor",
                                          db::joined<hour_columns, R"sql(
    from challenge_hours where mentor = $1 and edition = $2 order by slot
)sql">};
static constexpr db::Sql select_of_team{"challenges.hours_of_team", db::joined<hour_columns, R"sql(
    from challenge_hours where team = $1 and team > 0 order by slot
)sql">};
static constexpr db::Sql book_hour{"challenges.book_hour", R"sql(
    update challenge_hours set team = $1, booked_by = $2, booked_at = $3, topic = $4
    where id = $5 and team = 0
)sql"};
static constexpr db::Sql free_hour{"challenges.free_hour", R"sql(
    update challenge_hours set team = 0, booked_by = 0, booked_at = 0, topic = '' where id = $1
)sql"};
static constexpr db::Sql delete_hour{"challenges.delete_hour",
                                     "delete from challenge_hours where id = $1 and team = 0"};
static constexpr db::Sql note_hour{
    "challenges.note_hour", "update challenge_hours set notes = $1, is_held = $2 where id = $3"};
static constexpr db::Sql delete_present{"challenges.delete_present",
                                        "delete from challenge_attendance where hour = $1"};
static constexpr db::Sql insert_present{"challenges.insert_present", R"sql(
    insert into challenge_attendance (hour, person, edition, minutes) values ($1, $2, $3, $4)
    on conflict (hour, person) do nothing
)sql"};
static constexpr db::Sql select_coached{"challenges.coached", R"sql(
    select person, sum(minutes) from challenge_attendance where edition = $1
    group by person order by person
)sql"};

static Mentor read_mentor(db::Row const& row) {
    return {row.id<PersonId>(0), row.str(1), row.str(2), row.flag(3)};
}
static Hour read_hour(db::Row const& row) {
    return {.id = row.id<HourId>(0),
            .edition = row.id<EditionId>(1),
            .mentor = row.id<PersonId>(2),
            .slot = row.number(3),
            .place = row.str(4),
            .team = row.id<TeamId>(5),
            .booked_by = row.id<PersonId>(6),
            .topic = row.str(7),
            .notes = row.str(8),
            .is_held = row.flag(9)};
}

void keep(db::Writer& writer, EditionId edition, Mentor const& one) {
    writer.execute(keep_mentor, edition, one.person, one.skills, one.about, one.is_active);
}
std::optional<Mentor> mentor(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.one(select_mentor, read_mentor, edition, person);
}
std::vector<Mentor> mentors(db::Reader& reader, EditionId edition) {
    return reader.select(select_mentors, read_mentor, edition);
}
bool try_insert(db::Writer& writer, Hour const& one) {
    return writer.try_execute(insert_hour, one.id, one.edition, one.mentor, one.slot, one.place);
}
std::optional<Hour> hour(db::Reader& reader, HourId id) {
    return reader.one(select_hour, read_hour, id);
}
std::vector<Hour> hours(db::Reader& reader, EditionId edition, std::int64_t from_slot) {
    return reader.select(select_hours, read_hour, edition, from_slot);
}
std::vector<Hour> hours_of_mentor(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.select(select_of_mentor, read_hour, person, edition);
}
std::vector<Hour> hours_of_team(db::Reader& reader, TeamId team) {
    return reader.select(select_of_team, read_hour, team);
}
// Another team is told by the row that did not change, an hour of the same time by the key.
Booked try_book(db::Writer& writer, HourId id, TeamId team, PersonId by, std::string_view topic,
                Instant now) {
    if (!writer.try_execute(book_hour, team, by, now, topic, id)) return Booked::busy;
    auto const after = hour(writer, id);
    bool const ours = after && after->team == team && after->booked_by == by;
    return ours ? Booked::yes : Booked::taken;
}
void free(db::Writer& writer, HourId id) { writer.execute(free_hour, id); }
bool remove_free(db::Writer& writer, HourId id) { return writer.execute(delete_hour, id) == 1; }
void note(db::Writer& writer, HourId id, std::string_view notes, bool held) {
    writer.execute(note_hour, notes, held, id);
}
void set_present(db::Writer& writer, Hour const& one, std::span<PersonId const> present) {
    writer.execute(delete_present, one.id);
    for (auto const person : present)
        writer.execute(insert_present, one.id, person, one.edition, slot_minutes);
}
std::vector<Attendance> coached(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_coached,
        [](db::Row const& row) { return Attendance{row.id<PersonId>(0), row.number(1)}; }, edition);
}

}  // namespace wasl::challenges::store
