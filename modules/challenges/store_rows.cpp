// SPDX-License-Identifier: Apache-2.0
// What an edition is made of, row by row.
#include "modules/challenges/store.hpp"

#include <algorithm>

namespace wasl::challenges::store {

static constexpr db::Sql select_themes{"challenges.themes", R"sql(
    select id, position, name_ar, name_fr, text_ar, text_fr from challenge_themes
    where edition = $1 order by position, id
)sql"};
static constexpr db::Sql insert_theme{"challenges.insert_theme", R"sql(
    insert into challenge_themes (id, edition, position, name_ar, name_fr, text_ar, text_fr)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql update_theme{"challenges.update_theme", R"sql(
    update challenge_themes set position = $1, name_ar = $2, name_fr = $3, text_ar = $4,
        text_fr = $5
    where id = $6 and edition = $7
)sql"};
static constexpr db::Sql delete_theme{
    "challenges.delete_theme", "delete from challenge_themes where id = $1 and edition = $2"};
static constexpr db::Sql select_statements{"challenges.statements", R"sql(
    select id, theme, position, title_ar, title_fr, text_ar, text_fr, obstacles, sponsor,
        sponsor_unit, obstacle_codes
    from challenge_statements where edition = $1 order by position, id
)sql"};
static constexpr db::Sql insert_statement{"challenges.insert_statement", R"sql(
    insert into challenge_statements (id, edition, theme, position, title_ar, title_fr, text_ar,
        text_fr, obstacles, sponsor, sponsor_unit, obstacle_codes)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};
static constexpr db::Sql update_statement{"challenges.update_statement", R"sql(
    update challenge_statements set theme = $1, position = $2, title_ar = $3, title_fr = $4,
        text_ar = $5, text_fr = $6, obstacles = $7, sponsor = $8, sponsor_unit = $9,
        obstacle_codes = $10
    where id = $11 and edition = $12
)sql"};
static constexpr db::Sql delete_statement{
    "challenges.delete_statement",
    "delete from challenge_statements where id = $1 and edition = $2"};
static constexpr db::Sql select_prizes{"challenges.prizes", R"sql(
    select id, place, name_ar, name_fr, text_ar, text_fr from challenge_prizes
    where edition = $1 order by place, id
)sql"};
static constexpr db::Sql insert_prize{"challenges.insert_prize", R"sql(
    insert into challenge_prizes (id, edition, place, name_ar, name_fr, text_ar, text_fr)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql update_prize{"challenges.update_prize", R"sql(
    update challenge_prizes set place = $1, name_ar = $2, name_fr = $3, text_ar = $4, text_fr = $5
    where id = $6 and edition = $7
)sql"};
static constexpr db::Sql delete_prize{
    "challenges.delete_prize", "delete from challenge_prizes where id = $1 and edition = $2"};
static constexpr db::Sql select_partners{"challenges.partners", R"sql(
    select id, administration, name_ar, name_fr from challenge_partners
    where edition = $1 order by id
)sql"};
static constexpr db::Sql insert_partner{"challenges.insert_partner", R"sql(
    insert into challenge_partners (id, edition, administration, name_ar, name_fr)
    values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql update_partner{"challenges.update_partner", R"sql(
    update challenge_partners set administration = $1, name_ar = $2, name_fr = $3
    where id = $4 and edition = $5
)sql"};
static constexpr db::Sql delete_partner{
    "challenges.delete_partner", "delete from challenge_partners where id = $1 and edition = $2"};
static constexpr db::Sql select_targets{
    "challenges.targets",
    "select trait, at_least from challenge_targets where edition = $1 order by trait desc"};
static constexpr db::Sql delete_targets{"challenges.delete_targets",
                                        "delete from challenge_targets where edition = $1"};
static constexpr db::Sql insert_target{
    "challenges.insert_target",
    "insert into challenge_targets (edition, trait, at_least) values ($1, $2, $3)"};
static constexpr db::Sql count_answering{
    "challenges.teams_answering", "select count(*) from challenge_teams where statement = $1"};
static constexpr db::Sql count_under{"challenges.statements_under",
                                     "select count(*) from challenge_statements where theme = $1"};

static Names names(db::Row const& row, int column) {
    Names one;
    one.ar = row.str(column);
    one.fr = row.str(column + 1);
    return one;
}

static std::vector<std::string> codes_of(std::string_view text) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        auto const until = std::min(text.find(','), text.size());
        codes.emplace_back(text.substr(0, until));
        text.remove_prefix(std::min(until + 1, text.size()));
    }
    return codes;
}
static std::string codes_text(std::span<std::string const> codes) {
    std::string text;
    for (auto const& one : codes) text += (text.empty() ? "" : ",") + one;
    return text;
}

Call call_of(db::Reader& reader, Edition edition) {
    Call call;
    auto const id = edition.id;
    call.edition = std::move(edition);
    call.themes = reader.select(
        select_themes,
        [](db::Row const& row) {
            return Theme{row.id<ThemeId>(0), static_cast<int>(row.number(1)), names(row, 2),
                         names(row, 4)};
        },
        id);
    call.statements = reader.select(
        select_statements,
        [](db::Row const& row) {
            return Statement{.id = row.id<StatementId>(0),
                             .theme = row.id<ThemeId>(1),
                             .position = static_cast<int>(row.number(2)),
                             .title = names(row, 3),
                             .text = names(row, 5),
                             .obstacles = row.str(7),
                             .sponsor = row.id<AdministrationId>(8),
                             .sponsor_unit = row.id<UnitId>(9),
                             .obstacle_codes = codes_of(row.text(10))};
        },
        id);
    call.prizes = reader.select(
        select_prizes,
        [](db::Row const& row) {
            return Prize{row.id<PrizeId>(0), static_cast<int>(row.number(1)), names(row, 2),
                         names(row, 4)};
        },
        id);
    call.partners = reader.select(
        select_partners,
        [](db::Row const& row) {
            return Partner{row.id<PartnerId>(0), row.id<AdministrationId>(1), names(row, 2)};
        },
        id);
    reader.each(
        select_targets,
        [&](db::Row const& row) {
            if (auto const trait = trait_named(row.text(0)))
                call.targets.push_back({*trait, static_cast<int>(row.number(1))});
        },
        id);
    return call;
}

void insert(db::Writer& writer, EditionId edition, Theme const& one) {
    writer.execute(insert_theme, one.id, edition, one.position, one.name.ar, one.name.fr,
                   one.text.ar, one.text.fr);
}
void insert(db::Writer& writer, EditionId edition, Statement const& one) {
    writer.execute(insert_statement, one.id, edition, one.theme, one.position, one.title.ar,
                   one.title.fr, one.text.ar, one.text.fr, one.obstacles, one.sponsor,
                   one.sponsor_unit, codes_text(one.obstacle_codes));
}
void insert(db::Writer& writer, EditionId edition, Prize const& one) {
    writer.execute(insert_prize, one.id, edition, one.place, one.name.ar, one.name.fr, one.text.ar,
                   one.text.fr);
}
void insert(db::Writer& writer, EditionId edition, Partner const& one) {
    writer.execute(insert_partner, one.id, edition, one.administration, one.name.ar, one.name.fr);
}
bool update(db::Writer& writer, EditionId edition, Theme const& one) {
    return writer.execute(update_theme, one.position, one.name.ar, one.name.fr, one.text.ar,
                          one.text.fr, one.id, edition) == 1;
}
bool update(db::Writer& writer, EditionId edition, Statement const& one) {
    return writer.execute(update_statement, one.theme, one.position, one.title.ar, one.title.fr,
                          one.text.ar, one.text.fr, one.obstacles, one.sponsor, one.sponsor_unit,
                          codes_text(one.obstacle_codes), one.id, edition) == 1;
}
bool update(db::Writer& writer, EditionId edition, Prize const& one) {
    return writer.execute(update_prize, one.place, one.name.ar, one.name.fr, one.text.ar,
                          one.text.fr, one.id, edition) == 1;
}
bool update(db::Writer& writer, EditionId edition, Partner const& one) {
    return writer.execute(update_partner, one.administration, one.name.ar, one.name.fr, one.id,
                          edition) == 1;
}
bool remove(db::Writer& writer, EditionId edition, ThemeId id) {
    return writer.execute(delete_theme, id, edition) == 1;
}
bool remove(db::Writer& writer, EditionId edition, StatementId id) {
    return writer.execute(delete_statement, id, edition) == 1;
}
bool remove(db::Writer& writer, EditionId edition, PrizeId id) {
    return writer.execute(delete_prize, id, edition) == 1;
}
bool remove(db::Writer& writer, EditionId edition, PartnerId id) {
    return writer.execute(delete_partner, id, edition) == 1;
}
void set_targets(db::Writer& writer, EditionId edition, std::span<Target const> targets) {
    writer.execute(delete_targets, edition);
    for (auto const& one : targets)
        writer.execute(insert_target, edition, name_of(one.trait), one.at_least);
}
std::int64_t teams_answering(db::Reader& reader, StatementId id) {
    return reader.count(count_answering, id);
}
std::int64_t statements_under(db::Reader& reader, ThemeId id) {
    return reader.count(count_under, id);
}

}  // namespace wasl::challenges::store
