// SPDX-License-Identifier: Apache-2.0
// What can be done now, why something else cannot, and how long there is.
#include <array>

#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;
using html::to;

namespace {

struct Offer {
    Action action;
    char key;  // of the keyboard
    html::Lit look;
};

constexpr auto steps_of_office = std::to_array<Offer>({
    {Action::take_up, 't', {"button"}},
    {Action::approve, 'a', {"button"}},
    {Action::refuse, 'r', {"button danger"}},
    {Action::attest, 'a', {"button"}},
    {Action::ask_replacement, 'd', {"button secondary"}},
    {Action::ask_information, 'i', {"button secondary"}},
    {Action::ask_originals, 'o', {"button secondary"}},
    {Action::answer, 'o', {"button secondary"}},
    {Action::extend, 'e', {"button secondary"}},
    {Action::revoke, 'v', {"button danger"}},
    {Action::leave_unanswered, 'n', {"button secondary"}},
});

void offer(html::Html& h, Review const& page, Offer const& one, Message const& label) {
    h("<a class=\""_h, one.look, "\" accesskey=\""_h, std::string_view(&one.key, 1), "\" href=\""_h,
      to("/desk/", page.dossier.number, "/do/", name_of(one.action)), "\">"_h, label, "</a>"_h);
}

// Of originals alone the office says that they were answered: it saw them.
bool shown_to_office(Review const& page, Action action) {
    if (action != Action::answer) return true;
    auto const* ask = page.dossier.open_ask();
    return ask && ask->kind == Ask::originals;
}

// The words of a complete form, so that only the dossier itself can be in the way.
Outcome tried(Review const& page, Action action) {
    auto const here = page.dossier.situation(page.today);
    auto const by = page.dossier.eyes.actors();
    constexpr std::string_view words = "---words---";
    switch (action) {
        case Action::ask_replacement: return may_ask(here, by, Ask::replacement, words);
        case Action::ask_information: return may_ask(here, by, Ask::information, words);
        case Action::ask_originals: return may_ask(here, by, Ask::originals, words);
        case Action::extend: return may_extend(here, by, 1, words);
        case Action::refuse:
            return may_refuse(here, by,
                              {words,
                               {words},
                               words,
                               page.dossier.route == Route::investment_law ? 0 : appealing_days});
        default: return Done{};
    }
}

void not_possible(html::Html& h, Review const& page) {
    if (!page.in_charge() || page.dossier.state == State::lodged || !is_open(page.dossier.state))
        return;
    html::Disclosure const more(h, msg::review_not_possible);
    h("<ul class=\"reasons\">"_h);
    for (auto const action : {Action::refuse, Action::ask_replacement, Action::ask_information,
                              Action::ask_originals, Action::extend}) {
        auto const tested = tried(page, action);
        if (!tested.refused()) continue;
        h("<li><b>"_h, word_of("action", name_of(action)), "</b> — "_h, tested.refusal().what,
          " <span class=\"meta\">"_h);
        if (auto const article = article_said(tested.refusal().article)) h(article);
        h("</span></li>"_h);
    }
    h("</ul>"_h);
}

void other_acts(html::Html& h, Review const& page) {
    if (!page.in_charge() || !is_open(page.dossier.state)) return;
    h("<a class=\"button quiet\" accesskey=\"g\" href=\""_h,
      to("/desk/", page.dossier.number, "/do/assign"), "\">"_h, msg::action_assign, "</a>"_h);
    if (is_owed(page.dossier.state))
        h("<a class=\"button quiet\" href=\""_h,
          to("/desk/", page.dossier.number, "/do/ask_opinion"), "\">"_h, msg::action_ask_opinion,
          "</a>"_h);
}

}  // namespace

void what_next(html::Html& h, Review const& page) {
    h("<section class=\"next\"><h2>"_h, msg::review_next, "</h2><div class=\"steps-offered\">"_h);
    bool any = false;
    if (page.hears_appeal()) {
        h("<a class=\"button\" accesskey=\"a\" href=\""_h,
          to("/desk/", page.dossier.number, "/do/decide_appeal"), "\">"_h,
          msg::review_decide_appeal, "</a>"_h);
        any = true;
    }
    for (auto const& one : steps_of_office) {
        if (!page.offers(one.action) || !shown_to_office(page, one.action)) continue;
        any = true;
        offer(h, page, one,
              one.action == Action::answer ? msg::review_originals_seen
                                           : word_of("action", name_of(one.action)));
    }
    if (!any) h("<p class=\"meta\">"_h, msg::review_nothing, "</p>"_h);
    other_acts(h, page);
    h("</div>"_h);
    not_possible(h, page);
    h("</section>"_h);
}

void clock(html::Html& h, Review const& page) {
    auto const lines = page.dossier.clock_in_words();
    if (lines.empty()) return;
    h("<section><h2>"_h, msg::review_clock, "</h2>"_h);
    if (is_owed(page.dossier.state) && page.dossier.due) {
        h("<p>"_h, *page.dossier.due, " "_h);
        html::deadline_chip(h, *page.dossier.due, page.today);
        h("</p>"_h);
    }
    h("<ol class=\"arithmetic\">"_h);
    for (auto const& line : lines) {
        h("<li>"_h, line.said);
        if (auto const article = article_said(line.article))
            h(" <span class=\"meta\">"_h, article, "</span>"_h);
        h("</li>"_h);
    }
    h("</ol><p class=\"hint\">"_h,
      page.dossier.silence_accepts ? msg::silence_acceptance : msg::silence_appeal,
      "</p></section>"_h);
}

}  // namespace wasl::dossiers::office
