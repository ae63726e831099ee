// SPDX-License-Identifier: Apache-2.0
// The fields of an entry.
#include <algorithm>

#include "modules/bank/taxonomy.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void entry_text_area(html::Html& h, WritePage const& page, std::string_view name,
                     Message const& label, html::Words const& hint, std::string_view value,
                     bool required) {
    html::text_area(h, {.name = name,
                        .label = label,
                        .hint = hint,
                        .value = value,
                        .error = page.faults.of(name),
                        .required = required,
                        .length_max = static_cast<int>(text_max),
                        .rows = 4});
}

void ticks(html::Html& h, WritePage const& page, Touch kind, std::string_view name,
           html::Words const& hint, std::span<std::string_view const> codes) {
    std::vector<html::Choice> choices;
    for (auto const code : codes)
        choices.push_back({code, touch_said(h.language(), page.known, kind, code)});
    auto const& ticked = page.typed.content.touches.of(kind);
    std::vector<std::string_view> const chosen(ticked.begin(), ticked.end());
    html::checkbox_group(h,
                         {.name = name,
                          .label = word_of("touch", kind),
                          .hint = hint,
                          .error = page.faults.of(name),
                          .required = false},
                         choices, chosen);
}

void procedures(html::Html& h, WritePage const& page) {
    if (!page.procedures.empty()) {
        std::vector<std::string_view> const codes(page.procedures.begin(), page.procedures.end());
        ticks(h, page, Touch::procedure, "procedures", msg::write_procedures_hint, codes);
    }
    html::text_field(h, {.name = "procedure_words",
                         .label = msg::write_procedure_words,
                         .hint = msg::write_procedure_words_hint,
                         .value = page.typed.procedure_words,
                         .required = false});
}

void evidence(html::Html& h, WritePage const& page) {
    html::radio_group(h,
                      {.name = "evidence",
                       .label = msg::entry_evidence,
                       .value = bank::name_of(page.typed.content.evidence)},
                      choices_of<Evidence, evidence_count>("evidence"));
    entry_text_area(h, page, "evidence_note", msg::entry_evidence_note, msg::write_evidence_hint,
                    page.typed.content.evidence_note, false);
}

void costs(html::Html& h, WritePage const& page) {
    auto const one = [&](std::string_view name, Message const& label, html::Words const& hint,
                         std::string_view value) {
        html::text_field(h, {.name = name,
                             .label = label,
                             .hint = hint,
                             .value = value,
                             .error = page.faults.of(name),
                             .required = false,
                             .left_to_right = true,
                             .length_max = 20});
    };
    one("cost", msg::entry_cost, msg::write_cost_hint, page.typed.cost);
    one("yearly_cost", msg::entry_yearly_cost, msg::write_cost_hint, page.typed.yearly_cost);
    one("effort_days", msg::entry_effort, msg::write_effort_hint, page.typed.effort_days);
}

void reuse(html::Html& h, WritePage const& page) {
    auto const& content = page.typed.content;
    entry_text_area(h, page, "needs", msg::entry_needs, msg::write_needs_hint, content.needs,
                    false);
    std::vector<html::Choice> known;
    for (auto const code : licences()) known.push_back({code, licence_said(code)});
    bool const other = !content.licence.empty() && std::find(licences().begin(), licences().end(),
                                                             content.licence) == licences().end();
    if (other) known.push_back({content.licence, html::code(content.licence)});
    html::select_field(h,
                       {.name = "licence",
                        .label = msg::entry_licence,
                        .value = content.licence,
                        .required = false},
                       known);
    html::select_field(h,
                       {.name = "replicability",
                        .label = msg::entry_replicability,
                        .value = bank::name_of(content.replicability),
                        .required = false},
                       choices_of<Replicability, replicability_count>("replicability"));
    entry_text_area(h, page, "replicability_note", msg::entry_conditions, {},
                    content.replicability_note, false);
    entry_text_area(h, page, "contacts", msg::entry_contacts, msg::write_contacts_hint,
                    content.contacts, false);
    html::text_field(h, {.name = "website",
                         .label = msg::entry_website,
                         .value = content.website,
                         .error = page.faults.of("website"),
                         .required = false,
                         .left_to_right = true,
                         .length_max = static_cast<int>(line_max)});
}

}  // namespace

void content_fields(html::Html& h, WritePage const& page) {
    auto const& content = page.typed.content;
    html::hidden_field(h, "language", wasl::name_of(content.language));
    html::text_field(h, {.name = "title",
                         .label = msg::write_field_title,
                         .hint = msg::write_field_title_hint,
                         .value = content.title,
                         .error = page.faults.of("title"),
                         .length_max = static_cast<int>(title_max)});
    entry_text_area(h, page, "problem", msg::entry_problem, msg::write_problem_hint,
                    content.problem, !page.keeps);
    entry_text_area(h, page, "solution", msg::entry_solution, msg::write_solution_hint,
                    content.solution, !page.keeps);
    entry_text_area(h, page, "serves", msg::entry_serves, {}, content.serves, !page.keeps);
    procedures(h, page);
    ticks(h, page, Touch::obstacle, "obstacles", {}, obstacles());
    {
        html::Disclosure const more(h, msg::write_more, page.faults.any() || !page.number.empty());
        evidence(h, page);
        costs(h, page);
        reuse(h, page);
        ticks(h, page, Touch::indicator, "indicators", {}, indicators());
        ticks(h, page, Touch::life_event, "life_events", {}, page.known.life_events.codes());
        entry_text_area(h, page, "data", msg::touch_data, msg::write_data_hint, page.typed.data,
                        false);
    }
}

}  // namespace wasl::bank::views
