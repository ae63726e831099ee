// SPDX-License-Identifier: Apache-2.0
// The lists of the settings.
#include "modules/reports/views_settings.hpp"

#include <algorithm>
#include <map>

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

std::string_view RowPage::of(std::string_view name) const {
    for (auto const& [field, value] : fields)
        if (field == name) return value;
    return {};
}

Said term_said(std::int64_t days) {
    if (days == 0) return say(msg::setting_days_on);
    if (days < 0) return say(msg::setting_days_before, {number("count", -days)});
    return say(msg::setting_days_after, {number("count", days)});
}

void settings_tabs(html::Html& h, std::string_view current) {
    std::vector<html::Tab> tabs;
    for (auto const& one : row_kinds())
        tabs.push_back({to("/admin/reports/", one.address), one.title, one.address == current});
    tabs.push_back({to("/admin/reports/places"), msg::places_title, current == "places"});
    tabs.push_back({to("/admin/open311"), msg::open311_title, current == "open311"});
    tabs.push_back({to("/admin/reports/history"), msg::setting_history, current == "history"});
    html::tabs(h, msg::setting_title, tabs);
}

namespace {

html::Url row_url(std::string_view kind, std::string_view key) {
    auto const url = to("/admin/reports/", kind, "/row");
    return key.empty() ? url : html::with(url, "key", key);
}

html::Words any_category(html::Html& h, Ground const& on, std::string const& code) {
    return code.empty() ? html::Words(msg::setting_any_category)
                        : category_said(h.language(), on.known, code);
}

void link_cell(html::Html& h, html::Table& table, RowsPage const& page, std::string const& key,
               html::Words const& name) {
    table.cell_with([&] {
        h("<a class=\"wraps\" href=\""_h, row_url(page.kind.address, key), "\">"_h, name, "</a>"_h);
    });
}

void active_cell(html::Html& h, html::Table& table, bool active) {
    table.cell_with([&] {
        html::tag(h, active ? html::Tone::success : html::Tone::neutral,
                  active ? msg::setting_is_active : msg::setting_is_inactive);
    });
}

void category_row(html::Html& h, html::Table& table, RowsPage const& page, Category const& one) {
    table.row();
    link_cell(h, table, page, one.code, named(h.language(), one.name));
    table.cell(one.parent.empty() ? html::Words(msg::setting_no_parent)
                                  : category_said(h.language(), page.on.known, one.parent));
    // Nothing is reported under a group itself.
    if (one.parent.empty())
        table.cell(html::Words());
    else
        table.cell(one.days > 0 ? html::Words(one.days) : html::Words(msg::office_not_owed));
    table.cell_with([&] {
        bool first = true;
        auto const add = [&](auto const&... words) {
            if (!first) h(" · "_h);
            first = false;
            h(words...);
        };
        h("<div>"_h);
        if (one.is_private) add(msg::office_private);
        if (one.is_anonymous) add(msg::setting_anonymous_short);
        if (one.is_urgent) add(msg::setting_urgent_short);
        if (!one.call_instead.empty())
            add(msg::setting_call_short, " "_h, html::code(one.call_instead));
        h("</div>"_h);
    });
    active_cell(h, table, one.is_active);
}

void categories(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_categories,
                      {{msg::setting_name},
                       {msg::setting_parent},
                       {msg::setting_days},
                       {msg::setting_special},
                       {msg::setting_in_use}});
    for (auto const& one : page.on.settings.categories()) category_row(h, table, page, one);
}

void questions(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_questions,
                      {{msg::setting_question}, {msg::office_category}, {msg::setting_kind}});
    for (auto const& one : page.on.settings.questions()) {
        table.row();
        link_cell(h, table, page, one.category + "/" + one.code, named(h.language(), one.label));
        table.cell(category_said(h.language(), page.on.known, one.category));
        table.cell(word_of("setting.kind", name_of(one.kind)));
    }
}

void states(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_states,
                      {{msg::setting_name}, {msg::setting_phase}, {msg::setting_in_use}});
    for (auto const& one : page.on.settings.states()) {
        table.row();
        link_cell(h, table, page, one.code, named(h.language(), one.name));
        table.cell_with([&] { html::tag(h, tone_of(one.phase), reports::word_of(one.phase)); });
        active_cell(h, table, one.is_active);
    }
}

void templates(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_templates,
                      {{msg::setting_title_of}, {msg::office_state}, {msg::office_category}});
    for (auto const& one : page.on.settings.templates()) {
        table.row();
        link_cell(h, table, page, std::to_string(one.id.value()), html::isolated(one.title));
        table.cell(one.state.empty() ? html::Words(msg::setting_any_state)
                                     : state_name(h.language(), page.on.settings, one.state));
        table.cell(any_category(h, page.on, one.category));
    }
}

void routes(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_routes,
                      {{msg::office_body},
                       {msg::office_category},
                       {msg::setting_territory},
                       {msg::setting_rank}});
    for (auto const& one : page.on.settings.routes()) {
        auto const& route = one.route;
        table.row();
        table.cell_with([&] {
            h("<div><a class=\"to wraps\" href=\""_h,
              row_url(page.kind.address, std::to_string(one.id.value())), "\">"_h,
              body_said(h.language(), page.on.known, route.body), "</a>"_h);
            if (auto const unit = unit_name(h.language(), page.on.places, route.unit))
                h("<br>"_h, unit);
            h("</div>"_h);
        });
        table.cell(any_category(h, page.on, route.category));
        table.cell(route.territory.value() == 0
                       ? html::Words(msg::setting_anywhere)
                       : territory_said(h.language(), page.on.known, route.territory));
        table.cell(route.rank);
    }
}

