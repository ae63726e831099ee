// SPDX-License-Identifier: Apache-2.0
// What an edition is made of, kind by kind: the rows there are, and a form for one; and the teams,
// with what is decided about them.
#include <algorithm>

#include "modules/challenges/views_office.hpp"
#include "platform/html/options.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

// The row that the form is for: chosen in the address, or of the form that came back.
std::int64_t chosen(Known const& known) {
    return number_of(known.sent() ? known.request.field("row") : known.request.asked("row"));
}
template<typename Row>
Row const* row_chosen(Known const& known, std::vector<Row> const& rows) {
    auto const id = chosen(known);
    auto const found = std::find_if(rows.begin(), rows.end(),
                                    [&](Row const& one) { return one.id.value() == id; });
    return found == rows.end() ? nullptr : &*found;
}

struct Line {
    std::int64_t id = 0;
    html::Words name;
};

void lines(html::Html& h, Known const& known, html::Url const& url, Message const& title,
           std::vector<Line> const& all) {
    if (all.empty()) {
        html::empty_state(h, msg::office_no_rows);
        return;
    }
    html::Table table(h, title, {{title}, {msg::office_acts, html::Column::actions}});
    for (auto const& one : all) {
        auto const id = std::to_string(one.id);
        table.row();
        table.cell("<a href=\""_h, html::with(url, "row", id), "\">"_h, one.name, "</a>"_h);
        table.cell_with([&] {
            html::post_button(h, {.action = url,
                                  .label = msg::office_remove,
                                  .csrf = known.visitor.csrf,
                                  .kind = html::ButtonKind::quiet,
                                  .name = "remove",
                                  .value = id,
                                  .about = one.name});
        });
    }
}

void short_text(html::Html& h, Known const& known, std::string_view name, Message const& label,
                std::string_view was, bool required) {
    html::text_field(h, {.name = name,
                         .label = label,
                         .value = known.typed(name, was),
                         .error = known.faults.of(name),
                         .required = required,
                         .length_max = static_cast<int>(name_max)});
}
void area(html::Html& h, Known const& known, std::string_view name, Message const& label,
          std::string_view was, bool required, Message const* hint = nullptr) {
    html::text_area(h, {.name = name,
                        .label = label,
                        .hint = hint == nullptr ? html::Words() : html::Words(*hint),
                        .value = known.typed(name, was),
                        .error = known.faults.of(name),
                        .required = required,
                        .length_max = static_cast<int>(text_max),
                        .rows = 4});
}

enum class Nobody { offered, left_out };
void choose_any_administration(html::Html& h, Known const& known, std::string_view name,
                               Message const& label, AdministrationId was,
                               Nobody nobody = Nobody::offered) {
    std::vector<directory::Administration const*> all;
    for (auto const& one : known.places->administrations()) all.push_back(&one);
    std::sort(all.begin(), all.end(), [](auto const* a, auto const* b) {
        return std::pair(std::string_view(a->name.ar), a->id) <
               std::pair(std::string_view(b->name.ar), b->id);
    });
    html::Options choices;
    if (nobody == Nobody::offered) choices.add("0", msg::office_nobody);
    for (auto const* const one : all)
        choices.add(std::to_string(one->id.value()), named(h.language(), one->name));
    auto const before = std::to_string(was.value());
    html::select_field(h,
                       {.name = name,
                        .label = label,
                        .value = known.typed(name, before),
                        .error = known.faults.of(name),
                        .required = nobody == Nobody::left_out},
                       choices.all());
}

