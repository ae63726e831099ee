// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_pipeline.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Tone state_tone(SheetState state) {
    switch (state) {
        case SheetState::published:
        case SheetState::approved:
        case SheetState::conformity_checked: return html::Tone::success;
        case SheetState::submitted: return html::Tone::info;
        case SheetState::suspended: return html::Tone::warning;
        case SheetState::withdrawn:
        case SheetState::merged:
        case SheetState::deleted: return html::Tone::danger;
        case SheetState::inventoried:
        case SheetState::in_study: return html::Tone::neutral;
    }
    return html::Tone::neutral;
}

Message const& action_word(Action action) {
    return *msg::find("action." + std::string(name_of(action)));
}

bool needs_words(Action action) {
    return action == Action::send_back || action == Action::merge || action == Action::remove ||
           action == Action::suspend || action == Action::withdraw || action == Action::check;
}

void word_fields(html::Html& h, PipelinePage const& page, Action action) {
    if (action == Action::merge)
        html::text_field(h, {.name = "into",
                             .label = msg::pipeline_into,
                             .error = page.faults.of("into"),
                             .left_to_right = true,
                             .length_max = 60});
    if (action == Action::check)
        html::text_field(h, {.name = "reference",
                             .label = msg::pipeline_reference,
                             .error = page.faults.of("reference"),
                             .length_max = 100});
    else
        html::text_area(h, {.name = "reason",
                            .label = msg::pipeline_reason,
                            .hint = msg::pipeline_reason_hint,
                            .error = page.faults.of("reason"),
                            .length_max = 2000});
    if (action == Action::remove)
        html::text_area(h, {.name = "legal_note",
                            .label = msg::pipeline_legal_note,
                            .hint = msg::pipeline_legal_note_hint,
                            .error = page.faults.of("legal_note"),
                            .length_max = 2000});
}

void show_step_form(html::Html& h, PipelinePage const& page, Action action) {
    html::Form const form(h, {.action = html::to("/office/sheets/", page.draft.sheet.id, "/steps"),
                              .csrf = page.csrf});
    html::hidden_field(h, "edition", std::to_string(page.draft.edition));
    if (needs_words(action)) word_fields(h, page, action);
    bool const ends = action == Action::remove || action == Action::withdraw;
    bool const forward = action == Action::submit || action == Action::publish ||
                         action == Action::check || action == Action::take_up;
    html::button(h, action_word(action),
                 ends      ? html::ButtonKind::danger
                 : forward ? html::ButtonKind::primary
                           : html::ButtonKind::secondary,
                 "do", name_of(action));
}

void show_actions(html::Html& h, PipelinePage const& page) {
    auto const standing = page.draft.standing();
    for (std::size_t n = 0; n < action_count; ++n) {
        auto const action = static_cast<Action>(n);
        auto const* const step = transition_from(standing, action);
        if (step == nullptr || !step->by.hold(page.hands) || action == Action::approve) continue;
        if (action == Action::submit && !page.gate_passed) {
            html::notice(h, html::Tone::warning, msg::pipeline_gate_first);
            continue;
        }
        if (!needs_words(action)) {
            show_step_form(h, page, action);
            continue;
        }
        html::Disclosure const box(h, action_word(action), page.faults.any());
        show_step_form(h, page, action);
    }
}

void show_steps_taken(html::Html& h, std::vector<StepLine> const& steps) {
    h("<h3>"_h, msg::pipeline_steps, "</h3>"_h);
    if (steps.empty()) {
        h("<p>"_h, msg::pipeline_no_steps, "</p>"_h);
        return;
    }
    html::Timeline line(h);
    for (auto const& step : steps)
        line.event(step.at, action_word(step.action), html::isolated(step.reason));
}

}  // namespace

Message const& word_of(SheetState state) {
    return *msg::find("state." + std::string(name_of(state)));
}

void show_standing(html::Html& h, SheetState state, std::optional<SheetState> revision) {
    html::tag(h, state_tone(state), word_of(state));
    if (revision)
        h(" "_h), html::tag(h, html::Tone::info,
                            say(msg::pipeline_revision, {word("state", word_of(*revision))}));
}

void show_pipeline(html::Html& h, PipelinePage const& page) {
    h("<section aria-labelledby=\"pipeline\"><h2 id=\"pipeline\">"_h, msg::pipeline_title,
      "</h2><p>"_h);
    show_standing(h, page.draft.sheet.state, page.draft.revision);
    h("</p>"_h);
    show_actions(h, page);
    show_steps_taken(h, page.steps);
    h("</section>"_h);
}

void show_confirmation(html::Html& h, Date certified, Date today) {
    auto const until = certified_until(certified);
    if (confirmation(certified, today) == Confirmation::lapsed)
        html::notice(h, html::Tone::warning, say(msg::certification_lapsed, {{"day", until}}));
}

void show_certification(html::Html& h, CertificationPage const& page) {
    auto const until = certified_until(page.certified);
    auto const how = confirmation(page.certified, page.today);
    h("<section aria-labelledby=\"certification\"><h2 id=\"certification\">"_h,
      msg::certification_title, "</h2>"_h);
    if (how == Confirmation::lapsed)
        show_confirmation(h, page.certified, page.today);
    else
        html::notice(
            h, how == Confirmation::due ? html::Tone::warning : html::Tone::success,
            say(how == Confirmation::due ? msg::certification_due : msg::certification_until,
                {{"day", until}}));
    if (page.may)
        html::post_button(h, {.action = html::to("/office/sheets/", page.sheet, "/certification"),
                              .label = msg::certification_confirm,
                              .csrf = page.csrf});
    h("</section>"_h);
}

void show_ended(html::Html& h, EndedPage const& page) {
    auto const& sheet = page.draft.sheet;
    html::breadcrumbs(h, {{html::to("/procedures"), msg::catalogue_title}});
    h("<h1>"_h, said(h.language(), sheet.title), "</h1>"_h);
    auto const& what = *msg::find("ended." + std::string(name_of(sheet.state)));
    html::notice(h, html::Tone::warning, what);
    html::SummaryList list(h);
    if (page.owner) list.row(msg::sheet_owner, said(h.language(), page.owner->name));
    if (!page.into_code.empty())
        list.row_with(msg::ended_into, [&] {
            h("<a href=\""_h, html::to("/procedures/", page.into_code), "\">"_h,
              said(h.language(), page.into), "</a>"_h);
        });
    if (!page.draft.reason.empty()) list.row(msg::ended_reason, html::isolated(page.draft.reason));
    if (!page.draft.legal_note.empty())
        list.row(msg::ended_legal_note, html::isolated(page.draft.legal_note));
}

void show_review(html::Html& h, std::vector<SheetLine> const& lines,
                 directory::Picture const& places) {
    h("<h1>"_h, msg::review_title, "</h1><p class=\"lead\">"_h, msg::review_lead, "</p>"_h);
    if (lines.empty()) return html::empty_state(h, msg::review_none, msg::review_none_text);
    h("<ul class=\"cards\">"_h);
    for (auto const& line : lines) {
        h("<li class=\"card\"><a href=\""_h, html::to("/office/sheets/", line.id), "\">"_h,
          said(h.language(), line.title), "</a><p class=\"meta\">"_h);
        if (auto const* const owner = places.administration(line.owner))
            h(said(h.language(), owner->name), " · "_h);
        h(line.at, "</p></li>"_h);
    }
    h("</ul>"_h);
}

}  // namespace wasl::procedures::views
