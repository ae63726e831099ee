// SPDX-License-Identifier: Apache-2.0
// An administrator of the platform decides how offices work with reports. One door for each kind of
// row; refused, its form comes back with what was typed.
#include "modules/reports/pages_office.hpp"
#include "modules/reports/views_settings.hpp"

namespace wasl::reports::bureau {

namespace {

using http::Allow;

constexpr int acts_max = 500;  // of the history, newest first

Result<RowKind const*> row_kind_asked(Pages const& pages, http::Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    auto const* const kind = row_kind_named(asked.wild(0));
    if (kind == nullptr) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    return kind;
}

html::PageHead settings_head(http::Asked const& asked, Message const& title) {
    html::PageHead head{.title = title, .wide = true};
    if (!asked.request.asked("saved").empty()) head.success = msg::setting_saved;
    return head;
}

// The province that was asked for, else that of the first row about a place.
TerritoryId province_of(http::Asked const& asked, Held const& held) {
    if (auto const id = asked.request.asked_number("province")) return TerritoryId{*id};
    for (auto const& one : held.known.settings->routes())
        for (auto const* const at : held.known.places->upward_from(one.route.territory))
            if (is_province(*at)) return at->id;
    return TerritoryId{0};
}

Shown show_kind(Pages const& pages, http::Asked const& asked, RowKind const& kind) {
    Held const held(pages, asked);
    RowsPage const page{held.on, kind, province_of(asked, held)};
    return http::shown(asked, settings_head(asked, kind.title),
                       [&](html::Html& h) { show_rows(h, page); });
}

Shown first(Pages const& pages, http::Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    return show_kind(pages, asked, row_kinds().front());
}

Shown list_rows(Pages const& pages, http::Asked const& asked) {
    return show_kind(pages, asked, *TRY(row_kind_asked(pages, asked)));
}

Shown history(Pages const& pages, http::Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    Held const held(pages, asked);
    auto const acts = pages.desk.setting_acts(asked.db, acts_max);
    return http::shown(asked, settings_head(asked, msg::setting_history), [&](html::Html& h) {
        using namespace html::literals;
        h("<h1>"_h, msg::setting_title, "</h1>"_h);
        settings_tabs(h, "history");
        show_acts(h, held.on, acts);
    });
}

std::vector<SettingAct> acts_of(Pages const& pages, http::Asked const& asked, RowKind const& kind,
                                std::string_view key) {
    std::vector<SettingAct> found;
    for (auto& act : pages.desk.setting_acts(asked.db, acts_max))
        if (act.kind == kind.history && act.key == key) found.push_back(std::move(act));
    return found;
}

Shown row_form(Pages const& pages, http::Asked const& asked, RowKind const& kind, std::string key,
               Refusal const* refusal) {
    Held const held(pages, asked);
    RowPage page{.on = held.on,
                 .kind = kind,
                 .key = std::move(key),
                 .fields = asked.request.query,
                 .seen = {},
                 .acts = {},
                 .csrf = asked.visitor.csrf};
    if (!page.key.empty()) {
        auto found = kind.find(held.on.settings, page.key);
        if (!found) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
        page.fields = std::move(found->fields);
        page.seen = std::move(found->json);
        page.acts = acts_of(pages, asked, kind, page.key);
    } else {
        for (auto const* const name : {"position", "rank"}) page.fields.emplace_back(name, "0");
        for (auto const& [name, value] : {std::pair("is_active", "1"), {"duplicate_metres", "50"}})
            page.fields.emplace_back(name, value);
    }
    int status = 200;
    if (refusal != nullptr) {
        page.fields = asked.request.form;
        page.faults.add(*refusal);
        status = http::status_of(refusal->why);
    }
    return http::shown(
        asked, {.title = kind.title}, [&](html::Html& h) { show_row(h, page); }, status);
}

Shown show_row_form(Pages const& pages, http::Asked const& asked) {
    auto const& kind = *TRY(row_kind_asked(pages, asked));
    return row_form(pages, asked, kind, std::string(asked.request.asked("key")), nullptr);
}

// The row must be as it was when the form was made; a new one must not be there yet.
Outcome as_seen(Pages const& pages, http::Acted const& acted, RowKind const& kind,
                db::Writer& writer) {
    auto const settings = pages.desk.settings(writer, acted.now);
    auto const key = acted.request.field("key");
    if (key.empty()) {
        auto const typed = kind.key_typed(acted.request);
        if (typed.empty() || !kind.find(*settings, typed)) return Done{};
        return Refusal{Refused::conflict, say(msg::setting_taken), {}, "code"};
    }
    auto const found = kind.find(*settings, key);
    if (!found) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    if (found->json == acted.request.field("seen")) return Done{};
    return Refusal{Refused::conflict, say(msg::setting_stale)};
}

Shown save_row(Pages const& pages, http::Acted const& acted) {
    auto const& kind = *TRY(row_kind_asked(pages, acted));
    auto const key = std::string(acted.request.field("key"));
    auto const done = acted.write([&](db::Writer& writer) -> Outcome {
        TRY(as_seen(pages, acted, kind, writer));
        return kind.keep(pages.desk, writer, acted.visitor, acted.request, acted.now);
    });
    if (done.refused()) return row_form(pages, acted, kind, key, &done.refusal());
    return go(acted, html::with(html::to("/admin/reports/", kind.address), "saved", "1"));
}

Shown remove_row(Pages const& pages, http::Acted const& acted) {
    auto const& kind = *TRY(row_kind_asked(pages, acted));
    if (kind.remove == nullptr) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
    TRY(acted.write([&](db::Writer& writer) {
        return kind.remove(pages.desk, writer, acted.visitor, acted.request.field("key"),
                           acted.now);
    }));
    return go(acted, html::with(html::to("/admin/reports/", kind.address), "saved", "1"));
}

}  // namespace

Routes settings_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/reports", Allow::administrator, first),
        http::get<Pages>("/admin/reports/history", Allow::administrator, history),
        http::get<Pages>("/admin/reports/:kind", Allow::administrator, list_rows),
        http::get<Pages>("/admin/reports/:kind/row", Allow::administrator, show_row_form),
        http::post<Pages>("/admin/reports/:kind/row", Allow::administrator, save_row),
        http::post<Pages>("/admin/reports/:kind/remove", Allow::administrator, remove_row),
    };
    return routes;
}

}  // namespace wasl::reports::bureau
