// SPDX-License-Identifier: Apache-2.0
// The last page before filing: every answer with its way back, and what the receipt will say.
#include <algorithm>

#include "modules/dossiers/views_fetches.hpp"
#include "modules/dossiers/views_filing.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

html::Words answer_words(Language language, procedures::FormField const& field,
                         std::string_view answer) {
    if (answer.empty()) return msg::filing_no_answer;
    if (field.kind == procedures::FieldKind::yes_no)
        return answer == "yes" ? msg::filing_yes : msg::filing_no;
    if (field.kind == procedures::FieldKind::date)
        if (auto const day = date_from_iso(answer)) return *day;
    if (field.kind == procedures::FieldKind::address)
        return say(
            msg::filing_address,
            {text("address", procedures::in_one_line(language, procedures::address_from(answer)))});
    for (auto const& choice : field.choices)
        if (choice.ar == answer) return named(language, choice);
    return html::isolated(answer);
}

void answers(html::Html& h, procedures::Sheet const& sheet, FieldValues const& values) {
    html::SummaryList list(h);
    for (auto const& field : sheet.form)
        for (auto const& one : answered(field, values))
            list.row(label_of(h.language(), one), answer_words(h.language(), one.field, one.value));
}

void due_fees(html::Html& h, procedures::Sheet const& sheet, FieldValues const& values) {
    auto const fees = procedures::due_fees(sheet, values);
    if (fees.empty()) return;
    h("<h2>"_h, msg::filing_fees_title, "</h2>"_h);
    html::SummaryList list(h);
    for (auto const& one : fees)
        list.row(named(h.language(), one.fee->name),
                 one.amount ? html::Words(*one.amount) : html::Words(msg::filing_fee_varies));
    if (auto const total = procedures::total_of(fees); total && fees.size() > 1)
        list.row(msg::filing_fees_total, *total);
}

static html::Url to_be_changed(DossierId id, std::size_t question) {
    return html::with(draft_url(id, question), "to", "check");
}

static void given_answers(html::Html& h, Draft const& page) {
    auto const all = questions(page.sheet);
    if (all.empty()) return;
    h("<h2>"_h, msg::filing_answers_title, "</h2>"_h);
    html::SummaryList list(h);
    auto const values = procedures::in_force(page.sheet, page.dossier.values);
    for (std::size_t n = 0; n < all.size(); ++n)
        for (auto const* const field : all[n].fields)
            for (auto const& one : answered(*field, values))
                list.row_to_change(label_of(h.language(), one), to_be_changed(page.dossier.id, n),
                                   answer_words(h.language(), one.field, one.value));
}

// Where a document was asked for: a question of the form, or the page of documents.
static html::Url place_of_document(Draft const& page, std::string const& code,
                                   FieldValues const& values) {
    auto const all = questions(page.sheet);
    if (asks_for(page.sheet, code, values))
        for (std::size_t n = 0; n < all.size(); ++n)
            if (all[n].asks(code)) return to_be_changed(page.dossier.id, n);
    return to("/dossiers/drafts/", page.dossier.id, "/documents");
}

static void documents_to_check(html::Html& h, Draft const& page) {
    h("<h2>"_h, msg::filing_documents_title, "</h2>"_h);
    html::SummaryList list(h);
    auto const values = procedures::in_force(page.sheet, page.dossier.values);
    for (auto const& document : page.sheet.documents) {
        if (!is_asked_for(page, document)) continue;
        auto const count =
            std::count_if(page.dossier.documents.begin(), page.dossier.documents.end(),
                          [&](Document const& one) { return one.requirement == document.code; });
        list.row_to_change(
            named(h.language(), document.title), place_of_document(page, document.code, values),
            count == 0 ? html::Words(msg::filing_no_file)
                       : html::Words(say(msg::filing_files, {number("count", count)})));
    }
}

// What mention B means, before it is chosen (law 55.19 art. 10).
static void what_is_lacking(html::Html& h, Draft const& page, std::span<std::string const> lacking,
                            Date today) {
    auto const last = full_term(today, completing_days, *page.dossier.offices);
    html::Panel const panel(h, html::Tone::warning, msg::filing_partly_title);
    h("<p>"_h, msg::filing_partly_text, "</p><ul>"_h);
    for (auto const& code : lacking)
        if (auto const* const document = page.sheet.document(code))
            h("<li>"_h, named(h.language(), document->title), "</li>"_h);
    h("</ul><p>"_h, say(msg::filing_partly_last_day, {{"day", last}}), "</p><p class=\"meta\">"_h,
      article_said("55.19/10"), "</p>"_h);
}

