// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql insert_edition{"challenges.insert_edition", R"sql(
    insert into challenge_editions (id, code, organiser, state, name_ar, name_fr, summary_ar,
        summary_fr, rules_ar, rules_fr, eligible, team_min, team_max, administrations_min,
        is_anonymous, source, version, made_by, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
)sql"};
static constexpr db::Sql update_edition{"challenges.update_edition", R"sql(
    update challenge_editions set state = $1, name_ar = $2, name_fr = $3, summary_ar = $4,
        summary_fr = $5, rules_ar = $6, rules_fr = $7, eligible = $8, team_min = $9,
        team_max = $10, administrations_min = $11, is_anonymous = $12, version = $13,
        changed_at = $14
    where id = $15 and version = $16
)sql"};
static constexpr db::Piece edition_columns = R"sql(
    select id, code, organiser, state, name_ar, name_fr, summary_ar, summary_fr, rules_ar,
        rules_fr, eligible, team_min, team_max, administrations_min, is_anonymous, source,
        version, changed_at)sql";
static constexpr db::Sql select_coded{"challenges.edition_coded", db::joined<edition_columns, R"sql(
    from challenge_editions where code = $1
)sql">};
static constexpr db::Sql select_edition{"challenges.edition", db::joined<edition_columns, R"sql(
    from challenge_editions where id = $1
)sql">};
static constexpr db::Sql select_shown{"challenges.editions", db::joined<edition_columns, R"sql(
    from challenge_editions where state in ('published', 'closed')
)sql">};
static constexpr db::Sql select_organised{"challenges.editions_of",
                                          db::joined<edition_columns, R"sql(
    from challenge_editions where organiser = $1 order by id desc
)sql">};
static constexpr db::Sql delete_phases{"challenges.delete_phases",
                                       "delete from challenge_phases where edition = $1"};
static constexpr db::Sql insert_phase{"challenges.insert_phase", R"sql(
    insert into challenge_phases (edition, phase, opens_at, closes_at) values ($1, $2, $3, $4)
)sql"};
static constexpr db::Sql select_phases{
    "challenges.phases",
    "select phase, opens_at, closes_at from challenge_phases where edition = $1"};
static constexpr db::Sql delete_invited{"challenges.delete_invited",
                                        "delete from challenge_invited where edition = $1"};
static constexpr db::Sql insert_invited{"challenges.insert_invited", R"sql(
    insert into challenge_invited (edition, administration) values ($1, $2)
    on conflict (edition, administration) do nothing
)sql"};
static constexpr db::Sql select_invited{"challenges.invited", R"sql(
    select administration from challenge_invited where edition = $1 order by administration
)sql"};

static Edition read_edition(db::Row const& row) {
    Edition one;
    one.id = row.id<EditionId>(0);
    one.code = row.str(1);
    one.organiser = row.id<AdministrationId>(2);
    one.state = state_named(row.text(3)).value_or(State::draft);
    one.name.ar = row.str(4);
    one.name.fr = row.str(5);
    one.summary.ar = row.str(6);
    one.summary.fr = row.str(7);
    one.rules.ar = row.str(8);
    one.rules.fr = row.str(9);
    one.eligible = eligible_named(row.text(10)).value_or(Eligible::civil_servants);
    one.team_min = static_cast<int>(row.number(11));
    one.team_max = static_cast<int>(row.number(12));
    one.administrations_min = static_cast<int>(row.number(13));
    one.is_anonymous = row.flag(14);
    one.source = row.str(15);
    one.version = row.number(16);
    one.changed_at = row.moment(17);
    return one;
}

static void add_phases_and_invited(db::Reader& reader, Edition& edition) {
    reader.each(
        select_phases,
        [&](db::Row const& row) {
            if (auto const phase = phase_named(row.text(0)))
                edition.phases[static_cast<std::size_t>(*phase)] =
                    Span{row.moment(1), row.moment(2)};
        },
        edition.id);
    edition.invited = reader.select(
        select_invited, [](db::Row const& row) { return row.id<AdministrationId>(0); }, edition.id);
}

template<typename... Args>
static std::vector<Edition> all(db::Reader& reader, db::Sql const& sql, Args const&... args) {
    auto found = reader.select(sql, read_edition, args...);
    for (auto& one : found) add_phases_and_invited(reader, one);
    return found;
}
template<typename Key>
static std::optional<Edition> only(db::Reader& reader, db::Sql const& sql, Key const& key) {
    auto found = reader.one(sql, read_edition, key);
    if (found) add_phases_and_invited(reader, *found);
    return found;
}

void insert(db::Writer& writer, Edition const& one, PersonId by) {
    writer.execute(insert_edition, one.id, one.code, one.organiser, name_of(one.state), one.name.ar,
                   one.name.fr, one.summary.ar, one.summary.fr, one.rules.ar, one.rules.fr,
                   name_of(one.eligible), one.team_min, one.team_max, one.administrations_min,
                   one.is_anonymous, one.source, one.version, by, one.changed_at);
}
bool update(db::Writer& writer, Edition const& one, std::int64_t version) {
    return writer.execute(update_edition, name_of(one.state), one.name.ar, one.name.fr,
                          one.summary.ar, one.summary.fr, one.rules.ar, one.rules.fr,
                          name_of(one.eligible), one.team_min, one.team_max,
                          one.administrations_min, one.is_anonymous, one.version, one.changed_at,
                          one.id, version) == 1;
}
void set_phases(db::Writer& writer, EditionId edition, Phases const& phases) {
    writer.execute(delete_phases, edition);
    for (std::size_t n = 0; n < phase_count; ++n)
        if (phases[n])
            writer.execute(insert_phase, edition, name_of(static_cast<Phase>(n)),
                           phases[n]->opens_at, phases[n]->closes_at);
}
void set_invited(db::Writer& writer, EditionId edition, std::span<AdministrationId const> whose) {
    writer.execute(delete_invited, edition);
    for (auto const one : whose) writer.execute(insert_invited, edition, one);
}
std::optional<Edition> edition_coded(db::Reader& reader, std::string_view code) {
    return only(reader, select_coded, code);
}
std::optional<Edition> edition(db::Reader& reader, EditionId id) {
    return only(reader, select_edition, id);
}
std::vector<Edition> editions(db::Reader& reader) { return all(reader, select_shown); }
std::vector<Edition> editions_of(db::Reader& reader, AdministrationId organiser) {
    return all(reader, select_organised, organiser);
}

}  // namespace wasl::challenges::store