void escalations(html::Html& h, RowsPage const& page) {
    html::Table table(h, msg::setting_escalations,
                      {{msg::setting_when}, {msg::setting_act}, {msg::setting_level}});
    for (auto const& one : page.on.settings.escalations()) {
        table.row();
        link_cell(h, table, page, std::to_string(one.id.value()), term_said(one.days));
        table.cell(word_of("setting.act", name_of(one.act)));
        table.cell(word_of("setting.level", directory::name_of(one.level)));
    }
}

void rows(html::Html& h, RowsPage const& page) {
    auto const kind = page.kind.history;
    auto const& settings = page.on.settings;
    if (kind == "category") return categories(h, page);
    if (kind == "question" && !settings.questions().empty()) return questions(h, page);
    if (kind == "state") return states(h, page);
    if (kind == "template" && !settings.templates().empty()) return templates(h, page);
    if (kind == "route" && !settings.routes().empty()) return routes(h, page);
    if (kind == "escalation" && !settings.escalations().empty()) return escalations(h, page);
    html::empty_state(h, msg::setting_none);
}

}  // namespace

void show_rows(html::Html& h, RowsPage const& page) {
    h("<h1>"_h, msg::setting_title, "</h1>"_h);
    settings_tabs(h, page.kind.address);
    html::link_button(h, row_url(page.kind.address, {}), page.kind.add);
    if (page.kind.history == "route") show_uncovered(h, page);
    rows(h, page);
}

// As it is called before the change.
static std::string_view name_kept(Language language, RowPage const& page) {
    if (page.key.empty()) return {};
    for (std::string const field : {"name_", "label_"})
        for (std::string_view const spoken : {name_of(language), std::string_view("ar")})
            if (auto const name = page.of(field + std::string(spoken)); !name.empty()) return name;
    return page.of("title");
}

void show_row(html::Html& h, RowPage const& page) {
    html::breadcrumbs(h, {{to("/admin/reports/", page.kind.address), page.kind.title}});
    h("<h1>"_h, page.key.empty() ? page.kind.add : msg::setting_change, "</h1>"_h);
    if (auto const name = name_kept(h.language(), page); !name.empty())
        h("<p class=\"lead\">"_h, html::isolated(name), "</p>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(
            h, {.action = to("/admin/reports/", page.kind.address, "/row"), .csrf = page.csrf});
        html::hidden_field(h, "key", page.key);
        html::hidden_field(h, "seen", page.seen);
        show_fields(h, page);
        html::button(h, msg::setting_save);
    }
    if (!page.key.empty() && page.kind.remove != nullptr) {
        html::Form const form(
            h, {.action = to("/admin/reports/", page.kind.address, "/remove"), .csrf = page.csrf});
        html::hidden_field(h, "key", page.key);
        html::button(h, msg::setting_remove, html::ButtonKind::danger);
    }
    if (page.acts.empty()) return;
    h("<h2>"_h, msg::setting_history, "</h2>"_h);
    show_acts(h, page.on, page.acts);
}

// The form that gives the pair somebody to answer for it.
static html::Url covering(std::string_view category, std::int64_t commune) {
    auto const url = html::with(row_url("routes", {}), "territory", std::to_string(commune));
    return category.empty() ? url : html::with(url, "category", category);
}

void show_uncovered(html::Html& h, RowsPage const& page) {
    auto const& places = page.on.places;
    h("<section><h2>"_h, msg::setting_uncovered, "</h2><p>"_h, msg::setting_uncovered_text,
      "</p>"_h);
    html::Options provinces;
    for (auto const& one : places.territories())
        if (is_province(one))
            provinces.add(std::to_string(one.id.value()), named(h.language(), one.name));
    {
        html::FilterForm const form(h, to("/admin/reports/routes"));
        auto const chosen = std::to_string(page.province.value());
        html::select_field(h, {.name = "province", .label = msg::setting_province, .value = chosen},
                           provinces.all());
        html::button(h, msg::office_show, html::ButtonKind::secondary);
    }
    std::vector<TerritoryId> communes;
    for (auto const* const one : communes_of(places, page.province)) communes.push_back(one->id);
    std::map<std::int64_t, std::vector<Category const*>> found;
    for (auto const& one : page.on.settings.uncovered(places, communes))
        found[one.territory.value()].push_back(one.category);
    if (found.empty()) {
        html::notice(h, html::Tone::success, msg::setting_all_covered);
        h("</section>"_h);
        return;
    }
    {
        html::Table table(h, msg::setting_uncovered,
                          {{msg::office_commune},
                           {msg::setting_uncovered_categories},
                           {msg::setting_act_on, html::Column::actions}});
        for (auto const& [commune, categories] : found) {
            table.row();
            table.cell(territory_said(h.language(), page.on.known, TerritoryId{commune}));
            table.cell_with([&] {
                html::Disclosure const more(
                    h, say(msg::setting_category_count, {number("count", categories.size())}));
                h("<ul class=\"links\">"_h);
                for (auto const* const one : categories)
                    h("<li><a href=\""_h, covering(one->code, commune), "\">"_h,
                      named(h.language(), one->name), "</a></li>"_h);
                h("</ul>"_h);
            });
            table.cell_with([&] {
                html::link_button(
                    h, covering({}, commune), msg::setting_cover_all, html::ButtonKind::secondary,
                    territory_said(h.language(), page.on.known, TerritoryId{commune}));
            });
        }
    }
    h("</section>"_h);
}

}  // namespace wasl::reports::bureau
