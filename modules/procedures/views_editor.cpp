// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_editor.hpp"

#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views_editor_parts.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

template<typename Enum>
std::vector<html::Choice> choices_of(std::initializer_list<Enum> values, std::string_view prefix) {
    std::vector<html::Choice> out;
    for (auto const value : values)
        out.push_back(
            {name_of(value), *msg::find(std::string(prefix) + std::string(name_of(value)))});
    return out;
}

void tick_codes(html::Html& h, std::string_view name, Message const& label,
                std::span<std::string_view const> known, std::string_view prefix,
                std::vector<std::string> const& chosen) {
    std::vector<html::Choice> choices;
    for (auto const code : known)
        choices.push_back({code, *msg::find(std::string(prefix) + std::string(code))});
    std::vector<std::string_view> const ticked(chosen.begin(), chosen.end());
    html::checkbox_group(h, {.name = name, .label = label, .required = false}, choices, ticked);
}

void item_field(html::Html& h, EditorPage const& page, std::string const& name,
                std::string const& value) {
    edit_line(h, page, {name, msg::edit_list_item, value, msg::edit_list_item_hint, true, 30});
}

void edit_general(html::Html& h, EditorPage const& page) {
    auto const& sheet = page.sheet;
    edit_names(h, page, "title", msg::edit_title, sheet.title);
    edit_names(h, page, "summary", msg::edit_summary, sheet.summary, true);
    edit_names(h, page, "output", msg::edit_output, sheet.output, true);
    edit_names(h, page, "handling", msg::edit_handling, sheet.handling, true);
    tick_codes(h, "themes", msg::edit_themes, themes(), "theme.", sheet.themes);
    tick_codes(h, "life_events", msg::edit_life_events, life_events(), "life_event.",
               sheet.life_events);
    tick_codes(h, "audience", msg::edit_audience, audiences(), "audience.", sheet.audience);
    edit_line(
        h, page,
        {"keywords", msg::edit_keywords, sheet.keywords, msg::edit_keywords_hint, false, 1000});
    edit_number(h, page, "retention_years", msg::edit_retention, sheet.retention_years,
                {.min = 1, .max = 100});
    tick_codes(h, "to_be_confirmed", msg::edit_unconfirmed, parts_to_confirm, "part.",
               sheet.to_be_confirmed);
}

void edit_silence_term(html::Html& h, EditorPage const& page) {
    auto const& sheet = page.sheet;
    edit_tick(h, "immediate", msg::edit_immediate, sheet.immediate);
    edit_number(h, page, "term_days", msg::edit_term_days, sheet.term_days, {.min = 0, .max = 999});
    edit_names(h, page, "term_note", msg::edit_term_note, sheet.term_note, true);
    edit_tick(h, "investment", msg::edit_investment, sheet.investment);
    item_field(h, page, "investment_list_item", sheet.investment_list_item);
    html::radio_group(h,
                      {.name = "silence",
                       .label = msg::edit_silence,
                       .value = name_of(sheet.silence),
                       .error = wrong(page, "silence")},
                      choices_of({Silence::none, Silence::acceptance}, "silence."));
    show_article(h, page, "silence");
    item_field(h, page, "silence_list_item", sheet.silence_list_item);
    edit_tick(h, "extension", msg::edit_extension, sheet.extension);
    item_field(h, page, "extension_list_item", sheet.extension_list_item);
    edit_number(h, page, "extension_days", msg::edit_extension_days, sheet.extension_days,
                {.min = 0, .max = 999});
    edit_names(h, page, "extension_conditions", msg::edit_extension_conditions,
               sheet.extension_conditions, true);
    edit_names(h, page, "appeal", msg::edit_appeal, sheet.appeal, true);
}

void edit_channels(html::Html& h, EditorPage const& page) {
    auto const& sheet = page.sheet;
    std::vector<std::string_view> ticked;
    for (auto const channel : sheet.channels) ticked.push_back(name_of(channel));
    html::checkbox_group(
        h, {.name = "channels", .label = msg::edit_channels, .error = wrong(page, "channels")},
        choices_of({Channel::online, Channel::counter, Channel::post}, "channel."), ticked);
    show_article(h, page, "channels");
    edit_names(h, page, "contact", msg::edit_contact, sheet.contact, true);
}

void show_section(html::Html& h, EditorPage const& page) {
    switch (page.section) {
        case Section::general: return edit_general(h, page);
        case Section::basis:
            item_objections(h, page, "basis");
            return edit_bases(h, page, "basis.", page.sheet.basis, 8);
        case Section::requirements: return edit_requirements(h, page);
        case Section::documents: return edit_documents(h, page);
        case Section::information: return edit_information(h, page);
        case Section::fees: return edit_fees(h, page);
        case Section::steps: return edit_steps(h, page);
        case Section::term: return edit_silence_term(h, page);
        case Section::channels: return edit_channels(h, page);
        case Section::form: return edit_form(h, page);
    }
}

