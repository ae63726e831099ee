// SPDX-License-Identifier: Apache-2.0
// What many sheets refer to: words, places, administrations, and the catalogue itself.
#include "modules/procedures/export/graph.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "platform/html/html.hpp"

namespace wasl::procedures::rdf {

Names names_of(Message const& message) {
    return {std::string(message.texts[0]), std::string(message.texts[1]),
            std::string(message.texts[2]), std::string(message.texts[3])};
}

Graph::Graph(Publisher publisher, directory::Picture const& places, Sink sink)
    : publisher_(std::move(publisher)), places_(places), say_(std::move(sink)) {}

Thing Graph::dataset_alone() {
    auto const home = publisher_.site + "/api/v1/catalog.jsonld";
    Thing agent{publisher_.site + "/#publisher", {"foaf:Agent"}, {}};
    agent.add("dct:identifier", plain(publisher_.site))
        .add("dct:title", publisher_.name)
        .add("foaf:name", publisher_.name);
    say_(agent);
    Thing set{home + "#dataset", {"dcat:Dataset"}, {}};
    set.add("dct:identifier", plain(home))
        .add("dct:title", names_of(msg::catalogue_title))
        .add("dct:description", names_of(msg::catalogue_lead))
        .add("dct:publisher", thing(agent.address))
        .add("dcat:landingPage", thing(document(publisher_.site + "/procedures")));
    return set;
}

void Graph::dataset() { say_(dataset_alone()); }

namespace {

struct Distribution {
    std::string_view ending, media, file_type;
};
constexpr std::array<Distribution, 4> distributions{{
    {"jsonld", "application/ld+json", "JSON_LD"},
    {"ttl", "text/turtle", "RDF_TURTLE"},
    {"csv", "text/csv", "CSV"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
}};

constexpr std::string_view authority = "http://publications.europa.eu/resource/authority/";
constexpr std::string_view media_types = "https://www.iana.org/assignments/media-types/";

}  // namespace

void Graph::catalogue(Instant changed) {
    auto const home = publisher_.site + "/api/v1/catalog.jsonld";
    auto set = dataset_alone();
    if (changed != Instant{}) set.add("dct:modified", moment(changed));
    set.add("dct:spatial", thing(kingdom()))
        .add("dct:accrualPeriodicity", thing(std::string(authority) + "frequency/CONT"))
        .add("dcat:theme", thing(std::string(authority) + "data-theme/GOVE"));
    for (auto const& one : distributions) {
        auto const file = publisher_.site + "/api/v1/procedures." + std::string(one.ending);
        Thing part{home + "#" + std::string(one.ending), {"dcat:Distribution"}, {}};
        part.add("dct:title", text(Language::en, one.file_type))
            .add("dcat:accessURL", thing(file))
            .add("dcat:downloadURL", thing(file))
            .add("dcat:mediaType", thing(std::string(media_types) + std::string(one.media)))
            .add("dct:format",
                 thing(std::string(authority) + "file-type/" + std::string(one.file_type)));
        if (one.ending == "jsonld" || one.ending == "ttl")
            part.add("dct:conformsTo", thing("https://semiceu.github.io/CPSV-AP/releases/3.2.0/"));
        set.add("dcat:distribution", thing(part.address));
        say_(part);
    }
    Thing all{home + "#catalogue", {"dcat:Catalog"}, {}};
    all.add("dct:title", names_of(msg::catalogue_title))
        .add("dct:description", names_of(msg::catalogue_lead))
        .add("dct:publisher", thing(publisher_.site + "/#publisher"))
        .add("dct:language", thing(language("ARA", {"العربية", "arabe", "Arabic", {}})))
        .add("dct:language", thing(language("FRA", {"الفرنسية", "français", "French", {}})))
        .add("dcat:dataset", thing(set.address));
    say_(set);
    say_(all);
    for (auto const code : themes()) concept_of("theme", code, theme_named(code));
    for (auto const code : audiences()) concept_of("audience", code, audience_named(code));
}

std::string Graph::concept_of(std::string_view kind, std::string_view code, Message const* label) {
    auto address = publisher_.site + "/api/v1/catalog.jsonld#";
    address.append(kind).append("-");
    html::append_encoded(address, code);
    if (!first_time(address)) return address;
    Thing one{address, {"skos:Concept"}, {}};
    one.add("skos:notation", plain(code));
    if (label != nullptr) one.add("skos:prefLabel", names_of(*label));
    say_(one);
    return address;
}

std::string Graph::language(std::string_view code, Names const& label) {
    std::string address = "http://publications.europa.eu/resource/authority/language/";
    address += code;
    if (first_time(address))
        say_(Thing{address, {"dct:LinguisticSystem"}, {}}.add("skos:prefLabel", label));
    return address;
}

std::string Graph::currency() {
    std::string address = "http://publications.europa.eu/resource/authority/currency/MAD";
    if (first_time(address))
        say_(Thing{address, {"skos:Concept"}, {}}.add(
            "skos:prefLabel", Names{"الدرهم المغربي", "dirham marocain", "Moroccan dirham", {}}));
    return address;
}

// The profile wants the area of a service to be a dct:Location and that of an organisation to be an
// administrative unit: a place is both.
std::string Graph::kingdom() {
    std::string address = "http://publications.europa.eu/resource/authority/country/MAR";
    if (first_time(address))
        say_(Thing{address, {"dct:Location", "atu:atu-type"}, {}}.add(
            "skos:prefLabel",
            Names{"المملكة المغربية", "Royaume du Maroc", "Kingdom of Morocco", {}}));
    return address;
}

std::string Graph::place(TerritoryId id) {
    auto const* const known = places_.territory(id);
    if (known == nullptr) return kingdom();
    auto address = publisher_.site + "/territory/" + std::to_string(id.value());
    if (!first_time(address)) return address;
    Thing one{address, {"dct:Location", "atu:atu-type"}, {}};
    if (!known->code.empty()) one.add("dct:identifier", plain(known->code));
    say_(one.add("skos:prefLabel", known->name));
    return address;
}

std::string Graph::document(std::string_view address) {
    std::string out(address);
    if (first_time("page " + out)) say_(Thing{out, {"foaf:Document"}, {}});
    return out;
}

std::string Graph::organisation(AdministrationId id) {
    auto const* const known = places_.administration(id);
    // An administration that the directory lost keeps an address, so that the sheet says who.
    auto address = publisher_.site + "/administrations/" +
                   (known == nullptr ? std::to_string(id.value()) : known->slug);
    if (!first_time(address)) return address;
    Thing one{address, {"cv:PublicOrganisation", "org:Organization"}, {}};
    one.add("dct:identifier", plain(known == nullptr ? std::to_string(id.value()) : known->slug));
    if (known == nullptr) {
        one.add("skos:prefLabel", text(Language::ar, std::to_string(id.value())))
            .add("dct:spatial", thing(kingdom()));
        say_(one);
        return address;
    }
    one.add("skos:prefLabel", known->name)
        .add("dct:spatial", thing(known->territory ? place(*known->territory) : kingdom()));
    if (!known->website.empty())
        one.add("foaf:homepage", thing(document(html::outside(known->website).text())));
    say_(one);
    return address;
}

std::string Graph::office_contact(directory::Administration const& office) {
    auto address = publisher_.site + "/administrations/" + office.slug + "#contact";
    if (!first_time(address)) return address;
    Thing one{address, {"cv:ContactPoint"}, {}};
    one.add("dct:identifier", plain(office.slug + "#contact"));
    if (!office.phone.empty()) one.add("cv:telephone", plain(office.phone));
    if (!office.email.empty()) one.add("cv:email", plain(office.email));
    one.add("cv:contactPage", thing(document(publisher_.site + "/administrations/" + office.slug)));
    if (!office.hours.ar.empty()) {
        Thing hours{publisher_.site + "/administrations/" + office.slug + "#hours",
                    {"time:TemporalEntity"},
                    {}};
        hours.add("dct:description", office.hours);
        one.add("cv:openingHours", thing(hours.address));
        say_(hours);
    }
    say_(one);
    return address;
}

// The owner answers for the sheet; whoever offers it decides with it. A sheet of the State that
// its owner alone offers holds in the whole Kingdom, and names no place.
void Graph::describe_authorities(Sheet const& sheet, std::span<Offer const> offers,
                                 Thing& service) {
    service.add("cv:hasCompetentAuthority", thing(organisation(sheet.owner)))
        .add("ma:owner", thing(organisation(sheet.owner)));
    for (auto const& offer : offers) {
        if (offer.administration != sheet.owner)
            service.add("cv:hasCompetentAuthority", thing(organisation(offer.administration)));
        auto const* const office = places_.administration(offer.administration);
        if (office != nullptr && office->territory)
            service.add("dct:spatial", thing(place(*office->territory)));
    }
}

}  // namespace wasl::procedures::rdf
