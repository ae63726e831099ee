// SPDX-License-Identifier: Apache-2.0
// The organiser's pages of an edition: what is there, what is missing, the call and its days.
#include "modules/challenges/views_office.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

html::Url office_url(Edition const& edition, std::string_view below = {}) {
    auto const url = html::to("/office/challenges/", edition.code);
    return below.empty() ? url : html::UrlMaker::local(url.text() + std::string(below), true);
}

void office_crumbs(html::Html& h, Edition const& edition) {
    html::breadcrumbs(h, {{html::to("/office/challenges"), msg::office_title},
                          {office_url(edition), named(h.language(), edition.name)}});
}

void twice(html::Html& h, Known const& known, std::string_view ar, std::string_view fr,
           Message const& in_arabic, Message const& in_french, Names const& was, int rows,
           std::size_t signs_max) {
    auto const field = [&](std::string_view name, Message const& label, std::string_view value,
                           bool required) {
        html::Field const one{.name = name,
                              .label = label,
                              .value = known.typed(name, value),
                              .error = known.faults.of(name),
                              .required = required,
                              .length_max = static_cast<int>(signs_max),
                              .rows = rows};
        if (rows > 1) return html::text_area(h, one);
        html::text_field(h, one);
    };
    field(ar, in_arabic, was.ar, true);
    field(fr, in_french, was.fr, false);
}

}  // namespace

void office_list(html::Html& h, std::span<Edition const> editions, bool opens) {
    h("<h1>"_h, msg::office_title, "</h1><p class=\"lead\">"_h, msg::office_lead, "</p>"_h);
    if (editions.empty()) {
        html::empty_state(h, msg::office_none,
                          opens ? html::Words(msg::office_none_text) : html::Words());
    } else {
        html::Cards cards(h);
        for (auto const& one : editions)
            cards.card({office_url(one), named(h.language(), one.name), word_of(one.state)});
    }
    if (opens) html::link_button(h, html::to("/office/challenges/new"), msg::office_new);
}

void office_new(html::Html& h, Known const& known,
                std::span<directory::Administration const* const> organisers) {
    html::breadcrumbs(h, {{html::to("/office/challenges"), msg::office_title}});
    h("<h1>"_h, msg::office_new, "</h1><p class=\"lead\">"_h, msg::office_new_lead, "</p>"_h);
    html::Form const form(
        h, {.action = html::to("/office/challenges/new"), .csrf = known.visitor.csrf});
    std::vector<html::Choice> of_models;
    for (auto const& one : models()) of_models.push_back({one.code, named(h.language(), one.name)});
    html::radio_group(h,
                      {.name = "model",
                       .label = msg::office_model,
                       .hint = msg::office_model_hint,
                       .value = known.typed("model"),
                       .error = known.faults.of("model")},
                      of_models);
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(organisers.size());
    for (auto const* const one : organisers) {
        values.push_back(std::to_string(one->id.value()));
        choices.push_back({values.back(), named(h.language(), one->name)});
    }
    html::select_field(
        h,
        {.name = "organiser",
         .label = msg::edition_organiser,
         .value = known.typed("organiser", values.size() == 1 ? values.front() : std::string()),
         .error = known.faults.of("organiser")},
        choices);
    twice(h, known, "name_ar", "name_fr", msg::office_name_ar, msg::office_name_fr, {}, 1,
          name_max);
    html::text_field(h, {.name = "code",
                         .label = msg::office_code,
                         .hint = msg::office_code_hint,
                         .value = known.typed("code"),
                         .error = known.faults.of("code"),
                         .left_to_right = true,
                         .length_max = 40});
    html::date_field(h, {.name = "first",
                         .label = msg::office_first,
                         .hint = msg::office_first_hint,
                         .value = known.typed("first"),
                         .error = known.faults.of("first")});
    html::button(h, msg::office_open);
}

