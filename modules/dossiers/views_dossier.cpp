// SPDX-License-Identifier: Apache-2.0
// The page of one dossier: where it stands in plain words, what is expected, until when and why.
#include <algorithm>

#include "modules/dossiers/papers.hpp"
#include "modules/dossiers/sentences.hpp"
#include "modules/dossiers/views_filing.hpp"
#include "modules/dossiers/views_mine.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

bool Seen::offers(Action action) const {
    auto const all = dossier.offered(today);
    return std::find(all.begin(), all.end(), action) != all.end();
}

html::Url dossier_url(Dossier const& dossier) { return to("/dossiers/", dossier.number); }

html::Words requirement_name(Language language, procedures::Sheet const& sheet,
                             std::string_view code) {
    auto const* const found = sheet.document(code);
    return found ? html::Words(named(language, found->title)) : html::Words(html::code(code));
}

void keep_version(html::Html& h, Dossier const& dossier) {
    html::hidden_field(h, "version", std::to_string(dossier.version));
}

static void dossier_head(html::Html& h, Seen const& page) {
    auto const& dossier = page.dossier;
    html::breadcrumbs(h, {{to("/dossiers"), msg::mine_title}});
    h("<h1>"_h, named(h.language(), page.sheet.title), "</h1><p class=\"lead\">"_h,
      html::code(dossier.number), " "_h);
    html::tag(h, tone_for_citizen(dossier.state), word_of("state", name_of(dossier.state)));
    h("</p><p>"_h, place_of(h.language(), page.places, dossier.administration));
    if (auto const* const unit = page.places.unit(dossier.unit))
        h(" <span class=\"meta\">"_h, named(h.language(), unit->name), "</span>"_h);
    h("</p>"_h);
}

static html::Tone tone_here(Seen const& page, bool overdue) {
    return overdue ? html::Tone::warning : tone_for_citizen(page.dossier.state);
}

// The state in a sentence, and the day that matters now.
static void standing(html::Html& h, Seen const& page) {
    auto const& dossier = page.dossier;
    bool const overdue =
        tick_of(dossier.state) == Tick::running && dossier.situation(page.today).overdue();
    html::Panel const panel(h, tone_here(page, overdue));
    h("<p>"_h, overdue ? msg::mine_plain_overdue : word_of("mine.plain", name_of(dossier.state)),
      "</p>"_h);
    if (!dossier.due || !is_open(dossier.state)) return;
    auto const& what = is_owed(dossier.state) ? msg::mine_answer_until : msg::mine_yours_until;
    h("<p>"_h, say(what, {{"day", *dossier.due}}), " "_h);
    html::deadline_chip(h, *dossier.due, page.today);
    h("</p>"_h);
}

void arithmetic(html::Html& h, std::vector<Line> const& lines) {
    if (lines.empty()) return;
    html::Disclosure const more(h, msg::mine_arithmetic);
    h("<ol class=\"reckoning\">"_h);
    for (auto const& line : lines) {
        h("<li>"_h, line.said);
        if (auto const article = article_said(line.article))
            h(" <span class=\"meta\">"_h, article, "</span>"_h);
        h("</li>"_h);
    }
    h("</ol>"_h);
}

static void dates(html::Html& h, Seen const& page) {
    auto const& dossier = page.dossier;
    h("<section><h2>"_h, msg::mine_dates, "</h2>"_h);
    {
        html::SummaryList list(h);
        if (dossier.filed_at) list.row(msg::mine_filed_at, *dossier.filed_at);
        if (dossier.complete_on) list.row(msg::mine_complete_on, *dossier.complete_on);
        if (dossier.due && is_owed(dossier.state)) list.row(msg::mine_due, *dossier.due);
        if (dossier.state == State::being_lodged)
            list.row(msg::mine_due, term_to_come(dossier.term));
        if (dossier.decided_on) list.row(msg::mine_decided_on, *dossier.decided_on);
        if (is_owed(dossier.state) || tick_of(dossier.state) == Tick::suspended)
            list.row(msg::filing_silence,
                     dossier.silence_accepts ? msg::silence_acceptance : msg::silence_appeal);
    }
    arithmetic(h, dossier.clock_in_words());
    h("</section>"_h);
}

