// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_jury.hpp"

#include <cmath>

namespace wasl::challenges::views {

using namespace html::literals;

html::Url jury_url(Edition const& edition, std::string_view below) {
    auto const url = html::to("/challenges/", edition.code, "/jury");
    return below.empty() ? url : html::UrlMaker::local(url.text() + std::string(below), true);
}

void criteria(html::Html& h, std::span<JuryCriterion const> all) {
    html::Table table(
        h, msg::jury_criteria,
        {{msg::jury_criterion}, {msg::jury_weight, html::Column::number}, {msg::jury_scale}});
    for (auto const& one : all) {
        table.row();
        table.cell(named(h.language(), one.name));
        table.cell(one.rule.weight);
        table.cell(say(msg::jury_from_to,
                       {number("low", one.rule.lowest), number("high", one.rule.highest)}));
    }
}

namespace {

void results(html::Html& h, JuryPage const& page) {
    auto const& edition = page.in.call.edition;
    h("<h2>"_h, msg::jury_results, "</h2><p>"_h, msg::jury_how, "</p>"_h);
    {
        html::Table table(h, msg::jury_results,
                          {{msg::project_title},
                           {msg::jury_place, html::Column::number},
                           {msg::jury_worth, html::Column::number},
                           {msg::jury_places, html::Column::number},
                           {msg::jury_top_3, html::Column::number},
                           {msg::jury_raw_mean, html::Column::number}});
        for (std::size_t n = 0; n < page.lines.size(); ++n) {
            auto const& one = page.lines[n];
            bool const tied = one.group > 0 &&
                              ((n > 0 && page.lines[n - 1].group == one.group) ||
                               (n + 1 < page.lines.size() && page.lines[n + 1].group == one.group));
            table.row();
            table.cell(html::isolated(one.title));
            table.cell_with([&] {
                if (one.place == 0) return h(msg::jury_no_place);
                h(one.place);
                if (tied) {
                    h(" "_h);
                    html::tag(h, html::Tone::info, msg::jury_tied);
                }
            });
            // The interval stands under the score, so that the table fits a page.
            table.cell(html::code(one.worth), "<br>"_h,
                       html::code(one.low.empty() ? std::string() : one.low + " – " + one.high));
            table.cell(html::code(one.places));
            table.cell(html::code(one.top_3));
            table.cell(html::code(one.raw_mean));
        }
    }
    if (page.seen.deliberation) {
        h("<h3>"_h, msg::jury_minutes, "</h3>"_h);
        html::long_text(h, page.seen.deliberation->minutes);
    }
    h("<h3>"_h, msg::jury_again, "</h3><p>"_h, msg::jury_again_text, "</p>"_h);
    {
        html::ButtonRow const row(h);
        html::link_button(h, jury_url(edition, "/record"), msg::jury_record,
                          html::ButtonKind::secondary);
        html::link_button(h, jury_url(edition, "/table"), msg::jury_table,
                          html::ButtonKind::secondary);
    }
    h("<p>"_h, html::code("wasl challenge recompute"), "</p>"_h);
}

}  // namespace

namespace {

// What the judges said of the reader's own project, without their names.
void feedback(html::Html& h, Jury::Seen const& seen) {
    if (!seen.own) return;
    h("<section aria-labelledby=\"own\"><h2 id=\"own\">"_h, msg::jury_own, "</h2>"_h);
    if (!seen.own->medians.empty()) {
        html::Table table(h, msg::jury_own,
                          {{msg::jury_criterion}, {msg::jury_median, html::Column::number}});
        for (std::size_t n = 0; n < seen.own->medians.size() && n < seen.criteria.size(); ++n) {
            table.row();
            table.cell(named(h.language(), seen.criteria[n].name));
            auto const twice = std::lround(2 * seen.own->medians[n].value_or(0));
            table.cell(html::code(std::to_string(twice / 2) + (twice % 2 != 0 ? ".5" : "")));
        }
    }
    for (auto const& comment : seen.own->comments) {
        h("<blockquote>"_h);
        html::long_text(h, comment);
        h("</blockquote>"_h);
    }
    h("</section>"_h);
}

}  // namespace

void jury(html::Html& h, Known const&, JuryPage const& page) {
    auto const& edition = page.in.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::jury_title, "</h1>"_h);
    if (page.seen.published)
        results(h, page);
    else
        html::notice(h, html::Tone::info, msg::jury_not_yet);
    feedback(h, page.seen);
    if (page.seen.rules) {
        h("<section aria-labelledby=\"rules\"><h2 id=\"rules\">"_h, msg::jury_rules, "</h2>"_h);
        {
            html::SummaryList list(h);
            list.row(msg::jury_kind,
                     *msg::find("ballots." + std::string(name_of(page.seen.rules->ballots))));
            list.row(msg::jury_each, page.seen.rules->each);
        }
        if (page.seen.rules->ballots == Ballots::score && !page.seen.criteria.empty())
            criteria(h, page.seen.criteria);
        h("</section>"_h);
    }
    html::ButtonRow const row(h);
    if (page.seen.sits)
        html::link_button(h, jury_url(edition, "/seat"), msg::seat_title,
                          html::ButtonKind::primary);
    if (page.in.is_organiser || page.seen.is_chair)
        html::link_button(h, jury_url(edition, "/office"), msg::jury_office_title,
                          html::ButtonKind::secondary);
}

}  // namespace wasl::challenges::views
