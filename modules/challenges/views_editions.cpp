// SPDX-License-Identifier: Apache-2.0
// The list of editions, and the page of one: the call, its days, its challenges, its teams.
#include <algorithm>

#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

void crumbs(html::Html& h, Edition const& edition) {
    html::breadcrumbs(h, {{html::to("/challenges"), msg::title},
                          {edition_url(edition.code), named(h.language(), edition.name)}});
}
void crumbs(html::Html& h, Edition const& edition, Team const& team) {
    html::breadcrumbs(h, {{html::to("/challenges"), msg::title},
                          {edition_url(edition.code), named(h.language(), edition.name)},
                          {team_url(edition.code, team.id), html::isolated(team.name)}});
}

namespace {

html::Words meta_of(Edition const& edition, Instant now) {
    if (edition.is_record()) return msg::list_record;
    if (edition.state == State::closed) return msg::list_closed;
    auto const phase = phase_at(edition.phases, now);
    if (!phase) return msg::list_closed;
    auto const& span = *edition.span(*phase);
    if (span.holds(now))
        return say(msg::list_open, {word("phase", word_of(*phase)), {"day", last_day(span)}});
    return say(msg::list_next, {word("phase", word_of(*phase)), {"day", first_day(span)}});
}

void cards(html::Html& h, Known const& known, Message const& title,
           std::span<Edition const> editions, bool running) {
    auto const is_running = [&](Edition const& one) {
        return one.state == State::published && !one.is_record() &&
               phase_at(one.phases, known.now).has_value();
    };
    std::vector<Edition const*> these;
    for (auto const& one : editions)
        if (is_running(one) == running) these.push_back(&one);
    if (these.empty()) return;
    h("<h2>"_h, title, "</h2>"_h);
    html::Cards all(h);
    for (auto const* const one : these)
        all.card({edition_url(one->code), named(h.language(), one->name),
                  administration_said(known, h.language(), one->organiser),
                  meta_of(*one, known.now)});
}

}  // namespace

void list(html::Html& h, Known const& known, std::span<Edition const> editions) {
    h("<h1>"_h, msg::title, "</h1><p class=\"lead\">"_h, msg::list_lead, "</p>"_h);
    if (editions.empty()) html::empty_state(h, msg::list_empty, msg::list_empty_text);
    cards(h, known, msg::list_running, editions, true);
    cards(h, known, msg::list_past, editions, false);
    if (known.visitor.signed_in())
        html::link_button(h, html::to("/account/challenges"), msg::mine_title,
                          html::ButtonKind::secondary);
}

void composition(html::Html& h, std::span<Measured const> all) {
    if (all.empty()) return;
    html::Table table(h, msg::composition_title,
                      {{msg::composition_trait},
                       {msg::composition_now, html::Column::number},
                       {msg::composition_target, html::Column::number},
                       {msg::composition_state}});
    for (auto const& one : all) {
        bool const per_team = one.target.trait == Trait::professions;
        table.row();
        table.cell(word_of(one.target.trait));
        if (one.of == 0)
            table.cell(msg::composition_none);
        else if (per_team)
            table.cell(
                say(msg::composition_teams, {number("count", one.count), number("of", one.of)}));
        else
            table.cell(say(
                msg::composition_share,
                {number("share", one.value), number("found", one.count), number("of", one.of)}));
        table.cell(say(per_team ? msg::composition_at_least : msg::composition_percent,
                       {number("share", one.target.at_least)}));
        table.cell_with([&] {
            html::tag(h, one.holds ? html::Tone::success : html::Tone::warning,
                      one.holds ? msg::composition_reached : msg::composition_missed);
        });
    }
}