static void what_to_expect(html::Html& h, Draft const& page, Date today) {
    if (page.sheet.immediate) {
        html::Panel const panel(h, html::Tone::success, msg::mine_immediate_title);
        h("<p>"_h, msg::mine_immediate_lead, "</p>"_h);
        return;
    }
    int const cap = std::min(page.sheet.cap_days,
                             page.sheet.investment ? cap_days_investment : cap_days_general);
    Course const course{{page.sheet.term_days, cap}, today, {}, {}};
    auto const due = reckon(course, *page.dossier.offices).due;
    html::Panel const panel(h, html::Tone::success, msg::filing_whole_title);
    if (due) h("<p>"_h, say(msg::filing_whole_text, {{"day", *due}}), "</p>"_h);
}

// The question itself, or the one in a row of a group that the fault names.
static html::Words name_of_fault(Language language, Draft const& page, std::string const& code) {
    for (auto const& field : page.sheet.form) {
        if (field.code == code) return named(language, field.label);
        for (auto const& one : answered(field, page.dossier.values))
            if (one.code == code) return label_of(language, one);
    }
    return html::code(code);
}

static void show_unfinished(html::Html& h, Draft const& page,
                            std::vector<FieldFault> const& faults) {
    auto const all = questions(page.sheet);
    html::Panel const panel(h, html::Tone::danger, msg::filing_unanswered);
    h("<ul>"_h);
    for (auto const& fault : faults)
        for (std::size_t n = 0; n < all.size(); ++n)
            if (all[n].asks(fault.field))
                h("<li><a href=\""_h, to_be_changed(page.dossier.id, n), "\">"_h,
                  name_of_fault(h.language(), page, fault.field), "</a> "_h, fault.what, "</li>"_h);
    h("</ul>"_h);
}

static void who_and_where(html::Html& h, Draft const& page) {
    html::SummaryList list(h);
    list.row(msg::filing_procedure, named(h.language(), page.sheet.title));
    list.row(msg::filing_administration,
             place_of(h.language(), page.places, page.dossier.administration));
    if (auto const* const unit = page.places.unit(page.dossier.unit))
        list.row(msg::filing_unit, named(h.language(), unit->name));
    list.row(msg::filing_applicant, page.applicant.empty()
                                        ? html::Words(msg::filing_for_me)
                                        : html::Words(html::isolated(page.applicant)));
}

void check_answers(html::Html& h, Pages const& pages, Draft const& page,
                   std::vector<FieldFault> const& faults, std::span<std::string const> lacking,
                   Date today) {
    auto const values = procedures::in_force(page.sheet, page.dossier.values);
    auto const last = static_cast<int>(asked_count(questions(page.sheet), values)) + 2;
    html::step_progress(h, last, last, named(h.language(), page.sheet.title));
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::filing_check_title, "</h1>"_h);
    revised_meanwhile(h, page);
    who_and_where(h, page);
    given_answers(h, page);
    documents_to_check(h, page);
    due_fees(h, page.sheet, page.dossier.values);
    if (!faults.empty()) {
        show_unfinished(h, page, faults);
        return;
    }
    if (page.newer) return;  // filed under the text in force alone
    if (lacking.empty())
        what_to_expect(h, page, today);
    else
        what_is_lacking(h, page, lacking, today);
    html::Form const form(h, {.action = to("/dossiers/drafts/", page.dossier.id, "/check"),
                              .csrf = page.csrf,
                              .once = "draft-" + std::to_string(page.dossier.id.value())});
    ask_consents(h, page.sheet);
    say_data_notice(h, pages, place_of(h.language(), page.places, page.dossier.administration));
    html::checkbox(h, {.name = "declared",
                       .label = msg::filing_declaration,
                       .error = page.faults.of("declared")});
    html::ButtonRow const row(h);
    html::button(h, lacking.empty() ? msg::filing_file : msg::filing_file_partly);
    html::link_button(h, to("/dossiers"), msg::filing_later, html::ButtonKind::secondary);
}

void drop(html::Html& h, Draft const& page) {
    h("<h1>"_h, msg::filing_drop_title, "</h1><p class=\"lead\">"_h,
      named(h.language(), page.sheet.title), "</p><p>"_h, msg::filing_drop_text, "</p>"_h);
    html::Form const form(
        h, {.action = to("/dossiers/drafts/", page.dossier.id, "/drop"), .csrf = page.csrf});
    html::ButtonRow const row(h);
    html::button(h, msg::filing_drop, html::ButtonKind::danger);
    html::link_button(h, to("/dossiers"), msg::filing_keep, html::ButtonKind::secondary);
}

}  // namespace wasl::dossiers::views
