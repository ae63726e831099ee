// SPDX-License-Identifier: Apache-2.0
// Teams and those who look for one; the forms by which people come together.
#include "modules/challenges/views.hpp"
#include "modules/people/people.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

void data_notice(html::Html& h, Known const& known, Edition const& edition) {
    html::Words controller = html::isolated(known.pages.controller);
    if (known.pages.controller.empty())
        controller = administration_said(known, h.language(), edition.organiser);
    html::data_notice(h, {.controller = controller,
                          .purpose = msg::data_purpose,
                          .recipients = msg::data_recipients,
                          .cndp_number = known.pages.cndp_number});
}

static void choose_own_administration(html::Html& h, Known const& known, AdministrationId before) {
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(known.visitor.grants.size());
    for (auto const& grant : known.visitor.grants) {
        auto const value = std::to_string(grant.administration.value());
        auto const said = administration_said(known, h.language(), grant.administration);
        if (!said || std::find(values.begin(), values.end(), value) != values.end()) continue;
        values.push_back(value);
        choices.push_back({values.back(), said});
    }
    if (choices.empty()) return;
    auto const first = std::to_string(own_administration(known.visitor, before).value());
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::profile_administration,
                        .value = known.typed("administration", first)},
                       choices);
}

void profile_fields(html::Html& h, Known const& known, std::optional<Profile> const& before) {
    Profile const none;
    auto const& was = before ? *before : none;
    html::Fieldset const set(h, msg::profile_title, msg::profile_hint);
    choose_own_administration(h, known, was.administration);
    html::text_field(h, {.name = "profession",
                         .label = msg::profile_profession,
                         .hint = msg::profile_profession_hint,
                         .value = known.typed("profession", was.profession),
                         .error = known.faults.of("profession"),
                         .length_max = static_cast<int>(name_max)});
    html::radio_group(
        h,
        {.name = "gender",
         .label = msg::profile_gender,
         .hint = msg::profile_gender_hint,
         .value = known.typed("gender", name_of(was.gender))},
        std::array{html::Choice{"woman", msg::gender_woman}, html::Choice{"man", msg::gender_man},
                   html::Choice{"unsaid", msg::gender_unsaid}});
    html::text_field(h, {.name = "skills",
                         .label = msg::profile_skills,
                         .hint = msg::profile_skills_hint,
                         .value = known.typed("skills", was.skills),
                         .error = known.faults.of("skills"),
                         .required = false,
                         .length_max = static_cast<int>(line_max)});
    html::text_area(h, {.name = "about",
                        .label = msg::profile_about,
                        .value = known.typed("about", was.about),
                        .error = known.faults.of("about"),
                        .required = false,
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
}

namespace {

void describe_fields(html::Html& h, Known const& known, Call const& call, Team const& was) {
    html::text_field(h, {.name = "name",
                         .label = msg::team_name,
                         .value = known.typed("name", was.name),
                         .error = known.faults.of("name"),
                         .length_max = static_cast<int>(name_max)});
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(call.statements.size());
    for (auto const& one : call.statements) {
        values.push_back(std::to_string(one.id.value()));
        choices.push_back({values.back(), named(h.language(), one.title)});
    }
    choices.push_back({"0", msg::team_own_idea});
    auto const chosen = was.id.value() == 0 ? std::string() : std::to_string(was.statement.value());
    html::select_field(h,
                       {.name = "statement",
                        .label = msg::team_statement,
                        .value = known.typed("statement", chosen),
                        .error = known.faults.of("statement")},
                       choices);
    html::text_area(h, {.name = "pitch",
                        .label = msg::team_pitch,
                        .hint = msg::team_pitch_hint,
                        .value = known.typed("pitch", was.pitch),
                        .error = known.faults.of("pitch"),
                        .length_max = static_cast<int>(text_max)});
    html::text_field(h, {.name = "wanted",
                         .label = msg::team_wanted,
                         .hint = msg::team_wanted_hint,
                         .value = known.typed("wanted", was.wanted),
                         .error = known.faults.of("wanted"),
                         .required = false,
                         .length_max = static_cast<int>(line_max)});
}

void looking_list(html::Html& h, Known const& known, TeamsPage const& page) {
    auto const& edition = page.in.call.edition;
    bool const inside = page.in.own_profile || page.in.is_organiser || page.in.is_mentor;
    if (!inside) {
        h("<p>"_h,
          say(msg::looking_count, {number("count", static_cast<int>(page.looking.size()))}),
          "</p>"_h);
        return;
    }
    if (page.looking.empty()) {
        html::empty_state(h, msg::looking_none);
    } else {
        html::Table table(h, msg::looking_people,
                          {{msg::looking_who},
                           {msg::profile_skills},
                           {msg::profile_administration},
                           {msg::profile_about}});
        for (auto const& one : page.looking) {
            table.row();
            table.cell(known.folk.of(one.person));
            table.cell(html::isolated(one.skills));
            table.cell(administration_said(known, h.language(), one.administration));
            table.cell(html::isolated(one.about));
        }
    }
    if (!page.in.own_team && !is_time(edition, Doing::look, known.now).refused())
        html::link_button(h, html::to("/challenges/", edition.code, "/looking"), msg::looking_title,
                          html::ButtonKind::secondary);
}

}  // namespace

void teams(html::Html& h, Known const& known, TeamsPage const& page) {
    auto const& edition = page.in.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::teams_title, "</h1>"_h);
    auto const founding = is_time(edition, Doing::found, known.now);
    if (founding.refused() && !edition.is_record())
        html::notice(h, html::Tone::info, founding.refusal().what);
    if (page.teams.empty()) {
        html::empty_state(h, msg::teams_none, msg::teams_none_text);
    } else {
        html::Table table(h, msg::teams_title,
                          {{msg::team_name},
                           {msg::team_statement},
                           {msg::team_wanted},
                           {msg::team_places, html::Column::number}});
        for (auto const& one : page.teams) {
            table.row();
            table.cell("<a href=\""_h, team_url(edition.code, one.team.id), "\">"_h,
                       html::isolated(one.team.name), "</a>"_h);
            if (auto const* const statement = page.in.call.statement(one.team.statement))
                table.cell(named(h.language(), statement->title));
            else
                table.cell(msg::team_own_idea);
            table.cell(html::isolated(one.team.wanted));
            if (edition.is_record())
                table.cell(msg::team_record);
            else
                table.cell(say(msg::team_members_of,
                               {number("count", one.members), number("most", edition.team_max)}));
        }
    }
    if (!founding.refused() && !page.in.own_team)
        html::link_button(h, html::to("/challenges/", edition.code, "/teams/new"), msg::teams_new);
    if (edition.is_record()) return;
    composition(h, page.in.composition);
    looking_list(h, known, page);
}

void new_team(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::teams_new, "</h1><p class=\"lead\">"_h, msg::teams_new_lead, "</p>"_h);
    html::Form const form(h, {.action = html::to("/challenges/", edition.code, "/teams/new"),
                              .csrf = known.visitor.csrf});
    describe_fields(h, known, whole.call, {});
    profile_fields(h, known, whole.own_profile);
    data_notice(h, known, edition);
    html::button(h, msg::teams_found);
}