namespace {

void timeline(html::Html& h, Known const& known, Edition const& edition) {
    // Of one that is told from what was published, the days may not be known.
    if (std::none_of(edition.phases.begin(), edition.phases.end(),
                     [](auto const& span) { return span.has_value(); }))
        return;
    {
        html::Table table(h, msg::edition_days,
                          {{msg::edition_phase},
                           {msg::edition_from},
                           {msg::edition_until},
                           {msg::edition_state}});
        for (std::size_t n = 0; n < phase_count; ++n) {
            auto const& span = edition.phases[n];
            if (!span) continue;
            bool const open = span->holds(known.now) && edition.state == State::published;
            bool const over = known.now >= span->closes_at;
            table.row();
            table.cell(word_of(static_cast<Phase>(n)));
            table.cell(first_day(*span));
            table.cell(last_day(*span));
            table.cell_with([&] {
                if (open)
                    html::tag(h, html::Tone::success, msg::edition_open_now);
                else
                    html::tag(h, html::Tone::neutral,
                              over ? msg::edition_over : msg::edition_to_come);
            });
        }
    }
    h("<p><a href=\""_h, html::to("/challenges/", edition.code, "/calendar.ics"), "\">"_h,
      msg::edition_calendar, "</a></p>"_h);
}

// Each leads to what the bank of projects holds against it.
void answers(html::Html& h, Known const& known, Statement const& statement) {
    h("<ul>"_h);
    for (auto const& one : known.pages.desk.obstacles())
        if (std::find(statement.obstacle_codes.begin(), statement.obstacle_codes.end(), one.code) !=
            statement.obstacle_codes.end())
            h("<li><a href=\""_h, html::with(html::to("/bank"), "obstacle", one.code), "\">"_h,
              *one.name, "</a></li>"_h);
    h("</ul>"_h);
}

void themes(html::Html& h, Known const& known, Call const& call) {
    if (call.themes.empty()) return;
    auto const language = h.language();
    h("<section aria-labelledby=\"themes\"><h2 id=\"themes\">"_h, msg::edition_themes, "</h2>"_h);
    for (auto const& theme : call.themes) {
        h("<h3>"_h, named(language, theme.name), "</h3>"_h);
        if (!theme.text.ar.empty()) h("<p>"_h, named(language, theme.text), "</p>"_h);
        for (auto const& one : call.statements) {
            if (one.theme != theme.id) continue;
            html::Disclosure const inside(h, named(language, one.title));
            html::long_text(h, directory::in(language, one.text));
            html::SummaryList list(h);
            if (one.sponsor.value() != 0)
                list.row(msg::statement_sponsor, administration_said(known, language, one.sponsor));
            if (auto const* const unit = known.places->unit(one.sponsor_unit))
                list.row(msg::statement_unit, named(language, unit->name));
            if (!one.obstacle_codes.empty())
                list.row_with(msg::statement_answers, [&] { answers(h, known, one); });
            if (!one.obstacles.empty())
                list.row(msg::statement_obstacles, html::isolated(one.obstacles));
        }
    }
    h("</section>"_h);
}

// Addresses without their "https://", between dots; each is called by its host.
void sources(html::Html& h, std::string_view all) {
    constexpr std::string_view dot = " · ";
    h("<ul>"_h);
    for (std::size_t from = 0; from <= all.size();) {
        auto const until = std::min(all.find(dot, from), all.size());
        auto const one = all.substr(from, until - from);
        h("<li><a href=\""_h, html::outside("https://" + std::string(one)), "\">"_h,
          html::code(one.substr(0, one.find('/'))), "</a></li>"_h);
        from = until + dot.size();
    }
    h("</ul>"_h);
}

void conditions(html::Html& h, Known const& known, Call const& call) {
    auto const& edition = call.edition;
    h("<section aria-labelledby=\"who\"><h2 id=\"who\">"_h, msg::edition_who, "</h2>"_h);
    html::SummaryList list(h);
    list.row(msg::edition_organiser, administration_said(known, h.language(), edition.organiser));
    if (!call.partners.empty())
        list.row_with(msg::edition_partners, [&] {
            h("<ul>"_h);
            for (auto const& one : call.partners) {
                auto const listed = administration_said(known, h.language(), one.administration);
                h("<li>"_h, listed ? listed : html::Words(named(h.language(), one.name)),
                  "</li>"_h);
            }
            h("</ul>"_h);
        });
    if (edition.is_record()) {
        list.row_with(msg::edition_source, [&] { sources(h, edition.source); });
        return;
    }
    list.row(msg::edition_eligible, word_of(edition.eligible));
    if (!edition.invited.empty())
        list.row_with(msg::edition_invited, [&] {
            h("<ul>"_h);
            for (auto const one : edition.invited)
                h("<li>"_h, administration_said(known, h.language(), one), "</li>"_h);
            h("</ul>"_h);
        });
    list.row(msg::edition_sizes, say(msg::edition_sizes_of, {number("least", edition.team_min),
                                                             number("most", edition.team_max)}));
    if (edition.administrations_min > 1)
        list.row(msg::edition_administrations, say(msg::edition_administrations_of,
                                                   {number("count", edition.administrations_min)}));
    if (edition.is_anonymous) list.row(msg::edition_anonymous, msg::edition_anonymous_text);
}

void prizes(html::Html& h, Call const& call) {
    if (call.prizes.empty()) return;
    h("<section aria-labelledby=\"prizes\"><h2 id=\"prizes\">"_h, msg::edition_prizes,
      "</h2><ol>"_h);
    for (auto const& one : call.prizes) {
        h("<li><strong>"_h, named(h.language(), one.name), "</strong>"_h);
        if (!one.text.ar.empty()) h("<br>"_h, named(h.language(), one.text));
        h("</li>"_h);
    }
    h("</ol></section>"_h);
}

// What can be done now, each with until when; what cannot is said with the day it opens.
void ways_in(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    auto const founding = window(edition, Doing::found, known.now);
    auto const may = [&](Doing doing) { return !is_time(edition, doing, known.now).refused(); };
    if (edition.state == State::draft) html::notice(h, html::Tone::warning, msg::edition_is_draft);
    if (edition.is_record()) html::notice(h, html::Tone::info, msg::refused_record);
    if (edition.is_record() || edition.state != State::published) return;
    if (founding.open())
        html::notice(
            h, html::Tone::info,
            said_end(msg::edition_join_until_day, msg::edition_join_until, founding.moment));
    else if (founding.is == Window::Is::not_yet)
        html::notice(h, html::Tone::info,
                     say(msg::edition_join_from, {{"moment", founding.moment}}));
    auto const eligible = may_take_part(known.visitor, edition);
    if (eligible.refused() && known.visitor.signed_in())
        html::notice(h, html::Tone::warning, eligible.refusal().what);
    html::ButtonRow const row(h);
    if (whole.own_team) {
        html::link_button(h, team_url(edition.code, *whole.own_team), msg::edition_own_team);
        return;
    }
    bool const asked = !known.visitor.signed_in() || !eligible.refused();
    if (asked && may(Doing::found))
        html::link_button(h, html::to("/challenges/", edition.code, "/teams/new"), msg::teams_new);
    if (asked && may(Doing::look))
        html::link_button(h, html::to("/challenges/", edition.code, "/looking"), msg::looking_title,
                          html::ButtonKind::secondary);
}

}  // namespace

