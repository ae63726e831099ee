// SPDX-License-Identifier: Apache-2.0
// What hangs on a dossier: asks, decisions, documents, the conversation, its history.
#include "modules/dossiers/questions.hpp"
#include "modules/dossiers/views_filing.hpp"
#include "modules/dossiers/views_mine.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

namespace {

void file_inputs(html::Html& h, Seen const& page, std::vector<std::string> const& requirements) {
    for (auto const& code : requirements) {
        auto const name = std::string(document_prefix) + code;
        html::file_field(h,
                         {.name = name,
                          .label = requirement_name(h.language(), page.sheet, code),
                          .error = page.faults.of(name)},
                         {.multiple = true, .megabytes_max = file_bytes_max >> 20});
    }
}

void complete_form(html::Html& h, Seen const& page) {
    h("<section><h2>"_h, msg::mine_missing_title, "</h2><p>"_h, msg::mine_missing_text, "</p>"_h);
    std::vector<std::string> awaited;
    for (auto const& one : page.dossier.missing)
        if (!one.given_on) awaited.push_back(one.requirement);
    {
        html::Form const form(h, {.action = to("/dossiers/", page.dossier.number, "/supply"),
                                  .csrf = page.visitor.csrf,
                                  .multipart = true});
        keep_version(h, page.dossier);
        file_inputs(h, page, awaited);
        html::button(h, msg::mine_supply);
    }
    h("</section>"_h);
}

void answer_form(html::Html& h, Seen const& page, AskMade const& ask) {
    h("<section><h2>"_h, word_of("ask", name_of(ask.kind)), "</h2>"_h);
    html::long_text(h, ask.reason);
    h("<p class=\"meta\">"_h, article_said(article_of(ask.kind)), "</p>"_h);
    {
        html::Form const form(h, {.action = to("/dossiers/", page.dossier.number, "/answer"),
                                  .csrf = page.visitor.csrf,
                                  .multipart = true});
        keep_version(h, page.dossier);
        file_inputs(h, page, ask.documents);
        html::text_area(h, {.name = "text",
                            .label = msg::mine_answer_text,
                            .value = page.typed,
                            .error = page.faults.of("text"),
                            .required = ask.kind == Ask::information,
                            .length_max = text_signs_max});
        html::button(h, msg::mine_answer);
    }
    h("</section>"_h);
}

}  // namespace

void what_is_asked(html::Html& h, Seen const& page) {
    if (page.offers(Action::complete)) complete_form(h, page);
    auto const* const ask = page.dossier.open_ask();
    if (ask && page.offers(Action::answer)) answer_form(h, page, *ask);
}

static void decision(html::Html& h, Seen const& page, Decision const& one) {
    html::SummaryList list(h);
    list.row(msg::mine_decision,
             one.approved ? msg::mine_decision_approved : msg::mine_decision_refused);
    list.row(msg::mine_decided_on, one.on);
    if (!one.text.empty())
        list.row(one.approved ? msg::mine_decision_text : msg::mine_reasons,
                 html::isolated(one.text));
    for (auto const& article : one.articles) list.row(msg::mine_rests_on, html::isolated(article));
    if (!one.approved) {
        list.row(msg::mine_appeal_authority, html::isolated(one.appeal_authority));
        if (page.dossier.route == Route::investment_law)
            list.row(msg::mine_appeal_route, msg::appeal_investment);
        else
            list.row(msg::mine_appeal_until,
                     full_term(one.on, appealing_days, *page.dossier.offices));
    }
    list.row(msg::mine_paper, "<a href=\""_h,
             to("/dossiers/", page.dossier.number, "/papers/", one.number), "\">"_h,
             msg::mine_decision_pdf, "</a> "_h, html::code(one.number));
}

