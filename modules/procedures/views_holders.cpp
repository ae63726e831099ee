// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_holders.hpp"

#include <algorithm>

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void short_text(html::Html& h, HoldersPage const& page, std::string_view name, Message const& label,
                std::string_view value, bool required, bool left_to_right = false) {
    html::text_field(h, {.name = name,
                         .label = label,
                         .value = value,
                         .error = page.faults.of(name),
                         .required = required,
                         .left_to_right = left_to_right,
                         .length_max = 300});
}

void tick_evidence(html::Html& h, std::string_view name, Message const& label, bool on) {
    html::checkbox(h, {.name = name, .label = label, .value = on ? "1" : "", .required = false});
}

// Which of the forms was sent: that of a type, or the one for a new type.
bool was_sent(HoldersPage const& page, EvidenceType const& type) {
    if (page.request.field("do") != "type") return false;
    auto const code = page.request.field("code");
    bool const known = std::any_of(page.types.begin(), page.types.end(),
                                   [&](EvidenceType const& one) { return one.code == code; });
    return known ? type.code == code : type.code.empty();
}

void evidence_type_form(html::Html& h, HoldersPage const& page, EvidenceType const& type) {
    html::Form const form(h, {.action = html::to("/admin/evidence"), .csrf = page.csrf});
    bool const sent = was_sent(page, type);
    auto const typed = [&](std::string_view name, std::string_view kept) {
        return sent ? page.request.field(name) : kept;
    };
    short_text(h, page, "code", msg::edit_code, typed("code", type.code), true, true);
    short_text(h, page, "title_ar", msg::holders_title_ar, typed("title_ar", type.title.ar), true);
    short_text(h, page, "title_fr", msg::holders_title_fr, typed("title_fr", type.title.fr), false);
    short_text(h, page, "holder", msg::holders_holder, typed("holder", type.holder), false);
    std::string slug;
    if (auto const* const one = page.places.administration(type.holder_id)) slug = one->slug;
    short_text(h, page, "slug", msg::holders_slug, typed("slug", slug), false, true);
    short_text(h, page, "service", msg::holders_service, typed("service", type.service), false,
               true);
    tick_evidence(h, "public", msg::edit_public,
                  sent ? page.request.field("public") == "1" : type.publicly_available);
    tick_evidence(h, "card", msg::holders_card,
                  sent ? page.request.field("card") == "1" : type.on_identity_card);
    html::button(h, msg::office_save, html::ButtonKind::secondary, "do", "type");
}

void show_types(html::Html& h, HoldersPage const& page) {
    h("<section aria-labelledby=\"types\"><h2 id=\"types\">"_h, msg::holders_types, "</h2>"_h);
    for (auto const& type : page.types) {
        html::Disclosure const box(h, html::Foreign{type.title.ar, Language::ar},
                                   was_sent(page, type));
        h("<p>"_h, html::code(type.code));
        if (!type.holder.empty())
            h(" · "_h, msg::sheet_held_by, " "_h, html::Foreign{type.holder, Language::ar});
        h("</p>"_h);
        evidence_type_form(h, page, type);
    }
    {
        html::Disclosure const box(h, msg::holders_new, was_sent(page, {}));
        evidence_type_form(h, page, {});
    }
    h("</section>"_h);
}

void exemption_form(html::Html& h, HoldersPage const& page) {
    html::Form const form(h, {.action = html::to("/admin/evidence"), .csrf = page.csrf});
    std::vector<html::Choice> choices;
    for (auto const& type : page.types)
        choices.push_back({type.code, html::Foreign{type.title.ar, Language::ar}});
    bool const sent = page.request.field("do") == "exempt";
    auto const typed = [&](std::string_view name) {
        return sent ? page.request.field(name) : std::string_view();
    };
    html::select_field(h,
                       {.name = "evidence_type",
                        .label = msg::holders_type,
                        .value = typed("evidence_type"),
                        .error = page.faults.of("evidence_type")},
                       choices);
    short_text(h, page, "sheet", msg::holders_sheet, typed("sheet"), false, true);
    html::text_area(h, {.name = "reason",
                        .label = msg::pipeline_reason,
                        .value = typed("reason"),
                        .error = page.faults.of("reason"),
                        .length_max = 2000});
    html::date_field(h, {.name = "first",
                         .label = msg::holders_first,
                         .value = typed("first"),
                         .error = page.faults.of("first")});
    html::date_field(h, {.name = "last",
                         .label = msg::holders_last,
                         .value = typed("last"),
                         .error = page.faults.of("last")});
    html::button(h, msg::holders_exempt, html::ButtonKind::primary, "do", "exempt");
}

// Who sits with the commission, and who looks for the Interior (art. 9).
void show_authorities(html::Html& h, HoldersPage const& page) {
    h("<section aria-labelledby=\"authorities\"><h2 id=\"authorities\">"_h, msg::authority_title,
      "</h2><p>"_h, msg::authority_text, "</p>"_h);
    for (auto const& one : page.authorities) {
        auto const* const now = page.places.administration(one.administration);
        html::Form const form(h, {.action = html::to("/admin/evidence"), .csrf = page.csrf});
        html::hidden_field(h, "duty", one.duty);
        html::Words hint = msg::authority_nobody;
        if (now != nullptr) hint = said(h.language(), now->name);
        html::text_field(h, {.name = one.duty,
                             .label = *msg::find("authority." + std::string(one.duty)),
                             .hint = hint,
                             .value = now == nullptr ? std::string_view() : now->slug,
                             .error = page.faults.of(one.duty),
                             .left_to_right = true,
                             .length_max = 100});
        html::button(h, msg::office_save, html::ButtonKind::secondary, "do", "authority");
    }
    h("</section>"_h);
}

}  // namespace

void show_holders(html::Html& h, HoldersPage const& page) {
    h("<h1>"_h, msg::holders_page, "</h1><p class=\"lead\">"_h, msg::holders_lead, "</p>"_h);
    html::error_summary(h, page.faults);
    show_types(h, page);
    h("<section aria-labelledby=\"exemptions\"><h2 id=\"exemptions\">"_h, msg::holders_exemptions,
      "</h2>"_h);
    if (page.exemptions.empty()) h("<p>"_h, msg::holders_no_exemptions, "</p>"_h);
    h("<ul>"_h);
    for (auto const& one : page.exemptions) {
        h("<li>"_h, html::code(one.evidence_type), " · "_h, html::code(one.sheet), " · "_h,
          say(msg::holders_days, {{"first", one.first}, {"last", one.last}}), " "_h);
        bool const holds = one.holds_on(page.today);
        html::tag(h, holds ? html::Tone::success : html::Tone::neutral,
                  holds ? msg::holders_holds : msg::holders_not_now);
        h("<p>"_h, html::isolated(one.reason), "</p></li>"_h);
    }
    h("</ul>"_h);
    exemption_form(h, page);
    h("</section>"_h);
    show_authorities(h, page);
}

}  // namespace wasl::procedures::views