void recorded_obstacles(html::Html& h, Known const& known, Statement const& was) {
    auto const all = known.pages.desk.obstacles();
    if (all.empty()) return;
    std::vector<html::Choice> choices;
    for (auto const& one : all) choices.push_back({one.code, *one.name});
    std::vector<std::string_view> chosen(was.obstacle_codes.begin(), was.obstacle_codes.end());
    if (known.sent()) {
        auto const typed = known.request.fields("obstacle");
        chosen.assign(typed.begin(), typed.end());
    }
    html::checkbox_group(h,
                         {.name = "obstacle",
                          .label = msg::office_obstacle_codes,
                          .hint = msg::office_obstacle_codes_hint,
                          .error = known.faults.of("obstacle"),
                          .required = false},
                         choices, chosen);
}

// Of the sponsor as it is kept: without scripts the list cannot follow the choice above it.
void choose_unit(html::Html& h, Known const& known, Statement const& was) {
    auto const units = known.places->open_units_of(was.sponsor);
    if (was.sponsor.value() == 0 || units.empty()) return;
    html::Options choices;
    choices.add("0", msg::office_nobody);
    for (auto const* const one : units)
        choices.add(std::to_string(one->id.value()), named(h.language(), one->name));
    auto const before = std::to_string(was.sponsor_unit.value());
    html::select_field(h,
                       {.name = "unit",
                        .label = msg::statement_unit,
                        .hint = msg::office_unit_hint,
                        .value = known.typed("unit", before),
                        .required = false},
                       choices.all());
}

void theme_fields(html::Html& h, Known const& known, Theme const& was) {
    short_text(h, known, "name_ar", msg::office_name_ar, was.name.ar, true);
    short_text(h, known, "name_fr", msg::office_name_fr, was.name.fr, false);
    area(h, known, "text_ar", msg::office_text_ar, was.text.ar, false);
    area(h, known, "text_fr", msg::office_text_fr, was.text.fr, false);
}

void statement_fields(html::Html& h, Known const& known, Call const& call, Statement const& was) {
    html::Options choices;
    for (auto const& one : call.themes)
        choices.add(std::to_string(one.id.value()), named(h.language(), one.name));
    auto const theme = std::to_string(was.theme.value());
    html::select_field(h,
                       {.name = "theme",
                        .label = msg::office_theme,
                        .value = known.typed("theme", was.id.value() == 0 ? "" : theme),
                        .error = known.faults.of("theme")},
                       choices.all());
    short_text(h, known, "title_ar", msg::office_name_ar, was.title.ar, true);
    short_text(h, known, "title_fr", msg::office_name_fr, was.title.fr, false);
    area(h, known, "text_ar", msg::office_text_ar, was.text.ar, true);
    area(h, known, "text_fr", msg::office_text_fr, was.text.fr, false);
    area(h, known, "obstacles", msg::statement_obstacles, was.obstacles, false,
         &msg::office_obstacles_hint);
    recorded_obstacles(h, known, was);
    choose_any_administration(h, known, "sponsor", msg::statement_sponsor, was.sponsor);
    choose_unit(h, known, was);
}

void prize_fields(html::Html& h, Known const& known, Prize const& was) {
    auto const place = std::to_string(was.place);
    html::number_field(h,
                       {.name = "place",
                        .label = msg::office_place,
                        .value = known.typed("place", place),
                        .error = known.faults.of("place")},
                       {.min = 1, .max = rows_max});
    short_text(h, known, "name_ar", msg::office_name_ar, was.name.ar, true);
    short_text(h, known, "name_fr", msg::office_name_fr, was.name.fr, false);
    area(h, known, "text_ar", msg::office_text_ar, was.text.ar, false);
    area(h, known, "text_fr", msg::office_text_fr, was.text.fr, false);
}

void partner_fields(html::Html& h, Known const& known, Partner const& was) {
    choose_any_administration(h, known, "administration", msg::office_partner_listed,
                              was.administration);
    short_text(h, known, "name_ar", msg::office_name_ar, was.name.ar, false);
    short_text(h, known, "name_fr", msg::office_name_fr, was.name.fr, false);
}

Message const& row_kind_title(std::string_view kind) {
    if (kind == "themes") return msg::edition_themes_only;
    if (kind == "statements") return msg::edition_statements;
    if (kind == "prizes") return msg::edition_prizes;
    return msg::edition_partners;
}

