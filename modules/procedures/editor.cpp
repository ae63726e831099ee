// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/editor.hpp"

#include <algorithm>

#include "kernel/value_named.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/typed.hpp"
#include "modules/procedures/typed_lists.hpp"

namespace wasl::procedures {
namespace {

constexpr std::string_view section_spellings[] = {
    "general", "basis", "requirements", "documents", "information",
    "fees",    "steps", "term",         "channels",  "form"};

void type_general(Sheet& sheet, Typed& typed) {
    sheet.title = typed.names("title");
    sheet.summary = typed.names("summary");
    sheet.output = typed.names("output");
    sheet.handling = typed.names("handling");
    sheet.themes = typed.codes("themes", themes());
    sheet.life_events = typed.codes("life_events", life_events());
    sheet.audience = typed.codes("audience", audiences());
    sheet.keywords = typed.text("keywords");
    sheet.retention_years = typed.number("retention_years", 1, 100);
    sheet.to_be_confirmed = typed.codes("to_be_confirmed", parts_to_confirm);
}

void type_term(Sheet& sheet, Typed& typed) {
    sheet.immediate = typed.ticked("immediate");
    sheet.term_days = typed.number("term_days", 0, 999);
    sheet.term_note = typed.names("term_note");
    sheet.investment = typed.ticked("investment");
    sheet.investment_list_item = typed.text("investment_list_item");
    // Derived, never typed (art. 16).
    sheet.cap_days = sheet.investment ? 30 : 60;
    sheet.silence = typed.choice<Silence>("silence");
    sheet.silence_list_item = typed.text("silence_list_item");
    sheet.extension = typed.ticked("extension");
    sheet.extension_list_item = typed.text("extension_list_item");
    sheet.extension_days = typed.number("extension_days", 0, 999);
    sheet.extension_conditions = typed.names("extension_conditions");
    sheet.appeal = typed.names("appeal");
}

void type_channels(Sheet& sheet, Typed& typed) {
    sheet.channels.clear();
    for (auto const name : typed.request().fields("channels"))
        if (auto const channel = named<Channel>(name)) sheet.channels.push_back(*channel);
    sheet.online = std::find(sheet.channels.begin(), sheet.channels.end(), Channel::online) !=
                   sheet.channels.end();
    sheet.contact = typed.names("contact");
}

}  // namespace

std::span<std::string_view const> section_names() { return section_spellings; }
std::string_view name_of(Section section) {
    return section_spellings[static_cast<std::size_t>(section)];
}

std::optional<Section> section_named(std::string_view name) {
    return value_named<Section>(section_spellings, name);
}

void type_into(Sheet& sheet, Section section, http::Request const& request, html::Faults& faults) {
    Typed typed(request, faults);
    switch (section) {
        case Section::general: return type_general(sheet, typed);
        case Section::basis: sheet.basis = typed.bases("basis."); return;
        case Section::requirements: return type_requirements(sheet, typed);
        case Section::documents: return type_documents(sheet, typed);
        case Section::information: return type_information(sheet, typed);
        case Section::fees: return type_fees(sheet, typed);
        case Section::steps: return type_steps(sheet, typed);
        case Section::term: return type_term(sheet, typed);
        case Section::channels: return type_channels(sheet, typed);
        case Section::form: return type_form(sheet, typed);
    }
}

}  // namespace wasl::procedures
