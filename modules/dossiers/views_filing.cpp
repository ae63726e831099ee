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
        if (auto const* const unit = page.places.unit(id); unit && !unit->closed) {
            ids.push_back(std::to_string(id.value()));
            choices.push_back({ids.back(), named(h.language(), unit->name)});
        }
    if (choices.size() < 2) return;
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

void ask(html::Html& h, procedures::FormField const& field, std::string const& code,
         FieldValues const& typed, html::Faults const& faults) {
    auto const name = "answer-" + code;
    procedures::show_question(h, field,
                              {.name = name,
                               .value = answer_to(typed, code),
                               .error = faults.of(name),
                               .postcode_error = faults.of(name + ".postcode"),
                               .signs_max = field_signs_max});
}

// As many rows as were asked for; where one is wanted at least, the first stands there at once.
void ask_group(html::Html& h, procedures::FormField const& group, FieldValues const& typed,
               html::Faults const& faults) {
    auto const name = "answer-" + group.code;
    auto const rows = std::max(procedures::rows_in(group, typed), group.required ? 1 : 0);
    html::Fieldset const all(
        h, named(h.language(), group.label),
        group.hint.ar.empty() ? html::Words{} : named(h.language(), group.hint));
    if (auto const fault = faults.of(name)) html::notice(h, html::Tone::danger, fault);
    html::hidden_field(h, name, std::to_string(rows));
    for (int row = 0; row < rows; ++row) {
        html::Fieldset const one(
            h, say(msg::filing_row, {text("group", directory::in(h.language(), group.label)),
                                     number("number", row + 1)}));
        for (auto const& inner : group.fields)
            ask(h, inner, procedures::row_code(group, row, inner), typed, faults);
        if (rows > 1 || !group.required)
            html::button(h, say(msg::filing_row_remove, {number("number", row + 1)}),
                         html::ButtonKind::quiet, "then",
                         "remove:" + group.code + "." + std::to_string(row));
    }
    if (rows < procedures::rows_most(group))
        html::button(h, msg::filing_row_add, html::ButtonKind::secondary, "then",
                     "add:" + group.code);
}

// The document of the sheet that the question stands for.
void ask_file(html::Html& h, Draft const& page, procedures::FormField const& field,
              html::ListNames& names) {
    if (auto const* const document = page.sheet.document(field.code))
        ask_for_document(h, page, *document, named(h.language(), field.label), names);
}

// Where this page stands among those that are asked, and the one before it.
struct PageAmong {
    std::size_t step = 1, steps = 0;
    std::optional<std::size_t> former{};
};
PageAmong place_among(std::vector<Question> const& all, std::size_t number,
                      FieldValues const& values) {
    PageAmong place;
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (!all[n].is_asked(values)) continue;
        ++place.steps;
        if (n >= number) continue;
        ++place.step;
        place.former = n;
    }
    return place;
}

}  // namespace

void question(html::Html& h, Draft const& page, std::size_t number, FieldValues const& typed) {
    auto const all = questions(page.sheet);
    auto const& asked = all.at(number);
    auto const values = procedures::in_force(page.sheet, page.dossier.values);
    auto const place = place_among(all, number, values);
    html::step_progress(h, static_cast<int>(place.step), static_cast<int>(place.steps) + 2,
                        named(h.language(), page.sheet.title));
    html::error_summary(h, page.faults);
    h("<h1>"_h, question_title(asked), "</h1>"_h);
    revised_meanwhile(h, page);
    {
        auto const any_of_kind = [&](procedures::FieldKind kind) {
            return std::any_of(asked.fields.begin(), asked.fields.end(),
                               [&](auto const* field) { return field->kind == kind; });
        };
        bool const files = any_of_kind(procedures::FieldKind::file);
        bool const groups = any_of_kind(procedures::FieldKind::group);
        html::Form const form(
            h,
            {.action = draft_url(page.dossier.id, number), .csrf = page.csrf, .multipart = files});
        if (page.to_check) html::hidden_field(h, "to", "check");
        // The first button of the form is what the Enter key presses.
        if (groups || files)
            html::button(h, msg::filing_continue, html::ButtonKind::primary, "then", "next");
        html::ListNames names;
        for (auto const* const field : asked.fields) {
            if (!procedures::all_hold(field->only_if, values)) continue;
            if (field->kind == procedures::FieldKind::group)
                ask_group(h, *field, typed, page.faults);
            else if (field->kind == procedures::FieldKind::file)
                ask_file(h, page, *field, names);
            else
                ask(h, *field, field->code, typed, page.faults);
        }
        html::ButtonRow const row(h);
        html::button(h, msg::filing_continue, html::ButtonKind::primary, "then", "next");
        if (files) html::button(h, msg::filing_upload, html::ButtonKind::secondary, "then", "stay");
        html::button(h, msg::filing_later, html::ButtonKind::secondary, "then", "later");
    }
    if (place.former)
        h("<p><a href=\""_h, draft_url(page.dossier.id, *place.former), "\">"_h, msg::filing_back,
          "</a></p>"_h);
}

}  // namespace wasl::dossiers::views
