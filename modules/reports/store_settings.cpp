// SPDX-License-Identifier: Apache-2.0
// The rows by which an administrator decides how reports are worked upon.
#include <boost/json.hpp>

#include "modules/reports/settings_words.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"

namespace wasl::reports::store {

namespace json = boost::json;

static constexpr db::Sql select_version{"reports.select_version",
                                        "select version from report_versions where name = $1"};
static constexpr db::Sql bump_version{"reports.bump_version", R"sql(
    insert into report_versions (name, version) values ($1, 1)
    on conflict (name) do update set version = report_versions.version + 1
)sql"};
static constexpr db::Sql select_categories{"reports.select_categories", R"sql(
    select code, parent, name_ar, name_fr, name_en, words, days, is_private, is_anonymous,
        is_urgent, call_instead, notice_ar, notice_fr, duplicate_metres, is_active, position,
        notice_en
    from report_categories order by position, code
)sql"};
static constexpr db::Sql upsert_category{"reports.keep_category", R"sql(
    insert into report_categories (code, parent, name_ar, name_fr, name_en, words, days, is_private,
        is_anonymous, is_urgent, call_instead, notice_ar, notice_fr, duplicate_metres, is_active,
        position, notice_en)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    on conflict (code) do update set parent = excluded.parent, name_ar = excluded.name_ar,
        name_fr = excluded.name_fr, name_en = excluded.name_en, words = excluded.words,
        days = excluded.days, is_private = excluded.is_private,
        is_anonymous = excluded.is_anonymous, is_urgent = excluded.is_urgent,
        call_instead = excluded.call_instead, notice_ar = excluded.notice_ar,
        notice_fr = excluded.notice_fr, notice_en = excluded.notice_en,
        duplicate_metres = excluded.duplicate_metres,
        is_active = excluded.is_active, position = excluded.position
)sql"};
static constexpr db::Sql select_questions{"reports.select_questions", R"sql(
    select category, code, kind, label_ar, label_fr, help_ar, help_fr, is_required, choices,
        position, label_en, help_en
    from report_questions order by category, position, code
)sql"};
static constexpr db::Sql upsert_question{"reports.keep_question", R"sql(
    insert into report_questions (category, code, kind, label_ar, label_fr, help_ar, help_fr,
        is_required, choices, position, label_en, help_en)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (category, code) do update set kind = excluded.kind,
        label_ar = excluded.label_ar, label_fr = excluded.label_fr, label_en = excluded.label_en,
        help_ar = excluded.help_ar, help_fr = excluded.help_fr, help_en = excluded.help_en,
        is_required = excluded.is_required,
        choices = excluded.choices, position = excluded.position
)sql"};
static constexpr db::Sql delete_question{
    "reports.remove_question", "delete from report_questions where category = $1 and code = $2"};
static constexpr db::Sql select_states{"reports.select_states", R"sql(
    select code, phase, name_ar, name_fr, name_en, open311, is_active, position
    from report_states order by position, code
)sql"};
static constexpr db::Sql upsert_state{"reports.keep_state", R"sql(
    insert into report_states (code, phase, name_ar, name_fr, name_en, open311, is_active, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (code) do update set phase = excluded.phase, name_ar = excluded.name_ar,
        name_fr = excluded.name_fr, name_en = excluded.name_en, open311 = excluded.open311,
        is_active = excluded.is_active, position = excluded.position
)sql"};
static constexpr db::Sql select_templates{"reports.select_templates", R"sql(
    select id, state, category, title, text_ar, text_fr, text_en from report_templates order by id
)sql"};
static constexpr db::Sql upsert_template{"reports.keep_template", R"sql(
    insert into report_templates (id, state, category, title, text_ar, text_fr, text_en)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (id) do update set state = excluded.state, category = excluded.category,
        title = excluded.title, text_ar = excluded.text_ar, text_fr = excluded.text_fr,
        text_en = excluded.text_en
)sql"};
static constexpr db::Sql delete_template{"reports.remove_template",
                                         "delete from report_templates where id = $1"};
static constexpr db::Sql select_routes{"reports.select_routes", R"sql(
    select id, category, territory, body, unit, rank from report_routes order by rank, id
)sql"};
static constexpr db::Sql upsert_route{"reports.keep_route", R"sql(
    insert into report_routes (id, category, territory, body, unit, rank)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (id) do update set category = excluded.category, territory = excluded.territory,
        body = excluded.body, unit = excluded.unit, rank = excluded.rank
)sql"};
static constexpr db::Sql delete_route{"reports.remove_route",
                                      "delete from report_routes where id = $1"};
static constexpr db::Sql select_escalations{
    "reports.select_escalations",
    "select id, days, act, level from report_escalations order by days, id"};
static constexpr db::Sql upsert_escalation{"reports.keep_escalation", R"sql(
    insert into report_escalations (id, days, act, level) values ($1, $2, $3, $4)
    on conflict (id) do update set days = excluded.days, act = excluded.act,
        level = excluded.level
)sql"};
static constexpr db::Sql delete_escalation{"reports.remove_escalation",
                                           "delete from report_escalations where id = $1"};
static constexpr db::Sql insert_act{"reports.insert_setting_act", R"sql(
    insert into report_setting_acts (id, kind, key, before_row, after_row, by_person, at_moment)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql select_acts{"reports.select_setting_acts", R"sql(
    select kind, key, before_row, after_row, by_person, at_moment
    from report_setting_acts order by id desc limit $1
)sql"};

static constexpr std::string_view settings_name = "settings";

namespace {

int small(db::Row const& row, int column) { return static_cast<int>(row.number(column)); }

std::vector<Choice> choices_from(std::string_view text) {
    std::vector<Choice> found;
    auto const member = [](json::object const& one, std::string_view name) {
        auto const* const value = one.if_contains(name);
        return value == nullptr ? std::string() : std::string(value->as_string());
    };
    auto const all = json::parse(text);
    for (auto const& each : all.as_array()) {
        auto const& one = each.as_object();
        found.push_back(
            {member(one, "key"), {member(one, "ar"), member(one, "fr"), member(one, "en"), {}}});
    }
    return found;
}

Category read_category(db::Row const& row) {
    Category one;
    one.code = row.str(0);
    one.parent = row.str(1);
    one.name = {row.str(2), row.str(3), row.str(4), {}};
    one.words = row.str(5);
    one.days = small(row, 6);
    one.is_private = row.flag(7);
    one.is_anonymous = row.flag(8);
    one.is_urgent = row.flag(9);
    one.call_instead = row.str(10);
    one.notice = {row.str(11), row.str(12), row.str(16), {}};
    one.duplicate_metres = small(row, 13);
    one.is_active = row.flag(14);
    one.position = small(row, 15);
    return one;
}

Question read_question(db::Row const& row) {
    Question one;
    one.category = row.str(0);
    one.code = row.str(1);
    one.kind = known(question_kind_named(row.text(2)));
    one.label = {row.str(3), row.str(4), row.str(10), {}};
    one.help = {row.str(5), row.str(6), row.str(11), {}};
    one.is_required = row.flag(7);
    one.choices = choices_from(row.text(8));
    one.position = small(row, 9);
    return one;
}

NamedState read_state(db::Row const& row) {
    return {row.str(0),
            known(phase_named(row.text(1))),
            {row.str(2), row.str(3), row.str(4), {}},
            row.str(5),
            row.flag(6),
            small(row, 7)};
}

Template read_template(db::Row const& row) {
    return {row.id<TemplateId>(0),
            row.str(1),
            row.str(2),
            row.str(3),
            {row.str(4), row.str(5), row.str(6), {}}};
}

NumberedRoute read_route(db::Row const& row) {
    return {row.id<RouteId>(0),
            {row.str(1), row.id<TerritoryId>(2), row.id<AdministrationId>(3), row.id<UnitId>(4),
             small(row, 5)}};
}

Escalation read_escalation(db::Row const& row) {
    return {row.id<EscalationId>(0), small(row, 1), known(time_act_named(row.text(2))),
            known(directory::territory_kind_named(row.text(3)))};
}

}  // namespace

std::int64_t settings_version(db::Reader& reader) {
    return reader.count(select_version, settings_name);
}

SettingsRows settings(db::Reader& reader) {
    return {.version = settings_version(reader),
            .categories = reader.select(select_categories, read_category),
            .questions = reader.select(select_questions, read_question),
            .states = reader.select(select_states, read_state),
            .templates = reader.select(select_templates, read_template),
            .routes = reader.select(select_routes, read_route),
            .escalations = reader.select(select_escalations, read_escalation)};
}

void keep(db::Writer& writer, Category const& one) {
    writer.execute(upsert_category, one.code, one.parent, one.name.ar, one.name.fr, one.name.en,
                   one.words, one.days, one.is_private, one.is_anonymous, one.is_urgent,
                   one.call_instead, one.notice.ar, one.notice.fr, one.duplicate_metres,
                   one.is_active, one.position, one.notice.en);
}
void keep(db::Writer& writer, Question const& one) {
    writer.execute(upsert_question, one.category, one.code, name_of(one.kind), one.label.ar,
                   one.label.fr, one.help.ar, one.help.fr, one.is_required, json_of(one.choices),
                   one.position, one.label.en, one.help.en);
}
void keep(db::Writer& writer, NamedState const& one) {
    writer.execute(upsert_state, one.code, name_of(one.phase), one.name.ar, one.name.fr,
                   one.name.en, one.open311, one.is_active, one.position);
}
void keep(db::Writer& writer, Template const& one) {
    writer.execute(upsert_template, one.id, one.state, one.category, one.title, one.text.ar,
                   one.text.fr, one.text.en);
}
void keep(db::Writer& writer, NumberedRoute const& one) {
    auto const& to = one.route;
    writer.execute(upsert_route, one.id, to.category, to.territory, to.body, to.unit, to.rank);
}
void keep(db::Writer& writer, Escalation const& one) {
    writer.execute(upsert_escalation, one.id, one.days, name_of(one.act),
                   directory::name_of(one.level));
}

void remove_question(db::Writer& writer, std::string_view category, std::string_view code) {
    writer.execute(delete_question, category, code);
}
void remove(db::Writer& writer, TemplateId id) { writer.execute(delete_template, id); }
void remove(db::Writer& writer, RouteId id) { writer.execute(delete_route, id); }
void remove(db::Writer& writer, EscalationId id) { writer.execute(delete_escalation, id); }

void bump_settings(db::Writer& writer) { writer.execute(bump_version, settings_name); }

void append(db::Writer& writer, SettingAct const& one) {
    writer.execute(insert_act, db::next_id(), one.kind, one.key, one.before, one.after, one.by,
                   one.at);
}

std::vector<SettingAct> setting_acts(db::Reader& reader, int limit) {
    return reader.select(
        select_acts,
        [](db::Row const& row) {
            return SettingAct{row.str(0), row.str(1),          row.str(2),
                              row.str(3), row.id<PersonId>(4), row.moment(5)};
        },
        limit);
}

}  // namespace wasl::reports::store
