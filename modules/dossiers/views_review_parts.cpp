// SPDX-License-Identifier: Apache-2.0
// What hangs on a dossier: answers, documents, decisions, claims, history.
#include <algorithm>

#include "modules/dossiers/questions.hpp"
#include "modules/dossiers/views_filing.hpp"
#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;
using html::to;

html::Words requirement_name(Language language, procedures::Sheet const& sheet,
                             std::string_view code) {
    auto const* const found = sheet.document(code);
    return found ? html::Words(named(language, found->title)) : html::Words(html::code(code));
}

void asks(html::Html& h, Review const& page) {
    for (auto const& ask : page.dossier.asks) {
        html::Panel const panel(h, ask.answered_on ? html::Tone::neutral : html::Tone::warning,
                                word_of("ask", name_of(ask.kind)));
        html::long_text(h, ask.reason);
        for (auto const& code : ask.documents)
            h("<p class=\"meta\">"_h, requirement_name(h.language(), page.sheet, code), "</p>"_h);
        h("<p class=\"meta\">"_h, say(msg::review_asked_on, {{"day", ask.on}}), " "_h,
          article_said(article_of(ask.kind)), "</p>"_h);
        if (ask.answered_on)
            h("<p>"_h, say(msg::review_answered_on, {{"day", *ask.answered_on}}), "</p>"_h);
        else if (ask.last_day)
            h("<p>"_h, say(msg::review_answer_until, {{"day", *ask.last_day}}), "</p>"_h);
        if (!ask.answer.empty()) html::long_text(h, ask.answer);
    }
}

static void answer_line(html::SummaryList& list, Language language, Answered const& one) {
    using procedures::FieldKind;
    auto const label = label_of(language, one);
    auto const kind = one.field.kind;
    if (kind == FieldKind::yes_no)
        return list.row(label, one.value == "yes" ? msg::review_yes : msg::review_no);
    if (auto const day = date_from_iso(one.value); kind == FieldKind::date && day)
        return list.row(label, *day);
    for (auto const& choice : one.field.choices)
        if (choice.ar == one.value) return list.row(label, named(language, choice));
    if (kind == FieldKind::address)
        return list.row(label, views::answer_words(language, one.field, one.value));
    if (kind == FieldKind::email || kind == FieldKind::phone)
        return list.row(label, html::code(one.value));
    list.row(label, html::isolated(one.value));
}

void answers(html::Html& h, Review const& page) {
    if (page.dossier.values.empty()) return;
    h("<section><h2>"_h, msg::review_answers, "</h2>"_h);
    {
        html::SummaryList list(h);
        for (auto const& field : page.sheet.form)
            for (auto const& one : answered(field, page.dossier.values))
                if (!one.value.empty()) answer_line(list, h.language(), one);
    }
    h("</section>"_h);
}

static html::Tone tone_of_standing(Standing standing) {
    switch (standing) {
        case Standing::accepted: return html::Tone::success;
        case Standing::nonconforming: return html::Tone::danger;
        default: return html::Tone::neutral;
    }
}

static void judge_buttons(html::Html& h, Review const& page, Document const& one,
                          Said const& name) {
    if (!page.in_charge() || !is_open(page.dossier.state) || one.standing == Standing::replaced)
        return;
    h("<div class=\"buttons\">"_h);
    if (one.standing != Standing::accepted) {
        h("<form method=\"post\" class=\"inline\" action=\""_h,
          to("/desk/", page.dossier.number, "/do/judge"), "\">"_h);
        html::hidden_field(h, html::csrf_field_name, page.visitor.csrf);
        html::hidden_field(h, "version", std::to_string(page.dossier.version));
        html::hidden_field(h, "document", std::to_string(one.id.value()));
        html::hidden_field(h, "conforms", "1");
        html::button(h, msg::review_conforms, html::ButtonKind::quiet, {}, {}, name);
        h("</form>"_h);
    }
    html::link_button(h,
                      html::with(to("/desk/", page.dossier.number, "/do/judge"), "document",
                                 std::to_string(one.id.value())),
                      msg::review_conforms_not, html::ButtonKind::quiet, name);
    h("</div>"_h);
}

static void document(html::Html& h, Review const& page, Document const& one, Said const& name) {
    auto const url = to("/desk/", page.dossier.number, "/documents/", one.id);
    h("<li><a href=\""_h, url, "\">"_h, html::isolated(one.name), "</a> "_h);
    if (one.kind != files::Kind::pdf)
        h("<a class=\"meta\" href=\""_h, html::with(url, "view", "1"), "\">"_h, msg::review_view,
          "<span class=\"unseen\"> "_h, name, "</span></a> "_h);
    html::tag(h, tone_of_standing(one.standing), word_of("standing", name_of(one.standing)));
    h(" <span class=\"meta\">"_h, one.given_at, "</span>"_h);
    if (!one.remark.empty()) html::long_text(h, one.remark);
    judge_buttons(h, page, one, name);
    h("</li>"_h);
}

