// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_commission.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Url address(CommissionSession const& session) {
    return html::to("/office/sessions/", session.id.value());
}

Message const& verdict_word(Verdict verdict) {
    return *msg::find("verdict." + std::string(name_of(verdict)));
}

void show_new_session(html::Html& h, SessionsPage const& page) {
    h("<section aria-labelledby=\"open\"><h2 id=\"open\">"_h, msg::session_open, "</h2>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(h, {.action = html::to("/office/sessions"), .csrf = page.csrf});
        html::date_field(h, {.name = "held_on",
                             .label = msg::session_held_on,
                             .value = page.request.field("held_on"),
                             .error = page.faults.of("held_on")});
        html::text_field(h, {.name = "place",
                             .label = msg::session_place,
                             .value = page.request.field("place"),
                             .error = page.faults.of("place")});
        html::button(h, msg::session_open);
    }
    h("</section>"_h);
}

void show_head(html::Html& h, CommissionSession const& session) {
    h("<h1>"_h, say(msg::session_one, {text("number", session.number)}), "</h1><p>"_h);
    html::tag(h, session.closed ? html::Tone::success : html::Tone::info,
              session.closed ? msg::session_is_closed : msg::session_is_open);
    h("</p>"_h);
    html::SummaryList list(h);
    list.row(msg::session_held_on, session.held_on);
    list.row(msg::session_place, html::isolated(session.place));
}

void show_presence(html::Html& h, SessionPage const& page) {
    auto const& session = page.session;
    h("<section aria-labelledby=\"present\"><h2 id=\"present\">"_h, msg::session_present,
      "</h2>"_h);
    if (session.closed) {
        h("<ul>"_h);
        for (auto const& one : session.present)
            h("<li>"_h, html::isolated(one.name), " — "_h, html::isolated(one.capacity), "</li>"_h);
        h("</ul></section>"_h);
        return;
    }
    std::string lines;
    for (auto const& one : session.present) lines += one.name + " | " + one.capacity + "\n";
    if (page.request.has_field("present")) lines = page.request.field("present");
    {
        html::Form const form(h, {.action = address(session), .csrf = page.csrf});
        html::text_area(h, {.name = "present",
                            .label = msg::session_present,
                            .hint = msg::session_present_hint,
                            .value = lines,
                            .error = page.faults.of("present"),
                            .length_max = 6000,
                            .rows = 6});
        html::button(h, msg::session_save_presence, html::ButtonKind::secondary, "do", "presence");
    }
    h("</section>"_h);
}

void ruling_form(html::Html& h, SessionPage const& page, AgendaItem const& item) {
    html::Disclosure const box(h, msg::session_decide, !item.ruling);
    html::Form const form(h, {.action = address(page.session), .csrf = page.csrf, .narrow = true});
    html::hidden_field(h, "sheet", std::to_string(item.sheet.value()));
    auto const ruling = item.ruling.value_or(Ruling{});
    bool const sent = page.request.field("do") == "rule" &&
                      page.request.field_number("sheet") == item.sheet.value();
    auto const typed = [&](std::string_view name, std::string_view kept) {
        return sent ? page.request.field(name) : kept;
    };
    std::vector<html::Choice> choices;
    for (auto const verdict :
         {Verdict::approved, Verdict::sent_back, Verdict::merged, Verdict::deleted})
        choices.push_back({name_of(verdict), verdict_word(verdict)});
    html::select_field(h,
                       {.name = "verdict",
                        .label = msg::session_verdict,
                        .value = typed("verdict", name_of(ruling.verdict))},
                       choices);
    html::text_area(h, {.name = "reason",
                        .label = msg::pipeline_reason,
                        .value = typed("reason", ruling.reason),
                        .error = sent ? page.faults.of("reason") : html::Words(),
                        .required = false,
                        .length_max = 2000});
    html::text_area(h, {.name = "legal_note",
                        .label = msg::pipeline_legal_note,
                        .value = typed("legal_note", ruling.legal_note),
                        .error = sent ? page.faults.of("legal_note") : html::Words(),
                        .required = false,
                        .length_max = 2000});
    html::text_field(h, {.name = "into",
                         .label = msg::pipeline_into,
                         .value = typed("into", ruling.into),
                         .error = sent ? page.faults.of("into") : html::Words(),
                         .required = false,
                         .left_to_right = true,
                         .length_max = 60});
    html::button(h, msg::session_decide, html::ButtonKind::secondary, "do", "rule");
}

