// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_office.hpp"

#include "modules/procedures/editor.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"
#include "modules/procedures/views_pipeline.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void show_sheet_lines(html::Html& h, std::vector<SheetLine> const& lines) {
    if (lines.empty()) return html::empty_state(h, msg::office_none, msg::office_none_text);
    h("<ul class=\"cards\">"_h);
    for (auto const& line : lines) {
        h("<li class=\"card\"><a href=\""_h, html::to("/office/sheets/", line.id), "\">"_h,
          said(h.language(), line.title), "</a><p class=\"meta\">"_h);
        show_standing(h, line.state, line.revision);
        h(" "_h, msg::office_version, " "_h, line.version, " · "_h, line.at, "</p></li>"_h);
    }
    h("</ul>"_h);
}

// What waits for the owner: sheets whose year is over, or nearly.
void show_tasks(html::Html& h, OfficeList const& page) {
    std::vector<SheetLine const*> due;
    for (auto const& line : page.lines)
        if (line.state == SheetState::published && line.certified &&
            confirmation(*line.certified, page.today) != Confirmation::confirmed)
            due.push_back(&line);
    if (due.empty()) return;
    html::Panel const panel(h, html::Tone::warning, msg::certification_task);
    h("<ul>"_h);
    for (auto const* const line : due)
        h("<li><a href=\""_h, html::to("/office/sheets/", line->id), "\">"_h,
          said(h.language(), line->title), "</a> — "_h,
          say(msg::certification_due, {{"day", certified_until(*line->certified)}}), "</li>"_h);
    h("</ul>"_h);
}

void show_ways(html::Html& h, OfficeList const& page) {
    h("<ul><li><a href=\""_h, html::to("/office/imports"), "\">"_h, msg::import_title,
      "</a></li>"_h);
    if (page.answers_claims)
        h("<li><a href=\""_h, html::to("/office/claims"), "\">"_h, msg::claim_list,
          "</a></li><li><a href=\""_h, html::to("/office/webhooks"), "\">"_h, msg::office_webhooks,
          "</a></li>"_h);
    if (page.reviews)
        h("<li><a href=\""_h, html::to("/office/review"), "\">"_h, msg::review_title,
          "</a></li>"_h);
    if (page.secretariat)
        h("<li><a href=\""_h, html::to("/office/sessions"), "\">"_h, msg::session_title,
          "</a></li>"_h);
    h("</ul>"_h);
}

void show_offered(html::Html& h, std::vector<OfferedHere> const& sheets) {
    if (sheets.empty()) return;
    h("<section aria-labelledby=\"offered\"><h2 id=\"offered\">"_h, msg::office_offered_here,
      "</h2><ul>"_h);
    for (auto const& one : sheets)
        h("<li><a href=\""_h, html::to("/office/sheets/", one.id, "/offers"), "\">"_h,
          said(h.language(), one.title), "</a></li>"_h);
    h("</ul></section>"_h);
}

void show_new_draft(html::Html& h, OfficeList const& page) {
    h("<section aria-labelledby=\"open\"><h2 id=\"open\">"_h, msg::office_open, "</h2>"_h);
    h("<p><a href=\""_h, html::to("/office/models"), "\">"_h, msg::model_title, "</a></p>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(h, {.action = html::to("/office/sheets"), .csrf = page.csrf});
        owner_field(h, msg::office_owner, page.owners, page.owner, page.faults.of("owner"));
        html::text_field(h, {.name = "title",
                             .label = msg::office_name,
                             .value = page.title,
                             .error = page.faults.of("title"),
                             .length_max = 500});
        choose_code(h, page.code, page.faults);
        html::button(h, msg::office_open);
    }
    h("</section>"_h);
}

void show_gate(html::Html& h, OfficeSheet const& page) {
    h("<section aria-labelledby=\"gate\"><h2 id=\"gate\">"_h, msg::office_gate, "</h2>"_h);
    if (page.objections.empty()) {
        html::notice(h, html::Tone::success, msg::office_gate_passed);
    } else {
        html::Panel const panel(h, html::Tone::danger, msg::office_gate_failed);
        h("<ul>"_h);
        for (auto const& objection : page.objections) {
            h("<li>"_h);
            show_objection(h, objection);
            h("</li>"_h);
        }
        h("</ul>"_h);
    }
    h("</section>"_h);
}

