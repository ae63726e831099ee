// SPDX-License-Identifier: Apache-2.0
// The journey from "start" to "file", as people see it.
#pragma once

#include "modules/dossiers/citizen.hpp"
#include "modules/dossiers/questions.hpp"

namespace wasl::dossiers::views {

// For whom a request can be made: oneself, or who gave a mandate.
struct Principal {
    PersonId id{0};
    std::string name;
};
struct Start {
    procedures::Sheet const& sheet;
    directory::Picture const& places;
    std::vector<Principal> principals;
    std::optional<DossierId> unfinished;  // a draft for the same thing
    std::string_view csrf, once, chosen_for, chosen_unit;
    html::Faults const& faults;
};
void start(html::Html&, Start const&);

struct ChoosePlace {
    procedures::Entry const& entry;
    directory::Picture const& places;
};
void choose_place(html::Html&, ChoosePlace const&);

// What all pages of one draft share.
struct Draft {
    Dossier const& dossier;
    procedures::Sheet const& sheet;
    directory::Picture const& places;
    std::string_view csrf;
    std::string applicant;  // empty: the visitor
    html::Faults const& faults;
    bool to_check = false;                     // came from the last page, goes back to it
    procedures::Sheet const* newer = nullptr;  // the text in force, where this one no longer is
};
// What became of the sheet since the draft was begun, and the button that goes on with it.
void revised_meanwhile(html::Html&, Draft const&);
void question(html::Html&, Draft const&, std::size_t number, FieldValues const& typed);
void documents(html::Html&, Draft const&);
// One document with the files that were given for it.
void ask_for_document(html::Html&, Draft const&, procedures::Document const&,
                      html::Words const& label, html::ListNames& names);
void check_answers(html::Html&, Pages const&, Draft const&, std::vector<FieldFault> const&,
                   std::span<std::string const> lacking, Date today);
void drop(html::Html&, Draft const&);

// Also used where a filed dossier is shown.
void answers(html::Html&, procedures::Sheet const&, FieldValues const&);
// What is to be paid by these answers, computed where the sheet has a formula.
void due_fees(html::Html&, procedures::Sheet const&, FieldValues const&);
// Of the user, and by the answers of now.
bool is_asked_for(Draft const&, procedures::Document const&);
html::Words answer_words(Language, procedures::FormField const&, std::string_view answer);
void fetched_documents(html::Html&, procedures::Sheet const&);
Message const& question_title(Question const&);
html::Url draft_url(DossierId, std::size_t question);

}  // namespace wasl::dossiers::views
