// SPDX-License-Identifier: Apache-2.0
// Teams: read, founded, joined, left. What was typed comes back with each refusal.
#include "modules/challenges/views_certificates.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Profile profile_typed(http::Request const& request) {
    Profile profile;
    profile.administration = AdministrationId{request.field_number("administration").value_or(0)};
    profile.gender = gender_named(request.field("gender")).value_or(Gender::unsaid);
    profile.profession = request.field("profession");
    profile.skills = request.field("skills");
    profile.about = request.field("about");
    return profile;
}

Described described_typed(http::Request const& request) {
    return {.name = std::string(request.field("name")),
            .pitch = std::string(request.field("pitch")),
            .wanted = std::string(request.field("wanted")),
            .statement = StatementId{request.field_number("statement").value_or(-1)},
            .version = request.field_number("version").value_or(0)};
}

// What is not there, or not theirs, is a page of its own; the rest is said beside the form.
bool leaves(Refusal const& refusal) {
    return refusal.why == Refused::not_found || refusal.why == Refused::not_signed_in;
}

Response show_teams(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    auto const id = whole.call.edition.id;
    auto const teams = pages.desk.teams(asked.db, id);
    auto const looking = pages.desk.looking(asked.db, id);
    views::TeamsPage const page{whole, teams, looking};
    return page_of(
        asked, known, msg::teams_title, [&](html::Html& h) { views::teams(h, known, page); }, true);
}

using EditionView = void (*)(html::Html&, Known const&, WholeEdition const&);
Response edition_form(Pages const& pages, Asked const& asked, Message const& title,
                      EditionView view, Doing doing, std::optional<Refusal> const& refusal = {}) {
    Known known(pages, asked);
    auto const whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    if (refusal) known.faults.add(*refusal);
    // Who may not, or not now, is told before anything is typed.
    if (!refusal) {
        TRY(may_take_part(asked.visitor, whole.call.edition));
        TRY(is_time(whole.call.edition, doing, asked.now));
    }
    return page_of(asked, known, title, [&](html::Html& h) { view(h, known, whole); });
}

Response show_new_team(Pages const& pages, Asked const& asked) {
    return edition_form(pages, asked, msg::teams_new, views::new_team, Doing::found);
}
Response do_new_team(Pages const& pages, Acted const& acted) {
    auto const made = acted.write([&](db::Writer& writer) {
        return pages.desk.found(writer, act_of(acted), described_typed(acted.request),
                                profile_typed(acted.request));
    });
    if (!made.refused())
        return go(acted, html::with(team_url(acted.wild(0), made.value()), "done", "founded"));
    if (leaves(made.refusal())) return made.refusal();
    return edition_form(pages, acted, msg::teams_new, views::new_team, Doing::found,
                        made.refusal());
}

Response show_looking(Pages const& pages, Asked const& asked) {
    return edition_form(pages, asked, msg::looking_title, views::looking, Doing::look);
}
Response do_looking(Pages const& pages, Acted const& acted) {
    bool const stops = acted.request.field("do") == "stop";
    auto const outcome = acted.write([&](db::Writer& writer) {
        if (stops) return pages.desk.stop_looking(writer, act_of(acted));
        return pages.desk.look(writer, act_of(acted), profile_typed(acted.request));
    });
    if (!outcome.refused())
        return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/teams"), "done",
                                    stops ? "unlooked" : "looking"));
    if (leaves(outcome.refusal())) return outcome.refusal();
    return edition_form(pages, acted, msg::looking_title, views::looking, Doing::look,
                        outcome.refusal());
}

Response team_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal,
                   std::optional<Invited> const& invited = {}) {
    Known known(pages, asked);
    auto const whole =
        TRY(pages.desk.team(asked.db, asked.visitor, asked.wild(0), team_asked(asked)));
    if (refusal) known.faults.add(*refusal);
    views::TeamPage const page{whole, invited};
    auto response = TRY(page_of(asked, known, html::isolated(whole.team.name),
                                [&](html::Html& h) { views::team(h, known, page); }));
    if (whole.sees_inside()) response.with("cache-control", "private, no-store");
    return response;
}

Response show_team(Pages const& pages, Asked const& asked) { return team_page(pages, asked, {}); }

Outcome perform(Desk const& desk, db::Writer& writer, Act const& act, TeamId team,
                http::Request const& request) {
    auto const name = request.field("do");
    PersonId const person{request.field_number("person").value_or(0)};
    if (name == "accept" || name == "decline")
        return desk.answer_request(writer, act, team, person, name == "accept",
                                   request.field("reason"));
    if (name == "ask")
        return desk.ask_to_join(writer, act, team, profile_typed(request), request.field("text"));
    if (name == "tell") return desk.tell(writer, act, team, request.field("told"));
    if (name == "leave") return desk.leave(writer, act, team);
    if (name.starts_with("lead:"))
        return desk.hand_over(writer, act, team, PersonId{number_of(name.substr(5))});
    return Refusal{Refused::invalid, say(msg::refused_act)};
}