void show_agenda_item(html::Html& h, AgendaItem const& item, directory::Picture const& places,
                      html::Url const& link) {
    h("<a href=\""_h, link, "\">"_h, html::Foreign{item.title, Language::ar}, "</a><p>"_h);
    if (auto const* const owner = places.administration(item.owner))
        h(said(h.language(), owner->name), " · "_h);
    if (item.ruling)
        h("<strong>"_h, verdict_word(item.ruling->verdict), "</strong>"_h);
    else
        h(msg::session_undecided);
    h("</p>"_h);
    if (item.ruling && !item.ruling->reason.empty())
        h("<p>"_h, html::isolated(item.ruling->reason), "</p>"_h);
}

void show_agenda(html::Html& h, SessionPage const& page) {
    h("<section aria-labelledby=\"agenda\"><h2 id=\"agenda\">"_h, msg::session_agenda, "</h2>"_h);
    if (page.session.agenda.empty()) h("<p>"_h, msg::session_agenda_none, "</p>"_h);
    h("<ol>"_h);
    for (auto const& item : page.session.agenda) {
        h("<li>"_h);
        show_agenda_item(h, item, page.places, html::to("/office/sheets/", item.sheet));
        if (!page.session.closed) ruling_form(h, page, item);
        h("</li>"_h);
    }
    h("</ol></section>"_h);
}

void show_waiting_sheets(html::Html& h, SessionPage const& page) {
    h("<section aria-labelledby=\"waiting\"><h2 id=\"waiting\">"_h, msg::session_waiting,
      "</h2>"_h);
    bool any = false;
    h("<ul>"_h);
    for (auto const& line : page.waiting) {
        if (page.session.item(line.id) != nullptr) continue;
        any = true;
        h("<li>"_h, said(h.language(), line.title));
        html::post_button(
            h, {.action = html::to("/office/sessions/", page.session.id.value(), "/agenda"),
                .label = msg::session_add,
                .csrf = page.csrf,
                .name = "sheet",
                .value = std::to_string(line.id.value())});
        h("</li>"_h);
    }
    h("</ul>"_h);
    if (!any) h("<p>"_h, msg::review_none, "</p>"_h);
    h("</section>"_h);
}

}  // namespace

void show_sessions(html::Html& h, SessionsPage const& page) {
    h("<h1>"_h, msg::session_title, "</h1><p class=\"lead\">"_h, msg::session_lead, "</p>"_h);
    std::vector<CommissionSession const*> shown;
    for (auto const& one : page.sessions)
        if (page.may || one.closed) shown.push_back(&one);
    if (shown.empty()) {
        html::empty_state(h, msg::session_none, msg::session_none_text);
    } else {
        html::Cards cards(h);
        for (auto const* const one : shown)
            cards.card({page.may ? address(*one) : html::to("/registry/sessions/", one->id.value()),
                        say(msg::session_one, {text("number", one->number)}),
                        html::isolated(one->place), one->held_on});
    }
    if (page.may) show_new_session(h, page);
}

void show_session(html::Html& h, SessionPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sessions"), msg::session_title}});
    show_head(h, page.session);
    html::error_summary(h, page.faults);
    h("<p><a href=\""_h, html::to("/office/sessions/", page.session.id.value(), "/minutes"),
      "\">"_h, msg::session_minutes_link, "</a></p>"_h);
    show_presence(h, page);
    show_agenda(h, page);
    if (page.session.closed) return;
    show_waiting_sheets(h, page);
    html::post_button(h, {.action = address(page.session),
                          .label = msg::session_close,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::primary,
                          .name = "do",
                          .value = "close"});
}

void show_public_session(html::Html& h, CommissionSession const& session,
                         directory::Picture const& places) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    show_head(h, session);
    h("<ol>"_h);
    for (auto const& item : session.agenda) {
        h("<li>"_h);
        show_agenda_item(h, item, places, html::to("/procedures/", item.code));
        h("</li>"_h);
    }
    h("</ol>"_h);
}

}  // namespace wasl::procedures::views
