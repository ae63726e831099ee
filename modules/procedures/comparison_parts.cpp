// SPDX-License-Identifier: Apache-2.0
// A sheet taken apart into fields that can be compared and shown.
#include "modules/procedures/comparison.hpp"
#include "modules/procedures/editor.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_formula.hpp"

namespace wasl::procedures {
namespace {

Content names_content(Names const& names) {
    auto const key = names.ar + "\n" + names.fr + "\n" + names.en + "\n" + names.zgh;
    return {key == "\n\n\n" ? std::string() : key, names, {}};
}
Content text_content(std::string const& text) {
    return {text,
            {},
            text.empty() ? std::vector<Said>{}
                         : std::vector{say(msg::compare_text, {wasl::text("text", text)})}};
}
Content number_content(int value) {
    return {std::to_string(value), {}, {say(msg::compare_number, {number("number", value)})}};
}
Content yes_or_no(bool on) {
    return {on ? "yes" : "no", {}, {say(on ? msg::answer_yes : msg::answer_no)}};
}
Content amount_content(std::optional<Money> money) {
    if (!money) return {};
    return {written(*money), {}, {say(msg::compare_amount, {{"amount", *money}})}};
}
Content coded(std::string_view prefix, std::string_view code) {
    auto const* const message = msg::find(std::string(prefix) + std::string(code));
    return {std::string(code),
            {},
            message == nullptr ? std::vector<Said>{} : std::vector{say(*message)}};
}
Content codes_content(std::string_view prefix, std::vector<std::string> const& list) {
    Content out;
    for (auto const& code : list) {
        auto one = coded(prefix, code);
        out.key += one.key + " ";
        out.said.insert(out.said.end(), one.said.begin(), one.said.end());
    }
    return out;
}
Content list_content(std::vector<Names> const& all) {
    Names joined;
    for (auto const& one : all) {
        joined.ar += one.ar + "\n";
        if (!one.fr.empty()) joined.fr += one.fr + "\n";
    }
    return names_content(joined);
}

std::string with_place(std::string const& text, std::string const& place) {
    return place.empty() ? text : text + " — " + place;
}
Content bases_content(std::vector<LegalBasis> const& bases) {
    std::vector<Names> all;
    for (auto const& basis : bases)
        all.push_back(
            {with_place(basis.text_ar, basis.reference),
             basis.text_fr.empty() ? std::string() : with_place(basis.text_fr, basis.reference_fr),
             {},
             {}});
    auto out = list_content(all);
    for (auto const& basis : bases)
        if (basis.to_be_confirmed) out.key += "?";
    return out;
}

class SheetParts {
public:
    SheetParts(Language language, Sheet const& sheet) : language_(language), sheet_(sheet) {}
    std::vector<Part> take() { return std::move(parts_); }

    void of_the_sheet();
    void of_its_term();
    void of_its_lists();

private:
    void put(Message const& label, Content content) {
        parts_.push_back({section_, item_, title_, &label, std::move(content)});
    }
    void open(std::string_view section, std::string item = {}, Names title = {}) {
        section_ = section;
        item_ = std::move(item);
        title_ = std::move(title);
    }
    Content conditions(std::vector<Condition> const&) const;
    Content price(Fee const&) const;
    void of(Document const&);
    void of(Fee const&);
    void of(Step const&);
    void of(FormField const&, FormField const* group);