void show_history(html::Html& h, OfficeSheet const& page) {
    h("<section aria-labelledby=\"history\"><h2 id=\"history\">"_h, msg::office_history, "</h2>"_h);
    if (page.history.empty()) h("<p>"_h, msg::office_history_none, "</p>"_h);
    h("<ul>"_h);
    for (std::size_t n = 0; n < page.history.size(); ++n) {
        auto const& line = page.history[n];
        h("<li>"_h, say(msg::sheet_version, {number("version", line.version), {"day", line.at}}),
          " — "_h);
        if (page.publishers[n].empty())
            h(msg::office_by_program);
        else
            h(html::isolated(page.publishers[n]));
        h("</li>"_h);
    }
    h("</ul></section>"_h);
}

}  // namespace

void owner_field(html::Html& h, Message const& label, std::vector<Place> const& owners,
                 std::string_view chosen, Said const& fault) {
    std::vector<std::string> ids;
    ids.reserve(owners.size());
    std::vector<html::Choice> choices;
    for (auto const& owner : owners) {
        ids.push_back(std::to_string(owner.id.value()));
        choices.push_back({ids.back(), said(h.language(), owner.name)});
    }
    html::select_field(h, {.name = "owner", .label = label, .value = chosen, .error = fault},
                       choices);
}

void choose_code(html::Html& h, std::string_view typed, html::Faults const& faults) {
    html::text_field(h, {.name = "code",
                         .label = msg::office_code,
                         .hint = msg::office_code_hint,
                         .value = typed,
                         .error = faults.of("code"),
                         .left_to_right = true,
                         .length_max = 60});
}

void show_office(html::Html& h, OfficeList const& page) {
    h("<h1>"_h, msg::office_title, "</h1><p class=\"lead\">"_h, msg::office_lead, "</p>"_h);
    show_ways(h, page);
    show_tasks(h, page);
    show_sheet_lines(h, page.lines);
    show_offered(h, page.offered);
    if (!page.owners.empty()) show_new_draft(h, page);
}

void show_office_sheet(html::Html& h, OfficeSheet const& page) {
    auto const& sheet = page.draft.sheet;
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title}});
    h("<h1>"_h, said(h.language(), sheet.title), "</h1><p>"_h);
    show_standing(h, sheet.state, page.draft.revision);
    h(" "_h, html::code(sheet.code), "</p>"_h);
    if (!page.draft.reason.empty())
        html::notice(h, html::Tone::warning,
                     say(msg::office_reason_given, {text("reason", page.draft.reason)}));
    html::error_summary(h, page.faults);
    h("<section aria-labelledby=\"sections\"><h2 id=\"sections\">"_h, msg::office_sections,
      "</h2><ul>"_h);
    for (auto const name : page.may_edit ? section_names() : std::span<std::string_view const>())
        h("<li><a href=\""_h, html::to("/office/sheets/", sheet.id, "/edit/", name), "\">"_h,
          *msg::find("section." + std::string(name)), "</a></li>"_h);
    h("<li><a href=\""_h, html::to("/office/sheets/", sheet.id, "/offers"), "\">"_h,
      msg::office_offers, "</a> ("_h, static_cast<std::int64_t>(page.offers),
      ")</li></ul><p><a href=\""_h, html::to("/office/sheets/", sheet.id, "/preview"), "\">"_h,
      msg::office_preview, "</a></p>"_h);
    if (sheet.version > 0 || !sheet.model.empty())
        h("<p><a href=\""_h, html::to("/office/sheets/", sheet.id, "/compare"), "\">"_h,
          msg::compare_link, "</a></p>"_h);
    if (!sheet.model.empty())
        h("<p class=\"meta\">"_h, msg::model_origin, " "_h, html::code(sheet.model), "</p>"_h);
    if (page.may_edit)
        h("<p><a href=\""_h, html::to("/office/sheets/", sheet.id, "/information"), "\">"_h,
          msg::diff_title, "</a></p>"_h);
    if (is_public(sheet.state) || is_over(sheet.state))
        h("<p><a href=\""_h, html::to("/procedures/", sheet.code), "\">"_h, msg::office_public,
          "</a></p>"_h);
    h("</section>"_h);
    show_gate(h, page);
    show_pipeline(
        h, {page.draft, page.hands, page.steps, page.objections.empty(), page.faults, page.csrf});
    if (page.certified && sheet.state == SheetState::published)
        show_certification(
            h, {sheet.id, *page.certified, page.today, page.hands.hold(hands::head), page.csrf});
    show_history(h, page);
}

}  // namespace wasl::procedures::views
