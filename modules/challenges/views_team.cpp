// SPDX-License-Identifier: Apache-2.0
// The page of a team: what everybody reads of it, and what its members do there.
#include <algorithm>

#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

struct On {
    Known const& known;
    WholeTeam const& whole;
    Edition const& edition;
    html::Url const& url;

    bool may(Doing doing) const { return !is_time(edition, doing, known.now).refused(); }
};

void button_of(html::Html& h, On const& on, Message const& label, std::string_view act,
               html::ButtonKind kind = html::ButtonKind::secondary, html::Words const& about = {},
               std::string_view below = "do") {
    html::post_button(h, {.action = on.url,
                          .label = label,
                          .csrf = on.known.visitor.csrf,
                          .kind = kind,
                          .name = below,
                          .value = act,
                          .about = about});
}

// Names are for those who take part; others read how many there are and what they do.
void members(html::Html& h, On const& on) {
    auto const& whole = on.whole;
    bool const named_to = whole.sees_inside() || whole.in.own_profile.has_value();
    html::Table table(h, msg::team_members,
                      {{msg::looking_who},
                       {msg::profile_profession},
                       {msg::profile_administration},
                       {msg::team_role, html::Column::actions}});
    int n = 0;
    for (auto const& one : whole.members) {
        auto const person = one.profile.person;
        bool const leads = person == whole.team.leader;
        table.row();
        ++n;
        if (named_to)
            table.cell(on.known.folk.of(person));
        else
            table.cell(say(msg::team_member_number, {number("number", n)}));
        table.cell(html::isolated(one.profile.profession));
        table.cell(administration_said(on.known, h.language(), one.profile.administration));
        table.cell_with([&] {
            if (leads)
                html::tag(h, html::Tone::info, msg::team_leads);
            else if (whole.is_leader && on.may(Doing::lead))
                button_of(h, on, msg::team_hand_over, "lead:" + std::to_string(person.value()),
                          html::ButtonKind::quiet, on.known.folk.of(person));
            else
                h(msg::team_member);
        });
    }
}

void requests(html::Html& h, On const& on) {
    auto const waiting = [](JoinRequest const& one) { return one.answer.empty(); };
    auto const& all = on.whole.requests;
    if (!on.whole.is_leader || std::none_of(all.begin(), all.end(), waiting)) return;
    h("<section aria-labelledby=\"asked\"><h2 id=\"asked\">"_h, msg::team_requests, "</h2>"_h);
    for (auto const& one : all) {
        if (!waiting(one)) continue;
        h("<h3>"_h, on.known.folk.of(one.profile.person), "</h3>"_h);
        html::long_text(h, one.text);
        {
            html::SummaryList list(h);
            list.row(msg::profile_profession, html::isolated(one.profile.profession));
            list.row(msg::profile_skills, html::isolated(one.profile.skills));
            list.row(msg::profile_administration,
                     administration_said(on.known, h.language(), one.profile.administration));
        }
        html::Form const form(h, {.action = on.url, .csrf = on.known.visitor.csrf});
        auto const id = std::to_string(one.profile.person.value());
        html::hidden_field(h, "person", id);
        bool const this_one = on.known.typed("person") == id;
        html::text_field(h, {.name = "reason",
                             .label = msg::team_reason,
                             .hint = msg::team_reason_hint,
                             .value = this_one ? on.known.typed("reason") : std::string_view{},
                             .error = this_one ? on.known.faults.of("reason") : Said{},
                             .required = false,
                             .length_max = static_cast<int>(text_max)});
        html::ButtonRow const row(h);
        html::button(h, msg::team_accept, html::ButtonKind::primary, "do", "accept",
                     on.known.folk.of(one.profile.person));
        html::button(h, msg::team_decline, html::ButtonKind::secondary, "do", "decline",
                     on.known.folk.of(one.profile.person));
    }
    h("</section>"_h);
}

void invite(html::Html& h, On const& on, std::optional<Invited> const& invited) {
    if (!on.whole.is_leader || !on.may(Doing::join)) return;
    h("<section aria-labelledby=\"invite\"><h2 id=\"invite\">"_h, msg::invite_title, "</h2>"_h);
    if (invited && !invited->link.empty()) {
        html::Panel const panel(h, html::Tone::success, msg::invite_made);
        auto const address =
            on.known.pages.site + "/" + std::string(name_of(h.language())) + invited->link;
        h("<p>"_h, msg::invite_hand_over, "</p><p>"_h, html::code(address), "</p>"_h);
    }
    {
        html::Form const form(h, {.action = on.url, .csrf = on.known.visitor.csrf});
        html::text_field(h, {.name = "address",
                             .label = msg::invite_address,
                             .hint = msg::invite_address_hint,
                             .value = on.known.typed("address"),
                             .error = on.known.faults.of("address"),
                             .required = false,
                             .left_to_right = true});
        html::ButtonRow const row(h);
        html::button(h, msg::invite_send, html::ButtonKind::primary, "do", "invite");
    }
    if (!on.whole.invitations.empty()) {
        h("<h3>"_h, msg::invite_open, "</h3><ul>"_h);
        for (auto const& one : on.whole.invitations)
            h("<li>"_h,
              one.address.empty() ? html::Words(msg::invite_by_link)
                                  : html::Words(html::code(one.address)),
              " · "_h, say(msg::invite_until, {{"moment", one.until}}), "</li>"_h);
        h("</ul>"_h);
    }
    h("</section>"_h);
}

