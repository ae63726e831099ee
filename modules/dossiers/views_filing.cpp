// SPDX-License-Identifier: Apache-2.0
// Where to file and for whom; one page of questions.
#include "modules/dossiers/views_filing.hpp"

#include <algorithm>

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

Message const& question_title(Question const& question) {
    auto const* const found = msg::find(std::string("filing.page.").append(question.page));
    return found ? *found : msg::filing_page_other;
}

html::Url draft_url(DossierId id, std::size_t question) {
    return to("/dossiers/drafts/", id, "/form/", question + 1);
}

void choose_place(html::Html& h, ChoosePlace const& page) {
    h("<h1>"_h, msg::filing_place_title, "</h1><p class=\"lead\">"_h,
      named(h.language(), page.entry.title), "</p>"_h);
    std::vector<std::string> ids;
    std::vector<html::Choice> choices;
    ids.reserve(page.entry.offers.size());
    for (auto const& offer : page.entry.offers) {
        auto const name = place_of(h.language(), page.places, offer.administration);
        if (!name) continue;
        ids.push_back(std::to_string(offer.administration.value()));
        choices.push_back({ids.back(), name});
    }
    if (choices.empty()) {
        html::empty_state(h, msg::filing_place_none, {},
                          html::Invitation{to("/procedures"), msg::filing_search});
        return;
    }
    html::FilterForm const form(h, to("/dossiers/new"));
    html::hidden_field(h, "procedure", page.entry.code);
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::filing_place_label,
                        .hint = msg::filing_place_hint},
                       choices);
    html::button(h, msg::filing_continue);
}

static void prepare(html::Html& h, procedures::Sheet const& sheet) {
    h("<h2>"_h, msg::filing_needed_title, "</h2>"_h);
    bool any = false;
    for (auto const& document : sheet.documents) {
        if (document.supplier != procedures::Supplier::user) continue;
        h(any ? ""_h : "<ul>"_h, "<li>"_h, named(h.language(), document.title));
        if (!document.required)
            h(" <span class=\"optional\">("_h, msg::filing_if_any, ")</span>"_h);
        h("</li>"_h);
        any = true;
    }
    h(any ? "</ul>"_h : ""_h);
    if (!any) h("<p>"_h, msg::filing_needed_none, "</p>"_h);
    fetched_documents(h, sheet);
    html::SummaryList list(h);
    if (sheet.immediate)
        list.row(msg::filing_term, msg::clock_at_once);
    else
        list.row(msg::filing_term, say(msg::filing_term_days, {number("count", sheet.term_days)}));
    list.row(msg::filing_silence, sheet.silence == procedures::Silence::acceptance
                                      ? msg::silence_acceptance
                                      : msg::silence_appeal);
}

static void for_whom(html::Html& h, Start const& page) {
    if (page.principals.empty()) return;
    std::vector<std::string> ids;
    ids.reserve(page.principals.size());
    std::vector<html::Choice> choices{{"0", msg::filing_for_me}};
    for (auto const& one : page.principals) {
        ids.push_back(std::to_string(one.id.value()));
        choices.push_back({ids.back(), html::isolated(one.name), msg::filing_for_mandate});
    }
    html::radio_group(h,
                      {.name = "applicant",
                       .label = msg::filing_for_whom,
                       .value = page.chosen_for,
                       .error = page.faults.of("applicant")},
                      choices);
}

static void which_unit(html::Html& h, Start const& page) {
    if (page.sheet.units.size() < 2) return;
    std::vector<std::string> ids;
    ids.reserve(page.sheet.units.size());
    std::vector<html::Choice> choices;
    for (auto const id : page.sheet.units)
        if (auto const* const unit = page.places.unit(id)) {
            ids.push_back(std::to_string(id.value()));
            choices.push_back({ids.back(), named(h.language(), unit->name)});
        }
    html::radio_group(h,
                      {.name = "unit",
                       .label = msg::filing_unit,
                       .value = page.chosen_unit,
                       .error = page.faults.of("unit")},
                      choices);
}