namespace {

void edition_state(html::Html& h, Known const& known, Edition const& edition) {
    html::tag(h, edition.state == State::published ? html::Tone::success : html::Tone::neutral,
              word_of(edition.state));
    html::ButtonRow const row(h);
    html::link_button(h, edition_url(edition.code), msg::office_see, html::ButtonKind::quiet);
    auto const act = [&](Message const& label, std::string_view name, html::ButtonKind kind) {
        html::post_button(h, {.action = office_url(edition),
                              .label = label,
                              .csrf = known.visitor.csrf,
                              .kind = kind,
                              .name = "do",
                              .value = name});
    };
    if (edition.state == State::draft)
        act(msg::office_publish, "publish", html::ButtonKind::primary);
    auto const& ends = edition.span(Phase::submission);
    if (edition.state == State::published && ends && known.now >= ends->closes_at)
        act(msg::office_close, "close", html::ButtonKind::danger);
}

void edition_parts(html::Html& h, Call const& call) {
    auto const& edition = call.edition;
    html::Table table(h, msg::office_parts,
                      {{msg::office_part}, {msg::office_holds, html::Column::number}});
    auto const row = [&](Message const& label, std::string_view below, std::size_t count) {
        table.row();
        table.cell("<a href=\""_h, office_url(edition, below), "\">"_h, label, "</a>"_h);
        table.cell(count);
    };
    row(msg::office_call, "/call", edition.rules.ar.empty() ? 0U : 1U);
    std::size_t days = 0;
    for (auto const& one : edition.phases) days += one ? 1U : 0U;
    row(msg::edition_days, "/phases", days);
    row(msg::edition_themes_only, "/themes", call.themes.size());
    row(msg::edition_statements, "/statements", call.statements.size());
    row(msg::office_invited, "/invited", edition.invited.size());
    row(msg::edition_prizes, "/prizes", call.prizes.size());
    row(msg::edition_partners, "/partners", call.partners.size());
    row(msg::composition_title, "/targets", call.targets.size());
}

void call_mentors(html::Html& h, Known const& known, OfficePage const& page) {
    auto const& edition = page.in.call.edition;
    h("<section aria-labelledby=\"mentors\"><h2 id=\"mentors\">"_h, msg::mentors_title, "</h2>"_h);
    if (page.invited && !page.invited->link.empty()) {
        html::Panel const panel(h, html::Tone::success, msg::office_mentor_called);
        h("<p>"_h, html::code(page.invited->link), "</p>"_h);
    }
    if (!page.mentors.empty()) {
        html::Table table(
            h, msg::mentors_title,
            {{msg::mentor}, {msg::profile_skills}, {msg::hours_counted, html::Column::number}});
        for (auto const& one : page.mentors) {
            std::int64_t minutes = 0;
            for (auto const& counted : page.coached)
                if (counted.person == one.person) minutes = counted.minutes;
            table.row();
            table.cell(known.folk.of(one.person));
            table.cell(html::isolated(one.skills));
            table.cell(say(msg::hours_minutes, {number("count", minutes)}));
        }
    }
    {
        html::Form const form(h, {.action = office_url(edition), .csrf = known.visitor.csrf});
        html::text_field(h, {.name = "address",
                             .label = msg::office_mentor_address,
                             .hint = msg::office_mentor_hint,
                             .value = known.typed("address"),
                             .error = known.faults.of("address"),
                             .left_to_right = true});
        html::button(h, msg::office_mentor_call, html::ButtonKind::secondary, "do", "mentor");
    }
    h("</section>"_h);
}

}  // namespace

void office(html::Html& h, Known const& known, OfficePage const& page) {
    auto const& call = page.in.call;
    auto const& edition = call.edition;
    html::breadcrumbs(h, {{html::to("/office/challenges"), msg::office_title}});
    h("<h1>"_h, named(h.language(), edition.name), "</h1>"_h);
    edition_state(h, known, edition);
    if (edition.is_record()) {
        html::notice(h, html::Tone::info, msg::refused_record);
        return;
    }
    html::stat_tiles(h, {{page.in.teams, msg::teams_title}, {page.in.members, msg::team_members}});
    edition_parts(h, call);
    composition(h, page.in.composition);
    {
        html::ButtonRow const row(h);
        auto const lead = [&](std::string_view below, Message const& label) {
            html::link_button(h, office_url(edition, below), label, html::ButtonKind::secondary);
        };
        lead("/teams", msg::office_teams);
        lead("/certificates", msg::certificates_title);
        if (edition.span(Phase::jury) || edition.span(Phase::shortlisting))
            html::link_button(h, html::to("/challenges/", edition.code, "/jury/office"),
                              msg::office_jury, html::ButtonKind::secondary);
        html::link_button(h, html::to("/challenges/", edition.code, "/report.pdf"),
                          msg::report_link, html::ButtonKind::secondary);
    }
    if (edition.state == State::published) call_mentors(h, known, page);
}

