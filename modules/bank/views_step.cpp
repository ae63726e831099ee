// SPDX-License-Identifier: Apache-2.0
// One step of the gate, with its reason.
#include "modules/bank/lifecycle.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

bool wants_reason(StepPage const& page) {
    auto const actors = page.whole.is_author ? author : reviewer;
    auto const* const step = step_from(page.whole.entry.stage, page.action, actors);
    return step != nullptr && step->with_reason;
}

void into_which(html::Html& h, StepPage const& page) {
    std::vector<html::Choice> choices;
    for (auto const* const line : page.similar)
        choices.push_back({line->number, title_of(line->content)});
    if (!choices.empty())
        html::select_field(h,
                           {.name = "into",
                            .label = msg::merge_choose,
                            .value = page.request.field("into"),
                            .error = page.faults.of("into"),
                            .required = false},
                           choices);
    html::text_field(h, {.name = "into_number",
                         .label = msg::merge_number,
                         .value = page.request.field("into_number"),
                         .error = choices.empty() ? page.faults.of("into") : Said{},
                         .required = false,
                         .left_to_right = true,
                         .length_max = 20});
    if (page.whole.entry.author.value() != 0) html::notice(h, html::Tone::info, msg::merge_consent);
}

}  // namespace

void step_form(html::Html& h, StepPage const& page) {
    auto const& one = page.whole.entry;
    html::breadcrumbs(
        h, {{html::to("/bank"), msg::title}, {entry_url(one.number), title_of(one.content)}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, word_of("do", page.action), "</h1><p class=\"lead\">"_h, title_of(one.content),
      "</p>"_h);
    html::Form const form(
        h, {.action = html::to("/bank/", one.number, "/do/", bank::name_of(page.action)),
            .csrf = page.csrf});
    html::hidden_field(h, "version", std::to_string(one.version));
    if (page.action == Action::merge) into_which(h, page);
    bool const required = wants_reason(page);
    html::text_area(h, {.name = "reason",
                        .label = msg::step_reason,
                        .hint = required ? html::Words(msg::step_reason_hint) : html::Words{},
                        .value = page.request.field("reason"),
                        .error = page.faults.of("reason"),
                        .required = required,
                        .length_max = static_cast<int>(text_max)});
    if (page.action == Action::refuse)
        html::checkbox(h, {.name = "hidden",
                           .label = msg::step_hidden,
                           .value = page.request.field("hidden"),
                           .required = false});
    html::ButtonRow const row(h);
    html::button(h, word_of("do", page.action));
    html::link_button(h, entry_url(one.number), msg::step_back, html::ButtonKind::quiet);
}

}  // namespace wasl::bank::views
