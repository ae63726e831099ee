// SPDX-License-Identifier: Apache-2.0
// Acts of the office on one dossier. Each has a page of its own: a form, what it rests on, and,
// where it cannot be taken back, the words that the citizen will read, to be confirmed.
#pragma once

#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers::office {

struct ActPage;
// One act: its name in addresses, whether it is shown before it is done, its form, what the rules
// say to the form before anything is written, and the use-case of the desk.
struct ActKind {
    std::string_view name;
    bool confirmed = false;
    void (*form)(html::Html&, ActPage const&);
    Outcome (*check)(ActPage const&);
    Outcome (*perform)(Desk const&, db::Writer&, Act const&, http::Request const&);
    void (*preview)(html::Html&, ActPage const&) = nullptr;
};
ActKind const* act_named(std::string_view name);

struct ActPage {
    ActKind const& kind;
    Review const& review;
    http::Request const& request;  // what was typed
    Desk const& desk;
    std::vector<std::pair<std::string, html::Words>> people;  // to whom it may be given
    html::Faults faults{};
    std::string_view article{};  // of the refusal
    bool sent = false;           // the form came back
    int seen = 0;                // the last step of the history on the page that was sent
    bool stale = false;

    // What was typed, or a first proposal.
    std::string_view typed(std::string_view name, std::string_view first = {}) const {
        return sent ? request.field(name) : first;
    }
};

// Whether the act can be started today, and why not.
Outcome may_start(ActPage const&);
// The form; the page that asks to confirm; the page that says why not.
void act_form(html::Html&, ActPage const&);
void act_confirm(html::Html&, ActPage const&);
Message const& act_title(ActKind const&);

// views_act_forms.cpp and views_decide.cpp
void form_of_take_up(html::Html&, ActPage const&);
void form_of_assign(html::Html&, ActPage const&);
void form_of_judge(html::Html&, ActPage const&);
void form_of_ask(html::Html&, ActPage const&);
void form_of_originals_seen(html::Html&, ActPage const&);
void form_of_extend(html::Html&, ActPage const&);
void form_of_ask_opinion(html::Html&, ActPage const&);
void form_of_give_opinion(html::Html&, ActPage const&);
void form_of_text(html::Html&, ActPage const&);
void form_of_approve(html::Html&, ActPage const&);
void form_of_refuse(html::Html&, ActPage const&);
void form_of_revoke(html::Html&, ActPage const&);
void form_of_unanswered(html::Html&, ActPage const&);
void form_of_attest(html::Html&, ActPage const&);
void form_of_appeal(html::Html&, ActPage const&);
void preview_of_approve(html::Html&, ActPage const&);
void preview_of_refuse(html::Html&, ActPage const&);
void preview_of_revoke(html::Html&, ActPage const&);
void preview_of_unanswered(html::Html&, ActPage const&);
void preview_of_attest(html::Html&, ActPage const&);
void preview_of_appeal(html::Html&, ActPage const&);

Ask ask_in(std::string_view act);  // "ask_information"
// One article a line.
std::vector<std::string> articles_in(std::string_view typed);

// A text that an officer writes, as typed before.
void area(html::Html&, ActPage const&, std::string_view name, Message const& label,
          html::Words const& hint = {}, bool required = true);

}  // namespace wasl::dossiers::office