Response do_team(Pages const& pages, Acted const& acted) {
    auto const team = team_asked(acted);
    auto const name = acted.request.field("do");
    if (name == "invite") {
        auto const invited = acted.write([&](db::Writer& writer) {
            return pages.desk.invite(writer, act_of(acted), team, acted.request.field("address"));
        });
        if (invited.refused() && leaves(invited.refusal())) return invited.refusal();
        if (invited.refused()) return team_page(pages, acted, invited.refusal());
        // The link is shown once, to whoever asked for it, and stands in no address.
        return team_page(pages, acted, {}, invited.value());
    }
    auto const outcome = acted.write([&](db::Writer& writer) {
        return perform(pages.desk, writer, act_of(acted), team, acted.request);
    });
    if (outcome.refused() && leaves(outcome.refusal())) return outcome.refusal();
    if (outcome.refused()) return team_page(pages, acted, outcome.refusal());
    // A team that everybody left has no page any more.
    if (name == "leave")
        return go(acted,
                  html::with(html::to("/challenges/", acted.wild(0), "/teams"), "done", "leave"));
    return go(acted, html::with(team_url(acted.wild(0), team), "done",
                                name.starts_with("lead:") ? "lead" : name));
}

Response edit_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    auto const whole =
        TRY(pages.desk.team(asked.db, asked.visitor, asked.wild(0), team_asked(asked)));
    if (!whole.is_leader) return Refusal{Refused::forbidden, say(msg::refused_leader)};
    if (refusal) known.faults.add(*refusal);
    return page_of(asked, known, msg::team_edit,
                   [&](html::Html& h) { views::edit_team(h, known, whole); });
}
Response show_edit(Pages const& pages, Asked const& asked) { return edit_page(pages, asked, {}); }
Response do_edit(Pages const& pages, Acted const& acted) {
    auto const outcome = acted.write([&](db::Writer& writer) {
        return pages.desk.describe(writer, act_of(acted), team_asked(acted),
                                   described_typed(acted.request));
    });
    if (!outcome.refused())
        return go(acted, html::with(team_url(acted.wild(0), team_asked(acted)), "done", "saved"));
    if (leaves(outcome.refusal())) return outcome.refusal();
    return edit_page(pages, acted, outcome.refusal());
}

Response join_page(Pages const& pages, Asked const& asked, std::string_view key,
                   std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    auto const whole =
        TRY(pages.desk.team(asked.db, asked.visitor, asked.wild(0), team_asked(asked)));
    InvitationId const id{number_of(asked.wild(2))};
    if (!refusal && !whole.is_member) {
        TRY(pages.desk.still_opens(asked.db, whole.team.id, id, key, asked.now));
        TRY(may_take_part(asked.visitor, whole.in.call.edition));
    }
    if (refusal) known.faults.add(*refusal);
    auto response =
        TRY(private_page_of(asked, known, say(msg::join_title, {text("team", whole.team.name)}),
                            [&](html::Html& h) { views::join(h, known, whole, key); }));
    response.with("referrer-policy", "no-referrer");
    return response;
}
Response show_join(Pages const& pages, Asked const& asked) {
    return join_page(pages, asked, asked.request.asked("key"), {});
}
Response do_join(Pages const& pages, Acted const& acted) {
    auto const key = acted.request.field("key");
    auto const outcome = acted.write([&](db::Writer& writer) {
        return pages.desk.join(writer, act_of(acted), team_asked(acted),
                               InvitationId{number_of(acted.wild(2))}, key,
                               profile_typed(acted.request));
    });
    if (!outcome.refused())
        return go(acted, html::with(team_url(acted.wild(0), team_asked(acted)), "done", "joined"));
    if (leaves(outcome.refusal())) return outcome.refusal();
    return join_page(pages, acted, key, outcome.refusal());
}

Response show_mine(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const all = pages.desk.teams_of(asked.db, asked.visitor.person);
    auto const certificates = Certificates(pages.desk).of_person(asked.db, asked.visitor.person);
    return page_of(asked, known, msg::mine_title, [&](html::Html& h) {
        views::mine(h, all);
        views::own_certificates(h, certificates);
    });
}

}  // namespace

Routes team_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/account/challenges", Allow::citizen, show_mine),
        http::get<Pages>("/challenges/:code/teams", Allow::anyone, show_teams),
        http::get<Pages>("/challenges/:code/teams/new", Allow::citizen, show_new_team),
        http::post<Pages>("/challenges/:code/teams/new", Allow::citizen, do_new_team, slowly),
        http::get<Pages>("/challenges/:code/looking", Allow::citizen, show_looking),
        http::post<Pages>("/challenges/:code/looking", Allow::citizen, do_looking, slowly),
        http::get<Pages>("/challenges/:code/teams/:team", Allow::anyone, show_team),
        http::post<Pages>("/challenges/:code/teams/:team", Allow::citizen, do_team, slowly),
        http::get<Pages>("/challenges/:code/teams/:team/edit", Allow::citizen, show_edit),
        http::post<Pages>("/challenges/:code/teams/:team/edit", Allow::citizen, do_edit, slowly),
        http::get<Pages>("/challenges/:code/teams/:team/join/:invitation", Allow::citizen,
                         show_join),
        http::post<Pages>("/challenges/:code/teams/:team/join/:invitation", Allow::citizen, do_join,
                          slowly),
    };
    return routes;
}

}  // namespace wasl::challenges
