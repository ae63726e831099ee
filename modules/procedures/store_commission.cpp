// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_commission.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql select_sessions{"procedures.sessions", R"sql(
    select id, number, held_on, place, closed_at from procedure_sessions order by id desc
)sql"};
constexpr db::Sql select_session{"procedures.session", R"sql(
    select id, number, held_on, place, closed_at from procedure_sessions where id = $1
)sql"};
constexpr db::Sql select_presence{"procedures.presence", R"sql(
    select name, capacity from procedure_session_presence where session = $1 order by seat
)sql"};
constexpr db::Sql select_agenda{"procedures.agenda", R"sql(
    select a.sheet, s.code, s.title, s.owner, a.verdict, a.reason, a.legal_note, a.merge_into
    from procedure_session_sheets a
    join procedure_sheets s on s.id = a.sheet
    where a.session = $1 order by a.put_at
)sql"};
// Every session of a year begins with it and a stroke: from "2026/" up to "2026" and the next sign.
constexpr db::Sql count_of_year{"procedures.sessions_of_year", R"sql(
    select count(*) from procedure_sessions where number >= $1 and number < $2
)sql"};
constexpr db::Sql insert_session_row{"procedures.insert_session", R"sql(
    insert into procedure_sessions (id, number, held_on, place, opened_by)
    values ($1, $2, $3, $4, $5)
)sql"};
constexpr db::Sql delete_presence{"procedures.clear_presence", R"sql(
    delete from procedure_session_presence where session = $1
)sql"};
constexpr db::Sql insert_presence{"procedures.note_presence", R"sql(
    insert into procedure_session_presence (session, seat, name, capacity)
    values ($1, $2, $3, $4)
)sql"};
constexpr db::Sql insert_item{"procedures.put_on_agenda", R"sql(
    insert into procedure_session_sheets (session, sheet, put_at, reason, legal_note, merge_into)
    values ($1, $2, $3, '', '', '')
    on conflict (session, sheet) do nothing
)sql"};
constexpr db::Sql update_ruling{"procedures.keep_ruling", R"sql(
    update procedure_session_sheets
    set verdict = $1, reason = $2, legal_note = $3, merge_into = $4
    where session = $5 and sheet = $6
)sql"};
constexpr db::Sql count_open{"procedures.on_open_agenda", R"sql(
    select count(*) from procedure_session_sheets a
    join procedure_sessions s on s.id = a.session
    where a.sheet = $1 and s.closed_at is null
)sql"};
constexpr db::Sql update_closed{"procedures.close_session", R"sql(
    update procedure_sessions set closed_at = $1, closed_by = $2 where id = $3
)sql"};

CommissionSession read_session(db::Row const& row) {
    return {row.id<CommissionId>(0), row.str(1), row.date(2), row.str(3), !row.null(4), {}, {}};
}

AgendaItem read_item(db::Row const& row) {
    AgendaItem item{row.id<SheetId>(0), row.str(1), row.str(2), row.id<AdministrationId>(3), {}};
    if (!row.null(4))
        item.ruling = Ruling{verdict_named(row.text(4)).value_or(Verdict::sent_back), row.str(5),
                             row.str(6), row.str(7)};
    return item;
}

}  // namespace

std::vector<CommissionSession> sessions(db::Reader& db) {
    return db.select(select_sessions, read_session);
}

std::optional<CommissionSession> session(db::Reader& db, CommissionId id) {
    auto found = db.one(select_session, read_session, id);
    if (!found) return found;
    found->present = db.select(
        select_presence, [](db::Row const& row) { return Attendant{row.str(0), row.str(1)}; }, id);
    found->agenda = db.select(select_agenda, read_item, id);
    return found;
}

std::int64_t sessions_of_year(db::Reader& db, std::string_view year) {
    auto const first = std::string(year) + "/", after = std::string(year) + "0";
    return db.count(count_of_year, first, after);
}

bool insert_session(db::Writer& db, CommissionSession const& one, PersonId by) {
    return db.try_execute(insert_session_row, one.id, one.number, one.held_on, one.place, by);
}

void note_presence(db::Writer& db, CommissionId id, std::vector<Attendant> const& present) {
    db.execute(delete_presence, id);
    int seat = 0;
    for (auto const& one : present) db.execute(insert_presence, id, ++seat, one.name, one.capacity);
}

bool put_on_agenda(db::Writer& db, CommissionId id, SheetId sheet) {
    return db.execute(insert_item, id, sheet, db::next_id()) == 1;
}

bool keep_ruling(db::Writer& db, CommissionId id, SheetId sheet, Ruling const& ruling) {
    return db.execute(update_ruling, name_of(ruling.verdict), ruling.reason, ruling.legal_note,
                      ruling.into, id, sheet) == 1;
}

bool is_on_open_agenda(db::Reader& db, SheetId sheet) { return db.count(count_open, sheet) > 0; }

void close_session(db::Writer& db, CommissionId id, PersonId by, Instant now) {
    db.execute(update_closed, now, by, id);
}

}  // namespace wasl::procedures::store
