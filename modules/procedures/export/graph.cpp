// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/export/graph.hpp"

#include "modules/procedures/content_text.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "platform/html/html.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures::rdf {
namespace {

// A short name for what has none: the same for the same words, in every export.
std::string mark_of(std::string_view words) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (char const sign : words) {
        hash ^= static_cast<unsigned char>(sign);
        hash *= 1099511628211ULL;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int at = 0; at < 12; ++at, hash >>= 4U) out += digits[hash & 15U];
    return out;
}

// A message as texts: what it says in each language in which it was written.
Names said_names(Said const& what) {
    Names out;
    auto const put = [&](Language language, std::string& to) {
        if (i18n::spoken(language, *what.message) == language) to = i18n::sentence(language, what);
    };
    put(Language::ar, out.ar);
    put(Language::fr, out.fr);
    put(Language::en, out.en);
    put(Language::zgh, out.zgh);
    return out;
}

void add_said(Thing& to, Word word, Said const& what) { to.add(word, said_names(what)); }

Message const* labelled(std::string_view kind, std::string_view code) {
    return msg::find(std::string(kind) + "." + std::string(code));
}

}  // namespace

std::string Graph::address_of(Sheet const& sheet) const {
    return publisher_.site + "/procedures/" + sheet.code;
}

Thing Graph::part_of(Sheet const& sheet, std::string_view kind, std::string_view code,
                     Word type) const {
    std::string fragment(kind);
    fragment += '-';
    html::append_encoded(fragment, code);
    Thing out{address_of(sheet) + "#" + fragment, {type}, {}};
    out.add("dct:identifier", plain(sheet.code + "/" + fragment));
    return out;
}

void Graph::sheet(Sheet const& sheet, std::span<Offer const> offers, Instant published) {
    bases_.clear();
    Thing service{address_of(sheet), {"cpsv:PublicService"}, {}};
    service.add("dct:identifier", plain(sheet.code))
        .add("dct:title", sheet.title)
        .add("dct:description", sheet.summary.ar.empty() ? sheet.title : sheet.summary)
        .add("dct:isPartOf", thing(publisher_.site + "/api/v1/catalog.jsonld#dataset"))
        .add("dct:issued", moment(published))
        .add("ma:version", number(sheet.version))
        .add("adms:status", thing(concept_of("state", name_of(sheet.state),
                                             labelled("state", name_of(sheet.state)))));
    service.add("dct:language", thing(language("ARA", {"العربية", "arabe", "Arabic", {}})));
    if (!sheet.title.fr.empty())
        service.add("dct:language", thing(language("FRA", {"الفرنسية", "français", "French", {}})));
    if (!sheet.keywords.empty()) service.add("ma:alsoSought", plain(sheet.keywords));
    describe_authorities(sheet, offers, service);
    describe_subjects(sheet, service);
    for (auto const& basis : sheet.basis)
        service.add("cv:hasLegalResource", thing(legal_resource(sheet, basis)));
    describe_terms(sheet, service);
    describe_rules(sheet, service);
    describe_requirements(sheet, service);
    describe_information(sheet, service);
    describe_steps(sheet, service);
    describe_events(sheet, service);
    describe_documents(sheet, service);
    describe_fees(sheet, service);
    describe_channels(sheet, service);
    auto output = part_of(sheet, "output", "decision", "cv:Output");
    output.add("dct:title", sheet.output.ar.empty() ? sheet.title : sheet.output);
    service.add("cpsv:produces", thing(output.address));
    say_(output);
    say_(service);
}

void Graph::add_bases(Thing& about, Sheet const& sheet, std::span<LegalBasis const> bases) {
    for (auto const& basis : bases) about.add("ma:legalBasis", thing(legal_resource(sheet, basis)));
}

