// SPDX-License-Identifier: Apache-2.0
// What was changed in the settings: field by field, before and after, in the words of the forms.
#include <boost/json.hpp>
#include <charconv>

#include "modules/reports/settings_fields.hpp"
#include "modules/reports/views_settings.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
namespace json = boost::json;

namespace {

json::object object_in(std::string const& text) {
    boost::system::error_code fault;
    auto const value = json::parse(text, fault);
    return !fault && value.is_object() ? value.as_object() : json::object();
}

std::string_view text_in(json::value const& value) {
    return value.is_string() ? std::string_view(value.as_string()) : std::string_view{};
}
std::int64_t number_of_json(json::value const& value) {
    return value.is_int64() ? value.as_int64() : 0;
}
bool is_nothing(json::value const* value) {
    return value == nullptr || (value->is_string() && value->as_string().empty()) ||
           (value->is_bool() && !value->as_bool()) ||
           (value->is_array() && value->as_array().empty());
}

void show_choices(html::Html& h, json::value const& value) {
    if (!value.is_array()) return;
    auto const name = name_of(h.language());
    bool first = true;
    for (auto const& one : value.as_array()) {
        if (!one.is_object()) continue;
        auto const* said = one.as_object().if_contains(name);
        if (is_nothing(said)) said = one.as_object().if_contains("ar");
        if (said == nullptr) continue;
        if (!first) h(" · "_h);
        h(html::isolated(text_in(*said)));
        first = false;
    }
}

html::Words place_said(html::Html& h, Ground const& on, std::int64_t id) {
    if (id == 0) return msg::setting_anywhere;
    return territory_said(h.language(), on.known, TerritoryId{id});
}
html::Words unit_said(html::Html& h, Ground const& on, std::int64_t id) {
    if (id == 0) return msg::office_whole_body;
    return unit_name(h.language(), on.places, UnitId{id});
}
html::Words category_of(html::Html& h, Ground const& on, std::string_view code, bool parent) {
    if (code.empty()) return parent ? msg::setting_no_parent : msg::setting_any_category;
    return category_said(h.language(), on.known, code);
}
html::Words state_of(html::Html& h, Ground const& on, std::string_view code) {
    if (code.empty()) return msg::setting_any_state;
    return state_name(h.language(), on.settings, code);
}

void show_value(html::Html& h, Ground const& on, Worth worth, json::value const& value) {
    auto const text = text_in(value);
    auto const one_of = [&](std::string_view kind) { h(word_of(kind, text)); };
    switch (worth) {
        case Worth::text: return h(html::isolated(text));
        case Worth::code: return h(html::code(text));
        case Worth::truth:
            return h(value.is_bool() && value.as_bool() ? msg::setting_yes : msg::setting_no);
        case Worth::number: return h(number_of_json(value));
        case Worth::term: return h(term_said(number_of_json(value)));
        case Worth::parent: return h(category_of(h, on, text, true));
        case Worth::category: return h(category_of(h, on, text, false));
        case Worth::state: return h(state_of(h, on, text));
        case Worth::phase: return one_of("phase");
        case Worth::kind: return one_of("setting.kind");
        case Worth::act: return one_of("setting.act");
        case Worth::level: return one_of("setting.level");
        case Worth::territory: return h(place_said(h, on, number_of_json(value)));
        case Worth::body:
            return h(body_said(h.language(), on.known, AdministrationId{number_of_json(value)}));
        case Worth::unit: return h(unit_said(h, on, number_of_json(value)));
        case Worth::choices: return show_choices(h, value);
    }
}

void changed_fields(html::Html& h, Ground const& on, SettingAct const& act) {
    auto const before = object_in(act.before), after = object_in(act.after);
    auto const& all = after.empty() ? before : after;
    if (all.empty()) return;
    h("<ul>"_h);
    for (auto const& field : setting_fields()) {
        if (!all.contains(field.name) || !field.is_of(act.kind)) continue;
        auto const* const was = before.if_contains(field.name);
        auto const* const is = after.if_contains(field.name);
        if ((was != nullptr && is != nullptr && *was == *is) || (is_nothing(was) && is_nothing(is)))
            continue;
        h("<li>"_h, field.label);
        if (field.spoken != nullptr) h(" ("_h, *field.spoken, ")"_h);
        h(": "_h);
        // A truth that ends is one that changed; an empty text is none.
        bool const both = was != nullptr && is != nullptr && (was->is_bool() || was->is_int64());
        if (both || !is_nothing(was)) {
            h("<del>"_h);
            show_value(h, on, field.worth, *was);
            h("</del> "_h);
        }
        if (both || !is_nothing(is)) {
            h("<ins>"_h);
            show_value(h, on, field.worth, *is);
            h("</ins>"_h);
        }
        h("</li>"_h);
    }
    h("</ul>"_h);
}

bool is_switch(SettingAct const& act) { return act.after == "on" || act.after == "off"; }

Message const& done(SettingAct const& act) {
    if (act.after == "on") return msg::open311_resume;
    if (act.after == "off") return msg::open311_stop;
    if (act.kind == "endpoint") return msg::setting_changed;
    if (act.before.empty()) return msg::setting_added;
    return act.after.empty() ? msg::setting_removed : msg::setting_changed;
}

// Which row it was, as people call it.
void show_name(html::Html& h, Ground const& on, SettingAct const& act) {
    auto const row = object_in(act.after.empty() ? act.before : act.after);
    auto const of_row = [&](std::string_view name, Worth worth) {
        if (auto const* const value = row.if_contains(name)) show_value(h, on, worth, *value);
    };
    if (act.kind == "category") return h(category_said(h.language(), on.known, act.key));
    if (act.kind == "state") return h(state_name(h.language(), on.settings, act.key));
    if (act.kind == "question")
        return of_row(h.language() == Language::ar ? "label_ar" : "label_fr", Worth::text);
    if (act.kind == "template") return of_row("title", Worth::text);
    if (act.kind == "route") return of_row("body", Worth::body);
    if (act.kind == "escalation") return of_row("act", Worth::act);
    std::int64_t id = 0;
    std::from_chars(act.key.data(), act.key.data() + act.key.size(), id);
    if (act.kind == "endpoint") return h(body_said(h.language(), on.known, AdministrationId{id}));
    h(html::isolated(act.key));
}

}  // namespace

void show_acts(html::Html& h, Ground const& on, std::vector<SettingAct> const& acts) {
    if (acts.empty()) return html::empty_state(h, msg::setting_no_history);
    h("<ol class=\"timeline\">"_h);
    for (auto const& act : acts) {
        h("<li><p class=\"when\">"_h, act.at, "</p><p class=\"what\">"_h, done(act), " · "_h,
          word_of("setting.row", act.kind), " · "_h);
        show_name(h, on, act);
        h("</p>"_h);
        if (auto const by = on.people.of(act.by)) h("<p class=\"meta\">"_h, by, "</p>"_h);
        if (act.kind == "endpoint" && !is_switch(act)) h("<p>"_h, html::code(act.after), "</p>"_h);
        changed_fields(h, on, act);
        h("</li>"_h);
    }
    h("</ol>"_h);
}

}  // namespace wasl::reports::bureau
