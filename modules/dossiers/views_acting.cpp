// SPDX-License-Identifier: Apache-2.0
// What a citizen may do besides waiting: withdraw, claim what silence granted, appeal.
#include "modules/dossiers/sentences.hpp"
#include "modules/dossiers/views_mine.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

namespace {

void claim_facts(html::Html& h, Seen const& page, SilenceClaim const& claim) {
    html::SummaryList list(h);
    list.row(msg::mine_claimed_on, claim.claimed_on);
    list.row(msg::mine_claim_due, claim.due);
    if (claim.escalated_on) {
        list.row(msg::mine_escalated_on, *claim.escalated_on);
        list.row(msg::mine_superior, place_of(h.language(), page.places, claim.superior));
        if (claim.superior_due) list.row(msg::mine_superior_due, *claim.superior_due);
    }
    if (!claim.number.empty())
        list.row(msg::mine_paper, "<a href=\""_h,
                 to("/dossiers/", page.dossier.number, "/papers/", claim.number), "\">"_h,
                 msg::paper_attestation, "</a> "_h, html::code(claim.number));
}

void claim(html::Html& h, Seen const& page) {
    bool const may_claim = page.offers(Action::claim_silence);
    bool const may_escalate = page.offers(Action::escalate_silence);
    if (!page.dossier.silence && !may_claim) return;
    h("<section><h2>"_h, msg::mine_silence_title, "</h2>"_h);
    if (page.dossier.silence) claim_facts(h, page, *page.dossier.silence);
    if (may_claim || may_escalate)
        html::link_button(h, to("/dossiers/", page.dossier.number, "/silence"),
                          may_claim ? msg::mine_silence_claim : msg::mine_silence_escalate);
    h("</section>"_h);
}

void appeal_facts(html::Html& h, Seen const& page, Appeal const& one) {
    html::SummaryList list(h);
    list.row(msg::mine_state, word_of("appeal_state", name_of(one.state)));
    list.row(msg::mine_filed_on, one.filed_on);
    list.row(msg::mine_appeal_authority, place_of(h.language(), page.places, one.authority));
    list.row(msg::mine_appeal_reason, html::isolated(one.reason));
    if (one.pending()) list.row(msg::mine_appeal_due, one.due);
    if (one.escalated_due) list.row(msg::mine_superior_due, *one.escalated_due);
    if (!one.outcome.empty()) list.row(msg::mine_appeal_outcome, html::isolated(one.outcome));
}

void escalate_appeal(html::Html& h, Seen const& page) {
    html::notice(h, html::Tone::info, msg::appeal_escalation);
    html::post_button(h, {.action = to("/dossiers/", page.dossier.number, "/appeal/escalate"),
                          .label = msg::mine_appeal_escalate,
                          .csrf = page.visitor.csrf,
                          .name = "version",
                          .value = std::to_string(page.dossier.version)});
}

}  // namespace

void silence_and_appeals(html::Html& h, Seen const& page) {
    claim(h, page);
    auto const situation = page.dossier.situation(page.today);
    auto const may = appeal_offered(situation);
    if (page.dossier.appeals.empty() && !may) return;
    h("<section><h2>"_h, msg::mine_appeal_title, "</h2>"_h);
    for (auto const& one : page.dossier.appeals) {
        h("<h3>"_h, word_of("appeal_over", name_of(one.over)), "</h3>"_h);
        appeal_facts(h, page, one);
    }
    if (!may_escalate_appeal(situation).refused()) escalate_appeal(h, page);
    if (may)
        html::link_button(h, to("/dossiers/", page.dossier.number, "/appeal"), msg::mine_appeal,
                          html::ButtonKind::secondary);
    h("</section>"_h);
}

static void back(html::Html& h, Seen const& page) {
    html::breadcrumbs(h, {{to("/dossiers"), msg::mine_title},
                          {dossier_url(page.dossier), html::code(page.dossier.number)}});
}

void withdraw(html::Html& h, Seen const& page) {
    back(h, page);
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::mine_withdraw_title, "</h1><p>"_h, msg::mine_withdraw_text, "</p>"_h);
    html::Form const form(h, {.action = to("/dossiers/", page.dossier.number, "/withdraw"),
                              .csrf = page.visitor.csrf});
    keep_version(h, page.dossier);
    html::text_area(h, {.name = "reason",
                        .label = msg::mine_withdraw_reason,
                        .value = page.typed,
                        .error = page.faults.of("reason"),
                        .required = false,
                        .length_max = text_signs_max,
                        .rows = 3});
    html::ButtonRow const row(h);
    html::button(h, msg::mine_withdraw, html::ButtonKind::danger);
    html::link_button(h, dossier_url(page.dossier), msg::mine_keep, html::ButtonKind::secondary);
}

void silence(html::Html& h, Seen const& page) {
    back(h, page);
    bool const escalating = page.offers(Action::escalate_silence);
    auto const term = escalating ? escalating_by(page.dossier.route) : claiming;
    h("<h1>"_h, escalating ? msg::mine_silence_escalate : msg::mine_silence_claim, "</h1><p>"_h,
      escalating ? msg::mine_silence_why_escalate : msg::mine_silence_why, "</p>"_h);
    if (escalating)
        h("<p><strong>"_h, word_of("superior", name_of(page.dossier.route)), "</strong></p>"_h);
    arithmetic(h, full_term_in_words(page.today, term.days, term.article, *page.dossier.offices));
    html::notice(h, html::Tone::info, msg::mine_silence_next);
    html::Form const form(h, {.action = to("/dossiers/", page.dossier.number, "/silence"),
                              .csrf = page.visitor.csrf});
    keep_version(h, page.dossier);
    html::ButtonRow const row(h);
    html::button(h, escalating ? msg::mine_silence_escalate : msg::mine_silence_claim);
    html::link_button(h, dossier_url(page.dossier), msg::mine_back, html::ButtonKind::secondary);
}

void appeal(html::Html& h, Seen const& page, AppealOver over) {
    back(h, page);
    html::error_summary(h, page.faults);
    auto const authority =
        page.pages.desk.appeal_authority(h.language(), page.dossier.administration);
    h("<h1>"_h, word_of("appeal_over", name_of(over)), "</h1>"_h);
    for (auto const& one : appeal_way(page.dossier.route, authority)) h("<p>"_h, one, "</p>"_h);
    h("<p class=\"meta\">"_h, article_said("55.19/21"), "</p>"_h);
    html::Form const form(
        h, {.action = to("/dossiers/", page.dossier.number, "/appeal"), .csrf = page.visitor.csrf});
    keep_version(h, page.dossier);
    html::text_area(h, {.name = "reason",
                        .label = msg::mine_appeal_reason,
                        .hint = msg::mine_appeal_hint,
                        .value = page.typed,
                        .error = page.faults.of("reason"),
                        .length_max = text_signs_max,
                        .rows = 8});
    html::ButtonRow const row(h);
    html::button(h, msg::mine_appeal);
    html::link_button(h, dossier_url(page.dossier), msg::mine_back, html::ButtonKind::secondary);
}

}  // namespace wasl::dossiers::views
