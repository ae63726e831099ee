// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_registry.hpp"

#include <map>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_pipeline.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Url list_of(SheetState state, AdministrationId owner) {
    auto url = html::with(html::to("/registry/sheets"), "state", name_of(state));
    return owner.value() == 0 ? url
                              : html::with(url, "administration", std::to_string(owner.value()));
}

// A number that opens the list behind it.
void figure(html::Html& h, std::int64_t count, html::Url const& list) {
    if (count == 0)
        h(count);
    else
        h("<a href=\""_h, list, "\">"_h, count, "</a>"_h);
}

}  // namespace

html::Url claims_list(AdministrationId owner) {
    auto url = html::to("/registry/claims");
    return owner.value() == 0 ? url
                              : html::with(url, "administration", std::to_string(owner.value()));
}

void show_states(html::Html& h, OwnerFigures const& all) {
    html::Table table(h, msg::registry_states,
                      {{msg::pipeline_now}, {msg::registry_sheets, html::Column::number}});
    for (auto const state : counted_states) {
        table.row();
        table.cell(word_of(state));
        table.cell_with([&] { figure(h, all.in(state), list_of(state, all.owner)); });
    }
}

static void show_owners(html::Html& h, Figures const& figures) {
    html::Table table(h, msg::registry_owners,
                      {{msg::catalogue_administration},
                       {msg::state_inventoried, html::Column::number},
                       {msg::state_in_study, html::Column::number},
                       {msg::state_submitted, html::Column::number},
                       {msg::state_published, html::Column::number},
                       {msg::state_deleted, html::Column::number},
                       {msg::state_merged, html::Column::number},
                       {msg::registry_claims, html::Column::number}});
    for (auto const& owner : figures.owners) {
        table.row();
        table.cell("<a href=\""_h, html::to("/registry/administrations/", owner.owner), "\">"_h,
                   said(h.language(), owner.name), "</a>"_h);
        for (auto const state :
             {SheetState::inventoried, SheetState::in_study, SheetState::submitted,
              SheetState::published, SheetState::deleted, SheetState::merged})
            table.cell_with([&] { figure(h, owner.in(state), list_of(state, owner.owner)); });
        auto const& claims = owner.claims;
        auto const of = say(msg::registry_claims_of,
                            {number("all", claims.received + claims.answered + claims.put_right),
                             number("answered", claims.answered + claims.put_right)});
        if (claims.received + claims.answered + claims.put_right == 0)
            table.cell(of);
        else
            table.cell("<a href=\""_h, claims_list(owner.owner), "\">"_h, of, "</a>"_h);
    }
}

void show_months(html::Html& h, Figures const& figures) {
    std::map<std::string, std::map<SheetState, std::int64_t>, std::greater<>> months;
    for (auto const& one : figures.months) months[one.month][one.state] = one.count;
    if (months.empty()) {
        h("<p>"_h, msg::registry_no_months, "</p>"_h);
        return;
    }
    html::Table table(h, msg::registry_months,
                      {{msg::registry_month},
                       {msg::state_inventoried, html::Column::number},
                       {msg::state_in_study, html::Column::number},
                       {msg::state_submitted, html::Column::number},
                       {msg::state_published, html::Column::number},
                       {msg::state_deleted, html::Column::number},
                       {msg::state_merged, html::Column::number}});
    for (auto& [month, counts] : months) {
        table.row();
        table.cell(html::code(month));
        for (auto const state :
             {SheetState::inventoried, SheetState::in_study, SheetState::submitted,
              SheetState::published, SheetState::deleted, SheetState::merged})
            table.cell_with([&] {
                auto const list = list_of(state, figures.all.owner);
                figure(h, counts[state], html::with(list, "month", month));
            });
    }
}