void documents(html::Html& h, Review const& page) {
    h("<section id=\"documents\"><h2>"_h, msg::review_documents, "</h2>"_h);
    for (auto const& missing : page.dossier.missing)
        if (!missing.given_on)
            h("<p>"_h, msg::review_missing, " "_h,
              requirement_name(h.language(), page.sheet, missing.requirement), "</p>"_h);
    if (page.dossier.documents.empty())
        h("<p class=\"meta\">"_h, msg::review_no_documents, "</p>"_h);
    html::ListNames names;
    for (auto const& requirement : page.sheet.documents) {
        bool const any =
            std::any_of(page.dossier.documents.begin(), page.dossier.documents.end(),
                        [&](Document const& one) { return one.requirement == requirement.code; });
        if (!any) continue;
        h("<h3>"_h, named(h.language(), requirement.title), "</h3><ul class=\"files\">"_h);
        for (auto const& one : page.dossier.documents)
            if (one.requirement == requirement.code) document(h, page, one, names.of(one.name));
        h("</ul>"_h);
    }
    h("</section>"_h);
}

void decisions(html::Html& h, Review const& page) {
    for (auto const& one : page.dossier.decisions) {
        h("<section><h2>"_h, one.approved ? msg::review_approval : msg::review_refusal, "</h2>"_h);
        {
            html::SummaryList list(h);
            list.row(msg::review_decision_number, html::code(one.number));
            list.row(msg::review_decided_on, one.on, " "_h, page.names.of(one.by));
            if (!one.text.empty()) list.row(msg::review_text, html::isolated(one.text));
            for (auto const& article : one.articles)
                list.row(msg::review_rests_on, html::isolated(article));
            if (!one.approved)
                list.row(msg::review_appeal_authority, html::isolated(one.appeal_authority));
            if (one.revoked_at)
                list.row(msg::review_revoked, *one.revoked_at, " "_h,
                         html::isolated(one.revoke_reason));
            if (!one.revoke_number.empty())
                list.row(msg::review_revocation_number, html::code(one.revoke_number));
        }
        h("</section>"_h);
    }
}

static void show_appeal_made(html::Html& h, Review const& page, Appeal const& one) {
    html::Panel const panel(h, one.pending() ? html::Tone::danger : html::Tone::neutral,
                            word_of("appeal_over", name_of(one.over)));
    html::long_text(h, one.reason);
    h("<p>"_h, word_of("appeal_state", name_of(one.state)), "</p><p class=\"meta\">"_h,
      say(msg::review_appeal_filed, {{"day", one.filed_on}, {"due", one.due}}), " "_h,
      article_said(answering_appeal.article), "</p>"_h);
    if (one.escalated_on)
        h("<p class=\"meta\">"_h,
          say(msg::review_escalated, {{"day", *one.escalated_on}, {"due", *one.escalated_due}}),
          " "_h, place_of(h.language(), page.places, one.superior), "</p>"_h);
    if (!one.outcome.empty()) html::long_text(h, one.outcome);
}

void silence_and_appeals(html::Html& h, Review const& page) {
    if (auto const& claim = page.dossier.silence) {
        html::Panel const panel(
            h, is_open(page.dossier.state) ? html::Tone::danger : html::Tone::neutral,
            msg::review_silence);
        h("<p>"_h, say(msg::review_claimed, {{"day", claim->claimed_on}, {"due", claim->due}}),
          " "_h, article_said(claiming.article), "</p>"_h);
        if (claim->escalated_on)
            h("<p>"_h,
              say(msg::review_escalated,
                  {{"day", *claim->escalated_on}, {"due", *claim->superior_due}}),
              " "_h, place_of(h.language(), page.places, claim->superior), "</p>"_h);
        if (!claim->number.empty())
            h("<p>"_h, msg::paper_attestation, " "_h, html::code(claim->number), "</p>"_h);
    }
    for (auto const& one : page.dossier.appeals) show_appeal_made(h, page, one);
}

void step_taken(html::Timeline& line, Review const& page, StepTaken const& step) {
    auto const by = page.names.of(step.by);
    line.event(step.at, word_of("action", name_of(step.action)), "<p class=\"meta\">"_h,
               by ? by : html::Words(msg::review_calendar), "</p>"_h,
               html::when(!step.reason.empty(), "<p class=\"said\" dir=\"auto\">"_h), step.reason,
               html::when(!step.reason.empty(), "</p>"_h));
}

void history(html::Html& h, Review const& page) {
    h("<section><h2>"_h, msg::review_history, "</h2>"_h);
    {
        html::Timeline line(h);
        for (auto one = page.dossier.steps.rbegin(); one != page.dossier.steps.rend(); ++one)
            step_taken(line, page, *one);
    }
    h("</section>"_h);
}

}  // namespace wasl::dossiers::office
