// SPDX-License-Identifier: Apache-2.0
// What is said around a dossier: with the citizen, with another unit, among officers.
#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;
using html::to;

static void write_here(html::Html& h, Review const& page, html::Url const& action,
                       Message const& label, Message const& hint, Message const& send) {
    html::Form const form(h, {.action = action, .csrf = page.visitor.csrf});
    html::text_area(
        h, {.name = "text", .label = label, .hint = hint, .length_max = text_signs_max, .rows = 3});
    html::button(h, send, html::ButtonKind::secondary);
}

void conversation(html::Html& h, Review const& page) {
    auto const& eyes = page.dossier.eyes;
    if (!page.in_charge() && !eyes.auditor) return;
    h("<section id=\"messages\"><h2>"_h, msg::review_messages, "</h2>"_h);
    if (page.dossier.messages.empty())
        h("<p class=\"meta\">"_h, msg::review_no_messages, "</p>"_h);
    else {
        html::Thread thread(h);
        for (auto const& one : page.dossier.messages)
            thread.letter({one.from_citizen
                               ? html::Words(html::isolated(page.dossier.applicant_name))
                               : page.names.of(one.author),
                           one.sent_at, one.body, !one.from_citizen});
    }
    if (page.in_charge())
        write_here(h, page, to("/desk/", page.dossier.number, "/do/message"),
                   msg::review_message_text, msg::review_message_hint, msg::review_message_send);
    h("</section>"_h);
}

void notes(html::Html& h, Review const& page) {
    if (!page.in_charge() && !page.dossier.eyes.auditor) return;
    h("<section><h2>"_h, msg::review_notes, "</h2>"_h);
    for (auto const& note : page.dossier.notes) {
        h("<div class=\"note\">"_h);
        html::long_text(h, note.body);
        h("<p class=\"meta\">"_h, page.names.of(note.author), " · "_h, note.at, "</p></div>"_h);
    }
    if (page.in_charge()) {
        html::Form const form(h, {.action = to("/desk/", page.dossier.number, "/do/note"),
                                  .csrf = page.visitor.csrf});
        h("<div class=\"field\"><label for=\"note-text\">"_h, msg::review_note_text,
          "</label><textarea id=\"note-text\" name=\"text\" rows=\"3\" dir=\"auto\" required "
          "maxlength=\"10000\" aria-describedby=\"note-hint\"></textarea><p class=\"hint\" "
          "id=\"note-hint\">"_h,
          msg::review_note_hint, "</p></div>"_h);
        html::button(h, msg::review_note_keep, html::ButtonKind::secondary);
    }
    h("</section>"_h);
}

static void opinion(html::Html& h, Review const& page, Opinion const& one) {
    h("<div class=\"note\"><h3>"_h, unit_name(h.language(), page.places, one.unit), "</h3>"_h);
    html::long_text(h, one.question);
    h("<p class=\"meta\">"_h, page.names.of(one.asked_by), " · "_h, one.asked_at, " · "_h,
      say(msg::review_opinion_until, {{"day", one.due}}), "</p>"_h);
    if (one.answered_at) {
        html::tag(h, *one.favourable ? html::Tone::success : html::Tone::danger,
                  *one.favourable ? msg::review_favourable : msg::review_unfavourable);
        html::long_text(h, one.answer);
        h("<p class=\"meta\">"_h, page.names.of(one.answered_by), " · "_h, *one.answered_at,
          "</p>"_h);
    } else if (answers_for(page.visitor, page.places, one.unit)) {
        html::link_button(h,
                          html::with(to("/desk/", page.dossier.number, "/do/give_opinion"),
                                     "opinion", std::to_string(one.id.value())),
                          msg::action_give_opinion);
    } else {
        html::deadline_chip(h, one.due, page.today);
    }
    h("</div>"_h);
}

void opinions(html::Html& h, Review const& page) {
    if (page.dossier.opinions.empty()) return;
    h("<section id=\"opinions\"><h2>"_h, msg::review_opinions, "</h2>"_h);
    for (auto const& one : page.dossier.opinions) opinion(h, page, one);
    h("</section>"_h);
}

}  // namespace wasl::dossiers::office
