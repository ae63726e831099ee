// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/gate.hpp"

#include <algorithm>
#include <set>

#include "kernel/text/fold.hpp"
#include "modules/procedures/forbidden.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures {
namespace rule {
namespace {

void object(Found& found, std::string field, Said what, std::string_view article) {
    found.push_back({std::move(field), std::move(what), article});
}
std::string document_field(Document const& document) { return "documents." + document.code; }

// A basis names a text, and the place in it; or says that the place is yet to be confirmed.
bool stands(LegalBasis const& basis) {
    return !basis.text_ar.empty() && (!basis.reference.empty() || basis.to_be_confirmed);
}
bool all_stand(std::vector<LegalBasis> const& bases) {
    return !bases.empty() && std::all_of(bases.begin(), bases.end(), stands);
}

bool has(Sheet const& sheet, Channel channel) {
    return std::find(sheet.channels.begin(), sheet.channels.end(), channel) != sheet.channels.end();
}

}  // namespace

void has_what_article_6_asks(Sheet const& sheet, Found& found) {
    if (sheet.title.ar.empty()) object(found, "title", msg::gate_title, "55.19/6");
    if (sheet.summary.ar.empty()) object(found, "summary", msg::gate_summary, "55.19/6");
    if (sheet.output.ar.empty()) object(found, "output", msg::gate_output, "55.19/6");
    if (sheet.handling.ar.empty()) object(found, "handling", msg::gate_handling, "55.19/6");
    if (sheet.appeal.ar.empty()) object(found, "appeal", msg::gate_appeal, "55.19/6");
}

void rests_on_a_text(Sheet const& sheet, Found& found) {
    if (!all_stand(sheet.basis)) object(found, "basis", msg::gate_basis, "55.19/3");
}

void documents_rest_on_a_text(Sheet const& sheet, Found& found) {
    for (auto const& document : sheet.documents) {
        if (document.title.ar.empty())
            object(found, document_field(document), msg::gate_document_title, "55.19/6");
        if (!all_stand(document.basis))
            object(found, document_field(document), msg::gate_document_basis, "55.19/3");
    }
}

void asks_nothing_twice(Sheet const& sheet, Found& found) {
    std::set<std::string> titles, labels;
    for (auto const& document : sheet.documents)
        if (!titles.insert(lexis::folded(document.title.ar)).second)
            object(found, document_field(document), msg::gate_twice, "55.19/4");
    for (auto const& field : sheet.form)
        if (!labels.insert(lexis::folded(field.label.ar)).second)
            object(found, "form." + field.code, msg::gate_twice, "55.19/4");
}

void asks_nothing_forbidden(Sheet const& sheet, Found& found) {
    auto const refuse = [&](std::string const& field, forbidden::Offences const& said) {
        if (said.copies) object(found, field, msg::gate_copies, "55.19/7");
        if (said.signature) object(found, field, msg::gate_signature, "55.19/7");
        if (said.certified) object(found, field, msg::gate_certified, "55.19/7");
    };
    for (auto const& document : sheet.documents) {
        auto const field = document_field(document);
        // What the name does not say, the note beside it may.
        auto said = forbidden::offences_in(document.title);
        auto const noted = forbidden::offences_in(document.note);
        said.copies = said.copies || noted.copies || document.copies > 1;
        said.signature = said.signature || noted.signature || document.legalised_signature;
        said.certified = said.certified || noted.certified || document.certified_copy;
        refuse(field, said);
        if (document.publicly_available && document.supplier == Supplier::user)
            object(found, field, msg::gate_public, "55.19/7");
    }
    for (auto const& one : sheet.requirements) {
        auto said = forbidden::offences_in(one.title);
        auto const noted = forbidden::offences_in(one.note);
        refuse("requirements." + one.code,
               {said.copies || noted.copies, said.signature || noted.signature,
                said.certified || noted.certified});
    }
    for (auto const& field : sheet.form)
        if (field.kind == FieldKind::file)
            refuse("form." + field.code, forbidden::offences_in(field.label));
    // Of a procedure that is itself the legalising or the copying, that is the work.
    auto const own = forbidden::offences_in(sheet.title);
    if (own.signature || own.certified) return;
    for (auto const& step : sheet.steps)
        refuse("steps." + step.code, forbidden::offences_in(step.title));
}

void trusts_the_identity_card(Sheet const& sheet, Found& found) {
    for (auto const& document : sheet.documents)
        // Whoever may declare instead (art. 8) is not asked for the paper.
        if (document.supplier == Supplier::user && !document.declaration_on_honour &&
            forbidden::offences_in(document.title).on_identity_card)
            object(found, document_field(document), msg::gate_identity_card, "04.20/11");
}

void names_the_holder(Sheet const& sheet, Found& found) {
    for (auto const& document : sheet.documents)
        if (document.supplier == Supplier::administration && document.held_by.empty())
            object(found, document_field(document), msg::gate_holder, "55.19/23");
}

void fees_rest_on_a_text(Sheet const& sheet, Found& found) {
    for (auto const& fee : sheet.fees) {
        auto const field = "fees." + fee.code;
        if (fee.name.ar.empty()) object(found, field, msg::gate_fee_name, "55.19/6");
        if (!stands(fee.basis)) object(found, field, msg::gate_fee_basis, "55.19/6");
        if (!fee.amount && !fee.formula && fee.note.ar.empty() && !fee.to_be_confirmed)
            object(found, field, msg::gate_fee_amount, "55.19/6");
    }
}

void keeps_the_cap(Sheet const& sheet, Surroundings const& around, Found& found) {
    if (sheet.immediate) return;  // delivered on the spot: nothing to count (art. 10)
    auto const cap = sheet.investment ? 30 : 60;
    if (sheet.term_days < 1) object(found, "term_days", msg::gate_term_missing, "55.19/16");
    if (sheet.term_days > cap)
        object(found, "term_days", say(msg::gate_term_over, {number("days", cap)}), "55.19/16");
    if (sheet.cap_days != cap)
        object(found, "cap_days", say(msg::gate_cap, {number("days", cap)}), "55.19/16");
    if (!sheet.investment) return;
    auto const* const item = around.listed(sheet.investment_list_item);
    if (item == nullptr || !item->investment)
        object(found, "investment_list_item", msg::gate_investment_list, "55.19/16");
}

void extends_only_if_listed(Sheet const& sheet, Surroundings const& around, Found& found) {
    if (!sheet.extension) return;
    auto const* const item = around.listed(sheet.extension_list_item);
    if (item == nullptr || !item->extension)
        object(found, "extension_list_item", msg::gate_extension_list, "55.19/17");
    if (sheet.extension_conditions.ar.empty())
        object(found, "extension_conditions", msg::gate_extension_conditions, "55.19/6");
    if (sheet.extension_days < 1)
        object(found, "extension_days", msg::gate_extension_days, "55.19/17");
}

void silence_only_if_listed(Sheet const& sheet, Surroundings const& around, Found& found) {
    auto const* const item = around.listed(sheet.silence_list_item);
    bool const listed = item != nullptr && item->silence;
    if (sheet.silence == Silence::none) {
        // Who names the line of the list cannot deny its effect.
        if (listed) object(found, "silence", msg::gate_silence_denied, "55.19/19");
        return;
    }
    // Communes and their groupings: the nine acts of decree 2.22.141; others: decree 2.22.387.
    auto const decree =
        around.collectivity ? std::string_view("2.22.141-") : std::string_view("2.22.387-");
    if (!listed || item->sources.find(decree) == std::string::npos)
        object(found, "silence_list_item", msg::gate_silence_list, "55.19/19");
    if (sheet.immediate) object(found, "silence", msg::gate_silence_immediate, "55.19/10");
}

void leaves_the_counter_open(Sheet const& sheet, Found& found) {
    if (!has(sheet, Channel::counter) && !has(sheet, Channel::post))
        object(found, "channels", msg::gate_channels, "55.19/30");
    if (sheet.online != has(sheet, Channel::online))
        object(found, "channels", msg::gate_online, "55.19/13");
    if (sheet.contact.ar.empty()) object(found, "contact", msg::gate_contact, "55.19/6");
}

}  // namespace rule