template<typename Row, typename Name, typename Fields>
void rows(html::Html& h, Known const& known, html::Url const& url, Message const& title,
          std::vector<Row> const& all, Name name, Fields fields) {
    std::vector<Line> said;
    said.reserve(all.size());
    for (auto const& one : all) said.push_back({one.id.value(), name(one)});
    lines(h, known, url, title, said);
    auto const* const was = row_chosen(known, all);
    h("<h2>"_h, was == nullptr ? msg::office_add : msg::office_change, "</h2>"_h);
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    html::hidden_field(h, "row", std::to_string(was == nullptr ? 0 : was->id.value()));
    fields(was == nullptr ? Row{} : *was);
    html::button(h, msg::save);
}

}  // namespace

void office_invited(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    auto const url = html::to("/office/challenges/", edition.code, "/invited");
    html::breadcrumbs(
        h, {{html::to("/office/challenges"), msg::office_title},
            {html::to("/office/challenges/", edition.code), named(h.language(), edition.name)}});
    h("<h1>"_h, msg::office_invited, "</h1><p class=\"lead\">"_h, msg::office_invited_lead,
      "</p>"_h);
    if (edition.invited.empty()) {
        html::empty_state(h, msg::office_no_rows);
    } else {
        html::Table table(
            h, msg::office_invited,
            {{msg::profile_administration}, {msg::office_acts, html::Column::actions}});
        for (auto const one : edition.invited) {
            auto const name = administration_said(known, h.language(), one);
            table.row();
            table.cell(name);
            table.cell_with([&] {
                html::post_button(h, {.action = url,
                                      .label = msg::office_remove,
                                      .csrf = known.visitor.csrf,
                                      .kind = html::ButtonKind::quiet,
                                      .name = "remove",
                                      .value = std::to_string(one.value()),
                                      .about = name});
            });
        }
    }
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    choose_any_administration(h, known, "administration", msg::office_invited_which,
                              AdministrationId{0}, Nobody::left_out);
    html::button(h, msg::office_invite);
}

void office_rows(html::Html& h, Known const& known, WholeEdition const& whole,
                 std::string_view kind) {
    auto const& call = whole.call;
    auto const& title = row_kind_title(kind);
    auto const url = html::to("/office/challenges/", call.edition.code, "/", kind);
    html::breadcrumbs(h, {{html::to("/office/challenges"), msg::office_title},
                          {html::to("/office/challenges/", call.edition.code),
                           named(h.language(), call.edition.name)}});
    h("<h1>"_h, title, "</h1>"_h);
    auto const language = h.language();
    if (kind == "themes")
        rows(
            h, known, url, title, call.themes,
            [&](Theme const& one) { return named(language, one.name); },
            [&](Theme const& was) { theme_fields(h, known, was); });
    if (kind == "statements")
        rows(
            h, known, url, title, call.statements,
            [&](Statement const& one) { return named(language, one.title); },
            [&](Statement const& was) { statement_fields(h, known, call, was); });
    if (kind == "prizes")
        rows(
            h, known, url, title, call.prizes,
            [&](Prize const& one) { return named(language, one.name); },
            [&](Prize const& was) { prize_fields(h, known, was); });
    if (kind == "partners")
        rows(
            h, known, url, title, call.partners,
            [&](Partner const& one) {
                auto const listed = administration_said(known, language, one.administration);
                return listed ? listed : html::Words(named(language, one.name));
            },
            [&](Partner const& was) { partner_fields(h, known, was); });
}

