// SPDX-License-Identifier: Apache-2.0
// The registry as a graph of CPSV-AP 3.2.0, the European profile for public services. Every part
// of a sheet has an address of its own that stays while the sheet does; whatever is referred to is
// described in the same document, once.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "modules/procedures/export/rdf.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures::rdf {

Names names_of(Message const&);  // its texts, in each language that has one

// Whose catalogue it is.
struct Publisher {
    std::string site;  // "https://wasl.example.ma"
    Names name;
};

class Graph {
public:
    using Sink = std::function<void(Thing const&)>;
    Graph(Publisher, directory::Picture const&, Sink);

    void dataset();
    // The entry for data portals: catalogue, dataset with its distributions, and the words.
    void catalogue(Instant changed);
    void sheet(Sheet const&, std::span<Offer const>, Instant published);

    std::string address_of(Sheet const&) const;

private:
    // Each says the address, and describes what stands there unless that was done before.
    std::string concept_of(std::string_view kind, std::string_view code, Message const* label);
    std::string language(std::string_view code, Names const& label);
    std::string currency();
    std::string place(TerritoryId);
    std::string kingdom();
    std::string organisation(AdministrationId);
    std::string office_contact(directory::Administration const&);
    std::string document(std::string_view address);
    Thing dataset_alone();

    void describe_terms(Sheet const&, Thing& service);
    void describe_rules(Sheet const&, Thing& service);
    void describe_documents(Sheet const&, Thing& service);
    void describe_fees(Sheet const&, Thing& service);
    void describe_channels(Sheet const&, Thing& service);
    void describe_authorities(Sheet const&, std::span<Offer const>, Thing& service);
    void describe_subjects(Sheet const&, Thing& service);
    void describe_requirements(Sheet const&, Thing& service);
    void describe_steps(Sheet const&, Thing& service);
    void describe_information(Sheet const&, Thing& service);
    void describe_events(Sheet const&, Thing& service);
    static void add_condition(Thing&, std::vector<Condition> const&);
    std::string legal_resource(Sheet const&, LegalBasis const&);
    void add_bases(Thing&, Sheet const&, std::span<LegalBasis const>);
    Thing part_of(Sheet const&, std::string_view kind, std::string_view code, Word type) const;

    bool first_time(std::string const& address) { return said_.insert(address).second; }

    Publisher publisher_;
    directory::Picture const& places_;
    Sink say_;
    std::unordered_set<std::string> said_;   // shared things: words, places, administrations
    std::unordered_set<std::string> bases_;  // legal texts of the sheet at hand
};

}  // namespace wasl::procedures::rdf
