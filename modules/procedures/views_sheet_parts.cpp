// SPDX-License-Identifier: Apache-2.0
// Documents, fees, term, silence, appeal, counters.
#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"
#include "modules/procedures/views_formula.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void show_document(html::Html& h, Document const& document) {
    h("<li><p><strong>"_h, said(h.language(), document.title),
      "</strong></p><p class=\"marks\">"_h);
    if (document.supplier == Supplier::user)
        html::tag(h, document.required ? html::Tone::info : html::Tone::neutral,
                  document.required ? msg::tag_required : msg::tag_optional);
    if (!document.only_if.empty()) html::tag(h, html::Tone::neutral, msg::sheet_only_if);
    if (document.to_be_confirmed) show_to_confirm(h);
    h("</p>"_h);
    if (document.valid_days > 0)
        h("<p class=\"note\">"_h, say(msg::sheet_valid_days, {number("days", document.valid_days)}),
          "</p>"_h);
    if (!document.held_by.empty())
        h("<p class=\"note\">"_h, msg::sheet_held_by, " "_h,
          html::Foreign{document.held_by, Language::ar}, "</p>"_h);
    if (!document.note.ar.empty())
        h("<p class=\"note\">"_h, said(h.language(), document.note), "</p>"_h);
    if (document.declaration_on_honour) h("<p class=\"note\">"_h, msg::sheet_honour, "</p>"_h);
    show_basis(h, document.basis);
    h("</li>"_h);
}

bool any_from(Sheet const& sheet, Supplier supplier) {
    return std::any_of(sheet.documents.begin(), sheet.documents.end(),
                       [&](Document const& document) { return document.supplier == supplier; });
}

void show_documents_from(html::Html& h, Sheet const& sheet, Supplier supplier) {
    h("<ul class=\"pairs papers\">"_h);
    for (auto const& document : sheet.documents)
        if (document.supplier == supplier) show_document(h, document);
    h("</ul>"_h);
}

void show_term(html::Html& h, Sheet const& sheet) {
    h("<section aria-labelledby=\"term\"><h2 id=\"term\">"_h, msg::sheet_term, "</h2>"_h);
    if (sheet.immediate) {
        h("<p>"_h, msg::sheet_term_immediate, "</p></section>"_h);
        return;
    }
    h("<p><strong>"_h, say(msg::sheet_term_days, {number("count", sheet.term_days)}),
      "</strong> "_h);
    if (!sheet.confirmed("term")) show_to_confirm(h);
    h("</p>"_h);
    if (!sheet.term_note.ar.empty()) h("<p>"_h, said(h.language(), sheet.term_note), "</p>"_h);
    h("<p>"_h, msg::sheet_term_counting, "</p><p>"_h,
      say(msg::sheet_term_cap, {number("days", sheet.cap_days)}), "</p><p>"_h,
      sheet.extension ? msg::sheet_extension : msg::sheet_no_extension, "</p>"_h);
    if (sheet.extension && !sheet.extension_conditions.ar.empty())
        h("<p>"_h, said(h.language(), sheet.extension_conditions), "</p>"_h);
    h("</section>"_h);
}

void show_silence(html::Html& h, SheetPage const& page) {
    auto const& sheet = page.sheet;
    h("<section aria-labelledby=\"silence\"><h2 id=\"silence\">"_h, msg::sheet_silence, "</h2>"_h);
    if (sheet.silence == Silence::acceptance) {
        html::Panel const panel(h, html::Tone::success);
        h("<p>"_h, msg::sheet_silence_acceptance, "</p><p>"_h,
          page.collectivity ? msg::sheet_silence_collectivity : msg::sheet_silence_state,
          "</p><p>"_h, say(msg::sheet_silence_list, {text("item", sheet.silence_list_item)}),
          "</p>"_h);
    } else {
        h("<p>"_h, sheet.immediate ? msg::sheet_silence_immediate : msg::sheet_silence_none,
          "</p>"_h);
    }
    h("</section><section aria-labelledby=\"appeal\"><h2 id=\"appeal\">"_h, msg::sheet_appeal,
      "</h2><p>"_h, msg::sheet_appeal_text, "</p><p>"_h, said(h.language(), sheet.appeal),
      "</p></section>"_h);
}

void show_contact(html::SummaryList& list, html::Html& h, SheetPage const& page) {
    auto const& place = *page.place;
    for (auto const* const unit : page.units)
        list.row(msg::sheet_unit, said(h.language(), unit->name));
    if (!place.address.empty()) list.row(msg::sheet_address, html::isolated(place.address));
    if (!place.phone.empty()) list.row(msg::sheet_phone, html::code(place.phone));
    if (!place.email.empty()) list.row(msg::sheet_email, html::code(place.email));
    if (place.hours.ar.empty())
        list.row(msg::sheet_hours, msg::sheet_hours_general);
    else
        list.row(msg::sheet_hours, said(h.language(), place.hours));
}

}  // namespace

