// SPDX-License-Identifier: Apache-2.0
// What administrations did with an entry: each sees the others' experience, the public too.
#include "modules/bank/amounts.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

Said measured_said(Measured const& one) {
    return say(msg::effect_measured,
               {{"from", one.from}, {"until", one.until}, number("n", one.n)});
}

void adoption(html::Html& h, EntryPage const& page, AdoptionWhole const& whole) {
    auto const& one = whole.adoption;
    h("<li class=\"card\"><h3>"_h,
      administration_said(h.language(), page.known, one.administration),
      "</h3><p class=\"marks\">"_h);
    html::tag(h, tone_of(one.phase), word_of("phase", one.phase));
    h("</p><p class=\"meta\">"_h, msg::adoption_asked_on, " "_h, one.asked_at, "</p>"_h);
    if (one.phase == Phase::asked)
        html::deadline_chip(h, clock::day_in_morocco(one.asked_at) + answer_within,
                            page.known.today);
    html::long_text(h, one.why);
    if (!one.reason.empty()) {
        html::Panel const panel(h, tone_of(one.phase), msg::entry_reason);
        html::long_text(h, one.reason);
    }
    if (!one.procedure.empty())
        h("<p>"_h, msg::adoption_became, " <a href=\""_h, html::to("/procedures/", one.procedure),
          "\">"_h, procedure_said(h.language(), page.known, one.procedure), "</a></p>"_h);
    experiences(h, page.whole.entry.content, whole.experiences);
    effects(h, page.whole.entry.content, whole.effects);
    if (page.frame.officer || whole.is_office)
        html::link_button(h, file_url(one.id), msg::adoption_open, html::ButtonKind::quiet,
                          administration_said(h.language(), page.known, one.administration));
    h("</li>"_h);
}

}  // namespace

void experiences(html::Html& h, Content const&, std::vector<Experience> const& all) {
    if (all.empty()) return;
    h("<h4>"_h, msg::adoption_experience, "</h4>"_h);
    html::Timeline timeline(h);
    for (auto const& one : all)
        h("<li><p class=\"when\">"_h, one.at, "</p><p class=\"said\" dir=\"auto\">"_h, one.text,
          "</p></li>"_h);
}

void effects(html::Html& h, Content const&, std::vector<Effect> const& all) {
    if (all.empty()) return;
    html::Table table(h, msg::effect_ledger,
                      {{msg::effect_indicator},
                       {msg::effect_before, html::Column::number},
                       {msg::effect_after, html::Column::number},
                       {msg::effect_verdict},
                       {msg::effect_method}});
    for (auto const& one : all) {
        table.row();
        table.cell(indicator_said(one), " <span class=\"meta\">("_h, html::isolated(one.unit),
                   ")</span>"_h);
        table.cell(html::code(written(one.before.value, value_places)), "<p class=\"meta\">"_h,
                   measured_said(one.before), "</p>"_h);
        table.cell(html::code(written(one.after.value, value_places)), "<p class=\"meta\">"_h,
                   measured_said(one.after), "</p>"_h);
        table.cell_with([&] {
            html::tag(h, tone_of(one.verdict()), word_of("verdict", one.verdict()));
            h("<p class=\"meta\">"_h, word_of("evidence", one.evidence), "</p>"_h);
        });
        table.cell(html::isolated(one.method), when(!one.note.empty(), "<br>"_h),
                   html::isolated(one.note));
    }
}

void adoptions(html::Html& h, EntryPage const& page) {
    h("<h2 id=\"adoptions\">"_h, msg::adoption_title, "</h2>"_h);
    if (page.whole.adoptions.empty()) {
        h("<p>"_h, msg::adoption_none, "</p>"_h);
    } else {
        h("<ul class=\"papers\">"_h);
        for (auto const& one : page.whole.adoptions) adoption(h, page, one);
        h("</ul>"_h);
    }
    if (page.may_adopt)
        html::link_button(h, html::to("/bank/", page.whole.entry.number, "/adopt"),
                          msg::adoption_begin);
}

}  // namespace wasl::bank::views
