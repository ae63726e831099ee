// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/editor.hpp"

#include <algorithm>
#include <utility>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/typed.hpp"

namespace wasl::procedures {
namespace {

constexpr std::string_view names[] = {"general", "basis",    "documents", "fees",
                                      "term",    "channels", "form"};

void general(Sheet& sheet, Typed& typed) {
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

void term(Sheet& sheet, Typed& typed) {
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

void channels(Sheet& sheet, Typed& typed) {
    sheet.channels.clear();
    for (auto const name : typed.request().fields("channels"))
        if (auto const channel = named<Channel>(name)) sheet.channels.push_back(*channel);
    sheet.online = std::find(sheet.channels.begin(), sheet.channels.end(), Channel::online) !=
                   sheet.channels.end();
    sheet.contact = typed.names("contact");
}

Document document(Typed& typed, std::string const& at) {
    Document out;
    out.code = typed.code(at);
    out.title = typed.names(at + "title");
    out.supplier = typed.choice<Supplier>(at + "supplier");
    out.basis = typed.bases(at + "basis.");
    out.required = typed.ticked(at + "required");
    out.note = typed.names(at + "note");
    out.to_be_confirmed = typed.ticked(at + "to_be_confirmed");
    out.held_by = typed.text(at + "held_by");
    out.declaration_on_honour = typed.ticked(at + "honour");
    out.copies = typed.number(at + "copies", 1, 99);
    out.legalised_signature = typed.ticked(at + "legalised");
    out.certified_copy = typed.ticked(at + "certified");
    out.publicly_available = typed.ticked(at + "public");
    return out;
}

Fee fee(Typed& typed, std::string const& at) {
    Fee out;
    out.code = typed.code(at);
    out.name = typed.names(at + "name");
    auto const amount = typed.text(at + "amount");
    out.amount = dirhams(amount);
    if (!amount.empty() && !out.amount) typed.fault(at + "amount", msg::refusal_amount);
    auto bases = typed.bases(at + "basis.");
    if (!bases.empty()) out.basis = std::move(bases.front());
    out.note = typed.names(at + "note");
    out.to_be_confirmed = typed.ticked(at + "to_be_confirmed");
    return out;
}

FormField field(Typed& typed, std::string const& at) {
    FormField out;
    out.code = typed.code(at);
    out.kind = typed.choice<FieldKind>(at + "kind");
    out.label = typed.names(at + "label");
    out.hint = typed.names(at + "hint");
    out.required = typed.ticked(at + "required");
    out.choices = choices_from(typed.text(at + "choices"));
    out.page = typed.text(at + "page");
    return out;
}

// Items without a code get the first free one, so that answers can be kept under it.
template<typename T>
void give_codes(std::vector<T>& items, std::string_view section, Typed& typed) {
    auto const taken = [&](std::string const& code) {
        return std::count_if(items.begin(), items.end(),
                             [&](T const& item) { return item.code == code; });
    };
    int next = 1;
    for (std::size_t n = 0; n < items.size(); ++n) {
        auto& item = items[n];
        if (item.code.empty()) {
            while (taken("item-" + std::to_string(next)) > 0) ++next;
            item.code = "item-" + std::to_string(next);
        } else if (taken(item.code) > 1) {
            typed.fault(std::string(section) + "." + std::to_string(n) + ".code",
                        msg::refusal_item_code);
        }
    }
}

// What these forms do not show stays as it was with the item of that code.
void keep_unshown(Document& now, Document const& before) {
    now.evidence_type = before.evidence_type;
    now.requirement = before.requirement;
    now.only_if = before.only_if;
    now.valid_days = before.valid_days;
}
void keep_unshown(Fee& now, Fee const& before) {
    now.formula = before.formula;
    now.only_if = before.only_if;
}
void keep_unshown(FormField& now, FormField const& before) {
    now.only_if = before.only_if;
    if (now.kind != FieldKind::group) return;
    now.fields = before.fields;
    now.rows_max = before.rows_max;
}

template<typename T, typename Read>
void list(std::vector<T>& items, std::string_view section, Typed& typed, Read read) {
    auto const former = std::exchange(items, {});
    auto const count = typed.count();
    for (int n = 0; n < count; ++n)
        items.push_back(read(typed, std::string(section) + "." + std::to_string(n) + "."));
    for (auto& item : items)
        for (auto const& before : former)
            if (!item.code.empty() && item.code == before.code) keep_unshown(item, before);
    typed.rearrange(items);
    give_codes(items, section, typed);
}

}  // namespace

std::span<std::string_view const> section_names() { return names; }
std::string_view name_of(Section section) { return names[static_cast<std::size_t>(section)]; }

std::optional<Section> section_named(std::string_view name) {
    for (std::size_t n = 0; n < std::size(names); ++n)
        if (names[n] == name) return static_cast<Section>(n);
    return std::nullopt;
}

void type_into(Sheet& sheet, Section section, http::Request const& request, html::Faults& faults) {
    Typed typed(request, faults);
    switch (section) {
        case Section::general: return general(sheet, typed);
        case Section::basis: sheet.basis = typed.bases("basis."); return;
        case Section::documents: return list(sheet.documents, "documents", typed, document);
        case Section::fees: return list(sheet.fees, "fees", typed, fee);
        case Section::term: return term(sheet, typed);
        case Section::channels: return channels(sheet, typed);
        case Section::form: return list(sheet.form, "form", typed, field);
    }
}

}  // namespace wasl::procedures