void edit_team(html::Html& h, Known const& known, WholeTeam const& whole) {
    auto const& edition = whole.in.call.edition;
    crumbs(h, edition, whole.team);
    h("<h1>"_h, msg::team_edit, "</h1>"_h);
    html::Form const form(
        h, {.action = team_url(edition.code, whole.team.id, "/edit"), .csrf = known.visitor.csrf});
    html::hidden_field(h, "version", std::to_string(whole.team.version));
    describe_fields(h, known, whole.in.call, whole.team);
    html::button(h, msg::save);
}

void looking(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::looking_title, "</h1><p class=\"lead\">"_h, msg::looking_lead, "</p>"_h);
    auto const url = html::to("/challenges/", edition.code, "/looking");
    {
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        profile_fields(h, known, whole.own_profile);
        data_notice(h, known, edition);
        html::button(h, msg::looking_save);
    }
    if (whole.own_profile && whole.own_profile->is_looking)
        html::post_button(h, {.action = url,
                              .label = msg::looking_stop,
                              .csrf = known.visitor.csrf,
                              .kind = html::ButtonKind::quiet,
                              .name = "do",
                              .value = "stop"});
}

void join(html::Html& h, Known const& known, WholeTeam const& whole, std::string_view key) {
    auto const& edition = whole.in.call.edition;
    crumbs(h, edition, whole.team);
    h("<h1>"_h, say(msg::join_title, {text("team", whole.team.name)}), "</h1>"_h);
    html::long_text(h, whole.team.pitch);
    if (whole.is_member) {
        html::notice(h, html::Tone::success, msg::join_is_member);
        return;
    }
    html::Form const form(
        h, {.action = html::UrlMaker::local(known.request.path, true), .csrf = known.visitor.csrf});
    html::hidden_field(h, "key", key);
    profile_fields(h, known, whole.in.own_profile);
    data_notice(h, known, edition);
    html::button(h, msg::join_accept);
}

void mine(html::Html& h, std::span<Desk::Mine const> all) {
    html::breadcrumbs(h, {{html::to("/account"), msg::mine_account}});
    h("<h1>"_h, msg::mine_title, "</h1>"_h);
    if (all.empty()) {
        html::empty_state(h, msg::mine_none, msg::mine_none_text,
                          html::Invitation{html::to("/challenges"), msg::title});
        return;
    }
    html::Cards cards(h);
    for (auto const& one : all)
        cards.card({team_url(one.edition.code, one.team.id), html::isolated(one.team.name),
                    named(h.language(), one.edition.name), word_of(one.edition.state)});
}

}  // namespace wasl::challenges::views