std::string Graph::legal_resource(Sheet const& sheet, LegalBasis const& basis) {
    // The same text may stand confirmed beside one document and unconfirmed beside another.
    auto const mark = mark_of(basis.text_ar + "|" + basis.reference + "|" + basis.text_fr + "|" +
                              basis.reference_fr + (basis.to_be_confirmed ? "|?" : ""));
    auto resource = part_of(sheet, "basis", mark, "eli:LegalResource");
    if (!bases_.insert(resource.address).second) return resource.address;
    resource.add("dct:title", Names{basis.text_ar, basis.text_fr, {}, {}});
    resource.add("ma:article", Names{basis.reference, basis.reference_fr, {}, {}});
    if (basis.to_be_confirmed) resource.add("ma:toBeConfirmed", truth(true));
    say_(resource);
    return resource.address;
}

// Full days from the complete file (law 55.19 arts 16 and 31); xsd:duration cannot say "full", so
// the number stands beside it.
void Graph::describe_terms(Sheet const& sheet, Thing& service) {
    service.add("cv:processingTime", days_long(sheet.immediate ? 0 : sheet.term_days));
    if (sheet.immediate)
        service.add("ma:immediate", truth(true));
    else
        service.add("ma:termFullDays", number(sheet.term_days));
    service.add("ma:capDays", number(sheet.cap_days)).add("ma:termNote", sheet.term_note);
    if (sheet.investment) service.add("ma:investmentListItem", plain(sheet.investment_list_item));
    if (sheet.extension)
        service.add("ma:extensionDays", number(sheet.extension_days))
            .add("ma:extensionListItem", plain(sheet.extension_list_item))
            .add("ma:extensionConditions", sheet.extension_conditions);
    service.add("ma:handledBy", sheet.handling);
    service.add("ma:retentionYears", number(sheet.retention_years));
    for (auto const& part : sheet.to_be_confirmed) service.add("ma:toBeConfirmedPart", plain(part));
}

// What silence means and where a refusal may be taken (law 55.19 arts 19 to 21).
void Graph::describe_rules(Sheet const& sheet, Thing& service) {
    auto silence = part_of(sheet, "rule", "silence", "cpsv:Rule");
    add_said(silence, "dct:title", say(msg::sheet_silence));
    add_said(silence, "dct:description",
             say(sheet.immediate                        ? msg::sheet_silence_immediate
                 : sheet.silence == Silence::acceptance ? msg::sheet_silence_acceptance
                                                        : msg::sheet_silence_none));
    silence.add("ma:silence", plain(name_of(sheet.silence)));
    if (!sheet.silence_list_item.empty())
        silence.add("ma:silenceListItem", plain(sheet.silence_list_item));
    auto appeal = part_of(sheet, "rule", "appeal", "cpsv:Rule");
    add_said(appeal, "dct:title", say(msg::sheet_appeal));
    add_said(appeal, "dct:description", say(msg::sheet_appeal_text));
    appeal.add("ma:appealTo", sheet.appeal);
    for (auto* const rule : {&silence, &appeal}) {
        service.add("cpsv:follows", thing(rule->address));
        rule->add("cpsv:implements",
                  thing(legal_resource(
                      sheet, {"القانون رقم 55.19 المتعلق بتبسيط المساطر والإجراءات "
                              "الإدارية",
                              "loi n° 55.19 relative à la simplification des "
                              "procédures et des formalités administratives",
                              rule == &silence ? "المواد 19 إلى 21" : "المادة 21",
                              rule == &silence ? "articles 19 à 21" : "article 21", false})));
        say_(*rule);
    }
}