void edition(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    html::breadcrumbs(h, {{html::to("/challenges"), msg::title}});
    h("<h1>"_h, named(h.language(), edition.name), "</h1>"_h);
    if (!edition.summary.ar.empty())
        h("<p class=\"lead\">"_h, named(h.language(), edition.summary), "</p>"_h);
    ways_in(h, known, whole);
    std::vector<html::Tab> tabs{
        {edition_url(edition.code), msg::edition_call, true},
        {html::to("/challenges/", edition.code, "/teams"), msg::teams_title, false, whole.teams}};
    if (!edition.is_record())
        tabs.push_back({html::to("/challenges/", edition.code, "/mentors"), msg::mentors_title});
    if (known.pages.desk.shows_projects(edition, known.now)) {
        tabs.push_back({html::to("/challenges/", edition.code, "/projects"), msg::gallery_title});
        tabs.push_back({html::to("/challenges/", edition.code, "/awards"), msg::awards_title});
    }
    if (!edition.is_record() && edition.span(Phase::jury))
        tabs.push_back({html::to("/challenges/", edition.code, "/jury"), msg::jury_title});
    if (whole.poll)
        tabs.push_back({html::to("/challenges/", edition.code, "/vote"), msg::vote_title});
    html::tabs(h, msg::edition_parts, tabs);
    conditions(h, known, whole.call);
    timeline(h, known, edition);
    themes(h, known, whole.call);
    prizes(h, whole.call);
    if (!whole.composition.empty()) {
        h("<p>"_h, msg::composition_lead, "</p>"_h);
        composition(h, whole.composition);
    }
    if (!edition.rules.ar.empty()) {
        h("<section aria-labelledby=\"rules\"><h2 id=\"rules\">"_h, msg::edition_rules, "</h2>"_h);
        html::long_text(h, directory::in(h.language(), edition.rules));
        h("</section>"_h);
    }
    if (whole.is_organiser)
        html::link_button(h, html::to("/office/challenges/", edition.code), msg::office_manage,
                          html::ButtonKind::secondary);
    if (whole.is_mentor)
        html::link_button(h, html::to("/challenges/", edition.code, "/mentor"), msg::mentor_title,
                          html::ButtonKind::secondary);
}

}  // namespace wasl::challenges::views
