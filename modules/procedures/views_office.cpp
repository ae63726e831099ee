// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_office.hpp"

#include "modules/procedures/editor.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Tone tone_of(SheetState state) {
    switch (state) {
        case SheetState::draft: return html::Tone::neutral;
        case SheetState::published: return html::Tone::success;
        case SheetState::suspended: return html::Tone::warning;
        case SheetState::withdrawn: return html::Tone::danger;
    }
    return html::Tone::neutral;
}

void show_state(html::Html& h, SheetState state, bool changed) {
    html::tag(h, tone_of(state), *msg::find("state." + std::string(name_of(state))));
    if (changed && state != SheetState::draft)
        h(" "_h), html::tag(h, html::Tone::info, msg::office_unpublished_changes);
}

void show_lines(html::Html& h, std::vector<SheetLine> const& lines) {
    if (lines.empty()) return html::empty_state(h, msg::office_none, msg::office_none_text);
    h("<ul class=\"cards\">"_h);
    for (auto const& line : lines) {
        h("<li class=\"card\"><a href=\""_h, html::to("/office/sheets/", line.id), "\">"_h,
          said(h.language(), line.title), "</a><p class=\"meta\">"_h);
        show_state(h, line.state, line.changed);
        h(" "_h, msg::office_version, " "_h, line.version, " · "_h, line.at, "</p></li>"_h);
    }
    h("</ul>"_h);
}

void show_new(html::Html& h, OfficeList const& page) {
    h("<section aria-labelledby=\"open\"><h2 id=\"open\">"_h, msg::office_open, "</h2>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(h, {.action = html::to("/office/sheets"), .csrf = page.csrf});
        std::vector<std::string> ids;
        ids.reserve(page.owners.size());
        std::vector<html::Choice> owners;
        for (auto const& owner : page.owners) {
            ids.push_back(std::to_string(owner.id.value()));
            owners.push_back({ids.back(), said(h.language(), owner.name)});
        }
        html::select_field(h,
                           {.name = "owner",
                            .label = msg::office_owner,
                            .value = page.owner,
                            .error = page.faults.of("owner")},
                           owners);
        html::text_field(h, {.name = "title",
                             .label = msg::office_name,
                             .value = page.title,
                             .error = page.faults.of("title"),
                             .length_max = 500});
        html::text_field(h, {.name = "code",
                             .label = msg::office_code,
                             .hint = msg::office_code_hint,
                             .value = page.code,
                             .error = page.faults.of("code"),
                             .left_to_right = true,
                             .length_max = 60});
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

void show_publication(html::Html& h, OfficeSheet const& page) {
    auto const& sheet = page.draft.sheet;
    if (!page.may_publish || sheet.state == SheetState::withdrawn) return;
    auto const edition = std::to_string(page.draft.edition);
    if (page.objections.empty() && page.draft.changed) {
        h("<p>"_h, msg::office_publish_text, "</p>"_h);
        html::post_button(h, {.action = html::to("/office/sheets/", sheet.id, "/publication"),
                              .label = msg::office_publish,
                              .csrf = page.csrf,
                              .kind = html::ButtonKind::primary,
                              .name = "edition",
                              .value = edition});
    }
    if (sheet.state == SheetState::suspended)
        html::post_button(h, {.action = html::to("/office/sheets/", sheet.id, "/state"),
                              .label = msg::office_resume,
                              .csrf = page.csrf,
                              .name = "do",
                              .value = "resume"});
    html::Disclosure const end(h, msg::office_end, page.faults.any());
    html::Form const form(
        h, {.action = html::to("/office/sheets/", sheet.id, "/state"), .csrf = page.csrf});
    html::text_area(
        h, {.name = "reason", .label = msg::office_reason, .error = page.faults.of("reason")});
    html::ButtonRow const row(h);
    if (sheet.state == SheetState::published)
        html::button(h, msg::office_suspend, html::ButtonKind::secondary, "do", "suspend");
    html::button(h, msg::office_withdraw, html::ButtonKind::danger, "do", "withdraw");
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

void show_office(html::Html& h, OfficeList const& page) {
    h("<h1>"_h, msg::office_title, "</h1><p class=\"lead\">"_h, msg::office_lead, "</p>"_h);
    show_lines(h, page.lines);
    if (!page.owners.empty()) show_new(h, page);
}

void show_office_sheet(html::Html& h, OfficeSheet const& page) {
    auto const& sheet = page.draft.sheet;
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title}});
    h("<h1>"_h, said(h.language(), sheet.title), "</h1><p>"_h);
    show_state(h, sheet.state, page.draft.changed);
    h(" "_h, html::code(sheet.code), "</p>"_h);
    if (!page.draft.reason.empty())
        html::notice(h, html::Tone::warning,
                     say(msg::office_reason_given, {text("reason", page.draft.reason)}));
    html::error_summary(h, page.faults);
    h("<section aria-labelledby=\"sections\"><h2 id=\"sections\">"_h, msg::office_sections,
      "</h2><ul>"_h);
    for (auto const name : section_names())
        h("<li><a href=\""_h, html::to("/office/sheets/", sheet.id, "/edit/", name), "\">"_h,
          *msg::find("section." + std::string(name)), "</a></li>"_h);
    h("<li><a href=\""_h, html::to("/office/sheets/", sheet.id, "/offers"), "\">"_h,
      msg::office_offers, "</a> ("_h, static_cast<std::int64_t>(page.offers),
      ")</li></ul><p><a href=\""_h, html::to("/office/sheets/", sheet.id, "/preview"), "\">"_h,
      msg::office_preview, "</a></p>"_h);
    if (sheet.version > 0 && sheet.state != SheetState::withdrawn)
        h("<p><a href=\""_h, html::to("/procedures/", sheet.code), "\">"_h, msg::office_public,
          "</a></p>"_h);
    h("</section>"_h);
    show_gate(h, page);
    show_publication(h, page);
    show_history(h, page);
}

