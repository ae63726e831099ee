// SPDX-License-Identifier: Apache-2.0
// /office/sessions for the commission's secretariat, /registry/sessions for everybody.
#include <algorithm>

#include "modules/procedures/editor.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_commission.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

Outcome enters_secretariat(Pages const& pages, http::Asked const& asked) {
    if (pages.desk.sits_in_secretariat(asked.db, asked.visitor)) return Done{};
    return Refusal{Refused::forbidden, say(msg::refusal_not_yours), "55.19/27"};
}

Result<CommissionSession> asked_session(Pages const& pages, http::Asked const& asked) {
    auto const id = id_of(asked.wild(0));
    auto found = id ? pages.desk.session(asked.db, CommissionId{*id}) : std::nullopt;
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    return std::move(*found);
}

http::Response sessions_page(Pages const& pages, http::Asked const& asked, bool may,
                             html::Faults const& faults, int status = 200) {
    auto const sessions = pages.desk.sessions(asked.db);
    views::SessionsPage const page{sessions, may, faults, asked.request, asked.visitor.csrf};
    return http::shown(
        asked, {.title = msg::session_title}, [&](html::Html& h) { views::show_sessions(h, page); },
        status);
}

Result<http::Response> list_sessions(Pages const& pages, http::Asked const& asked) {
    TRY(enters_secretariat(pages, asked));
    return sessions_page(pages, asked, true, {});
}

Result<http::Response> open_session(Pages const& pages, http::Acted const& acted) {
    TRY(enters_secretariat(pages, acted));
    html::Faults faults;
    auto const held_on = date_from_iso(acted.request.field("held_on"));
    if (!held_on) {
        faults.add("held_on", msg::refusal_session_day);
        return sessions_page(pages, acted, true, faults, 422);
    }
    auto const opened = acted.write([&](db::Writer& db) {
        return pages.desk.open_session(db, *held_on, acted.request.field("place"),
                                       acted.visitor.person, acted.now);
    });
    if (!opened.refused())
        return back_to(acted, html::to("/office/sessions/", opened.value().value()));
    faults.add(opened.refusal());
    return sessions_page(pages, acted, true, faults, http::status_of(opened.refusal().why));
}

http::Response session_page(Pages const& pages, http::Asked const& asked,
                            CommissionSession const& session, html::Faults const& faults,
                            int status = 200) {
    auto const waiting = pages.desk.submitted(asked.db, false);
    auto const places = pages.directory.picture();
    views::SessionPage const page{session, waiting,       *places,
                                  faults,  asked.request, asked.visitor.csrf};
    html::Words done;
    if (asked.request.asked("done") == "session") done = msg::office_done_session;
    return http::shown(
        asked, {.title = say(msg::session_one, {text("number", session.number)}), .success = done},
        [&](html::Html& h) { views::show_session(h, page); }, status);
}

Result<http::Response> show_session(Pages const& pages, http::Asked const& asked) {
    TRY(enters_secretariat(pages, asked));
    return session_page(pages, asked, TRY(asked_session(pages, asked)), {});
}

// "الاسم | الصفة", one a line.
std::vector<Attendant> attendants(std::string_view lines) {
    std::vector<Attendant> out;
    for (auto& one : choices_from(lines)) out.push_back({std::move(one.ar), std::move(one.fr)});
    return out;
}

Outcome change_session(Pages const& pages, http::Acted const& acted, CommissionId id,
                       db::Writer& db) {
    auto const& request = acted.request;
    auto const what = request.field("do");
    if (what == "close") return pages.desk.close_session(db, id, acted.visitor.person, acted.now);
    if (what == "presence")
        return pages.desk.note_presence(db, id, attendants(request.field("present")));
    SheetId const sheet{request.field_number("sheet").value_or(0)};
    auto const verdict = verdict_named(request.field("verdict"));
    if (what != "rule" || !verdict)
        return Refusal{Refused::invalid, say(msg::refusal_field_unknown)};
    return pages.desk.rule(
        db, id, sheet,
        {*verdict, std::string(request.field("reason")), std::string(request.field("legal_note")),
         std::string(request.field("into"))});
}

Result<http::Response> after_session_act(Pages const& pages, http::Acted const& acted,
                                         CommissionId id, Outcome const& outcome) {
    if (!outcome.refused()) {
        pages.desk.expire();
        return back_to(acted,
                       html::with(html::to("/office/sessions/", id.value()), "done", "session"));
    }
    html::Faults faults;
    faults.add(outcome.refusal());
    return session_page(pages, acted, TRY(asked_session(pages, acted)), faults,
                        http::status_of(outcome.refusal().why));
}

Result<http::Response> act_in_session(Pages const& pages, http::Acted const& acted) {
    TRY(enters_secretariat(pages, acted));
    auto const id = TRY(asked_session(pages, acted)).id;
    auto const outcome =
        acted.write([&](db::Writer& db) { return change_session(pages, acted, id, db); });
    return after_session_act(pages, acted, id, outcome);
}

Result<http::Response> place_on_agenda(Pages const& pages, http::Acted const& acted) {
    TRY(enters_secretariat(pages, acted));
    auto const id = TRY(asked_session(pages, acted)).id;
    SheetId const sheet{acted.request.field_number("sheet").value_or(0)};
    auto const outcome =
        acted.write([&](db::Writer& db) { return pages.desk.put_on_agenda(db, id, sheet); });
    return after_session_act(pages, acted, id, outcome);
}

Result<http::Response> minutes(Pages const& pages, http::Asked const& asked) {
    TRY(enters_secretariat(pages, asked));
    auto const session = TRY(asked_session(pages, asked));
    auto const places = pages.directory.picture();
    auto name = session.number;
    std::replace(name.begin(), name.end(), '/', '-');
    return http::download(minutes_paper(session, *places, pages.site), "application/pdf",
                          "minutes-" + name + ".pdf");
}

Result<http::Response> list_public_sessions(Pages const& pages, http::Asked const& asked) {
    return sessions_page(pages, asked, false, {});
}

Result<http::Response> show_public_session(Pages const& pages, http::Asked const& asked) {
    auto const session = TRY(asked_session(pages, asked));
    if (!session.closed) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const places = pages.directory.picture();
    return http::shown(asked, {.title = say(msg::session_one, {text("number", session.number)})},
                       [&](html::Html& h) { views::show_public_session(h, session, *places); });
}

}  // namespace

void add_commission_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/sessions", Allow::staff, list_sessions),
        http::post<Pages>("/office/sessions", Allow::staff, open_session),
        http::get<Pages>("/office/sessions/:id", Allow::staff, show_session),
        http::post<Pages>("/office/sessions/:id", Allow::staff, act_in_session),
        http::post<Pages>("/office/sessions/:id/agenda", Allow::staff, place_on_agenda),
        http::get<Pages>("/office/sessions/:id/minutes", Allow::staff, minutes),
        http::get<Pages>("/registry/sessions", Allow::anyone, list_public_sessions),
        http::get<Pages>("/registry/sessions/:id", Allow::anyone, show_public_session),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
