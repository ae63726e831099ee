// SPDX-License-Identifier: Apache-2.0
// What the pages of all acts have in common: where one is, what changed meanwhile, the keys of
// the form.
#include <array>

#include "modules/dossiers/acts.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;

void area(html::Html& h, ActPage const& page, std::string_view name, Message const& label,
          html::Words const& hint, bool required) {
    html::text_area(h, {.name = name,
                        .label = label,
                        .hint = hint,
                        .value = page.typed(name),
                        .error = page.faults.of(name),
                        .required = required,
                        .length_max = text_signs_max});
}
using html::to;

Message const& act_title(ActKind const& kind) {
    if (kind.name == "answer") return msg::review_originals_seen;
    if (kind.name == "decide_appeal") return msg::review_decide_appeal;
    if (kind.name == "message") return msg::review_message_send;
    if (kind.name == "note") return msg::review_notes;
    return word_of("action", kind.name);
}

namespace {

html::Url url_of(ActPage const& page) {
    return to("/desk/", page.review.dossier.number, "/do/", page.kind.name);
}

void act_head(html::Html& h, ActPage const& page) {
    auto const& dossier = page.review.dossier;
    html::breadcrumbs(h, {{to("/desk"), msg::queue_title},
                          {desk_url(dossier.number), html::code(dossier.number)}});
}

void act_about(html::Html& h, ActPage const& page) {
    auto const& dossier = page.review.dossier;
    h("<p class=\"meta\">"_h, named(h.language(), page.review.sheet.title), " · "_h,
      html::isolated(dossier.applicant_name));
    if (dossier.due && is_owed(dossier.state)) {
        h(" · "_h);
        html::deadline_chip(h, *dossier.due, page.review.today);
    }
    h("</p>"_h);
}

void keys(html::Html& h, ActPage const& page) {
    auto const& dossier = page.review.dossier;
    html::hidden_field(h, "version", std::to_string(dossier.version));
    html::hidden_field(h, "seen",
                       std::to_string(dossier.steps.empty() ? 0 : dossier.steps.back().sequence));
}

// Somebody was faster. What happened since, by whom; what was typed stands in the form below.
void changes(html::Html& h, ActPage const& page) {
    auto const& dossier = page.review.dossier;
    {
        html::Panel const panel(h, html::Tone::warning, msg::review_stale);
        h("<p>"_h, msg::review_stale_text, "</p><p>"_h, msg::review_stale_state, " "_h);
        html::tag(h, tone_at_desk(dossier.state), word_of("state", name_of(dossier.state)));
        h("</p>"_h);
    }
    h("<h2>"_h, msg::review_stale_changes, "</h2>"_h);
    html::Timeline line(h);
    for (auto const& step : dossier.steps)
        if (step.sequence > page.seen) step_taken(line, page.review, step);
}

// Where the act is not possible any more nobody's words are lost.
void keep_words(html::Html& h, ActPage const& page) {
    for (auto const name : {"reasons", "reason", "text", "question", "articles"}) {
        auto const words = page.request.field(name);
        if (words.empty()) continue;
        h("<h2>"_h, msg::review_your_words, "</h2>"_h);
        html::long_text(h, words);
    }
}

}  // namespace

// Acts that the lifecycle knows are as open as the rules say; the others are always.
Outcome may_start(ActPage const& page) {
    using enum Action;
    auto const action = dossiers::named<Action>(page.kind.name);
    if (!action) return Done{};
    for (auto const one : {take_up, approve, refuse, attest, ask_replacement, ask_information,
                           ask_originals, answer, extend, revoke, leave_unanswered})
        if (one == *action)
            return dossiers::may_start(page.review.dossier.situation(page.review.today),
                                       page.review.dossier.eyes.actors(), one);
    return Done{};
}

void act_form(html::Html& h, ActPage const& page) {
    act_head(h, page);
    if (!page.stale) html::error_summary(h, page.faults);
    h("<h1>"_h, act_title(page.kind), "</h1>"_h);
    act_about(h, page);
    if (page.faults.any() && !page.article.empty())
        if (auto const article = article_said(page.article))
            h("<p>"_h, msg::review_rests_on, " "_h, article, "</p>"_h);
    if (page.stale) changes(h, page);
    auto const open = may_start(page);
    if (open.refused()) {
        html::notice(h, html::Tone::warning, open.refusal().what);
        if (auto const article = article_said(open.refusal().article);
            article && !page.faults.any())
            h("<p>"_h, msg::review_rests_on, " "_h, article, "</p>"_h);
        keep_words(h, page);
        return html::link_button(h, desk_url(page.review.dossier.number), msg::review_back,
                                 html::ButtonKind::secondary);
    }
    html::Form const form(h, {.action = url_of(page), .csrf = page.review.visitor.csrf});
    keys(h, page);
    page.kind.form(h, page);
    html::ButtonRow const row(h);
    html::button(h, page.kind.confirmed ? msg::review_continue : act_title(page.kind),
                 html::ButtonKind::primary);
    html::link_button(h, desk_url(page.review.dossier.number), msg::review_cancel,
                      html::ButtonKind::quiet);
}

void act_confirm(html::Html& h, ActPage const& page) {
    act_head(h, page);
    h("<h1>"_h, msg::review_confirm_title, "</h1><p class=\"lead\">"_h, msg::review_confirm_text,
      "</p><div class=\"paper\">"_h);
    page.kind.preview(h, page);
    h("</div>"_h);
    html::Form const form(h, {.action = url_of(page), .csrf = page.review.visitor.csrf});
    // The version of the page on which it was written, not of this one.
    for (auto const& [name, value] : page.request.form)
        if (name != html::csrf_field_name && name != "confirmed" && name != "back")
            html::hidden_field(h, name, value);
    html::ButtonRow const row(h);
    html::button(h, act_title(page.kind),
                 page.kind.name == "approve" || page.kind.name == "attest"
                     ? html::ButtonKind::primary
                     : html::ButtonKind::danger,
                 "confirmed", "1");
    html::button(h, msg::review_change, html::ButtonKind::secondary, "back", "1");
}

}  // namespace wasl::dossiers::office
