// SPDX-License-Identifier: Apache-2.0
// "My dossiers": what waits for me, what runs, what is over.
#include "modules/dossiers/views_mine.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

static void drafts(html::Html& h, Mine const& page) {
    if (page.drafts.empty()) return;
    h("<section aria-labelledby=\"drafts\"><h2 id=\"drafts\">"_h, msg::mine_drafts, "</h2>"_h);
    {
        html::Table table(h, msg::mine_drafts_caption,
                          {{msg::mine_procedure},
                           {msg::filing_administration},
                           {msg::mine_kept_until},
                           {msg::mine_actions, html::Column::actions}});
        for (auto const& one : page.drafts) {
            table.row();
            table.cell("<a href=\""_h, to("/dossiers/drafts/", one.id), "\">"_h,
                       title_of(h.language(), page.published, one.procedure), "</a>"_h);
            table.cell(place_of(h.language(), page.places, one.administration));
            bool const soon =
                one.expires_on && *one.expires_on - page.today <= Days{draft_warning_days};
            table.cell_with([&] {
                if (one.expires_on) h(*one.expires_on);
                if (soon) {
                    h(" "_h);
                    html::tag(h, html::Tone::warning, msg::mine_expires_soon);
                }
            });
            table.cell("<a href=\""_h, to("/dossiers/drafts/", one.id), "\">"_h, msg::mine_continue,
                       "</a> <a href=\""_h, to("/dossiers/drafts/", one.id, "/drop"), "\">"_h,
                       msg::mine_delete, "</a>"_h);
        }
    }
    h("</section>"_h);
}

static void line(html::Html& h, html::Table& table, Mine const& page, Summary const& one) {
    table.row();
    table.cell("<a href=\""_h, to("/dossiers/", one.number), "\">"_h,
               title_of(h.language(), page.published, one.procedure), "</a>"_h);
    table.cell(html::code(one.number));
    table.cell(place_of(h.language(), page.places, one.administration));
    table.cell_with(
        [&] { html::tag(h, tone_for_citizen(one.state), word_of("state", name_of(one.state))); });
    table.cell_with([&] {
        if (one.due && is_open(one.state))
            html::deadline_chip(h, *one.due, page.today);
        else if (one.filed_on)
            h(*one.filed_on);
    });
}

static void lines(html::Html& h, Mine const& page, html::Words const& caption,
                  std::vector<Summary> const& all, bool open) {
    bool any = false;
    for (auto const& one : all) any = any || is_open(one.state) == open;
    if (!any) return;
    html::Table table(h, caption,
                      {{msg::mine_procedure},
                       {msg::mine_number},
                       {msg::filing_administration},
                       {msg::mine_state},
                       {open ? msg::mine_next_day : msg::mine_filed_on}});
    for (auto const& one : all)
        if (is_open(one.state) == open) line(h, table, page, one);
}

void mine(html::Html& h, Mine const& page) {
    h("<h1>"_h, msg::mine_title, "</h1>"_h);
    if (page.drafts.empty() && page.dossiers.empty() && page.for_others.empty()) {
        html::empty_state(h, msg::mine_empty, msg::mine_empty_text,
                          html::Invitation{to("/procedures"), msg::mine_find});
        return;
    }
    if (page.first_page) drafts(h, page);
    lines(h, page, msg::mine_open, page.dossiers, true);
    lines(h, page, msg::mine_over, page.dossiers, false);
    for (auto const& [name, dossiers] : page.for_others) {
        h("<h2>"_h, say(msg::mine_for, {text("name", name)}), "</h2>"_h);
        lines(h, page, msg::mine_open, dossiers, true);
        lines(h, page, msg::mine_over, dossiers, false);
    }
    html::pager(h, std::nullopt, page.older);
    h("<p>"_h);
    html::link_button(h, to("/procedures"), msg::mine_new, html::ButtonKind::secondary);
    h("</p>"_h);
}

}  // namespace wasl::dossiers::views
