// SPDX-License-Identifier: Apache-2.0
// The entry's own row, and what it touches.
#include "modules/bank/store.hpp"

#include "modules/bank/store_rows.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_entry{"bank.insert", R"sql(
    insert into bank_entries (id, number, stage, title, problem, solution, serves, evidence,
        evidence_note, cost, yearly_cost, effort_days, needs, licence, replicability,
        replicability_note, contacts, website, language, origin, source_name, team,
        challenge, award, source_url, source_key, is_example, author, author_name,
        name_shown, owner, owner_name, proposed_at, changed_at, listed_at, confirmed_on,
        reminded, reviewer, reason, merged_into, is_hidden, version, idempotency_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35,
        $36, $37, $38, $39, $40, $41, $42, $43)
)sql"};
static constexpr db::Sql update_entry{"bank.update", R"sql(
    update bank_entries set stage = $1, title = $2, problem = $3, solution = $4, serves =
        $5, evidence = $6, evidence_note = $7, cost = $8, yearly_cost = $9, effort_days =
        $10, needs = $11, licence = $12, replicability = $13, replicability_note = $14,
        contacts = $15, website = $16, language = $17, source_name = $18, team = $19,
        challenge = $20, award = $21, source_url = $22, is_example = $23, author = $24,
        author_name = $25, name_shown = $26, owner = $27, owner_name = $28, changed_at =
        $29, listed_at = $30, confirmed_on = $31, reviewer = $32, reason = $33, merged_into
        = $34, is_hidden = $35, version = $36, reminded = 0
    where id = $37 and version = $38
)sql"};
static constexpr db::Sql select_by_number{"bank.select_by_number", db::joined<entry_columns, R"sql(
    from bank_entries where number = $1
)sql">};
static constexpr db::Sql select_by_id{"bank.select_by_id", db::joined<entry_columns, R"sql(
    from bank_entries where id = $1
)sql">};
static constexpr db::Sql select_by_key{"bank.select_by_key", db::joined<entry_columns, R"sql(
    from bank_entries where idempotency_key = $1
)sql">};
static constexpr db::Sql select_by_source{"bank.select_by_source", db::joined<entry_columns, R"sql(
    from bank_entries where source_key = $1
)sql">};
static constexpr db::Sql update_entry_reminded{
    "bank.set_reminded", "update bank_entries set reminded = 1 where id = $1"};
static constexpr db::Sql insert_touch{
    "bank.insert_touch",
    "insert into bank_touches (entry, kind, code) values ($1, $2, $3) on conflict do nothing"};
static constexpr db::Sql delete_touches{"bank.delete_touches",
                                        "delete from bank_touches where entry = $1"};
static constexpr db::Sql select_touches{
    "bank.touches", "select kind, code from bank_touches where entry = $1 order by kind, code"};

Entry read_entry(db::Row const& row) {
    Entry one;
    one.id = row.id<EntryId>(0);
    one.number = row.str(1);
    one.stage = known(stage_named(row.text(2)));
    one.content = read_content(row, 3);
    one.source = read_source(row, 19);
    one.author = row.id<PersonId>(27);
    one.author_name = row.str(28);
    one.name_shown = row.flag(29);
    one.owner = row.id<AdministrationId>(30);
    one.owner_name = row.str(31);
    one.proposed_at = row.moment(32);
    one.changed_at = row.moment(33);
    if (row.number(34) != 0) one.listed_at = row.moment(34);
    one.confirmed_on = day_or_none(row, 35);
    one.reminded = row.flag(36);
    one.reviewer = row.id<PersonId>(37);
    one.reason = row.str(38);
    one.merged_into = row.maybe_id<EntryId>(39);
    one.is_hidden = row.flag(40);
    one.version = row.number(41);
    return one;
}

Content read_content(db::Row const& row, int first) {
    Content content;
    content.title = row.str(first);
    content.problem = row.str(first + 1);
    content.solution = row.str(first + 2);
    content.serves = row.str(first + 3);
    content.evidence = known(evidence_named(row.text(first + 4)));
    content.evidence_note = row.str(first + 5);
    if (!row.null(first + 6)) content.cost = row.money(first + 6);
    if (!row.null(first + 7)) content.yearly_cost = row.money(first + 7);
    content.effort_days = row.maybe_number(first + 8);
    content.needs = row.str(first + 9);
    content.licence = row.str(first + 10);
    content.replicability = known(replicability_named(row.text(first + 11)));
    content.replicability_note = row.str(first + 12);
    content.contacts = row.str(first + 13);
    content.website = row.str(first + 14);
    content.language = known(i18n::language_named(row.text(first + 15)));
    return content;
}