namespace {

void decide(html::Html& h, Known const& known, Call const& call, TeamLine const& line,
            Exhibit const* sent) {
    auto const& edition = call.edition;
    auto const may = [&](Doing doing) { return !is_time(edition, doing, known.now).refused(); };
    auto const& ends = edition.span(Phase::submission);
    bool const judged =
        edition.span(Phase::jury) && known.now >= edition.span(Phase::jury)->opens_at;
    bool const grace = ends && known.now >= ends->opens_at && !judged;
    bool const awards = sent != nullptr && may(Doing::award);
    bool const lists = sent != nullptr && may(Doing::shortlist);
    if (!grace && !awards && !lists) return;
    auto const id = std::to_string(line.team.id.value());
    bool const this_one = known.typed("team") == id;
    html::Disclosure const inside(h, say(msg::office_decide, {text("team", line.team.name)}),
                                  this_one);
    html::Form const form(h, {.action = html::to("/office/challenges/", edition.code, "/teams"),
                              .csrf = known.visitor.csrf});
    html::hidden_field(h, "team", id);
    auto const field = [&](std::string_view name) { return std::string(name) + "-" + id; };
    auto const value = [&](std::string_view name) {
        return this_one ? known.typed(field(name)) : std::string_view{};
    };
    auto const error = [&](std::string_view name) {
        return this_one ? known.faults.of(name) : Said{};
    };
    auto const reason = field("reason"), until = field("until"), place = field("place");
    html::text_area(h, {.name = reason,
                        .label = msg::team_reason,
                        .value = value("reason"),
                        .error = error("reason"),
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
    if (grace)
        html::date_field(h, {.name = until,
                             .label = msg::office_grace_until,
                             .hint = msg::office_grace_hint,
                             .value = value("until"),
                             .error = error("until"),
                             .required = false});
    if (awards)
        html::number_field(h,
                           {.name = place,
                            .label = msg::office_place,
                            .value = value("place"),
                            .error = error("place"),
                            .required = false},
                           {.min = 1, .max = rows_max});
    html::ButtonRow const row(h);
    if (grace) html::button(h, msg::office_grace, html::ButtonKind::secondary, "do", "grace");
    if (lists) html::button(h, msg::office_goes_on, html::ButtonKind::primary, "do", "on");
    if (lists) html::button(h, msg::office_stays, html::ButtonKind::secondary, "do", "off");
    if (awards) html::button(h, msg::office_award, html::ButtonKind::primary, "do", "award");
}

}  // namespace

void office_teams(html::Html& h, Known const& known, OfficePage const& page,
                  std::span<Exhibit const> projects) {
    auto const& call = page.in.call;
    html::breadcrumbs(h, {{html::to("/office/challenges"), msg::office_title},
                          {html::to("/office/challenges/", call.edition.code),
                           named(h.language(), call.edition.name)}});
    h("<h1>"_h, msg::teams_title, "</h1>"_h);
    if (page.teams.empty()) return html::empty_state(h, msg::teams_none);
    for (auto const& line : page.teams) {
        auto const found = std::find_if(projects.begin(), projects.end(), [&](Exhibit const& one) {
            return one.team.id == line.team.id;
        });
        auto const* const sent = found == projects.end() ? nullptr : &*found;
        h("<h2><a href=\""_h, team_url(call.edition.code, line.team.id), "\">"_h,
          html::isolated(line.team.name), "</a></h2>"_h);
        {
            html::SummaryList list(h);
            list.row(msg::team_members, line.members);
            if (sent != nullptr) {
                list.row(msg::project_title, "<a href=\""_h,
                         team_url(call.edition.code, line.team.id, "/preview"), "\">"_h,
                         html::isolated(sent->submission.project.title), "</a>"_h);
                list.row(msg::submission_at, sent->submission.at);
            } else {
                list.row(msg::project_title, msg::submission_none);
            }
            if (sent != nullptr && sent->is_shortlisted)
                list.row(msg::phase_shortlisting, msg::office_shortlisted);
            if (sent != nullptr && sent->award) list.row(msg::phase_award, place_of(*sent->award));
        }
        decide(h, known, call, line, sent);
    }
}

}  // namespace wasl::challenges::views