    Language language_;
    Sheet const& sheet_;
    std::vector<Part> parts_;
    std::string section_, item_;
    Names title_;
};

Content SheetParts::conditions(std::vector<Condition> const& all) const {
    Content out;
    for (auto const& one : all) {
        auto const* const field = sheet_.field(one.field);
        out.key += one.field + " " + std::string(name_of(one.is)) + " " + one.value + "\n";
        auto const* const is = msg::find("comparison." + std::string(name_of(one.is)));
        out.said.push_back(say(msg::compare_condition,
                               {text("question", field == nullptr ? one.field
                                                                  : std::string(directory::in(
                                                                        language_, field->label))),
                                word("is", *is), text("value", one.value)}));
    }
    return out;
}

Content SheetParts::price(Fee const& fee) const {
    if (!fee.formula) return amount_content(fee.amount);
    Content out;
    out.said = views::in_words(language_, sheet_, *fee.formula);
    auto const& formula = *fee.formula;
    out.key = "formula " + written(formula.fixed);
    for (auto const& term : formula.terms) {
        out.key += " " + term.field + " " + std::string(name_of(term.tariff));
        for (auto const& tier : term.tiers)
            out.key += " (" + (tier.up_to ? tier.up_to->text() : "-") + " " + tier.rate.text() +
                       " " + written(tier.flat) + ")";
    }
    if (formula.least) out.key += " >" + written(*formula.least);
    if (formula.most) out.key += " <" + written(*formula.most);
    return out;
}

void SheetParts::of_the_sheet() {
    open("general");
    put(msg::edit_title, names_content(sheet_.title));
    put(msg::edit_summary, names_content(sheet_.summary));
    put(msg::edit_output, names_content(sheet_.output));
    put(msg::edit_handling, names_content(sheet_.handling));
    put(msg::edit_themes, codes_content("theme.", sheet_.themes));
    put(msg::edit_life_events, codes_content("life_event.", sheet_.life_events));
    put(msg::edit_audience, codes_content("audience.", sheet_.audience));
    put(msg::edit_keywords, text_content(sheet_.keywords));
    put(msg::edit_retention, number_content(sheet_.retention_years));
    put(msg::edit_unconfirmed, codes_content("part.", sheet_.to_be_confirmed));
    open("basis");
    put(msg::section_basis, bases_content(sheet_.basis));
}

void SheetParts::of_its_term() {
    open("term");
    put(msg::edit_immediate, yes_or_no(sheet_.immediate));
    put(msg::edit_term_days, number_content(sheet_.term_days));
    put(msg::edit_term_note, names_content(sheet_.term_note));
    put(msg::edit_investment, yes_or_no(sheet_.investment));
    put(msg::compare_investment_item, text_content(sheet_.investment_list_item));
    put(msg::edit_silence, coded("silence.", name_of(sheet_.silence)));
    put(msg::compare_silence_item, text_content(sheet_.silence_list_item));
    put(msg::edit_extension, yes_or_no(sheet_.extension));
    put(msg::compare_extension_item, text_content(sheet_.extension_list_item));
    put(msg::edit_extension_days, number_content(sheet_.extension_days));
    put(msg::edit_extension_conditions, names_content(sheet_.extension_conditions));
    put(msg::edit_appeal, names_content(sheet_.appeal));
    open("channels");
    std::vector<std::string> channels;
    for (auto const channel : sheet_.channels) channels.emplace_back(name_of(channel));
    put(msg::edit_channels, codes_content("channel.", channels));
    put(msg::edit_contact, names_content(sheet_.contact));
}

void SheetParts::of(Document const& one) {
    open("documents", one.code, one.title);
    put(msg::edit_document, names_content(one.title));
    put(msg::edit_supplier, coded("supplier.", name_of(one.supplier)));
    put(msg::edit_required, yes_or_no(one.required));
    put(msg::section_basis, bases_content(one.basis));
    put(msg::edit_only_if, conditions(one.only_if));
    put(msg::edit_note, names_content(one.note));
    put(msg::edit_held_by, text_content(one.held_by));
    put(msg::edit_valid_days, number_content(one.valid_days));
    put(msg::edit_honour, yes_or_no(one.declaration_on_honour));
    put(msg::edit_to_confirm, yes_or_no(one.to_be_confirmed));
    put(msg::edit_copies, number_content(one.copies));
    put(msg::edit_legalised, yes_or_no(one.legalised_signature));
    put(msg::edit_certified, yes_or_no(one.certified_copy));
    put(msg::edit_public, yes_or_no(one.publicly_available));
}

void SheetParts::of(Fee const& one) {
    open("fees", one.code, one.name);
    put(msg::edit_fee, names_content(one.name));
    put(msg::edit_fee_how, price(one));
    put(msg::edit_only_if, conditions(one.only_if));
    put(msg::section_basis, bases_content({one.basis}));
    put(msg::edit_note, names_content(one.note));
    put(msg::edit_to_confirm, yes_or_no(one.to_be_confirmed));
}

void SheetParts::of(Step const& one) {
    open("steps", one.code, one.title);
    put(msg::edit_step, names_content(one.title));
    put(msg::edit_step_unit, names_content(one.unit));
    put(msg::edit_step_visit, yes_or_no(one.visit));
    put(msg::edit_step_line, number_content(one.line_minutes));
    put(msg::edit_step_counter, number_content(one.counter_minutes));
    put(msg::edit_step_days, number_content(one.days_to_next));
    put(msg::edit_only_if, conditions(one.only_if));
}

void SheetParts::of(FormField const& one, FormField const* group) {
    open("form", group == nullptr ? one.code : group->code + "." + one.code, one.label);
    put(msg::edit_label, names_content(one.label));
    put(msg::edit_kind, coded("kind.", name_of(one.kind)));
    put(msg::edit_required, yes_or_no(one.required));
    put(msg::edit_hint, names_content(one.hint));
    put(msg::edit_choices, list_content(one.choices));
    put(msg::edit_page, text_content(one.page));
    put(msg::edit_only_if, conditions(one.only_if));
    if (one.kind == FieldKind::group) put(msg::edit_rows_max, number_content(one.rows_max));
    for (auto const& inner : one.fields) of(inner, &one);
}

void SheetParts::of_its_lists() {
    for (auto const& one : sheet_.requirements) {
        open("requirements", one.code, one.title);
        put(msg::edit_requirement, names_content(one.title));
        put(msg::edit_note, names_content(one.note));
        put(msg::section_basis, bases_content(one.basis));
        put(msg::edit_only_if, conditions(one.only_if));
    }
    for (auto const& one : sheet_.documents) of(one);
    for (auto const& one : sheet_.information) {
        open("information", one.code, one.title);
        put(msg::edit_information, names_content(one.title));
        put(msg::section_basis, bases_content(one.basis));
    }
    for (auto const& one : sheet_.fees) of(one);
    for (auto const& one : sheet_.steps) of(one);
    for (auto const& one : sheet_.form) of(one, nullptr);
}

}  // namespace

std::vector<Part> parts_of(Language language, Sheet const& sheet) {
    SheetParts parts(language, sheet);
    parts.of_the_sheet();
    parts.of_its_lists();
    parts.of_its_term();
    return parts.take();
}

}  // namespace wasl::procedures