InventoriedDecision const* Surroundings::listed(std::string_view code) const {
    if (code.empty() || lists == nullptr) return nullptr;
    // Between spaces: "2.22.387-1" is not "2.22.387-12".
    auto const names = [code](std::string_view sources) {
        for (auto at = sources.find(code); at != std::string_view::npos;
             at = sources.find(code, at + 1)) {
            auto const end = at + code.size();
            if ((at == 0 || sources[at - 1] == ' ') &&
                (end == sources.size() || sources[end] == ' '))
                return true;
        }
        return false;
    };
    for (auto const& decision : *lists)
        if (names(decision.sources)) return &decision;
    return nullptr;
}

std::vector<Objection> objections(Sheet const& sheet, Surroundings const& around) {
    std::vector<Objection> found;
    rule::has_what_article_6_asks(sheet, found);
    rule::rests_on_a_text(sheet, found);
    rule::documents_rest_on_a_text(sheet, found);
    rule::asks_nothing_twice(sheet, found);
    rule::asks_nothing_forbidden(sheet, found);
    rule::trusts_the_identity_card(sheet, found);
    rule::names_the_holder(sheet, found);
    rule::fees_rest_on_a_text(sheet, found);
    rule::keeps_the_cap(sheet, around, found);
    rule::extends_only_if_listed(sheet, around, found);
    rule::silence_only_if_listed(sheet, around, found);
    rule::leaves_the_counter_open(sheet, found);
    rule::asks_nothing_held_elsewhere(sheet, around, found);
    rule::form_asks_what_the_sheet_names(sheet, found);
    rule::conditions_can_be_answered(sheet, found);
    rule::says_all_in_arabic(sheet, found);
    return found;
}

}  // namespace wasl::procedures
