// SPDX-License-Identifier: Apache-2.0
// Lists of entries, and the versions by which pictures are read again.
#include <map>

#include "modules/bank/store_rows.hpp"

namespace wasl::bank::store {

static constexpr db::Sql select_public{"bank.select_public", db::joined<entry_columns, R"sql(
    from bank_entries where stage in ('listed', 'dormant') and is_hidden = 0
    order by listed_at desc, id desc
)sql">};
static constexpr db::Sql select_public_touches{"bank.public_touches", R"sql(
    select t.entry, t.kind, t.code
    from bank_touches t join bank_entries e on e.id = t.entry
    where e.stage in ('listed', 'dormant') order by t.entry, t.kind, t.code
)sql"};
static constexpr db::Sql select_public_adoptions{"bank.public_adoptions", R"sql(
    select entry, phase, administration, is_open from bank_adoptions order by entry, id
)sql"};
static constexpr db::Sql select_public_effects{"bank.public_effects", R"sql(
    select a.entry, f.better, f.before_value, f.after_value
    from bank_effects f join bank_adoptions a on a.id = f.adoption where f.is_current = 1
)sql"};
static constexpr db::Piece waiting_rows = R"sql(
    from bank_entries where stage in ($1, $2, $3) and ($4 = '' or origin = $4) )sql";
static constexpr db::Piece how_many = "select count(*) ";
static constexpr db::Sql count_waiting_rows{"bank.count_waiting",
                                            db::joined<how_many, waiting_rows>};
static constexpr db::Piece longest_waiting_first = "order by proposed_at, id limit $5 offset $6";
static constexpr db::Sql select_waiting{
    "bank.waiting", db::joined<entry_columns, waiting_rows, longest_waiting_first>};
static constexpr db::Sql select_written{"bank.written_by", db::joined<entry_columns, R"sql(
    from bank_entries where author = $1 and author > 0 order by id desc limit 500
)sql">};
static constexpr db::Sql select_followed{"bank.followed_by", R"sql(
    select e.id, e.number, e.stage, e.title, e.problem, e.solution, e.serves, e.evidence,
        e.evidence_note, e.cost, e.yearly_cost, e.effort_days, e.needs, e.licence,
        e.replicability, e.replicability_note, e.contacts, e.website, e.language, e.origin,
        e.source_name, e.team, e.challenge, e.award, e.source_url, e.source_key,
        e.is_example, e.author, e.author_name, e.name_shown, e.owner, e.owner_name,
        e.proposed_at, e.changed_at, e.listed_at, e.confirmed_on, e.reminded, e.reviewer,
        e.reason, e.merged_into, e.is_hidden, e.version
    from bank_follows f join bank_entries e on e.id = f.entry
    where f.person = $1 order by e.id desc limit 500
)sql"};
static constexpr db::Sql select_merged{"bank.merged_into", db::joined<entry_columns, R"sql(
    from bank_entries where merged_into = $1 order by id limit 500
)sql">};
static constexpr db::Sql select_aged{"bank.not_confirmed_since", R"sql(
    select id from bank_entries
    where stage = 'listed' and confirmed_on < $1 and reminded <= $2 order by id limit 500
)sql"};
static constexpr db::Sql select_versions{
    "bank.versions", "select name, version from bank_versions where name in ('entries', 'texts')"};
static constexpr db::Sql bump_version{"bank.bump", R"sql(
    insert into bank_versions (name, version) values ($1, 1)
    on conflict (name) do update set version = bank_versions.version + 1
)sql"};

static Line line_of(Entry entry) {
    Line line;
    line.id = entry.id;
    line.number = std::move(entry.number);
    line.stage = entry.stage;
    line.content = std::move(entry.content);
    line.source = std::move(entry.source);
    line.owner = entry.owner;
    line.owner_name = std::move(entry.owner_name);
    line.listed_at = entry.listed_at.value_or(Instant{});
    line.changed_at = entry.changed_at;
    return line;
}

static Verdict verdict_of(db::Row const& row) {
    Effect effect;
    effect.better = known(better_named(row.text(1)));
    effect.before.value = row.number(2);
    effect.after.value = row.number(3);
    return effect.verdict();
}

std::vector<Line> lines(db::Reader& reader) {
    auto all =
        reader.select(select_public, [](db::Row const& row) { return line_of(read_entry(row)); });
    std::map<std::int64_t, Line*> by_id;
    for (auto& line : all) by_id[line.id.value()] = &line;
    auto const of = [&](db::Row const& row) -> Line* {
        auto const found = by_id.find(row.number(0));
        return found == by_id.end() ? nullptr : found->second;
    };
    reader.each(select_public_touches, [&](db::Row const& row) {
        if (auto* const line = of(row)) add_touch(line->content.touches, row.text(1), row.text(2));
    });
    reader.each(select_public_adoptions, [&](db::Row const& row) {
        auto* const line = of(row);
        if (line == nullptr) return;
        ++line->adoptions[static_cast<std::size_t>(known(phase_named(row.text(1))))];
        if (row.flag(3)) line->adopters.push_back(row.id<AdministrationId>(2));
    });
    reader.each(select_public_effects, [&](db::Row const& row) {
        if (auto* const line = of(row)) ++line->effects[static_cast<std::size_t>(verdict_of(row))];
    });
    return all;
}

static std::array<std::string_view, waiting_stages.size()> stages_asked(QueueAsk const& ask) {
    std::array<std::string_view, waiting_stages.size()> names;
    for (std::size_t n = 0; n < names.size(); ++n)
        names[n] = name_of(ask.stage.value_or(waiting_stages[n]));
    return names;
}
static std::string_view origin_asked(QueueAsk const& ask) {
    return ask.origin ? name_of(*ask.origin) : std::string_view{};
}
std::int64_t count_waiting(db::Reader& reader, QueueAsk const& ask) {
    auto const stages = stages_asked(ask);
    return reader.count(count_waiting_rows, stages[0], stages[1], stages[2], origin_asked(ask));
}
std::vector<Entry> waiting(db::Reader& reader, QueueAsk const& ask, std::int64_t most,
                           std::int64_t skipped) {
    auto const stages = stages_asked(ask);
    return reader.select(select_waiting, read_entry, stages[0], stages[1], stages[2],
                         origin_asked(ask), most, skipped);
}
std::vector<Entry> written_by(db::Reader& reader, PersonId person) {
    return reader.select(select_written, read_entry, person);
}
std::vector<Entry> followed_by(db::Reader& reader, PersonId person) {
    return reader.select(select_followed, read_entry, person);
}
std::vector<Entry> merged_into(db::Reader& reader, EntryId id) {
    return reader.select(select_merged, read_entry, id);
}
std::vector<EntryId> not_confirmed_since(db::Reader& reader, Date day, bool not_reminded) {
    return reader.select(
        select_aged, [](db::Row const& row) { return row.id<EntryId>(0); }, day,
        not_reminded ? 0 : 1);
}

Picture::Versions versions(db::Reader& reader) {
    Picture::Versions out;
    reader.each(select_versions, [&](db::Row const& row) {
        (row.text(0) == "texts" ? out.texts : out.entries) = row.number(1);
    });
    return out;
}
void bump(db::Writer& writer, std::string_view name) { writer.execute(bump_version, name); }

}  // namespace wasl::bank::store