void show_registry(html::Html& h, Figures const& figures) {
    auto const& all = figures.all;
    auto const under_way = all.in(SheetState::in_study) + all.in(SheetState::submitted) +
                           all.in(SheetState::approved) + all.in(SheetState::conformity_checked);
    h("<h1>"_h, msg::registry_title, "</h1><p class=\"lead\">"_h, msg::registry_lead, "</p>"_h);
    html::stat_tiles(
        h, {{all.in(SheetState::published), msg::state_published, {}, html::Tone::success},
            {under_way, msg::registry_under_way},
            {all.in(SheetState::inventoried), msg::state_inventoried},
            {all.in(SheetState::deleted), msg::state_deleted},
            {all.in(SheetState::merged), msg::state_merged}});
    html::notice(h, html::Tone::info,
                 say(msg::registry_lines,
                     {number("count", figures.lines_without_sheet), number("all", figures.lines)}));
    h("<p><a href=\""_h, html::to("/registry/lines"), "\">"_h, msg::registry_lines_list,
      "</a> · <a href=\""_h, html::to("/registry/sessions"), "\">"_h, msg::session_title,
      "</a> · <a href=\""_h, html::to("/registry.csv"), "\">"_h, msg::registry_csv,
      "</a> · <a href=\""_h, html::to("/registry-months.csv"), "\">"_h, msg::registry_months_csv,
      "</a> · <a href=\""_h, claims_list(AdministrationId{0}), "\">"_h, msg::registry_claims,
      "</a> · <a href=\""_h, html::to("/simplification"), "\">"_h, msg::burden_page, "</a></p>"_h);
    h("<section aria-labelledby=\"states\"><h2 id=\"states\">"_h, msg::registry_states, "</h2>"_h);
    show_states(h, all);
    h("</section><section aria-labelledby=\"owners\"><h2 id=\"owners\">"_h, msg::registry_owners,
      "</h2>"_h);
    show_owners(h, figures);
    h("</section><section aria-labelledby=\"months\"><h2 id=\"months\">"_h, msg::registry_months,
      "</h2><p>"_h, msg::registry_months_text, "</p>"_h);
    show_months(h, figures);
    h("</section>"_h);
}

void show_registry_list(html::Html& h, RegistryList const& page) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    h("<h1>"_h, word_of(page.state), "</h1>"_h);
    if (page.lines.empty())
        return html::empty_state(h, msg::registry_none, msg::registry_none_text);
    h("<ul class=\"cards\">"_h);
    for (auto const& line : page.lines) {
        h("<li class=\"card\">"_h);
        if (is_public(line.state) || is_over(line.state))
            h("<a href=\""_h, html::to("/procedures/", line.code), "\">"_h,
              said(h.language(), line.title), "</a>"_h);
        else
            h("<strong>"_h, said(h.language(), line.title), "</strong>"_h);
        h("<p class=\"meta\">"_h);
        if (auto const* const owner = page.places.administration(line.owner))
            h(said(h.language(), owner->name), " · "_h);
        h(html::code(line.code), "</p></li>"_h);
    }
    h("</ul>"_h);
}

void show_lines_without_sheet(html::Html& h, std::vector<InventoriedDecision const*> const& lines) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    h("<h1>"_h, msg::registry_lines_list, "</h1><p class=\"lead\">"_h, msg::registry_lines_text,
      "</p>"_h);
    if (lines.empty()) return html::empty_state(h, msg::registry_none, msg::registry_none_text);
    h("<ul>"_h);
    // Names of the lists carry Latin letters here and there: isolated on an Arabic page, marked as
    // Arabic on the others.
    auto const listed = [&](std::string_view name) {
        if (h.language() == Language::ar) return h(html::isolated(name));
        h(html::Foreign{name, Language::ar});
    };
    for (auto const* const line : lines) {
        h("<li><a href=\""_h, html::to("/decisions/", line->code), "\">"_h);
        listed(line->name);
        h("</a> — "_h);
        listed(line->administration);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

}  // namespace wasl::procedures::views
