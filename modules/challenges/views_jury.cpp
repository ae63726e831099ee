// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_jury.hpp"

#include <cmath>

#include "modules/challenges/ballot_sheets.hpp"
#include "modules/challenges/views_polls.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

html::Url jury_url(Edition const& edition, std::string_view below) {
    auto const url = html::to("/challenges/", edition.code, "/jury");
    return below.empty() ? url : html::UrlMaker::local(url.text() + std::string(below), true);
}

void mark_field(html::Html& h, Known const& known, JuryCriterion const& one, std::size_t n,
                std::string_view value, Unticked unticked) {
    auto const name = "mark_" + std::to_string(n);
    auto const& rule = one.rule;
    bool const required =
        rule.needed == judging::Criterion::Needed::yes || unticked == Unticked::offered;
    html::Field const field{
        .name = name,
        .label = named(h.language(), one.name),
        .hint = say(msg::jury_from_to, {number("low", rule.lowest), number("high", rule.highest)}),
        .value = known.typed(name, value),
        .error = known.faults.of(name),
        .required = required && is_ticked(one)};
    if (!is_ticked(one)) {
        auto typed = field;
        if (typed.value == "-") typed.value = {};
        return html::number_field(h, typed, {rule.lowest, rule.highest});
    }
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(static_cast<std::size_t>(rule.highest - rule.lowest) + 2);
    for (int mark = rule.lowest; mark <= rule.highest; ++mark) {
        values.push_back(std::to_string(mark));
        choices.push_back({values.back(), mark_said(one, h.language(), mark)});
    }
    if (unticked == Unticked::offered || !required) choices.push_back({"-", msg::paper_no_mark});
    html::radio_group(h, field, choices);
}

Message const& better_said(std::string_view value) {
    if (value == "first") return msg::pair_first_better;
    return value == "second" ? msg::pair_second_better : msg::pair_tie;
}

void scale(html::Html& h, JuryCriterion const& one) {
    auto const& rule = one.rule;
    h(say(msg::jury_from_to, {number("low", rule.lowest), number("high", rule.highest)}));
    if (!is_ticked(one) || one.labels.ar.empty()) return;
    for (int mark = rule.lowest; mark <= rule.highest; ++mark)
        h("<br>"_h, mark_said(one, h.language(), mark));
}

Said weight(JuryCriterion const& criterion, std::span<JuryCriterion const> all) {
    auto const counted = [](JuryCriterion const& one) {
        return one.rule.counts == judging::Criterion::Counts::yes ? one.rule.weight : 0;
    };
    std::int64_t whole = 0;
    for (auto const& one : all) whole += counted(one);
    if (counted(criterion) == 0) return say(msg::jury_weight_none);
    return say(msg::vote_percent,
               {number("share", (200 * counted(criterion) + whole) / (2 * whole))});
}

void criteria(html::Html& h, Message const& caption, std::span<JuryCriterion const> all) {
    html::Table table(
        h, caption,
        {{msg::jury_criterion}, {msg::jury_weight, html::Column::number}, {msg::jury_scale}});
    for (auto const& one : all) {
        table.row();
        table.cell(named(h.language(), one.name));
        table.cell(weight(one, all));
        table.cell_with([&] { scale(h, one); });
    }
}