static void papers_and_ways_out(html::Html& h, Seen const& page) {
    auto const& number = page.dossier.number;
    h("<section><h2>"_h, msg::mine_more, "</h2><ul>"_h);
    if (needs_receipt(page.dossier, page.sheet))
        h("<li><a href=\""_h, to("/dossiers/", number, "/papers/", number), "\">"_h,
          msg::mine_receipt_pdf, "</a></li><li><a href=\""_h, to("/dossiers/", number, "/receipt"),
          "\">"_h, msg::mine_receipt_page, "</a></li>"_h);
    h("<li><a href=\""_h, to("/verify/", number), "\">"_h, msg::mine_verify, "</a></li>"_h);
    // Law 55.19 art. 3: nothing may be asked that is not on the sheet.
    auto const claim = html::with(to("/procedures/", page.sheet.code, "/claim"), "administration",
                                  std::to_string(page.dossier.administration.value()));
    h("<li><a href=\""_h, html::with(claim, "dossier", number), "\">"_h, msg::mine_asked_for_more,
      "</a></li>"_h);
    if (page.offers(Action::withdraw))
        h("<li><a href=\""_h, to("/dossiers/", number, "/withdraw"), "\">"_h, msg::mine_withdraw,
          "</a></li>"_h);
    h("</ul></section>"_h);
}

void dossier(html::Html& h, Seen const& page) {
    dossier_head(h, page);
    html::error_summary(h, page.faults);
    standing(h, page);
    h("<div class=\"columns\"><div>"_h);
    what_is_asked(h, page);
    if (!is_over(page.dossier.state)) fetches(h, page);
    decisions(h, page);
    silence_and_appeals(h, page);
    given_documents(h, page);
    if (is_over(page.dossier.state)) fetches(h, page);
    conversation(h, page);
    h("</div><div class=\"glance\">"_h);
    dates(h, page);
    history(h, page.dossier);
    papers_and_ways_out(h, page);
    h("</div></div>"_h);
}

// --- The receipt, as soon as there is one.

static void missing_list(html::Html& h, Seen const& page) {
    html::Panel const panel(h, html::Tone::warning, msg::mine_missing_title);
    h("<ul>"_h);
    for (auto const& one : page.dossier.missing)
        h("<li>"_h, requirement_name(h.language(), page.sheet, one.requirement), "</li>"_h);
    h("</ul>"_h);
    if (auto const last = page.dossier.citizen_last_day())
        h("<p>"_h, say(msg::filing_partly_last_day, {{"day", *last}}), "</p>"_h);
}

static void facts(html::Html& h, Seen const& page) {
    auto const& dossier = page.dossier;
    html::SummaryList list(h);
    list.row(msg::filing_procedure, named(h.language(), page.sheet.title));
    list.row(msg::filing_administration,
             place_of(h.language(), page.places, dossier.administration));
    list.row(msg::filing_applicant, html::isolated(dossier.applicant_name));
    if (dossier.filed_at) list.row(msg::mine_filed_at, *dossier.filed_at);
    if (dossier.due && is_owed(dossier.state)) list.row(msg::mine_due, *dossier.due);
    if (!dossier.complete_on) list.row(msg::mine_due, term_to_come(dossier.term));
    list.row(msg::filing_silence,
             dossier.silence_accepts ? msg::silence_acceptance : msg::silence_appeal);
    auto const authority = page.pages.desk.appeal_authority(h.language(), dossier.administration);
    list.row_with(msg::mine_appeal_route, [&] {
        for (auto const& one : appeal_way(dossier.route, authority)) h("<p>"_h, one, "</p>"_h);
    });
}

static void confirmed(html::Html& h, Dossier const& dossier, bool on_the_spot) {
    if (on_the_spot)
        html::confirmation(h, msg::mine_immediate_title, msg::mine_number,
                           html::code(dossier.number));
    else
        html::confirmation(h, dossier.missing.empty() ? msg::mine_mention_a : msg::mine_mention_b,
                           msg::mine_receipt_number, html::code(dossier.number));
    h("<p class=\"lead\">"_h, on_the_spot ? msg::mine_immediate_lead : msg::mine_receipt_lead,
      "</p>"_h);
}

void receipt(html::Html& h, Seen const& page) {
    auto const& dossier = page.dossier;
    bool const on_the_spot = !needs_receipt(dossier, page.sheet);
    h("<div class=\"columns\"><div>"_h);
    confirmed(h, dossier, on_the_spot);
    {
        html::ButtonRow const row(h);
        if (!on_the_spot)
            html::link_button(h, to("/dossiers/", dossier.number, "/papers/", dossier.number),
                              msg::mine_receipt_pdf);
        html::link_button(h, dossier_url(dossier), msg::mine_open_dossier,
                          html::ButtonKind::secondary);
    }
    if (dossier.still_missing()) missing_list(h, page);
    h("</div><div class=\"glance\">"_h);
    facts(h, page);
    arithmetic(h, dossier.clock_in_words());
    due_fees(h, page.sheet, page.dossier.values);
    h("</div></div>"_h);
}

}  // namespace wasl::dossiers::views
