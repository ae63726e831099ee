// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_polls.hpp"

#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

Message const& voters_word(Voters voters) {
    return *msg::find("voters." + std::string(name_of(voters)));
}

html::Words candidate_name(Edition const& edition, Candidate const& one) {
    auto const& title = one.submission.project.title;
    if (edition.is_anonymous) return html::isolated(title);
    return say(msg::vote_candidate, {text("title", title), text("team", one.team.name)});
}

Candidate const* candidate(VotingPaper const& paper, std::optional<TeamId> team) {
    for (auto const& one : paper.candidates)
        if (one.team.id == team) return &one;
    return nullptr;
}

// What is being voted about, where there is nothing to press.
void candidates(html::Html& h, VotePage const& page) {
    h("<h2>"_h, msg::vote_candidates, "</h2>"_h);
    if (page.paper.candidates.empty()) return html::empty_state(h, msg::jury_no_projects);
    h("<ul>"_h);
    for (auto const& one : page.paper.candidates)
        h("<li>"_h, candidate_name(page.in.call.edition, one), "<br>"_h,
          html::isolated(one.submission.project.summary), "</li>"_h);
    h("</ul>"_h);
}

void form(html::Html& h, Known const& known, VotePage const& page) {
    auto const& paper = page.paper;
    if (paper.candidates.empty()) return html::empty_state(h, msg::jury_no_projects);
    if (auto const* const own = candidate(paper, paper.own_vote))
        html::notice(h, html::Tone::success,
                     say(msg::vote_own, {text("title", own->submission.project.title),
                                         {"day", last_day(paper.poll.span)}}));
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(paper.candidates.size());
    for (auto const& one : paper.candidates) {
        if (!paper.poll.own_team && paper.own_team == one.team.id) continue;
        values.push_back(std::to_string(one.team.id.value()));
        choices.push_back({values.back(), candidate_name(page.in.call.edition, one),
                           html::isolated(one.submission.project.summary)});
    }
    auto const was = paper.own_vote ? std::to_string(paper.own_vote->value()) : std::string();
    html::Form const form(h,
                          {.action = vote_url(page.in.call.edition), .csrf = known.visitor.csrf});
    html::radio_group(h,
                      {.name = "team",
                       .label = msg::vote_choose,
                       .hint = msg::vote_choose_hint,
                       .value = known.typed("team", was),
                       .error = known.faults.of("team")},
                      choices);
    if (!paper.poll.own_team && paper.own_team) h("<p>"_h, msg::refused_poll_own_team, "</p>"_h);
    html::button(h, paper.own_vote ? msg::vote_change : msg::vote_cast);
}

void open_poll(html::Html& h, Known const& known, VotePage const& page) {
    auto const& edition = page.in.call.edition;
    if (!page.paper.may.refused()) return form(h, known, page);
    if (page.paper.may.refusal().why == Refused::not_signed_in) {
        html::notice(h, html::Tone::info, msg::vote_sign_in);
        html::link_button(h, html::with(html::to("/sign-in"), "next", vote_url(edition).text()),
                          msg::vote_sign_in_do);
    } else {
        html::notice(h, html::Tone::warning, page.paper.may.refusal().what);
    }
    candidates(h, page);
}

}  // namespace

html::Url vote_url(Edition const& edition, std::string_view below) {
    auto const url = html::to("/challenges/", edition.code, "/vote");
    return below.empty() ? url : html::UrlMaker::local(url.text() + std::string(below), true);
}

void poll_result(html::Html& h, PollResult const& result) {
    {
        html::Table table(h, msg::vote_result,
                          {{msg::project_title},
                           {msg::jury_place, html::Column::number},
                           {msg::vote_votes, html::Column::number},
                           {msg::vote_share, html::Column::number}});
        for (auto const& one : result.lines) {
            table.row();
            table.cell(html::isolated(one.title));
            table.cell(one.place);
            table.cell(one.votes);
            auto const share = result.votes > 0 ? (one.votes * 1000 / result.votes + 5) / 10 : 0;
            table.cell(say(msg::vote_percent, {number("share", share)}));
        }
    }
    h("<p>"_h, say(msg::vote_count, {number("count", result.votes)}), "</p>"_h);
}

