// SPDX-License-Identifier: Apache-2.0
// The officer's page of one dossier: what it is, how long there is, what can be done.
#include "modules/dossiers/views_review.hpp"

#include <algorithm>

namespace wasl::dossiers::office {

using namespace html::literals;
using html::to;

bool Review::offers(Action action) const {
    auto const all = dossier.offered(today);
    return std::find(all.begin(), all.end(), action) != all.end();
}

// Outside collectivities the appeal lies with the authority above, whoever stands for it.
Actors Review::appeal_actors() const {
    auto const actors = dossier.eyes.actors();
    auto const* appeal = dossier.pending_appeal();
    bool const stands_for_it = appeal && dossier.route != Route::council &&
                               visitor.is(http::Role::head, appeal->authority);
    return stands_for_it ? actors | superior : actors;
}

bool Review::hears_appeal() const {
    return dossier.pending_appeal() &&
           !may_decide_appeal(dossier.situation(today), appeal_actors(), true, {}).refused();
}

namespace {

void review_head(html::Html& h, Review const& page) {
    auto const& dossier = page.dossier;
    html::breadcrumbs(h, {{to("/desk"), msg::queue_title}});
    html::pager(
        h,
        page.neighbours.previous.empty() ? std::optional<html::Url>()
                                         : desk_url(page.neighbours.previous),
        page.neighbours.next.empty() ? std::optional<html::Url>() : desk_url(page.neighbours.next));
    h("<div class=\"desk-head\"><h1>"_h, named(h.language(), page.sheet.title),
      "</h1><p class=\"marks\">"_h, html::code(dossier.number), " "_h);
    html::tag(h, tone_at_desk(dossier.state), word_of("state", name_of(dossier.state)));
    if (dossier.due && is_owed(dossier.state) && tick_of(dossier.state) == Tick::running)
        html::deadline_chip(h, *dossier.due, page.today);
    h("</p></div>"_h);
}

void facts(html::Html& h, Review const& page) {
    auto const& dossier = page.dossier;
    h("<section><h2>"_h, msg::review_request, "</h2>"_h);
    {
        html::SummaryList list(h);
        list.row(msg::queue_applicant, html::isolated(dossier.applicant_name));
        if (dossier.filed_as != FiledAs::self)
            list.row(msg::review_filed_by, page.names.of(dossier.filed_by), " "_h,
                     word_of("filed_as", name_of(dossier.filed_as)));
        list.row(msg::silence_administration,
                 place_of(h.language(), page.places, dossier.administration));
        if (auto const unit = unit_name(h.language(), page.places, dossier.unit))
            list.row(msg::queue_unit, unit);
        if (dossier.filed_on)
            list.row(msg::review_filed_on, *dossier.filed_on, " · "_h,
                     word_of("channel", name_of(dossier.channel)));
        if (dossier.complete_on) list.row(msg::review_complete_on, *dossier.complete_on);
        auto const officer = page.names.of(dossier.assigned);
        list.row(msg::queue_officer, officer ? officer : html::Words(msg::queue_nobody));
    }
    h("</section>"_h);
}

}  // namespace

void review(html::Html& h, Review const& page) {
    review_head(h, page);
    h("<div class=\"columns review\"><div>"_h);
    asks(h, page);
    repeats(h, page);
    silence_and_appeals(h, page);
    decisions(h, page);
    facts(h, page);
    answers(h, page);
    documents(h, page);
    fetches(h, page);
    opinions(h, page);
    conversation(h, page);
    history(h, page);
    h("</div><div class=\"beside\">"_h);
    what_next(h, page);
    clock(h, page);
    notes(h, page);
    h("</div></div>"_h);
}

}  // namespace wasl::dossiers::office
