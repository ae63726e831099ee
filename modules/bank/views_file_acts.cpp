// SPDX-License-Identifier: Apache-2.0
// What an administration does in its own file: the steps of the table, tasks, experience, the
// procedure it became. A form that was refused stands open again with what was typed.
#include <algorithm>

#include "modules/bank/lifecycle.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

bool was_sent(FilePage const& page, std::string_view act) {
    return page.faults.any() && page.request.field("do") == act;
}
std::string_view typed(FilePage const& page, std::string_view act, std::string_view field) {
    return was_sent(page, act) ? page.request.field(field) : std::string_view{};
}
html::Words fault(FilePage const& page, std::string_view act, std::string_view field) {
    return was_sent(page, act) ? html::Words(page.faults.of(field)) : html::Words{};
}

html::FormFrame frame_of(FilePage const& page) {
    return {.action = file_url(page.whole.adoption.id), .csrf = page.csrf};
}

void open_form(html::Html& h, FilePage const& page, std::string_view act) {
    html::hidden_field(h, "do", act);
    html::hidden_field(h, "version", std::to_string(page.whole.adoption.version));
}

html::ButtonKind button_kind_of_deed(Deed deed) {
    return deed == Deed::refuse || deed == Deed::stop ? html::ButtonKind::danger
                                                      : html::ButtonKind::primary;
}

void step(html::Html& h, FilePage const& page, Deed deed) {
    auto const name = bank::name_of(deed);
    auto const actors = page.whole.is_head ? officer | head : officer;
    auto const* const one = step_from(page.whole.adoption.phase, deed, actors);
    if (one == nullptr) return;
    if (!one->with_reason) {
        html::Form const form(h, frame_of(page));
        open_form(h, page, name);
        html::button(h, word_of("deed", deed), button_kind_of_deed(deed));
        return;
    }
    html::Disclosure const more(h, word_of("deed", deed), was_sent(page, name));
    html::Form const form(h, frame_of(page));
    open_form(h, page, name);
    h("<label for=\"reason-"_h, name, "\">"_h, msg::step_reason, "</label><p class=\"hint\">"_h,
      msg::step_reason_hint, "</p>"_h);
    if (auto const said = fault(page, name, "reason"))
        h("<p class=\"error\" id=\"fault-"_h, name, "\">"_h, said, "</p>"_h);
    h("<textarea id=\"reason-"_h, name, "\" name=\"reason\" rows=\"3\" required>"_h,
      typed(page, name, "reason"), "</textarea>"_h);
    html::button(h, word_of("deed", deed), button_kind_of_deed(deed));
}

void add_task(html::Html& h, FilePage const& page) {
    constexpr std::string_view act = "add";
    html::Disclosure const more(h, msg::task_add, was_sent(page, act));
    html::Form const form(h, frame_of(page));
    open_form(h, page, act);
    html::radio_group(
        h,
        {.name = "kind",
         .label = msg::task_kind,
         .value = was_sent(page, act) ? page.request.field("kind") : std::string_view("task")},
        std::array{html::Choice{"task", msg::task_kind_task},
                   html::Choice{"risk", msg::task_kind_risk},
                   html::Choice{"check", msg::task_kind_check}});
    html::text_field(h, {.name = "text",
                         .label = msg::task_text,
                         .value = typed(page, act, "text"),
                         .error = fault(page, act, "text"),
                         .length_max = static_cast<int>(line_max)});
    html::text_area(h, {.name = "answer",
                        .label = msg::task_measure,
                        .value = typed(page, act, "answer"),
                        .error = fault(page, act, "answer"),
                        .required = false,
                        .length_max = static_cast<int>(text_max),
                        .rows = 2});
    html::date_field(h, {.name = "due",
                         .label = msg::task_due,
                         .value = typed(page, act, "due"),
                         .error = fault(page, act, "due"),
                         .required = false});
    html::button(h, msg::task_add, html::ButtonKind::secondary);
}

void experience(html::Html& h, FilePage const& page) {
    constexpr std::string_view act = "experience";
    html::Disclosure const more(h, msg::file_experience, was_sent(page, act));
    html::Form const form(h, frame_of(page));
    open_form(h, page, act);
    html::text_area(h, {.name = "experience",
                        .label = msg::file_experience_label,
                        .hint = msg::file_experience_hint,
                        .value = typed(page, act, "experience"),
                        .error = fault(page, act, "text"),
                        .length_max = static_cast<int>(text_max)});
    html::button(h, msg::file_experience, html::ButtonKind::secondary);
}

void became(html::Html& h, FilePage const& page) {
    constexpr std::string_view act = "procedure";
    html::Disclosure const more(h, msg::file_procedure, was_sent(page, act));
    html::Form const form(h, frame_of(page));
    open_form(h, page, act);
    std::vector<html::Choice> choices;
    auto const language = h.language();
    for (auto const& entry : page.known.registry->entries())
        if (entry.offer(page.whole.adoption.administration) != nullptr ||
            entry.owner == page.whole.adoption.administration)
            choices.push_back({entry.code, named(language, entry.title)});
    if (choices.empty()) {
        h("<p>"_h, msg::file_procedure_none, "</p>"_h);
        return;
    }
    html::select_field(h,
                       {.name = "procedure",
                        .label = msg::adoption_became,
                        .value = page.whole.adoption.procedure,
                        .error = fault(page, act, "procedure")},
                       choices);
    html::button(h, msg::file_save, html::ButtonKind::secondary);
}

}  // namespace

void file_acts(html::Html& h, FilePage const& page) {
    auto const& whole = page.whole;
    if (!whole.is_office) return;
    auto const phase = whole.adoption.phase;
    h("<h2>"_h, msg::file_acts, "</h2>"_h);
    for (auto const deed : whole.may) step(h, page, deed);
    bool const measured = phase == Phase::pilot || phase == Phase::live || phase == Phase::stopped;
    if (measured)
        html::link_button(h, html::to("/office/adoptions/", whole.adoption.id, "/effect"),
                          msg::effect_record, html::ButtonKind::secondary);
    if (!is_over(phase)) add_task(h, page);
    if (phase != Phase::asked && phase != Phase::refused) experience(h, page);
    if (phase == Phase::live) became(h, page);
}

}  // namespace wasl::bank::views
