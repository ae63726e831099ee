// SPDX-License-Identifier: Apache-2.0
// An administrator changes how the office works with reports. Each row is checked, kept with what
// it was before, and noted in the platform's journal.
#include <algorithm>
#include <boost/json.hpp>

#include "modules/reports/inside.hpp"
#include "modules/reports/settings_fit.hpp"
#include "modules/reports/settings_words.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::reports {

namespace {

// What names a row in the history.
std::string row_key(Category const& one) { return one.code; }
std::string row_key(NamedState const& one) { return one.code; }
std::string row_key(std::string_view category, std::string_view code) {
    return std::string(category) + "/" + std::string(code);
}
std::string row_key(Question const& one) { return row_key(one.category, one.code); }
template<typename Tag>
std::string row_key(Id<Tag> id) {
    return std::to_string(id.value());
}
template<typename Row>
std::string row_key(Row const& one) {
    return row_key(one.id);
}

// The row as it was, in JSON; empty where there was none.
template<typename Row>
std::string before(std::vector<Row> const& rows, std::string_view key) {
    auto const found =
        std::find_if(rows.begin(), rows.end(), [&](Row const& one) { return row_key(one) == key; });
    return found == rows.end() ? std::string() : json_of(*found);
}

}  // namespace

template<typename Row>
struct SettingKind {
    std::string_view name;  // in the history
    std::vector<Row> SettingsRows::* rows;
};

constexpr SettingKind<Category> categories{"category", &SettingsRows::categories};
constexpr SettingKind<Question> questions{"question", &SettingsRows::questions};
constexpr SettingKind<NamedState> states{"state", &SettingsRows::states};
constexpr SettingKind<Template> templates{"template", &SettingsRows::templates};
constexpr SettingKind<NumberedRoute> routes{"route", &SettingsRows::routes};
constexpr SettingKind<Escalation> escalations{"escalation", &SettingsRows::escalations};

Outcome Desk::may_set(http::Visitor const& by) const {
    if (people::administers(by, people::platform)) return Done{};
    return Refusal{Refused::forbidden, say(msg::refused_actor)};
}

void Desk::changed(db::Writer& writer, SettingAct const& act) const {
    store::append(writer, act);
    store::bump_settings(writer);
    journal::append(writer,
                    {.chain = people::platform.value(),
                     .kind = "reports.settings",
                     .subject = act.kind + " " + act.key,
                     .actor = act.by.value(),
                     .facts = boost::json::serialize(
                         boost::json::object{{"before", act.before}, {"after", act.after}})},
                    act.at);
    std::lock_guard const lock(mutex_);
    expected_ = std::max(expected_, store::settings_version(writer));
}

// A new row of a kind that has ids is given one.
template<typename Row>
Outcome Desk::keep_row(db::Writer& writer, http::Visitor const& by, SettingKind<Row> const& kind,
                       Row one,  // NOLINT(performance-unnecessary-value-param)
                       Instant now) const {
    TRY(may_set(by));
    if constexpr (requires { one.id; })
        if (one.id.value() == 0) one.id = db::fresh<decltype(one.id)>();
    auto const rows = store::settings(writer);
    if constexpr (std::is_same_v<Row, NumberedRoute>)
        TRY(setting_fits(rows, *house_.directory.picture(), one.route));
    else
        TRY(setting_fits(rows, one));
    store::keep(writer, one);
    auto const key = row_key(one);
    changed(writer, {std::string(kind.name), key, before(rows.*kind.rows, key), json_of(one),
                     by.person, now});
    return Done{};
}

template<typename Row, typename Remove>
Outcome Desk::remove_row(db::Writer& writer, http::Visitor const& by, SettingKind<Row> const& kind,
                         std::string const& key, Remove const& remove, Instant now) const {
    TRY(may_set(by));
    auto const was = before(store::settings(writer).*kind.rows, key);
    if (was.empty()) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    remove();
    changed(writer, {std::string(kind.name), key, was, {}, by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Category const& one,
                   Instant now) const {
    return keep_row(writer, by, categories, one, now);
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Question const& one,
                   Instant now) const {
    return keep_row(writer, by, questions, one, now);
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, NamedState const& one,
                   Instant now) const {
    return keep_row(writer, by, states, one, now);
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Template const& one,
                   Instant now) const {
    return keep_row(writer, by, templates, one, now);
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, NumberedRoute const& one,
                   Instant now) const {
    return keep_row(writer, by, routes, one, now);
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Escalation const& one,
                   Instant now) const {
    return keep_row(writer, by, escalations, one, now);
}

Outcome Desk::remove_question(db::Writer& writer, http::Visitor const& by,
                              std::string_view category, std::string_view code, Instant now) const {
    return remove_row(
        writer, by, questions, row_key(category, code),
        [&] { store::remove_question(writer, category, code); }, now);
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, TemplateId id,
                     Instant now) const {
    return remove_row(writer, by, templates, row_key(id), [&] { store::remove(writer, id); }, now);
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, RouteId id, Instant now) const {
    return remove_row(writer, by, routes, row_key(id), [&] { store::remove(writer, id); }, now);
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, EscalationId id,
                     Instant now) const {
    return remove_row(
        writer, by, escalations, row_key(id), [&] { store::remove(writer, id); }, now);
}

std::vector<SettingAct> Desk::setting_acts(db::Reader& reader, int limit) const {
    return store::setting_acts(reader, limit);
}

}  // namespace wasl::reports