Source read_source(db::Row const& row, int first) {
    Source source;
    source.origin = known(origin_named(row.text(first)));
    source.name = row.str(first + 1);
    source.team = row.str(first + 2);
    source.challenge = row.str(first + 3);
    source.award = row.str(first + 4);
    source.url = row.str(first + 5);
    if (!row.null(first + 6)) source.key = row.str(first + 6);
    source.is_example = row.flag(first + 7);
    return source;
}

std::optional<Date> day_or_none(db::Row const& row, int column) {
    return date_from_iso(row.text(column));
}
std::string day_text(std::optional<Date> const& day) { return day ? iso(*day) : std::string(); }

void add_touch(Touched& touches, std::string_view kind, std::string_view code) {
    if (auto const known = touch_named(kind)) touches.of(*known).emplace_back(code);
}

static std::optional<std::string> or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}
static std::int64_t moment_or_none(std::optional<Instant> const& moment) {
    return moment ? micros(*moment) : 0;
}

static void keep_touches(db::Writer& writer, Entry const& one) {
    for (std::size_t n = 0; n < touch_count; ++n) {
        auto const kind = static_cast<Touch>(n);
        for (auto const& code : one.content.touches.of(kind))
            writer.execute(insert_touch, one.id, name_of(kind), code);
    }
}

static std::optional<Entry> whole(db::Reader& reader, std::optional<Entry> found) {
    if (!found) return found;
    reader.each(
        select_touches,
        [&](db::Row const& row) { add_touch(found->content.touches, row.text(0), row.text(1)); },
        found->id);
    return found;
}

bool try_insert(db::Writer& writer, Entry const& one, std::string_view key) {
    auto const& content = one.content;
    auto const& source = one.source;
    bool const fresh = writer.try_execute(
        insert_entry, one.id, one.number, name_of(one.stage), content.title, content.problem,
        content.solution, content.serves, name_of(content.evidence), content.evidence_note,
        content.cost, content.yearly_cost, content.effort_days, content.needs, content.licence,
        name_of(content.replicability), content.replicability_note, content.contacts,
        content.website, name_of(content.language), name_of(source.origin), source.name,
        source.team, source.challenge, source.award, source.url, or_null(source.key),
        source.is_example, one.author, one.author_name, one.name_shown, one.owner, one.owner_name,
        one.proposed_at, one.changed_at, moment_or_none(one.listed_at), day_text(one.confirmed_on),
        one.reminded, one.reviewer, one.reason, one.merged_into, one.is_hidden, one.version,
        or_null(key));
    if (fresh) keep_touches(writer, one);
    return fresh;
}

bool update(db::Writer& writer, Entry const& one, std::int64_t known_version) {
    auto const& content = one.content;
    auto const& source = one.source;
    if (writer.execute(
            update_entry, name_of(one.stage), content.title, content.problem, content.solution,
            content.serves, name_of(content.evidence), content.evidence_note, content.cost,
            content.yearly_cost, content.effort_days, content.needs, content.licence,
            name_of(content.replicability), content.replicability_note, content.contacts,
            content.website, name_of(content.language), source.name, source.team, source.challenge,
            source.award, source.url, source.is_example, one.author, one.author_name,
            one.name_shown, one.owner, one.owner_name, one.changed_at,
            moment_or_none(one.listed_at), day_text(one.confirmed_on), one.reviewer, one.reason,
            one.merged_into, one.is_hidden, one.version, one.id, known_version) != 1)
        return false;
    writer.execute(delete_touches, one.id);
    keep_touches(writer, one);
    return true;
}

std::optional<Entry> by_number(db::Reader& reader, std::string_view number) {
    return whole(reader, reader.one(select_by_number, read_entry, number));
}
std::optional<Entry> by_id(db::Reader& reader, EntryId id) {
    return whole(reader, reader.one(select_by_id, read_entry, id));
}
std::optional<Entry> by_key(db::Reader& reader, std::string_view key) {
    return whole(reader, reader.one(select_by_key, read_entry, key));
}
std::optional<Entry> by_source(db::Reader& reader, std::string_view key) {
    return whole(reader, reader.one(select_by_source, read_entry, key));
}
void set_reminded(db::Writer& writer, EntryId id) { writer.execute(update_entry_reminded, id); }

}  // namespace wasl::bank::store