void office_call(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    office_crumbs(h, edition);
    h("<h1>"_h, msg::office_call, "</h1>"_h);
    html::Form const form(h, {.action = office_url(edition, "/call"), .csrf = known.visitor.csrf});
    html::hidden_field(h, "version", std::to_string(edition.version));
    twice(h, known, "name_ar", "name_fr", msg::office_name_ar, msg::office_name_fr, edition.name, 1,
          name_max);
    twice(h, known, "summary_ar", "summary_fr", msg::office_summary_ar, msg::office_summary_fr,
          edition.summary, 4, text_max);
    twice(h, known, "rules_ar", "rules_fr", msg::office_rules_ar, msg::office_rules_fr,
          edition.rules, 10, rules_max);
    html::radio_group(h,
                      {.name = "eligible",
                       .label = msg::edition_eligible,
                       .value = known.typed("eligible", name_of(edition.eligible))},
                      std::array{html::Choice{"civil_servants", msg::eligible_civil_servants},
                                 html::Choice{"everyone", msg::eligible_everyone}});
    auto const size = [&](std::string_view name, Message const& label, int value) {
        auto const was = std::to_string(value);
        html::number_field(h,
                           {.name = name,
                            .label = label,
                            .value = known.typed(name, was),
                            .error = known.faults.of(name)},
                           {.min = 1, .max = team_size_max});
    };
    size("team_min", msg::office_team_min, edition.team_min);
    size("team_max", msg::office_team_max, edition.team_max);
    size("administrations_min", msg::office_administrations_min, edition.administrations_min);
    html::checkbox(h, {.name = "anonymous",
                       .label = msg::edition_anonymous_text,
                       .value = known.sent() ? known.typed("anonymous")
                                             : std::string_view(edition.is_anonymous ? "1" : ""),
                       .required = false});
    html::button(h, msg::save);
}

void office_phases(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    office_crumbs(h, edition);
    h("<h1>"_h, msg::edition_days, "</h1><p class=\"lead\">"_h, msg::office_days_lead, "</p>"_h);
    html::Form const form(h,
                          {.action = office_url(edition, "/phases"), .csrf = known.visitor.csrf});
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const phase = static_cast<Phase>(n);
        auto const& span = edition.phases[n];
        auto const first = span ? iso(first_day(*span)) : std::string();
        auto const last = span ? iso(last_day(*span)) : std::string();
        auto const until = std::string(name_of(phase)) + "_until";
        html::Fieldset const set(h, word_of(phase));
        html::date_field(h, {.name = name_of(phase),
                             .label = msg::edition_from,
                             .value = known.typed(name_of(phase), first),
                             .error = known.faults.of(name_of(phase)),
                             .required = false});
        html::date_field(h, {.name = until,
                             .label = msg::edition_until,
                             .value = known.typed(until, last),
                             .error = known.faults.of(until),
                             .required = false});
    }
    html::button(h, msg::save);
}

void office_targets(html::Html& h, Known const& known, WholeEdition const& whole) {
    auto const& edition = whole.call.edition;
    office_crumbs(h, edition);
    h("<h1>"_h, msg::composition_title, "</h1><p class=\"lead\">"_h, msg::office_targets_lead,
      "</p>"_h);
    html::Form const form(h,
                          {.action = office_url(edition, "/targets"), .csrf = known.visitor.csrf});
    for (std::size_t n = 0; n < trait_count; ++n) {
        auto const trait = static_cast<Trait>(n);
        std::string was;
        for (auto const& one : whole.call.targets)
            if (one.trait == trait) was = std::to_string(one.at_least);
        html::number_field(h,
                           {.name = name_of(trait),
                            .label = word_of(trait),
                            .hint = trait == Trait::professions ? msg::office_target_count
                                                                : msg::office_target_share,
                            .value = known.typed(name_of(trait), was),
                            .error = known.faults.of(name_of(trait)),
                            .required = false},
                           {.min = 1, .max = 100});
    }
    html::button(h, msg::save);
}

}  // namespace wasl::challenges::views