void ask(html::Html& h, On const& on) {
    auto const& whole = on.whole;
    if (whole.in.own_team || on.edition.is_record()) return;
    auto const time = is_time(on.edition, Doing::join, on.known.now);
    h("<section aria-labelledby=\"ask\"><h2 id=\"ask\">"_h, msg::ask_title, "</h2>"_h);
    auto const eligible = may_take_part(on.known.visitor, on.edition);
    if (time.refused()) {
        html::notice(h, html::Tone::info, time.refusal().what);
    } else if (!on.known.visitor.signed_in()) {
        html::link_button(h, html::with(html::to("/sign-in"), "next", on.url.text()),
                          msg::ask_sign_in, html::ButtonKind::secondary);
    } else if (eligible.refused()) {
        html::notice(h, html::Tone::warning, eligible.refusal().what);
    } else if (static_cast<int>(whole.members.size()) >= on.edition.team_max) {
        html::notice(h, html::Tone::info, msg::ask_full);
    } else {
        html::Form const form(h, {.action = on.url, .csrf = on.known.visitor.csrf});
        html::text_area(h, {.name = "text",
                            .label = msg::ask_text,
                            .value = on.known.typed("text"),
                            .error = on.known.faults.of("text"),
                            .length_max = static_cast<int>(text_max)});
        profile_fields(h, on.known, whole.in.own_profile);
        data_notice(h, on.known, on.edition);
        html::button(h, msg::ask_send, html::ButtonKind::primary, "do", "ask");
    }
    h("</section>"_h);
}

void inside(html::Html& h, On const& on) {
    auto const& whole = on.whole;
    if (!whole.sees_inside() || on.edition.is_record()) return;
    html::ButtonRow const row(h);
    auto const code = on.edition.code;
    html::link_button(h, team_url(code, whole.team.id, "/work"), msg::work_title,
                      html::ButtonKind::secondary);
    html::link_button(h, html::to("/challenges/", code, "/mentors"), msg::mentors_title,
                      html::ButtonKind::secondary);
    html::link_button(h, team_url(code, whole.team.id, "/submission"), msg::submission_title,
                      whole.is_member && on.may(Doing::submit) ? html::ButtonKind::primary
                                                               : html::ButtonKind::secondary);
}

void progress(html::Html& h, On const& on) {
    auto const& whole = on.whole;
    bool const may = (whole.is_member || whole.in.is_organiser) && on.may(Doing::tell);
    if (whole.progress.empty() && !may) return;
    h("<section aria-labelledby=\"progress\"><h2 id=\"progress\">"_h, msg::progress_title,
      "</h2>"_h);
    if (!whole.progress.empty()) {
        html::Timeline line(h);
        for (auto const& one : whole.progress) line.event(one.at, html::isolated(one.text));
    }
    if (may) {
        html::Form const form(h, {.action = on.url, .csrf = on.known.visitor.csrf});
        html::text_area(h, {.name = "told",
                            .label = msg::progress_text,
                            .value = on.known.typed("told"),
                            .error = on.known.faults.of("told"),
                            .length_max = static_cast<int>(text_max)});
        html::button(h, msg::progress_send, html::ButtonKind::primary, "do", "tell");
    }
    h("</section>"_h);
}

void deadline(html::Html& h, On const& on) {
    if (!on.whole.is_member) return;
    auto const at = window(on.edition, Doing::submit, on.known.now);
    if (at.open())
        html::notice(h, html::Tone::warning,
                     said_end(msg::submission_left_day, msg::submission_left, at.moment));
    else if (at.is == Window::Is::not_yet)
        html::notice(h, html::Tone::info, say(msg::submission_from, {{"moment", at.moment}}));
}

}  // namespace

void team(html::Html& h, Known const& known, TeamPage const& page) {
    auto const& whole = page.whole;
    auto const& edition = whole.in.call.edition;
    auto const url = team_url(edition.code, whole.team.id);
    On const on{known, whole, edition, url};
    crumbs(h, edition);
    h("<h1>"_h, html::isolated(whole.team.name), "</h1>"_h);
    deadline(h, on);
    html::long_text(h, whole.team.pitch);
    {
        html::SummaryList list(h);
        if (auto const* const statement = whole.in.call.statement(whole.team.statement))
            list.row(msg::team_statement, named(h.language(), statement->title));
        if (!whole.team.wanted.empty())
            list.row(msg::team_wanted, html::isolated(whole.team.wanted));
    }
    inside(h, on);
    if (!edition.is_record()) {
        members(h, on);
        composition(h, whole.composition);
    }
    requests(h, on);
    invite(h, on, page.invited);
    ask(h, on);
    progress(h, on);
    html::ButtonRow const row(h);
    if (whole.is_leader && on.may(Doing::describe))
        html::link_button(h, team_url(edition.code, whole.team.id, "/edit"), msg::team_edit,
                          html::ButtonKind::secondary);
    if (whole.is_member && on.may(Doing::leave))
        button_of(h, on, msg::team_leave, "leave", html::ButtonKind::danger);
}

}  // namespace wasl::challenges::views
