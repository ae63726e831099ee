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

// The row as it was, in JSON; empty where there was none.
template<typename Row, typename Same>
std::string before(std::vector<Row> const& rows, Same same) {
    auto const found = std::find_if(rows.begin(), rows.end(), same);
    return found == rows.end() ? std::string() : json_of(*found);
}
template<typename Row, typename Ident>
std::string before_of(std::vector<Row> const& rows, Ident id) {
    return before(rows, [&](Row const& one) { return one.id == id; });
}
template<typename Row>
std::string before_of(std::vector<Row> const& rows, std::string const& code) {
    return before(rows, [&](Row const& one) { return one.code == code; });
}

template<typename Tag>
Id<Tag> numbered(Id<Tag> id) {
    return id.value() == 0 ? db::fresh<Id<Tag>>() : id;
}
template<typename Tag>
std::string key_of(Id<Tag> id) {
    return std::to_string(id.value());
}

}  // namespace

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

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Category const& one,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    TRY(setting_fits(rows, one));
    store::keep(writer, one);
    changed(writer, {"category", one.code, before_of(rows.categories, one.code), json_of(one),
                     by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Question const& one,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    TRY(setting_fits(rows, one));
    store::keep(writer, one);
    auto const same = [&](Question const& each) {
        return each.category == one.category && each.code == one.code;
    };
    changed(writer, {"question", one.category + "/" + one.code, before(rows.questions, same),
                     json_of(one), by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, NamedState const& one,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    TRY(setting_fits(rows, one));
    store::keep(writer, one);
    changed(writer,
            {"state", one.code, before_of(rows.states, one.code), json_of(one), by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Template const& given,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    auto one = given;
    one.id = numbered(given.id);
    TRY(setting_fits(rows, one));
    store::keep(writer, one);
    changed(writer, {"template", key_of(one.id), before_of(rows.templates, one.id), json_of(one),
                     by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, NumberedRoute const& given,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    auto one = given;
    one.id = numbered(given.id);
    TRY(setting_fits(rows, *house_.directory.picture(), one.route));
    store::keep(writer, one.id, one.route);
    changed(writer, {"route", key_of(one.id), before_of(rows.routes, one.id), json_of(one),
                     by.person, now});
    return Done{};
}

Outcome Desk::keep(db::Writer& writer, http::Visitor const& by, Escalation const& given,
                   Instant now) const {
    TRY(may_set(by));
    auto const rows = store::settings(writer);
    auto one = given;
    one.id = numbered(given.id);
    TRY(setting_fits(rows, one));
    store::keep(writer, one);
    changed(writer, {"escalation", key_of(one.id), before_of(rows.escalations, one.id),
                     json_of(one), by.person, now});
    return Done{};
}

Outcome Desk::remove_question(db::Writer& writer, http::Visitor const& by,
                              std::string_view category, std::string_view code, Instant now) const {
    TRY(may_set(by));
    auto const was = before(store::settings(writer).questions, [&](Question const& each) {
        return each.category == category && each.code == code;
    });
    if (was.empty()) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    store::remove_question(writer, category, code);
    changed(writer,
            {"question", std::string(category) + "/" + std::string(code), was, {}, by.person, now});
    return Done{};
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, TemplateId id,
                     Instant now) const {
    TRY(may_set(by));
    auto const was = before_of(store::settings(writer).templates, id);
    if (was.empty()) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    store::remove(writer, id);
    changed(writer, {"template", key_of(id), was, {}, by.person, now});
    return Done{};
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, RouteId id, Instant now) const {
    TRY(may_set(by));
    auto const was = before_of(store::settings(writer).routes, id);
    if (was.empty()) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    store::remove(writer, id);
    changed(writer, {"route", key_of(id), was, {}, by.person, now});
    return Done{};
}

Outcome Desk::remove(db::Writer& writer, http::Visitor const& by, EscalationId id,
                     Instant now) const {
    TRY(may_set(by));
    auto const was = before_of(store::settings(writer).escalations, id);
    if (was.empty()) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    store::remove(writer, id);
    changed(writer, {"escalation", key_of(id), was, {}, by.person, now});
    return Done{};
}

std::vector<SettingAct> Desk::setting_acts(db::Reader& reader, int limit) const {
    return store::setting_acts(reader, limit);
}

}  // namespace wasl::reports