void Graph::describe_documents(Sheet const& sheet, Thing& service) {
    std::int64_t at = 0;
    for (auto const& one : sheet.documents) {
        auto const code = one.code.empty() ? mark_of(one.title.ar) : one.code;
        auto type = part_of(sheet, "type", code, "cv:EvidenceType");
        type.add("dct:title", one.title);
        auto evidence = part_of(sheet, "document", code, "cv:Evidence");
        evidence.add("dct:title", one.title)
            .add("dct:description", one.note)
            .add("dct:conformsTo", thing(type.address))
            .add("dct:type", thing(concept_of("supplier", name_of(one.supplier),
                                              labelled("supplier", name_of(one.supplier)))))
            .add("ma:position", number(++at))
            .add("ma:required", truth(one.required))
            .add("ma:copies", number(one.copies));
        if (!one.held_by.empty()) evidence.add("ma:heldBy", plain(one.held_by));
        if (one.declaration_on_honour) evidence.add("ma:declarationOnHonour", truth(true));
        if (one.to_be_confirmed) evidence.add("ma:toBeConfirmed", truth(true));
        if (one.valid_days != 0) evidence.add("ma:validDays", number(one.valid_days));
        if (!one.evidence_type.empty()) evidence.add("ma:evidenceType", plain(one.evidence_type));
        add_condition(evidence, one.only_if);
        if (!one.requirement.empty())
            evidence.add(
                "cv:supportsRequirement",
                thing(part_of(sheet, "requirement", one.requirement, "cv:Requirement").address));
        add_bases(evidence, sheet, one.basis);
        service.add("cpsv:hasInput", thing(evidence.address))
            .add("cv:hasInputType", thing(type.address));
        say_(type);
        // What is asked in some cases only, in words, is a requirement of its own.
        if (!one.note.ar.empty() && one.requirement.empty()) {
            auto requirement = part_of(sheet, "case", code, "cv:Requirement");
            requirement.add("dct:title", one.title)
                .add("dct:description", one.note)
                .add("cv:hasSupportingEvidence", thing(evidence.address));
            evidence.add("cv:supportsRequirement", thing(requirement.address));
            service.add("cv:holdsRequirement", thing(requirement.address));
            say_(requirement);
        }
        say_(evidence);
    }
}

// What costs nothing says so: a cost of nought, not silence.
void Graph::describe_fees(Sheet const& sheet, Thing& service) {
    auto const free_of_charge = sheet.free_of_charge();
    std::vector<Fee> fees = sheet.fees;
    if (free_of_charge)
        fees.push_back({.code = "free",
                        .name = said_names(say(msg::sheet_free)),
                        .amount = Money::dirhams(0)});
    std::int64_t at = 0;
    for (auto const& fee : fees) {
        auto cost =
            part_of(sheet, "cost", fee.code.empty() ? mark_of(fee.name.ar) : fee.code, "cv:Cost");
        cost.add("dct:description", fee.name)
            .add("ma:note", fee.note)
            .add("ma:position", number(++at))
            .add("cv:currency", thing(currency()));
        if (fee.amount) cost.add("cv:hasValue", decimal(*fee.amount));
        if (fee.formula) cost.add("ma:formula", plain(json_of(*fee.formula)));
        add_condition(cost, fee.only_if);
        if (!fee.basis.text_ar.empty())
            cost.add("ma:legalBasis", thing(legal_resource(sheet, fee.basis)));
        if (fee.to_be_confirmed) cost.add("ma:toBeConfirmed", truth(true));
        service.add("cv:hasCost", thing(cost.address));
        say_(cost);
    }
}

void Graph::describe_channels(Sheet const& sheet, Thing& service) {
    for (auto const channel : sheet.channels) {
        auto one = part_of(sheet, "channel", name_of(channel), "cv:Channel");
        one.add("dct:type", thing(concept_of("channel", name_of(channel),
                                             labelled("channel", name_of(channel)))));
        service.add("cv:hasChannel", thing(one.address));
        say_(one);
    }
    if (!sheet.contact.ar.empty()) {
        auto contact = part_of(sheet, "contact", "sheet", "cv:ContactPoint");
        contact.add("dct:description", sheet.contact);
        service.add("cv:contactPoint", thing(contact.address));
        say_(contact);
    } else if (auto const* const owner = places_.administration(sheet.owner)) {
        service.add("cv:contactPoint", thing(office_contact(*owner)));
    }
}

void Graph::describe_subjects(Sheet const& sheet, Thing& service) {
    for (auto const& theme : sheet.themes)
        service.add("cv:thematicArea", thing(concept_of("theme", theme, theme_named(theme))));
    for (auto const& audience : sheet.audience)
        service.add("dct:audience",
                    thing(concept_of("audience", audience, audience_named(audience))));
}

}  // namespace wasl::procedures::rdf
