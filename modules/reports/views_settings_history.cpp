// SPDX-License-Identifier: Apache-2.0
// What was changed in the settings: field by field, before and after.
#include <boost/json.hpp>

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

std::string plain(json::value const* value) {
    if (value == nullptr) return {};
    if (value->is_string()) return std::string(value->as_string());
    return json::serialize(*value);
}

void changed_fields(html::Html& h, SettingAct const& act) {
    auto const before = object_in(act.before), after = object_in(act.after);
    auto const& all = after.empty() ? before : after;
    h("<ul>"_h);
    for (auto const& [name, value] : all) {
        auto const was = plain(before.if_contains(name)), is = plain(after.if_contains(name));
        if (was == is || (was.empty() && is == "false")) continue;
        h("<li>"_h, html::code(std::string_view(name)), " "_h);
        if (!was.empty()) h("<del>"_h, html::isolated(was), "</del> "_h);
        if (!is.empty()) h("<ins>"_h, html::isolated(is), "</ins>"_h);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

Message const& done(SettingAct const& act) {
    if (act.before.empty()) return msg::setting_added;
    return act.after.empty() ? msg::setting_removed : msg::setting_changed;
}

}  // namespace

void show_acts(html::Html& h, Ground const& on, std::vector<SettingAct> const& acts) {
    if (acts.empty()) return html::empty_state(h, msg::setting_no_history);
    h("<ol class=\"timeline\">"_h);
    for (auto const& act : acts) {
        h("<li><p class=\"when\">"_h, act.at, "</p><p class=\"what\">"_h, done(act), " · "_h,
          word_of("setting.row", act.kind), " "_h, html::code(act.key), "</p>"_h);
        if (auto const by = on.people.of(act.by)) h("<p class=\"meta\">"_h, by, "</p>"_h);
        changed_fields(h, act);
        h("</li>"_h);
    }
    h("</ol>"_h);
}

}  // namespace wasl::reports::bureau
