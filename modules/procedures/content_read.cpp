// SPDX-License-Identifier: Apache-2.0
// From JSON to a sheet, strictly. What a form or a file sends is refused with the place of the
// first fault. Sheets of former versions are read as well: what they could not say yet follows from
// what they said.
#include "modules/procedures/content_part.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures::content {
namespace {

Requirement requirement_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Requirement requirement;
    requirement.code = code(part);
    requirement.title = names(part, "title");
    requirement.note = names(part, "note");
    requirement.basis = bases(part, "basis");
    requirement.only_if = conditions(part);
    return requirement;
}

Information information_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Information information;
    information.code = code(part);
    information.title = names(part, "title");
    information.basis = bases(part, "basis");
    return information;
}

Step step_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    constexpr int day_of_minutes = 1440;
    Step step;
    step.code = code(part);
    step.title = names(part, "title");
    step.unit = names(part, "unit");
    step.line_minutes = part.small("line_minutes", day_of_minutes);
    step.counter_minutes = part.small("counter_minutes", day_of_minutes);
    step.days_to_next = part.small("days_to_next", 999);
    step.visit = part.truth("visit", true);
    step.only_if = conditions(part);
    return step;
}

Document document_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Document document;
    document.code = code(part);
    document.evidence_type = part.text("evidence_type");
    document.requirement = part.text("requirement");
    document.title = names(part, "title");
    document.supplier = part.choice<Supplier>("supplier");
    document.basis = bases(part, "basis");
    document.required = part.truth("required", true);
    document.only_if = conditions(part);
    document.valid_days = part.small("valid_days", 9999);
    document.note = names(part, "note");
    document.to_be_confirmed = part.truth("to_be_confirmed");
    document.held_by = part.text("held_by");
    document.declaration_on_honour = part.truth("declaration_on_honour");
    document.copies = part.small("copies", 99, 1);
    document.legalised_signature = part.truth("legalised_signature");
    document.certified_copy = part.truth("certified_copy");
    document.publicly_available = part.truth("publicly_available");
    return document;
}

void read_terms(Part& part, Sheet& sheet) {
    sheet.term_days = part.small("term_days", 999);
    sheet.term_note = names(part, "term_note");
    sheet.cap_days = part.small("cap_days", 60, 60);
    sheet.investment = part.truth("investment");
    sheet.investment_list_item = part.text("investment_list_item");
    sheet.silence = part.choice<Silence>("silence");
    sheet.silence_list_item = part.text("silence_list_item");
    sheet.extension = part.truth("extension");
    sheet.extension_list_item = part.text("extension_list_item");
    sheet.extension_days = part.small("extension_days", 999);
    sheet.extension_conditions = names(part, "extension_conditions");
    sheet.appeal = names(part, "appeal");
}

template<typename T>
void refuse_doubles(std::vector<T> const& list, std::string const& where, Fault& fault) {
    std::set<std::string_view> seen;
    for (auto const& item : list)
        if (!seen.insert(item.code).second) fault.at(where + "." + item.code);
}

// Every question of the form, those within groups too.
void refuse_same_questions(std::vector<FormField> const& form, Fault& fault) {
    std::set<std::string_view> seen;
    auto const see = [&](FormField const& field) {
        if (!seen.insert(field.code).second) fault.at("form." + field.code);
    };
    for (auto const& field : form) {
        see(field);
        for (auto const& inner : field.fields) see(inner);
    }
}

// Until a sheet could list what a person must tell, its page showed the questions of the form under
// that title: so they are what it named.
void name_what_the_form_asks(Sheet& sheet) {
    for (auto const& field : sheet.form) sheet.information.push_back({field.code, field.label, {}});
}

void read_lists(Part& part, Sheet& sheet) {
    auto& fault = part.fault();
    auto const each = [&](std::string_view name, auto read) {
        return part.list(name, [&fault, read](json::value const& item, std::string const& at) {
            return read(item, at, fault);
        });
    };
    sheet.requirements = each("requirements", requirement_of);
    sheet.documents = each("documents", document_of);
    sheet.fees = each("fees", fee_of);
    sheet.steps = each("steps", step_of);
    sheet.form = each("form", field_of);
    bool const former = part.member("information") == nullptr;
    sheet.information = each("information", information_of);
    if (former) name_what_the_form_asks(sheet);
    refuse_doubles(sheet.requirements, "requirements", fault);
    refuse_doubles(sheet.documents, "documents", fault);
    refuse_doubles(sheet.information, "information", fault);
    refuse_doubles(sheet.fees, "fees", fault);
    refuse_doubles(sheet.steps, "steps", fault);
    refuse_same_questions(sheet.form, fault);
}

}  // namespace

Sheet read_sheet(json::value const& value, Fault& fault) {
    Sheet sheet;
    Part part(value, "", fault);
    sheet.title = names(part, "title");
    sheet.summary = names(part, "summary");
    sheet.output = names(part, "output");
    sheet.handling = names(part, "handling");
    sheet.basis = bases(part, "basis");
    read_lists(part, sheet);
    read_terms(part, sheet);
    for (auto const& word : words(part, "channels")) {
        auto const channel = named<Channel>(word);
        if (channel)
            sheet.channels.push_back(*channel);
        else
            fault.at("channels");
    }
    sheet.contact = names(part, "contact");
    sheet.themes = words(part, "themes");
    sheet.audience = words(part, "audience");
    sheet.life_events = words(part, "life_events");
    sheet.keywords = part.text("keywords");
    sheet.immediate = part.truth("immediate");
    sheet.online = part.truth("online");
    sheet.retention_years = part.small("retention_years", 100, 10);
    sheet.to_be_confirmed = words(part, "to_be_confirmed");
    return sheet;
}

}  // namespace wasl::procedures::content

namespace wasl::procedures {

Result<Sheet> sheet_from_json(std::string_view text) {
    content::Fault fault;
    if (text.size() > content::content_max)
        return Refusal{Refused::too_large, say(msg::refusal_content_large)};
    boost::json::parse_options options;
    options.max_depth = 10;
    boost::json::error_code error;
    auto const value = boost::json::parse({text.data(), text.size()}, error, {}, options);
    if (error) return Refusal{Refused::invalid, say(msg::refusal_content_malformed)};
    auto sheet = content::read_sheet(value, fault);
    if (!fault.where.empty())
        return Refusal{Refused::invalid,
                       say(msg::refusal_content_fault, {wasl::text("where", fault.where)})};
    return sheet;
}

}  // namespace wasl::procedures