void show_documents(html::Html& h, Sheet const& sheet) {
    h("<section aria-labelledby=\"documents\"><h2 id=\"documents\">"_h, msg::sheet_documents,
      "</h2>"_h);
    if (!sheet.confirmed("documents")) h("<p>"_h), show_to_confirm(h), h("</p>"_h);
    h("<h3>"_h, msg::sheet_by_user, "</h3>"_h);
    if (any_from(sheet, Supplier::user))
        show_documents_from(h, sheet, Supplier::user);
    else
        h("<p>"_h, msg::sheet_no_documents, "</p>"_h);
    html::notice(h, html::Tone::info, msg::sheet_rights);
    if (any_from(sheet, Supplier::administration)) {
        h("<h3>"_h, msg::sheet_by_administration, "</h3><p>"_h, msg::sheet_by_administration_text,
          "</p>"_h);
        show_documents_from(h, sheet, Supplier::administration);
    }
    h("</section>"_h);
}

void show_fees(html::Html& h, Sheet const& sheet) {
    h("<section aria-labelledby=\"fees\"><h2 id=\"fees\">"_h, msg::sheet_fees, "</h2>"_h);
    if (sheet.fees.empty()) h("<p>"_h, msg::sheet_free, "</p>"_h);
    for (auto const& fee : sheet.fees) {
        h("<h3>"_h, said(h.language(), fee.name), "</h3><p>"_h);
        if (fee.amount)
            h("<strong>"_h, *fee.amount, "</strong> "_h);
        else if (fee.formula)
            h(msg::sheet_fee_formula, " "_h);
        else
            h(msg::sheet_fee_varies, " "_h);
        if (fee.to_be_confirmed) show_to_confirm(h);
        h("</p>"_h);
        if (fee.formula) show_formula(h, sheet, *fee.formula);
        if (!fee.note.ar.empty()) h("<p>"_h, said(h.language(), fee.note), "</p>"_h);
        show_basis(h, {fee.basis});
    }
    h("</section>"_h);
}

void show_requirements(html::Html& h, Sheet const& sheet) {
    if (sheet.requirements.empty()) return;
    h("<section aria-labelledby=\"requirements\"><h2 id=\"requirements\">"_h,
      msg::sheet_requirements, "</h2><ul>"_h);
    for (auto const& one : sheet.requirements) {
        h("<li>"_h, said(h.language(), one.title));
        if (!one.only_if.empty()) h(" "_h), html::tag(h, html::Tone::neutral, msg::sheet_only_if);
        if (!one.note.ar.empty()) h("<p class=\"note\">"_h, said(h.language(), one.note), "</p>"_h);
        if (!one.basis.empty()) show_basis(h, one.basis);
        h("</li>"_h);
    }
    h("</ul></section>"_h);
}

void show_steps(html::Html& h, Sheet const& sheet) {
    if (sheet.steps.empty()) return;
    h("<section aria-labelledby=\"steps\"><h2 id=\"steps\">"_h, msg::sheet_steps, "</h2><ol>"_h);
    for (auto const& step : sheet.steps) {
        h("<li><strong>"_h, said(h.language(), step.title), "</strong> "_h);
        if (!step.visit) html::tag(h, html::Tone::info, msg::sheet_step_remote);
        h("<p class=\"note\">"_h);
        if (!step.unit.ar.empty()) h(said(h.language(), step.unit), " · "_h);
        if (step.line_minutes + step.counter_minutes > 0)
            h(say(msg::sheet_step_times,
                  {number("line", step.line_minutes), number("counter", step.counter_minutes)}),
              " "_h);
        if (step.days_to_next > 0)
            h(say(msg::sheet_step_next, {number("days", step.days_to_next)}));
        h("</p></li>"_h);
    }
    h("</ol></section>"_h);
}

void show_terms(html::Html& h, SheetPage const& page) {
    h("<div class=\"pairs terms\">"_h);
    show_term(h, page.sheet);
    show_silence(h, page);
    h("</div>"_h);
}

void show_where(html::Html& h, SheetPage const& page) {
    auto const& sheet = page.sheet;
    h("<section aria-labelledby=\"how\"><h2 id=\"how\">"_h, msg::sheet_channels, "</h2>"_h);
    {
        html::SummaryList list(h);
        if (!sheet.channels.empty())
            list.row_with(msg::sheet_channel, [&] {
                for (auto const channel : sheet.channels)
                    h("<p>"_h, *msg::find("channel." + std::string(name_of(channel))), "</p>"_h);
            });
        list.row(msg::sheet_handling, said(h.language(), sheet.handling));
        if (page.owner) list.row(msg::sheet_owner, said(h.language(), page.owner->name));
        if (page.place) show_contact(list, h, page);
        if (!sheet.contact.ar.empty())
            list.row(msg::sheet_contact, said(h.language(), sheet.contact));
    }
    h("</section>"_h);
}

}  // namespace wasl::procedures::views
