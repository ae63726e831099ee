// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/store.hpp"

#include <algorithm>

namespace wasl::dossiers::store {

static constexpr db::Sql insert_dossier{"dossiers.insert", R"sql(
    insert into dossiers (id, number, revision, procedure, administration, unit, applicant,
        applicant_name, filed_by, filed_as, channel, state, is_open, filed_at, filed_on,
        complete_on, due, target, term_days, cap_days, silence_accepts, extension_listed,
        extension_days_max, route, assigned, version, idempotency_key, calendar_version,
        changed_at, decided_on, retention_years, retention_until, expires_on, warned, call_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, 0, $34)
)sql"};

static constexpr db::Sql update_dossier{"dossiers.update", R"sql(
    update dossiers set state = $1, is_open = $2, complete_on = $3, due = $4, target = $5,
        assigned = $6, version = $7, calendar_version = $8, changed_at = $9, decided_on = $10,
        retention_until = $11, unit = $12, warned = 0
    where id = $13 and version = $14
)sql"};

// With the rules of the sheet under which it is filed: they stay for its whole life.
static constexpr db::Sql update_filed_dossier{"dossiers.update_filed", R"sql(
    update dossiers set number = $1, state = $2, is_open = 1, filed_at = $3, filed_on = $4,
        complete_on = $5, due = $6, target = $7, version = $8, idempotency_key = $9,
        calendar_version = $10, changed_at = $11, expires_on = null, applicant_name = $12,
        filed_by = $13, filed_as = $14, warned = 0, revision = $15, term_days = $16,
        cap_days = $17, silence_accepts = $18, extension_listed = $19, extension_days_max = $20,
        route = $21, retention_years = $22, unit = $23
    where id = $24 and state = 'draft'
)sql"};

static constexpr db::Sql select_by_number{"dossiers.select_by_number", R"sql(
    select id, number, revision, procedure, administration, unit, applicant, applicant_name,
        filed_by, filed_as, channel, state, filed_at, filed_on, complete_on, due, target, term_days,
        cap_days, silence_accepts, extension_listed, extension_days_max, route, assigned, version,
        calendar_version, changed_at, decided_on, retention_years, retention_until, expires_on
    from dossiers where number = $1
)sql"};
static constexpr db::Sql select_by_id{"dossiers.select_by_id", R"sql(
    select id, number, revision, procedure, administration, unit, applicant, applicant_name,
        filed_by, filed_as, channel, state, filed_at, filed_on, complete_on, due, target, term_days,
        cap_days, silence_accepts, extension_listed, extension_days_max, route, assigned, version,
        calendar_version, changed_at, decided_on, retention_years, retention_until, expires_on
    from dossiers where id = $1
)sql"};
static constexpr db::Sql select_by_key{"dossiers.select_by_key", R"sql(
    select id, number, revision, procedure, administration, unit, applicant, applicant_name,
        filed_by, filed_as, channel, state, filed_at, filed_on, complete_on, due, target, term_days,
        cap_days, silence_accepts, extension_listed, extension_days_max, route, assigned, version,
        calendar_version, changed_at, decided_on, retention_years, retention_until, expires_on
    from dossiers where filed_by = $1 and idempotency_key = $2
)sql"};
static constexpr db::Sql select_call{"dossiers.select_call", R"sql(
    select call_hash from dossiers where filed_by = $1 and idempotency_key = $2
)sql"};
static constexpr db::Sql select_number{"dossiers.select_number",
                                       "select 1 from dossiers where number = $1"};
static constexpr db::Sql touch_dossier{"dossiers.touch_draft", R"sql(
    update dossiers set changed_at = $1, expires_on = $2, warned = 0
    where id = $3 and state = 'draft'
)sql"};
static constexpr db::Sql update_warned{"dossiers.set_warned",
                                       "update dossiers set warned = $1 where id = $2"};
static constexpr db::Sql select_warned{"dossiers.select_warned",
                                       "select warned from dossiers where id = $1"};
static constexpr db::Sql count_drafts{"dossiers.count_drafts", R"sql(
    select count(*) from dossiers where filed_by = $1 and state = 'draft'
)sql"};
static constexpr db::Sql update_days{"dossiers.move_days", R"sql(
    update dossiers set warned = case when due = $1 then warned else 0 end, due = $2, target = $3,
        calendar_version = $4
    where id = $5
)sql"};

static constexpr db::Sql erasures[] = {
    {"dossiers.erase_values", "delete from dossier_values where dossier = $1"},
    {"dossiers.erase_documents", "delete from dossier_documents where dossier = $1"},
    {"dossiers.erase_missing", "delete from dossier_missing where dossier = $1"},
    {"dossiers.erase_steps", "delete from dossier_steps where dossier = $1"},
    {"dossiers.erase_asks", "delete from dossier_asks where dossier = $1"},
    {"dossiers.erase_extensions", "delete from dossier_extensions where dossier = $1"},
    {"dossiers.erase_opinions", "delete from dossier_opinions where dossier = $1"},
    {"dossiers.erase_messages", "delete from dossier_messages where dossier = $1"},
    {"dossiers.erase_notes", "delete from dossier_notes where dossier = $1"},
    {"dossiers.erase_assignments", "delete from dossier_assignments where dossier = $1"},
    {"dossiers.erase_decisions", "delete from dossier_decisions where dossier = $1"},
    {"dossiers.erase_silence", "delete from dossier_silence where dossier = $1"},
    {"dossiers.erase_appeals", "delete from dossier_appeals where dossier = $1"},
    {"dossiers.erase_fetches", "delete from dossier_fetches where dossier = $1"},
    {"dossiers.erase", "delete from dossiers where id = $1"},
};

static FiledAs filed_as_named(std::string_view name) {
    for (auto const as : {FiledAs::self, FiledAs::mandate, FiledAs::assisted})
        if (name_of(as) == name) return as;
    throw db::Breakdown("dossiers.filed_as: " + std::string(name));
}

static Dossier read_dossier(db::Row const& row) {
    Dossier dossier;
    dossier.id = row.id<DossierId>(0);
    dossier.number = row.null(1) ? "" : row.str(1);
    dossier.revision = row.id<procedures::RevisionId>(2);
    dossier.procedure = row.str(3);
    dossier.administration = row.id<AdministrationId>(4);
    dossier.unit = row.id<UnitId>(5);
    dossier.applicant = row.id<PersonId>(6);
    dossier.applicant_name = row.str(7);
    dossier.filed_by = row.id<PersonId>(8);
    dossier.filed_as = filed_as_named(row.text(9));
    dossier.channel = stored<Channel>(row.text(10));
    dossier.state = stored<State>(row.text(11));
    dossier.filed_at = row.maybe_moment(12);
    dossier.filed_on = row.maybe_date(13);
    dossier.complete_on = row.maybe_date(14);
    dossier.due = row.maybe_date(15);
    dossier.target = row.maybe_date(16);
    dossier.term = {static_cast<int>(row.number(17)), static_cast<int>(row.number(18))};
    dossier.silence_accepts = row.flag(19);
    dossier.extension_listed = row.flag(20);
    dossier.extension_days_max = static_cast<int>(row.number(21));
    dossier.route = stored<Route>(row.text(22));
    dossier.assigned = row.id<PersonId>(23);
    dossier.version = row.number(24);
    dossier.calendar_version = row.number(25);
    dossier.changed_at = row.moment(26);
    dossier.decided_on = row.maybe_date(27);
    dossier.retention_years = static_cast<int>(row.number(28));
    dossier.retention_until = row.maybe_date(29);
    dossier.expires_on = row.maybe_date(30);
    return dossier;
}

static std::optional<std::string_view> maybe(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

bool try_insert(db::Writer& writer, Dossier const& d, std::string_view key,
                std::string_view call_hash) {
    return writer.try_execute(
        insert_dossier, d.id, maybe(d.number), d.revision, d.procedure, d.administration, d.unit,
        d.applicant, d.applicant_name, d.filed_by, name_of(d.filed_as), name_of(d.channel),
        name_of(d.state), is_open(d.state), d.filed_at, d.filed_on, d.complete_on, d.due, d.target,
        d.term.days, d.term.cap_days, d.silence_accepts, d.extension_listed, d.extension_days_max,
        name_of(d.route), d.assigned, d.version, maybe(key), d.calendar_version, d.changed_at,
        d.decided_on, d.retention_years, d.retention_until, d.expires_on, maybe(call_hash));
}

void insert(db::Writer& writer, Dossier const& d, std::string_view key) {
    check(try_insert(writer, d, key), "a dossier is inserted once, under a number that is free");
}

bool update(db::Writer& writer, Dossier const& d, std::int64_t known_version) {
    return writer.execute(update_dossier, name_of(d.state), is_open(d.state), d.complete_on, d.due,
                          d.target, d.assigned, d.version, d.calendar_version, d.changed_at,
                          d.decided_on, d.retention_until, d.unit, d.id, known_version) == 1;
}

void update_filed(db::Writer& writer, Dossier const& d, std::string_view key) {
    auto const changed =
        writer.execute(update_filed_dossier, d.number, name_of(d.state), d.filed_at, d.filed_on,
                       d.complete_on, d.due, d.target, d.version, maybe(key), d.calendar_version,
                       d.changed_at, d.applicant_name, d.filed_by, name_of(d.filed_as), d.revision,
                       d.term.days, d.term.cap_days, d.silence_accepts, d.extension_listed,
                       d.extension_days_max, name_of(d.route), d.retention_years, d.unit, d.id);
    check(changed == 1, "a draft is filed once");
}

std::optional<Dossier> row_by_number(db::Reader& reader, std::string_view number) {
    return reader.one(select_by_number, read_dossier, number);
}

std::optional<Dossier> row_by_id(db::Reader& reader, DossierId id) {
    return reader.one(select_by_id, read_dossier, id);
}

std::optional<Dossier> row_by_key(db::Reader& reader, PersonId filed_by, std::string_view key) {
    return reader.one(select_by_key, read_dossier, filed_by, key);
}

std::string call_by_key(db::Reader& reader, PersonId filed_by, std::string_view key) {
    return reader
        .one(
            select_call,
            [](db::Row const& row) { return row.null(0) ? std::string() : row.str(0); }, filed_by,
            key)
        .value_or(std::string());
}

bool number_taken(db::Reader& reader, std::string_view number) {
    return reader.count(select_number, number) != 0;
}

void touch_draft(db::Writer& writer, DossierId id, Instant now, Date expires_on) {
    writer.execute(touch_dossier, now, expires_on, id);
}

void set_warned(db::Writer& writer, DossierId id, int bits) {
    writer.execute(update_warned, bits, id);
}

int warned(db::Reader& reader, DossierId id) {
    return static_cast<int>(reader.count(select_warned, id));
}

void erase(db::Writer& writer, DossierId id) {
    for (auto const& statement : erasures) writer.execute(statement, id);
}

std::int64_t drafts_count(db::Reader& reader, PersonId person) {
    return reader.count(count_drafts, person);
}

void move_days(db::Writer& writer, Dossier const& d) {
    writer.execute(update_days, d.due, d.due, d.target, d.calendar_version, d.id);
}

// What happened tells which tables can hold anything.
static bool any(std::vector<StepTaken> const& steps, std::initializer_list<Action> actions) {
    return std::any_of(steps.begin(), steps.end(), [&](StepTaken const& step) {
        return std::find(actions.begin(), actions.end(), step.action) != actions.end();
    });
}

static std::optional<Dossier> filled(db::Reader& reader, std::optional<Dossier> found) {
    using enum Action;
    if (!found) return found;
    auto& d = *found;
    d.values = values(reader, d.id);
    d.documents = documents(reader, d.id);
    if (d.state == State::draft) return found;
    d.steps = taken(reader, d.id);
    if (any(d.steps, {file_partly})) d.missing = missing(reader, d.id);
    if (any(d.steps, {ask_replacement, ask_information, ask_originals}))
        d.asks = asks(reader, d.id);
    if (any(d.steps, {extend})) d.extension = extension(reader, d.id);
    if (any(d.steps, {approve, refuse, overturn})) d.decisions = decisions(reader, d.id);
    if (any(d.steps, {claim_silence})) d.silence = silence(reader, d.id);
    d.appeals = appeals(reader, d.id);
    d.fetches = fetches(reader, d.id);
    return found;
}

std::optional<Dossier> load(db::Reader& reader, std::string_view number) {
    return filled(reader, row_by_number(reader, number));
}

std::optional<Dossier> load(db::Reader& reader, DossierId id) {
    return filled(reader, row_by_id(reader, id));
}

}  // namespace wasl::dossiers::store
