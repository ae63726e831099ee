// SPDX-License-Identifier: Apache-2.0
// One dossier, as the office sees it, and the forms of its acts.
#pragma once

#include "modules/dossiers/office.hpp"

namespace wasl::dossiers::office {

struct Review {
    Dossier const& dossier;
    procedures::Sheet const& sheet;
    directory::Picture const& places;
    http::Visitor const& visitor;
    NameList& names;
    Date today;
    Neighbours neighbours{};
    html::Words done{};  // what was just done

    bool offers(Action) const;
    // In what capacity the reader stands before the pending appeal, and whether he decides it.
    Actors appeal_actors() const;
    bool hears_appeal() const;
    bool in_charge() const { return dossier.eyes.officer || dossier.eyes.head; }
};
void review(html::Html&, Review const&);

// Parts of that page.
void what_next(html::Html&, Review const&);
void clock(html::Html&, Review const&);
void asks(html::Html&, Review const&);
void answers(html::Html&, Review const&);
void documents(html::Html&, Review const&);
void fetches(html::Html&, Review const&);
void repeats(html::Html&, Review const&);
void decisions(html::Html&, Review const&);
void silence_and_appeals(html::Html&, Review const&);
void opinions(html::Html&, Review const&);
void conversation(html::Html&, Review const&);
void notes(html::Html&, Review const&);
void history(html::Html&, Review const&);
html::Words requirement_name(Language, procedures::Sheet const&, std::string_view code);

// A step taken, as a line of the history.
void step_taken(html::Timeline&, Review const&, StepTaken const&);

}  // namespace wasl::dossiers::office