// What took the decision back is one against the applicant, with its own way of appeal.
static void revocation(html::Html& h, Seen const& page, Decision const& one) {
    h("<h3>"_h, msg::mine_revoked, "</h3>"_h);
    html::SummaryList list(h);
    list.row(msg::verify_revoked_on, *one.revoked_on());
    list.row(msg::mine_reasons, html::isolated(one.revoke_reason));
    bool const elsewhere = page.dossier.route == Route::investment_law;
    auto const known = !one.revoke_authority.empty();
    list.row(msg::mine_appeal_authority,
             html::isolated(known ? one.revoke_authority
                                  : page.pages.desk.appeal_authority(h.language(),
                                                                     page.dossier.administration)));
    if (elsewhere)
        list.row(msg::mine_appeal_route, msg::appeal_investment);
    else
        list.row(msg::mine_appeal_until,
                 full_term(*one.revoked_on(), appealing_days, *page.dossier.offices));
    if (!one.revoke_number.empty())
        list.row(msg::mine_paper, "<a href=\""_h,
                 to("/dossiers/", page.dossier.number, "/papers/", one.revoke_number), "\">"_h,
                 msg::mine_revocation_pdf, "</a> "_h, html::code(one.revoke_number));
}

void decisions(html::Html& h, Seen const& page) {
    for (auto one = page.dossier.decisions.rbegin(); one != page.dossier.decisions.rend(); ++one) {
        h("<section><h2>"_h, msg::mine_decision_title, "</h2>"_h);
        decision(h, page, *one);
        if (one->revoked_at) revocation(h, page, *one);
        h("</section>"_h);
    }
}

void given_documents(html::Html& h, Seen const& page) {
    h("<section><h2>"_h, msg::filing_documents_title, "</h2>"_h);
    if (page.dossier.documents.empty()) h("<p>"_h, msg::mine_no_documents, "</p>"_h);
    for (auto const& document : page.sheet.documents) {
        std::vector<html::FileItem> files;
        for (auto const& one : page.dossier.documents) {
            if (one.requirement != document.code) continue;
            html::FileItem item{to("/dossiers/", page.dossier.number, "/documents/", one.id),
                                one.name, one.size, word_of("standing", name_of(one.standing))};
            if (one.standing == Standing::nonconforming && !one.remark.empty())
                item.note = html::isolated(one.remark);
            files.push_back(item);
        }
        if (files.empty()) continue;
        h("<h3>"_h, named(h.language(), document.title), "</h3>"_h);
        html::file_list(h, files);
    }
    if (!page.sheet.form.empty()) {
        html::Disclosure const more(h, msg::filing_answers_title);
        answers(h, page.sheet, page.dossier.values);
    }
    h("</section>"_h);
}

void conversation(html::Html& h, Seen const& page) {
    h("<section><h2 id=\"messages\">"_h, msg::mine_messages, "</h2>"_h);
    if (page.dossier.messages.empty()) h("<p>"_h, msg::mine_no_messages, "</p>"_h);
    if (!page.dossier.messages.empty()) {
        html::Thread thread(h);
        for (auto const& one : page.dossier.messages)
            thread.letter({.from = one.from_citizen ? msg::mine_from_me : msg::mine_from_unit,
                           .when = one.sent_at,
                           .text = one.body,
                           .own = one.from_citizen});
    }
    {
        html::Form const form(h, {.action = to("/dossiers/", page.dossier.number, "/messages"),
                                  .csrf = page.visitor.csrf});
        html::text_area(h, {.name = "message",
                            .label = msg::mine_write,
                            .value = page.faults.of("message") ? page.typed : std::string_view(),
                            .error = page.faults.of("message"),
                            .length_max = text_signs_max,
                            .rows = 3});
        html::button(h, msg::mine_send, html::ButtonKind::secondary);
    }
    h("</section>"_h);
}

void history(html::Html& h, Dossier const& dossier) {
    h("<section><h2>"_h, msg::mine_history, "</h2>"_h);
    {
        html::Timeline timeline(h);
        for (auto step = dossier.steps.rbegin(); step != dossier.steps.rend(); ++step) {
            auto const& what = word_of("action", name_of(step->action));
            if (step->reason.empty())
                timeline.event(step->at, what);
            else
                timeline.event(step->at, what, "<p class=\"said\" dir=\"auto\">"_h, step->reason,
                               "</p>"_h);
        }
    }
    h("</section>"_h);
}

}  // namespace wasl::dossiers::views