namespace {

// What people decided beside what was computed, and why.
void final_order(html::Html& h, JuryPage const& page, Deliberation const& decided) {
    h("<h2>"_h, msg::jury_decided, "</h2><p>"_h, msg::jury_order_text, "</p>"_h);
    html::long_text(h, decided.reason);
    html::Table table(h, msg::jury_order,
                      {{msg::project_title},
                       {msg::jury_place, html::Column::number},
                       {msg::jury_computed, html::Column::number}});
    int place = 0;
    for (auto const team : decided.order) {
        ++place;
        for (auto const& line : page.lines) {
            if (line.team != team) continue;
            table.row();
            table.cell(html::isolated(line.title));
            table.cell(place);
            table.cell(html::code(line.place > 0 ? std::to_string(line.place) : std::string()));
        }
    }
}

// What it rests on; and other measures of the same ballots, for whoever doubts this one.
void rests_on(html::Html& h, PublishedRemarks const& remarks) {
    html::SummaryList list(h);
    if (remarks.method != nullptr) list.row(msg::jury_method, *remarks.method);
    list.row(msg::jury_ballots, html::code(remarks.complete));
    list.row(msg::jury_judges, html::code(remarks.judges));
    list.row(msg::jury_recusals, html::code(remarks.recusals));
}
void other_measures(html::Html& h, JuryPage const& page) {
    html::Disclosure const inside(h, msg::jury_measures);
    html::Table table(h, msg::jury_measures,
                      {{msg::project_title},
                       {msg::jury_ballots, html::Column::number},
                       {msg::jury_raw_mean, html::Column::number},
                       {msg::jury_z_mean, html::Column::number},
                       {msg::jury_centred_median, html::Column::number},
                       {msg::jury_bradley_terry, html::Column::number},
                       {msg::jury_without_one, html::Column::number}});
    for (auto const& one : page.lines) {
        table.row();
        table.cell(html::isolated(one.title));
        for (auto const* const measure :
             {&one.ballots, &one.raw_mean, &one.z_mean, &one.centred_median, &one.bradley_terry,
              &one.without_one})
            table.cell(html::code(*measure));
    }
}

void published_results(html::Html& h, JuryPage const& page) {
    auto const& edition = page.in.call.edition;
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
    h("<p>"_h, msg::jury_how, "</p>"_h);
    rests_on(h, page.remarks);
    other_measures(h, page);
    if (page.seen.deliberation && !page.seen.deliberation->order.empty())
        final_order(h, page, *page.seen.deliberation);
    if (page.seen.deliberation) {
        h("<h2>"_h, msg::jury_minutes, "</h2>"_h);
        html::long_text(h, page.seen.deliberation->minutes);
    }
    h("<h2>"_h, msg::jury_again, "</h2><p>"_h, msg::jury_again_text, "</p>"_h);
    {
        html::ButtonRow const row(h);
        html::link_button(h, jury_url(edition, "/record"), msg::jury_record,
                          html::ButtonKind::secondary);
        html::link_button(h, jury_url(edition, "/table"), msg::jury_table,
                          html::ButtonKind::secondary);
    }
    // The file has the name under which it is sent.
    h("<p class=\"anywhere\">"_h, html::code("wasl challenge recompute " + edition.code + ".jury"),
      "</p>"_h);
}

}  // namespace

namespace {

// What the judges said of the reader's own project, without their names.
void feedback(html::Html& h, Jury::Seen const& seen) {
    if (!seen.own) return;
    h("<section aria-labelledby=\"own\"><h2 id=\"own\">"_h, msg::jury_own, "</h2>"_h);
    if (!seen.own->medians.empty()) {
        html::Table table(h, msg::jury_medians,
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
        published_results(h, page);
    else
        html::notice(h, html::Tone::info, msg::jury_not_yet);
    if (page.poll) poll_result(h, *page.poll);
    feedback(h, page.seen);
    if (page.seen.rules) {
        h("<section aria-labelledby=\"rules\"><h2 id=\"rules\">"_h, msg::jury_rules, "</h2>"_h);
        {
            html::SummaryList list(h);
            list.row(msg::jury_kind,
                     *msg::find("ballots." + std::string(name_of(page.seen.rules->ballots))));
            list.row(msg::jury_each, page.seen.rules->each);
        }
        if (!page.seen.first_criteria.empty())
            criteria(h, msg::first_criteria, page.seen.first_criteria);
        if (page.seen.rules->ballots == Ballots::score && !page.seen.criteria.empty())
            criteria(h, msg::jury_criteria, page.seen.criteria);
        h("</section>"_h);
    }
    html::ButtonRow const row(h);
    if (page.seen.sits)
        html::link_button(h, jury_url(edition, "/seat"), msg::seat_title,
                          html::ButtonKind::primary);
    if (!page.seen.first_criteria.empty() &&
        (page.seen.sits || page.in.is_organiser || page.seen.is_chair))
        html::link_button(h, jury_url(edition, "/first"), msg::first_title,
                          html::ButtonKind::secondary);
    if (page.in.is_organiser || page.seen.is_chair)
        html::link_button(h, jury_url(edition, "/office"), msg::jury_office_title,
                          html::ButtonKind::secondary);
    if (page.seen.has_papers)
        html::link_button(h, jury_url(edition, "/papers"), msg::paper_title,
                          html::ButtonKind::secondary);
    if (page.in.is_organiser && !edition.is_record())
        html::link_button(h, vote_url(edition, "/office"), msg::vote_office,
                          html::ButtonKind::secondary);
}

}  // namespace wasl::challenges::views