namespace {

void show_offer(html::Html& h, OffersPage const& page, Offer const& offer) {
    auto const* const place = page.directory.administration(offer.administration);
    if (place == nullptr) return;
    html::Form const form(h, {.action = html::to("/office/sheets/", page.draft.sheet.id, "/offers"),
                              .csrf = page.csrf,
                              .narrow = true});
    html::Fieldset const one(h, said(h.language(), place->name));
    html::hidden_field(h, "administration", std::to_string(place->id.value()));
    auto const units = page.directory.units_of(place->id);
    std::vector<std::string> ids;
    ids.reserve(units.size());
    std::vector<html::Choice> choices{{"", msg::office_no_unit}};
    for (auto const* const unit : units) {
        ids.push_back(std::to_string(unit->id.value()));
        choices.push_back({ids.back(), said(h.language(), unit->name)});
    }
    auto const chosen =
        offer.units.empty() ? std::string() : std::to_string(offer.units.front().value());
    html::select_field(
        h, {.name = "unit", .label = msg::office_offer_unit, .value = chosen, .required = false},
        choices);
    html::ButtonRow const row(h);
    html::button(h, msg::office_save, html::ButtonKind::secondary, "do", "save");
    html::button(h, msg::office_offer_remove, html::ButtonKind::danger, "do", "remove");
}

void add_offer(html::Html& h, OffersPage const& page) {
    auto const* const owner = page.directory.administration(page.draft.sheet.owner);
    std::vector<std::string> ids;
    ids.reserve(page.directory.administrations().size());
    std::vector<html::Choice> choices;
    for (auto const& one : page.directory.administrations()) {
        bool const there =
            std::any_of(page.offers.begin(), page.offers.end(),
                        [&](Offer const& offer) { return offer.administration == one.id; });
        if (there || owner == nullptr || one.kind != owner->kind) continue;
        ids.push_back(std::to_string(one.id.value()));
        choices.push_back({ids.back(), said(h.language(), one.name)});
    }
    if (choices.empty()) return;
    html::Form const form(h, {.action = html::to("/office/sheets/", page.draft.sheet.id, "/offers"),
                              .csrf = page.csrf});
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::office_offer_add,
                        .error = page.faults.of("administration")},
                       choices);
    html::button(h, msg::office_offer_add, html::ButtonKind::primary, "do", "save");
}

}  // namespace

void show_offers(html::Html& h, OffersPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title},
                          {html::to("/office/sheets/", page.draft.sheet.id),
                           said(h.language(), page.draft.sheet.title)}});
    h("<h1>"_h, msg::office_offers, "</h1><p>"_h, msg::office_offers_text, "</p>"_h);
    html::error_summary(h, page.faults);
    add_offer(h, page);
    for (auto const& offer : page.offers) show_offer(h, page, offer);
}

}  // namespace wasl::procedures::views