void vote(html::Html& h, Known const& known, VotePage const& page) {
    auto const& edition = page.in.call.edition;
    auto const& poll = page.paper.poll;
    crumbs(h, edition);
    h("<h1>"_h, msg::vote_title, "</h1>"_h);
    switch (state_of(poll, known.now)) {
        case PollState::before:
            html::notice(h, html::Tone::info,
                         say(msg::vote_opens, {{"moment", poll.span.opens_at}}));
            break;
        case PollState::open:
            h("<p class=\"lead\">"_h, say(msg::vote_open, {{"day", last_day(poll.span)}}),
              "</p>"_h);
            open_poll(h, known, page);
            break;
        case PollState::closed:
            if (page.result)
                poll_result(h, *page.result);
            else
                html::notice(h, html::Tone::info, msg::vote_counted_later);
            break;
    }
    h("<h2>"_h, msg::vote_rules, "</h2>"_h);
    {
        html::SummaryList list(h);
        list.row(msg::vote_voters, voters_word(poll.voters));
        list.row(msg::edition_from, first_day(poll.span));
        list.row(msg::edition_until, last_day(poll.span));
        list.row(msg::vote_own_team,
                 poll.own_team ? msg::vote_own_team_yes : msg::vote_own_team_no);
        list.row(msg::vote_secret, msg::vote_secret_text);
    }
    if (page.in.is_organiser && state_of(poll, known.now) == PollState::before)
        html::link_button(h, vote_url(edition, "/office"), msg::vote_office,
                          html::ButtonKind::secondary);
}

void poll_office(html::Html& h, Known const& known, WholeEdition const& in) {
    auto const& edition = in.call.edition;
    auto const url = vote_url(edition, "/office");
    html::breadcrumbs(
        h, {{html::to("/office/challenges/", edition.code), named(h.language(), edition.name)}});
    h("<h1>"_h, msg::vote_office, "</h1><p class=\"lead\">"_h, msg::vote_office_lead, "</p>"_h);
    bool const begun = in.poll && state_of(*in.poll, known.now) != PollState::before;
    if (begun && !known.faults.any())
        return html::notice(h, html::Tone::info, msg::refused_poll_begun);
    auto const was = in.poll.value_or(Poll{});
    auto const first = in.poll ? iso(first_day(was.span)) : std::string();
    auto const last = in.poll ? iso(last_day(was.span)) : std::string();
    {
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        html::hidden_field(h, "version", std::to_string(was.version));
        html::date_field(h, {.name = "first",
                             .label = msg::edition_from,
                             .value = known.typed("first", first),
                             .error = known.faults.of("first")});
        html::date_field(h, {.name = "last",
                             .label = msg::edition_until,
                             .value = known.typed("last", last),
                             .error = known.faults.of("last")});
        std::vector<html::Choice> voters;
        for (auto const one : {Voters::verified, Voters::confirmed, Voters::civil_servants})
            voters.push_back({name_of(one), voters_word(one)});
        html::radio_group(h,
                          {.name = "voters",
                           .label = msg::vote_voters,
                           .value = known.typed("voters", name_of(was.voters)),
                           .error = known.faults.of("voters")},
                          voters);
        html::checkbox(h, {.name = "own_team",
                           .label = msg::vote_own_team_yes,
                           .value = known.sent() ? known.typed("own_team")
                                                 : std::string_view(was.own_team ? "1" : ""),
                           .required = false});
        html::button(h, msg::save, html::ButtonKind::primary, "do", "keep");
    }
    if (in.poll)
        html::post_button(h, {.action = url,
                              .label = msg::vote_remove,
                              .csrf = known.visitor.csrf,
                              .kind = html::ButtonKind::danger,
                              .name = "do",
                              .value = "remove"});
}

}  // namespace wasl::challenges::views
