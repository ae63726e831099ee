// SPDX-License-Identifier: Apache-2.0
// Deciding: the forms, and what the citizen will read before anything is said to him.
#include "modules/dossiers/acts.hpp"
#include "modules/dossiers/sentences.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;

namespace {

void heading(html::Html& h, ActPage const& page, Message const& title) {
    auto const& dossier = page.review.dossier;
    h("<p class=\"meta\">"_h, place_of(h.language(), page.review.places, dossier.administration),
      "</p><h2>"_h, title, "</h2>"_h);
    html::SummaryList list(h);
    list.row(msg::queue_number, html::code(dossier.number));
    list.row(msg::queue_procedure, named(h.language(), page.review.sheet.title));
    list.row(msg::queue_applicant, html::isolated(dossier.applicant_name));
}

// What the applicant will read about his appeal (arts 21 and 22).
void appeal_to_be_read(html::Html& h, ActPage const& page, std::string_view authority) {
    auto const& dossier = page.review.dossier;
    h("<h3>"_h, msg::review_appeal, "</h3>"_h);
    bool const elsewhere = dossier.route == Route::investment_law;
    if (elsewhere) h("<p>"_h, html::isolated(authority), "</p>"_h);
    for (auto const& one : appeal_way(dossier.route, authority)) h("<p>"_h, one, "</p>"_h);
    if (!elsewhere)
        h("<p>"_h,
          say(msg::review_appeal_last,
              {{"day", full_term(page.review.today, appealing_days, *dossier.offices)}}),
          "</p>"_h);
}

}  // namespace

void form_of_approve(html::Html& h, ActPage const& page) {
    if (page.review.dossier.situation(page.review.today).overdue())
        html::notice(h, html::Tone::warning, msg::review_late);
    area(h, page, "text", msg::review_approve_text, msg::review_approve_hint, false);
}

void preview_of_approve(html::Html& h, ActPage const& page) {
    heading(h, page, msg::review_approval);
    auto const text = page.request.field("text");
    if (!text.empty()) html::long_text(h, text);
}

void form_of_refuse(html::Html& h, ActPage const& page) {
    h("<p>"_h, msg::review_refuse_text, " <span class=\"meta\">"_h, article_said("55.19/18"),
      "</span></p>"_h);
    area(h, page, "reasons", msg::review_reasons, msg::review_reasons_hint);
    area(h, page, "articles", msg::review_articles, msg::review_articles_hint);
    auto const proposed =
        page.desk.appeal_authority(h.language(), page.review.dossier.administration);
    html::text_field(h, {.name = "appeal_authority",
                         .label = msg::review_appeal_authority,
                         .hint = msg::review_appeal_authority_hint,
                         .value = page.typed("appeal_authority", proposed),
                         .error = page.faults.of("appeal_authority")});
    // Art. 22: how and when is for law 47.18 to say.
    if (page.review.dossier.route == Route::investment_law) {
        html::notice(h, html::Tone::info, msg::appeal_investment);
        return html::hidden_field(h, "appeal_days", "0");
    }
    auto const days = std::to_string(appealing_days);
    html::number_field(h,
                       {.name = "appeal_days",
                        .label = msg::review_appeal_days,
                        .hint = msg::refused_appeal_days,
                        .value = page.typed("appeal_days", days),
                        .error = page.faults.of("appeal_days")},
                       {.min = appealing_days, .max = appealing_days});
}

void preview_of_refuse(html::Html& h, ActPage const& page) {
    heading(h, page, msg::review_refusal);
    h("<h3>"_h, msg::review_reasons, "</h3>"_h);
    html::long_text(h, page.request.field("reasons"));
    h("<h3>"_h, msg::review_articles, "</h3><ul>"_h);
    for (auto const& article : articles_in(page.request.field("articles")))
        h("<li>"_h, html::isolated(article), "</li>"_h);
    h("</ul>"_h);
    appeal_to_be_read(h, page, page.request.field("appeal_authority"));
}

void form_of_unanswered(html::Html& h, ActPage const& page) {
    h("<p>"_h, msg::review_unanswered_text, " <span class=\"meta\">"_h, article_said("55.19/15"),
      "</span></p>"_h);
    repeats(h, page.review);
}

void preview_of_unanswered(html::Html& h, ActPage const& page) {
    heading(h, page, msg::state_unanswered);
    repeats(h, page.review);
}

void form_of_revoke(html::Html& h, ActPage const& page) {
    html::notice(h, html::Tone::warning, msg::review_revoke_text);
    area(h, page, "reason", msg::review_reason, msg::review_reason_hint);
}

void preview_of_revoke(html::Html& h, ActPage const& page) {
    heading(h, page, msg::paper_revocation);
    h("<h3>"_h, msg::review_reasons, "</h3>"_h);
    html::long_text(h, page.request.field("reason"));
    auto const& dossier = page.review.dossier;
    appeal_to_be_read(h, page, page.desk.appeal_authority(h.language(), dossier.administration));
}

// Annex 2 of decree 2.22.141: the request, the claim, the letter to the president.
void form_of_attest(html::Html& h, ActPage const& page) {
    h("<p>"_h, msg::review_attest_text, " <span class=\"meta\">"_h, article_said("55.19/20"),
      "</span></p>"_h);
    html::text_field(h, {.name = "letter",
                         .label = msg::review_letter,
                         .hint = msg::review_letter_hint,
                         .value = page.typed("letter"),
                         .error = page.faults.of("letter")});
    html::date_field(h, {.name = "letter_on",
                         .label = msg::review_letter_on,
                         .value = page.typed("letter_on"),
                         .error = page.faults.of("letter_on")});
}

void preview_of_attest(html::Html& h, ActPage const& page) {
    heading(h, page, msg::paper_attestation);
    auto const& dossier = page.review.dossier;
    html::SummaryList list(h);
    if (dossier.filed_on) list.row(msg::review_filed_on, *dossier.filed_on);
    if (dossier.silence) list.row(msg::review_claimed_on, dossier.silence->claimed_on);
    if (dossier.silence && dossier.silence->escalated_on)
        list.row(msg::review_escalated_on, *dossier.silence->escalated_on);
    list.row(msg::review_letter, html::isolated(page.request.field("letter")));
    if (auto const day = date_from_iso(page.request.field("letter_on")))
        list.row(msg::review_letter_on, *day);
}

void form_of_appeal(html::Html& h, ActPage const& page) {
    if (auto const* appeal = page.review.dossier.pending_appeal()) {
        html::Panel const panel(h, html::Tone::info, word_of("appeal_over", name_of(appeal->over)));
        html::long_text(h, appeal->reason);
        h("<p class=\"meta\">"_h,
          say(msg::review_appeal_filed, {{"day", appeal->filed_on}, {"due", appeal->due}}), " "_h,
          article_said("55.19/21"), "</p>"_h);
    }
    html::radio_group(h,
                      {.name = "granted",
                       .label = msg::review_appeal_answer,
                       .value = page.typed("granted"),
                       .error = page.faults.of("granted")},
                      std::array{html::Choice{"1", msg::action_overturn},
                                 html::Choice{"0", msg::action_reject_appeal}});
    area(h, page, "reason", msg::review_reasons, msg::review_appeal_reasons_hint);
}

void preview_of_appeal(html::Html& h, ActPage const& page) {
    heading(h, page,
            page.request.field("granted") == "1" ? msg::appeal_state_granted
                                                 : msg::appeal_state_rejected);
    html::long_text(h, page.request.field("reason"));
}

}  // namespace wasl::dossiers::office
