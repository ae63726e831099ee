// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/views_verify.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

void verify_form(html::Html& h, std::string_view typed, bool unknown) {
    // The check sign tells a slip of the pen from a number that nobody was given.
    bool const mistyped = unknown && !parse_receipt(typed);
    h("<h1>"_h,
      mistyped  ? msg::verify_mistyped
      : unknown ? msg::verify_unknown
                : msg::verify_title,
      "</h1>"_h);
    if (unknown) {
        html::Panel const panel(h, html::Tone::warning);
        h("<p>"_h,
          say(mistyped ? msg::verify_mistyped_text : msg::verify_unknown_text,
              {text("number", typed)}),
          "</p>"_h);
    } else {
        h("<p class=\"lead\">"_h, msg::verify_lead, "</p>"_h);
    }
    {
        html::FilterForm const form(h, to("/verify"));
        html::text_field(h, {.name = "number",
                             .label = msg::verify_number,
                             .hint = msg::verify_number_hint,
                             .value = typed,
                             .autocomplete = "off",
                             .left_to_right = true,
                             .length_max = 40});
        html::button(h, msg::verify_check);
    }
    h("<p><a href=\""_h, to("/certificates"), "\">"_h, msg::verify_certificates, "</a></p>"_h);
}

static Message const& verified_kind_name(Verification const& found) {
    switch (found.paper) {
        case Verification::Paper::receipt: return msg::paper_receipt;
        case Verification::Paper::decision: return msg::paper_decision;
        case Verification::Paper::attestation: return msg::paper_attestation;
        case Verification::Paper::revocation: return msg::paper_revocation;
    }
    return msg::paper_receipt;
}

static void verdict(html::Html& h, Verification const& found) {
    if (!found.authentic) {
        html::notice(h, html::Tone::danger, msg::verify_doubtful);
        return;
    }
    html::Panel const panel(h, found.revoked_on ? html::Tone::warning : html::Tone::success,
                            found.revoked_on ? msg::verify_revoked : msg::verify_authentic);
    h("<p>"_h, msg::verify_journal, "</p>"_h);
}

void verified(html::Html& h, Verification const& found, procedures::Picture const& published,
              directory::Picture const& places) {
    h("<h1>"_h, verified_kind_name(found), "</h1><p class=\"lead\">"_h, html::code(found.number),
      "</p>"_h);
    verdict(h, found);
    {
        html::SummaryList list(h);
        list.row(msg::filing_procedure, title_of(h.language(), published, found.procedure));
        list.row(msg::filing_administration, place_of(h.language(), places, found.administration));
        if (found.number != found.dossier_number)
            list.row(msg::mine_receipt_number, html::code(found.dossier_number));
        if (found.paper == Verification::Paper::decision)
            list.row(msg::mine_decision,
                     found.approved ? msg::mine_decision_approved : msg::mine_decision_refused);
        list.row(msg::verify_state, word_of("state", name_of(found.state)));
        if (found.filed_on) list.row(msg::mine_filed_on, *found.filed_on);
        if (found.complete_on) list.row(msg::mine_complete_on, *found.complete_on);
        if (found.due)
            list.row(is_owed(found.state) ? msg::mine_due : msg::verify_waiting_until, *found.due);
        if (found.issued_on && found.paper != Verification::Paper::receipt)
            list.row(msg::verify_issued_on, *found.issued_on);
        if (found.revoked_on) list.row(msg::verify_revoked_on, *found.revoked_on);
    }
    h("<p class=\"hint\">"_h, msg::verify_nothing_personal, "</p>"_h);
    {
        html::Disclosure const more(h, msg::verify_print);
        h("<p>"_h, msg::verify_print_text, "</p><p class=\"said\">"_h, html::code(found.hash),
          "</p>"_h);
    }
    h("<p><a href=\""_h, to("/verify"), "\">"_h, msg::verify_another, "</a></p>"_h);
}

}  // namespace wasl::dossiers::views