void start(html::Html& h, Start const& page) {
    html::breadcrumbs(
        h, {{to("/procedures"), msg::filing_procedures},
            {to("/procedures/", page.sheet.code), named(h.language(), page.sheet.title)}});
    h("<h1>"_h, named(h.language(), page.sheet.title), "</h1><p class=\"lead\">"_h,
      place_of(h.language(), page.places, page.sheet.administration), "</p>"_h);
    html::error_summary(h, page.faults);
    if (!page.sheet.online) {
        html::notice(h, html::Tone::warning, msg::filing_counter_only);
        prepare(h, page.sheet);
        return;
    }
    if (page.unfinished) {
        html::Panel const panel(h, html::Tone::info, msg::filing_unfinished);
        h("<p><a href=\""_h, to("/dossiers/drafts/", *page.unfinished), "\">"_h,
          msg::filing_unfinished_continue, "</a></p>"_h);
    }
    prepare(h, page.sheet);
    h("<p class=\"hint\">"_h, msg::filing_start_hint, "</p>"_h);
    html::Form const form(h, {.action = to("/dossiers/new"), .csrf = page.csrf, .once = page.once});
    html::hidden_field(h, "procedure", page.sheet.code);
    html::hidden_field(h, "administration", std::to_string(page.sheet.administration.value()));
    for_whom(h, page);
    which_unit(h, page);
    html::button(h, msg::filing_start);
}

namespace {

void choice(html::Html& h, procedures::FormField const& field, html::Field const& shown) {
    std::vector<html::Choice> choices;
    for (auto const& one : field.choices) choices.push_back({one.ar, named(h.language(), one)});
    if (choices.size() > 7)
        html::select_field(h, shown, choices);
    else
        html::radio_group(h, shown, choices);
}

void answer_field(html::Html& h, procedures::FormField const& field, std::string_view value,
                  html::Faults const& faults) {
    auto const name = "answer-" + field.code;
    html::Field shown{.name = name,
                      .label = named(h.language(), field.label),
                      .value = value,
                      .error = faults.of(name),
                      .required = field.required,
                      .length_max = field_signs_max};
    if (!field.hint.ar.empty()) shown.hint = named(h.language(), field.hint);
    using enum procedures::FieldKind;
    switch (field.kind) {
        case long_text:
        case group: html::text_area(h, shown); break;
        case file: break;
        // Not type=number: what was mistyped would be gone before anybody could say so.
        case number:
            shown.left_to_right = true;
            html::text_field(h, shown);
            break;
        case date: html::date_field(h, shown); break;
        case choice: views::choice(h, field, shown); break;
        case email: html::email_field(h, shown); break;
        case phone: html::telephone_field(h, shown); break;
        case address:
            shown.rows = 3;
            html::text_area(h, shown);
            break;
        case yes_no:
            html::radio_group(h, shown,
                              std::array{html::Choice{"yes", msg::filing_yes},
                                         html::Choice{"no", msg::filing_no}});
            break;
        case text: html::text_field(h, shown); break;
    }
}

}  // namespace

void question(html::Html& h, Draft const& page, std::size_t number, FieldValues const& typed) {
    auto const all = questions(page.sheet);
    auto const& asked = all.at(number);
    html::step_progress(h, static_cast<int>(number) + 1, static_cast<int>(all.size()) + 2,
                        named(h.language(), page.sheet.title));
    html::error_summary(h, page.faults);
    h("<h1>"_h, question_title(asked), "</h1>"_h);
    {
        html::Form const form(h, {.action = draft_url(page.dossier.id, number), .csrf = page.csrf});
        if (page.to_check) html::hidden_field(h, "to", "check");
        for (auto const* const field : asked.fields)
            answer_field(h, *field, answer_to(typed, field->code), page.faults);
        html::ButtonRow const row(h);
        html::button(h, msg::filing_continue, html::ButtonKind::primary, "then", "next");
        html::button(h, msg::filing_later, html::ButtonKind::secondary, "then", "later");
    }
    if (number > 0)
        h("<p><a href=\""_h, draft_url(page.dossier.id, number - 1), "\">"_h, msg::filing_back,
          "</a></p>"_h);
}

}  // namespace wasl::dossiers::views
