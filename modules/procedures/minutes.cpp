// SPDX-License-Identifier: Apache-2.0
// The minutes of a session, on paper and in the official language.
#include "modules/procedures/commission.hpp"
#include "modules/procedures/messages.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/pdf/pdf.hpp"

namespace wasl::procedures {
namespace {

constexpr auto official = Language::ar;

std::string line_said(Said const& what) { return pdf::sentence(official, what); }

void write_presence(pdf::Paper& paper, CommissionSession const& session) {
    paper.heading(line_said(msg::session_present));
    std::vector<std::vector<std::string>> rows;
    for (auto const& one : session.present) rows.push_back({one.name, one.capacity});
    paper.table({line_said(msg::session_name), line_said(msg::session_capacity)}, rows);
}

void write_item(pdf::Paper& paper, AgendaItem const& item, directory::Picture const& places) {
    paper.heading(item.title);
    if (auto const* const owner = places.administration(item.owner))
        paper.row(line_said(msg::sheet_owner), owner->name.ar);
    paper.row(line_said(msg::session_sheet_code), item.code);
    if (!item.ruling) return;
    auto const& ruling = *item.ruling;
    paper.row(line_said(msg::session_verdict),
              line_said(*msg::find("verdict." + std::string(name_of(ruling.verdict)))));
    if (!ruling.reason.empty()) paper.row(line_said(msg::pipeline_reason), ruling.reason);
    if (!ruling.legal_note.empty())
        paper.row(line_said(msg::pipeline_legal_note), ruling.legal_note);
    if (!ruling.into.empty()) paper.row(line_said(msg::pipeline_into), ruling.into);
}

}  // namespace

std::string minutes_paper(CommissionSession const& session, directory::Picture const& places,
                          std::string_view site) {
    pdf::Paper paper(
        official,
        {.authority = {line_said(msg::session_kingdom), line_said(msg::session_government),
                       line_said(msg::session_commission)},
         .title = line_said(msg::session_minutes),
         .number = session.number,
         .qr = std::string(site) + "/registry/sessions/" + std::to_string(session.id.value()),
         .qr_caption = line_said(msg::session_qr),
         .footer = line_said(msg::session_footer)});
    paper.row(line_said(msg::session_held_on), i18n::date(official, session.held_on));
    paper.row(line_said(msg::session_place), session.place);
    paper.row(line_said(msg::session_sheets),
              line_said(say(msg::session_count, {number("count", session.agenda.size())})));
    if (!session.closed) paper.banner(line_said(msg::session_not_closed));
    write_presence(paper, session);
    for (auto const& item : session.agenda) write_item(paper, item, places);
    return paper.finish();
}

}  // namespace wasl::procedures
