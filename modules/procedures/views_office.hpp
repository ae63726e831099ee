// SPDX-License-Identifier: Apache-2.0
// The officer's pages beside the editor.
#pragma once

#include "modules/procedures/gate.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct OfferedHere {
    SheetId id{0};
    Names title;
};
struct OfficeList {
    std::vector<SheetLine> lines;
    std::vector<OfferedHere> offered;  // of other owners, at a place that the visitor heads
    std::vector<Place> owners;         // for whom a draft may be opened
    html::Faults faults;
    std::string code, title, owner;  // as typed
    std::string_view csrf;
    Date today{};
    bool answers_claims = false, reviews = false, secretariat = false;
};
void show_office(html::Html&, OfficeList const&);
// A choice among the administrations of the visitor.
void owner_field(html::Html&, Message const& label, std::vector<Place> const& owners,
                 std::string_view chosen, Said const& fault);
void choose_code(html::Html&, std::string_view typed, html::Faults const&);

struct OfficeSheet {
    Draft const& draft;
    std::vector<Objection> const& objections;
    std::vector<RevisionLine> history;
    std::vector<std::string> publishers;  // names, beside history; empty: the program
    std::size_t offers = 0;
    html::Faults faults;
    std::string_view csrf;
    Hands hands{};
    bool may_edit = false;
    std::vector<StepLine> steps;
    std::optional<Date> certified{};
    Date today{};
};
void show_office_sheet(html::Html&, OfficeSheet const&);

struct OffersPage {
    Draft const& draft;
    std::vector<Offer> offers;
    directory::Picture const& directory;
    html::Faults faults;
    std::string_view csrf;
    bool may_change = false;  // the owner's head, or the head of a place that offers it
    bool owns = true;         // not only of one of the places
    Offer typed{};            // where a form came back
};
void show_offers(html::Html&, OffersPage const&);

}  // namespace wasl::procedures::views
