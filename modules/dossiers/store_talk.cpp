// SPDX-License-Identifier: Apache-2.0
// What is said around a dossier: opinions, messages, notes, assignments.
#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql select_opinions{"dossiers.select_opinions", R"sql(
    select id, unit, question, asked_by, asked_at, due, answer, favourable, answered_by, answered_at
    from dossier_opinions where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_opinion{"dossiers.insert_opinion", R"sql(
    insert into dossier_opinions (id, dossier, unit, question, asked_by, asked_at, due, answer)
    values ($1, $2, $3, $4, $5, $6, $7, '')
)sql"};
static constexpr db::Sql update_opinion{"dossiers.answer_opinion", R"sql(
    update dossier_opinions set answer = $1, favourable = $2, answered_by = $3, answered_at = $4
    where id = $5 and answered_at is null
)sql"};
static constexpr db::Sql select_letters{"dossiers.select_messages", R"sql(
    select id, author, side, body, sent_at, read_at
    from dossier_messages where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_letter{"dossiers.insert_message", R"sql(
    insert into dossier_messages (id, dossier, author, side, body, sent_at)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
static constexpr db::Sql update_read{"dossiers.messages_read", R"sql(
    update dossier_messages set read_at = $1 where dossier = $2 and side = $3 and read_at is null
)sql"};
static constexpr db::Sql select_notes{"dossiers.select_notes", R"sql(
    select author, body, at from dossier_notes where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_note{"dossiers.insert_note", R"sql(
    insert into dossier_notes (id, dossier, author, body, at) values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql add_assignment{"dossiers.insert_assignment", R"sql(
    insert into dossier_assignments (dossier, at, officer, by_whom) values ($1, $2, $3, $4)
    on conflict (dossier, at) do update set officer = excluded.officer, by_whom = excluded.by_whom
)sql"};

std::vector<Opinion> opinions(db::Reader& reader, DossierId id) {
    return reader.select(
        select_opinions,
        [](db::Row const& row) {
            Opinion opinion;
            opinion.id = row.id<OpinionId>(0);
            opinion.unit = row.id<UnitId>(1);
            opinion.question = row.str(2);
            opinion.asked_by = row.id<PersonId>(3);
            opinion.asked_at = row.moment(4);
            opinion.due = row.date(5);
            opinion.answer = row.str(6);
            if (!row.null(7)) opinion.favourable = row.flag(7);
            if (!row.null(8)) opinion.answered_by = row.id<PersonId>(8);
            opinion.answered_at = row.maybe_moment(9);
            return opinion;
        },
        id);
}

void insert_opinion(db::Writer& writer, DossierId id, Opinion const& opinion) {
    writer.execute(add_opinion, opinion.id, id, opinion.unit, opinion.question, opinion.asked_by,
                   opinion.asked_at, opinion.due);
}

void answer_opinion(db::Writer& writer, Opinion const& opinion) {
    writer.execute(update_opinion, opinion.answer, opinion.favourable, opinion.answered_by,
                   opinion.answered_at, opinion.id);
}

static std::string_view side(bool from_citizen) { return from_citizen ? "citizen" : "unit"; }

std::vector<Letter> letters(db::Reader& reader, DossierId id) {
    return reader.select(
        select_letters,
        [](db::Row const& row) {
            return Letter{.id = row.number(0),
                          .author = row.id<PersonId>(1),
                          .from_citizen = row.text(2) == side(true),
                          .body = row.str(3),
                          .sent_at = row.moment(4),
                          .read_at = row.maybe_moment(5)};
        },
        id);
}

void insert_letter(db::Writer& writer, DossierId id, Letter const& letter) {
    writer.execute(add_letter, letter.id, id, letter.author, side(letter.from_citizen), letter.body,
                   letter.sent_at);
}

void letters_read(db::Writer& writer, DossierId id, bool from_citizen, Instant now) {
    writer.execute(update_read, now, id, side(from_citizen));
}

std::vector<Note> notes(db::Reader& reader, DossierId id) {
    return reader.select(
        select_notes,
        [](db::Row const& row) { return Note{row.id<PersonId>(0), row.str(1), row.moment(2)}; },
        id);
}

void insert_note(db::Writer& writer, DossierId id, Note const& note) {
    writer.execute(add_note, db::next_id(), id, note.author, note.body, note.at);
}

void insert_assignment(db::Writer& writer, DossierId id, PersonId officer, PersonId by,
                       Instant now) {
    writer.execute(add_assignment, id, now, officer, by);
}

}  // namespace wasl::dossiers::store