void show_tabs(html::Html& h, EditorPage const& page) {
    std::vector<html::Tab> tabs;
    for (auto const name : section_names())
        tabs.push_back({.url = html::to("/office/sheets/", page.sheet.id, "/edit/", name),
                        .label = *msg::find("section." + std::string(name)),
                        .current = name == name_of(page.section)});
    html::tabs(h, msg::office_sections, tabs);
}

void show_editor_form(html::Html& h, EditorPage const& page) {
    html::Form const form(
        h, {.action = html::to("/office/sheets/", page.sheet.id, "/edit/", name_of(page.section)),
            .csrf = page.csrf});
    html::hidden_field(h, "edition", std::to_string(page.edition));
    if (page.moved) html::notice(h, html::Tone::info, msg::edit_not_saved_yet);
    // First of all buttons: it is the one that the Enter key presses.
    html::button(h, msg::office_save, html::ButtonKind::primary, "do", "save");
    show_section(h, page);
    html::ButtonRow const row(h);
    html::button(h, msg::office_save, html::ButtonKind::primary, "do", "save");
    if (page.section == Section::form)
        html::button(h, msg::preview_button, html::ButtonKind::secondary, "do", "try");
}

}  // namespace

Said wrong(EditorPage const& page, std::string_view field) {
    if (auto said = page.faults.of(field)) return said;
    for (auto const& objection : page.objections)
        if (objection.field == field) return objection.what;
    return {};
}

void edit_names(html::Html& h, EditorPage const& page, std::string const& name,
                Message const& legend, Names const& names, bool several_lines) {
    html::Fieldset const both(h, legend);
    auto const arabic = name + "_ar", french = name + "_fr";
    auto const in_arabic = typed_or(page, arabic, names.ar);
    auto const in_french = typed_or(page, french, names.fr);
    html::Field const first{.name = arabic,
                            .label = msg::edit_in_arabic,
                            .value = in_arabic,
                            .error = wrong(page, name),
                            .required = false,
                            .length_max = 3000,
                            .rows = 3};
    html::Field const second{.name = french,
                             .label = msg::edit_in_french,
                             .value = in_french,
                             .required = false,
                             .length_max = 3000,
                             .rows = 3};
    auto* const field = several_lines ? &html::text_area : &html::text_field;
    field(h, first);
    show_article(h, page, name);
    field(h, second);
    // Kept as they are; the editor shows two languages.
    if (!names.en.empty()) html::hidden_field(h, name + "_en", names.en);
    if (!names.zgh.empty()) html::hidden_field(h, name + "_zgh", names.zgh);
}

void edit_bases(html::Html& h, EditorPage const& page, std::string const& at,
                std::vector<LegalBasis> const& bases, int most) {
    auto const rows = std::min(static_cast<int>(bases.size()) + 1, most);
    for (int n = 0; n < rows; ++n) {
        auto const index = static_cast<std::size_t>(n);
        auto const basis = index < bases.size() ? bases[index] : LegalBasis{};
        auto const row = at + std::to_string(n) + ".";
        html::Fieldset const one(h, say(msg::edit_basis_row, {number("number", n + 1)}));
        auto const field = [&](std::string const& name, std::string const& value,
                               Message const& label, Message const& language) {
            edit_line(h, page, {name, label, value, language});
        };
        field(row + "text_ar", basis.text_ar, msg::edit_text, msg::edit_in_arabic);
        field(row + "reference", basis.reference, msg::edit_reference, msg::edit_in_arabic);
        field(row + "text_fr", basis.text_fr, msg::edit_text, msg::edit_in_french);
        field(row + "reference_fr", basis.reference_fr, msg::edit_reference, msg::edit_in_french);
        edit_tick(h, row + "unconfirmed", msg::edit_basis_unconfirmed, basis.to_be_confirmed);
    }
}

void show_article_of(html::Html& h, Objection const& objection) {
    auto const slash = objection.article.find('/');
    h(say(msg::office_article, {text("article", objection.article.substr(slash + 1)),
                                text("law", objection.article.substr(0, slash))}));
}

void show_objection(html::Html& h, Objection const& objection) {
    h(objection.what, " <span class=\"meta\">"_h);
    show_article_of(h, objection);
    h("</span>"_h);
}

void show_editor(html::Html& h, EditorPage const& page) {
    auto const& section = *msg::find("section." + std::string(name_of(page.section)));
    html::breadcrumbs(
        h, {{html::to("/office/sheets"), msg::office_title},
            {html::to("/office/sheets/", page.sheet.id), said(h.language(), page.sheet.title)}});
    h("<h1>"_h, section, "</h1>"_h);
    show_tabs(h, page);
    h("<p><a href=\""_h, html::to("/office/sheets/", page.sheet.id, "/preview"), "\">"_h,
      msg::office_preview, "</a></p>"_h);
    html::error_summary(h, page.faults);
    if (page.stale) html::notice(h, html::Tone::warning, msg::refusal_stale);
    show_editor_form(h, page);
    if (page.section == Section::form) show_form_preview(h, page.sheet);
}

}  // namespace wasl::procedures::views
