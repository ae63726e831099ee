// SPDX-License-Identifier: Apache-2.0
// The jury as its organiser and its chair see it: rules, judges, progress, results, minutes.
#include <algorithm>
#include <cmath>
#include <utility>

#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

void rules_form(html::Html& h, Known const& known, JuryOfficePage const& page,
                html::Url const& url) {
    auto const was = page.whole ? page.whole->rules : JuryRules{};
    auto const each = std::to_string(was.each), most = std::to_string(was.load_max);
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    html::hidden_field(h, "version", std::to_string(was.version));
    std::vector<html::Choice> kinds;
    for (auto const one : {Ballots::score, Ballots::ranking, Ballots::pair})
        kinds.push_back({name_of(one), *msg::find("ballots." + std::string(name_of(one)))});
    html::radio_group(h,
                      {.name = "ballots",
                       .label = msg::jury_kind,
                       .value = known.typed("ballots", name_of(was.ballots))},
                      kinds);
    html::number_field(h,
                       {.name = "each",
                        .label = msg::jury_each,
                        .hint = say(msg::jury_each_hint, {number("few", each_to_shortlist),
                                                          number("many", each_for_podium)}),
                        .value = known.typed("each", each),
                        .error = known.faults.of("each")},
                       {1, ballots_each_max});
    html::number_field(h,
                       {.name = "load_max",
                        .label = msg::jury_load,
                        .value = known.typed("load_max", most),
                        .error = known.faults.of("load_max")},
                       {1, rows_max * ballots_each_max});
    html::button(h, msg::save, html::ButtonKind::primary, "do", "rules");
}

void criterion_form(html::Html& h, Known const& known, Edition const& edition,
                    html::Url const& url) {
    html::Disclosure const more(h, msg::jury_criterion_add,
                                known.typed("do") == "criterion" && known.faults.any());
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    auto const line = [&](std::string_view name, Message const& label, bool required) {
        html::text_field(h, {.name = name,
                             .label = label,
                             .value = known.typed(name),
                             .error = known.faults.of(name),
                             .required = required,
                             .length_max = static_cast<int>(name_max)});
    };
    // Each phase has its own, until it begins.
    std::vector<html::Choice> phases;
    for (auto const phase : {Phase::shortlisting, Phase::jury})
        if (auto const& span = edition.span(phase); span && known.now < span->opens_at)
            phases.push_back({name_of(phase), word_of(phase)});
    if (phases.size() > 1)
        html::radio_group(h,
                          {.name = "phase",
                           .label = msg::jury_phase,
                           .value = known.typed("phase", name_of(Phase::jury))},
                          phases);
    line("name_ar", msg::office_name_ar, true);
    line("name_fr", msg::office_name_fr, false);
    auto const amount = [&](std::string_view name, Message const& label, std::string_view value,
                            std::int64_t most) {
        html::number_field(h,
                           {.name = name,
                            .label = label,
                            .value = known.typed(name, value),
                            .error = known.faults.of(name)},
                           {0, most});
    };
    amount("weight", msg::jury_weight, "2500", 10'000);
    amount("lowest", msg::jury_lowest, "1", mark_max);
    amount("highest", msg::jury_highest, "5", mark_max);
    html::text_area(h, {.name = "labels_ar",
                        .label = msg::jury_labels,
                        .hint = msg::jury_labels_hint,
                        .value = known.typed("labels_ar"),
                        .error = known.faults.of("labels_ar"),
                        .required = false,
                        .length_max = static_cast<int>(text_max)});
    html::text_area(h, {.name = "labels_fr",
                        .label = msg::jury_labels_fr,
                        .value = known.typed("labels_fr"),
                        .error = known.faults.of("labels_fr"),
                        .required = false,
                        .length_max = static_cast<int>(text_max)});
    html::button(h, msg::jury_criterion_add, html::ButtonKind::secondary, "do", "criterion");
}

struct OwnCriteria {
    Message const& caption;
    std::span<JuryCriterion const> all;
    bool may_remove = false;
};

void criteria_table(html::Html& h, Known const& known, OwnCriteria const& own,
                    html::Url const& url) {
    html::Table table(h, own.caption,
                      {{msg::jury_criterion},
                       {msg::jury_weight, html::Column::number},
                       {msg::jury_scale},
                       {msg::jury_criterion_remove, html::Column::actions}});
    for (auto const& one : own.all) {
        table.row();
        table.cell(named(h.language(), one.name));
        table.cell(weight(one, own.all));
        table.cell_with([&] { scale(h, one); });
        table.cell_with([&] {
            if (!own.may_remove) return;
            html::post_button(h, {.action = url,
                                  .label = msg::jury_criterion_remove,
                                  .csrf = known.visitor.csrf,
                                  .kind = html::ButtonKind::quiet,
                                  .name = "remove",
                                  .value = std::to_string(one.id.value()),
                                  .about = named(h.language(), one.name)});
        });
    }
}

void own_criteria(html::Html& h, Known const& known, WholeJury const& whole, html::Url const& url) {
    auto const& first = whole.edition.span(Phase::shortlisting);
    if (!whole.first_criteria.empty())
        criteria_table(
            h, known,
            {msg::first_criteria, whole.first_criteria, first && known.now < first->opens_at}, url);
    if (whole.rules.ballots == Ballots::score && !whole.criteria.empty())
        criteria_table(h, known, {msg::jury_criteria, whole.criteria, true}, url);
    if (whole.rules.ballots == Ballots::score && whole.criteria.empty())
        h("<h2>"_h, msg::jury_criteria, "</h2><p>"_h, msg::jury_no_criteria, "</p>"_h);
    criterion_form(h, known, whole.edition, url);
}

void judges_of_jury(html::Html& h, Known const& known, JuryOfficePage const& page,
                    html::Url const& url) {
    auto const& whole = *page.whole;
    if (whole.jurors.empty()) {
        h("<h2>"_h, msg::jury_judges, "</h2>"_h);
        html::empty_state(h, msg::jury_no_judges);
    } else {
        html::Table table(h, msg::jury_judges,
                          {{msg::jury_judge},
                           {msg::seat_state},
                           {msg::jury_assigned, html::Column::number},
                           {msg::jury_done, html::Column::number}});
        for (auto const& one : whole.jurors) {
            table.row();
            table.cell(known.folk.of(one.juror.person));
            table.cell(one.juror.recused     ? msg::jury_recused
                       : !one.juror.declared ? msg::jury_undeclared
                       : one.juror.is_chair  ? msg::jury_chair
                                             : msg::jury_ready);
            table.cell(one.assigned);
            table.cell(one.done);
        }
    }
    if (!whole.is_organiser || page.is_published) return;
    if (page.invited) {
        html::Panel const panel(h, html::Tone::success, msg::jury_called);
        h("<p>"_h, html::code(known.pages.site + "/ar" + page.invited->link), "</p>"_h);
    }
    html::Disclosure const more(h, msg::jury_call, known.faults.of("address") ? true : false);
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    html::text_field(h, {.name = "address",
                         .label = msg::jury_address,
                         .value = known.typed("address"),
                         .error = known.faults.of("address"),
                         .left_to_right = true});
    html::checkbox(h, {.name = "chair",
                       .label = msg::jury_as_chair,
                       .value = known.typed("chair"),
                       .required = false});
    html::button(h, msg::jury_call, html::ButtonKind::secondary, "do", "call");
}

void coverage(html::Html& h, Known const& known, JuryOfficePage const& page, html::Url const& url) {
    auto const& whole = *page.whole;
    if (whole.teams.empty()) return html::empty_state(h, msg::jury_no_projects);
    {
        html::Table table(h, msg::jury_coverage,
                          {{msg::team_name},
                           {msg::jury_assigned, html::Column::number},
                           {msg::jury_done, html::Column::number}});
        for (auto const& one : whole.teams) {
            table.row();
            table.cell(html::isolated(one.team.name));
            table.cell(one.assigned);
            table.cell(one.done);
        }
    }
    h("<p>"_h, say(msg::jury_conflicts_count, {number("count", std::ssize(whole.conflicts))}),
      "</p>"_h);
    if (!whole.rules.fingerprint.empty())
        h("<p>"_h, msg::jury_fingerprint, " "_h, html::code(whole.rules.fingerprint), "</p>"_h);
    if (whole.is_organiser && !page.is_published)
        html::post_button(h, {.action = url,
                              .label = msg::jury_assign,
                              .csrf = known.visitor.csrf,
                              .kind = html::ButtonKind::primary,
                              .name = "do",
                              .value = "assign"});
}

std::string rounded(double value) {
    auto const tenths = std::lround(value * 10);
    return (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10) + "." +
           std::to_string(std::abs(tenths) % 10);
}

void severity(html::Html& h, Known const& known, Jury::Outcomes const& outcomes) {
    if (outcomes.results.judges.empty()) return;
    html::Table table(h, msg::jury_severity,
                      {{msg::jury_judge},
                       {msg::jury_done, html::Column::number},
                       {msg::jury_severity, html::Column::number},
                       {msg::jury_agreement, html::Column::number}});
    for (std::size_t n = 0; n < outcomes.results.judges.size(); ++n) {
        auto const& one = outcomes.results.judges[n];
        table.row();
        table.cell(known.folk.of(outcomes.judged.jurors[n]));
        table.cell(one.ballots);
        table.cell(html::code(rounded(one.severity.value)));
        table.cell(html::code(one.agreement ? rounded(*one.agreement) : std::string()));
    }
}

// The first ones, and all that are tied with one of them.
constexpr int ordered_min = 10;

void order_fields(html::Html& h, Known const& known, Jury::Outcomes const& outcomes) {
    auto const& all = outcomes.results.projects;
    auto const& decided = outcomes.deliberation;
    html::Disclosure const more(h, msg::jury_order,
                                known.sent() || (decided && !decided->order.empty()));
    html::Fieldset const places(h, msg::jury_order, msg::jury_order_hint);
    for (std::size_t n = 0; n < all.size(); ++n) {
        bool const tied = n > 0 && all[n].group != 0 && all[n].group == all[n - 1].group;
        if (std::cmp_greater_equal(n, ordered_min) && !tied) break;
        auto const team = outcomes.order[n];
        auto const name = "place_" + std::to_string(team.value());
        std::string was;
        if (decided && !decided->order.empty()) {
            auto const found = std::find(decided->order.begin(), decided->order.end(), team);
            was = std::to_string(found - decided->order.begin() + 1);
        }
        html::number_field(
            h,
            {.name = name,
             .label = html::isolated(
                 outcomes.judged.record.projects[static_cast<std::size_t>(all[n].project)]),
             .hint = say(msg::jury_computed_place, {number("place", n + 1)}),
             .value = known.typed(name, was),
             .error = known.faults.of(name),
             .required = false},
            {1, static_cast<std::int64_t>(all.size())});
    }
    html::text_area(
        h, {.name = "order_reason",
            .label = msg::jury_order_reason,
            .hint = msg::jury_order_reason_hint,
            .value = known.typed("order_reason",
                                 decided ? std::string_view(decided->reason) : std::string_view()),
            .error = known.faults.of("order_reason"),
            .required = false,
            .length_max = static_cast<int>(text_max),
            .rows = 4});
}

void results_of_jury(html::Html& h, Known const& known, JuryOfficePage const& page,
                     html::Url const& url) {
    if (page.outcomes.refused()) {
        h("<h2>"_h, msg::jury_results, "</h2>"_h);
        return html::notice(h, html::Tone::info, page.outcomes.refusal().what);
    }
    auto const& outcomes = page.outcomes.value();
    auto const& found = outcomes.results;
    {
        html::Table table(h, msg::jury_results,
                          {{msg::project_title},
                           {msg::jury_place, html::Column::number},
                           {msg::jury_fair, html::Column::number},
                           {msg::jury_interval, html::Column::number},
                           {msg::jury_raw_mean, html::Column::number}});
        for (auto const& one : found.projects) {
            table.row();
            table.cell(html::isolated(
                outcomes.judged.record.projects[static_cast<std::size_t>(one.project)]));
            table.cell(html::code(one.place > 0 ? std::to_string(one.place) : std::string()));
            table.cell(html::code(one.place > 0 ? rounded(one.worth) : std::string()));
            table.cell(html::code(one.interval ? rounded(one.interval->low) + " – " +
                                                     rounded(one.interval->high)
                                               : std::string()));
            table.cell(html::code(one.raw_mean ? rounded(*one.raw_mean) : std::string()));
        }
    }
    h("<p>"_h, *msg::find("method." + std::string(name_of(found.method))), "</p>"_h);
    bool const is_unsure = found.method == Method::none || found.needs_deliberation();
    if (is_unsure && !outcomes.deliberation)
        html::notice(h, html::Tone::warning, msg::jury_deliberate_due);
    severity(h, known, outcomes);
    if (!found.judges.empty()) h("<p>"_h, msg::jury_severity_text, "</p>"_h);
    if (page.is_published) return;
    if (page.whole->is_chair) {
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        html::text_area(h, {.name = "minutes",
                            .label = msg::jury_minutes,
                            .hint = msg::jury_minutes_hint,
                            .value = known.typed("minutes", outcomes.deliberation
                                                                ? outcomes.deliberation->minutes
                                                                : std::string_view()),
                            .error = known.faults.of("minutes"),
                            .length_max = static_cast<int>(rules_max),
                            .rows = 8});
        order_fields(h, known, outcomes);
        html::button(h, msg::jury_minutes_sign, html::ButtonKind::primary, "do", "deliberate");
    }
    if (page.whole->is_organiser)
        html::post_button(h, {.action = url,
                              .label = msg::jury_publish,
                              .csrf = known.visitor.csrf,
                              .kind = html::ButtonKind::primary,
                              .name = "do",
                              .value = "publish"});
}

}  // namespace

void jury_office(html::Html& h, Known const& known, JuryOfficePage const& page) {
    auto const& edition = page.in.call.edition;
    auto const url = jury_url(edition, "/office");
    html::breadcrumbs(
        h, {{html::to("/challenges"), msg::title}, {jury_url(edition), msg::jury_title}});
    h("<h1>"_h, msg::jury_office_title, "</h1>"_h);
    auto const& span = edition.span(Phase::jury);
    bool const before = page.in.is_organiser && span && known.now < span->opens_at;
    if (!span) return html::notice(h, html::Tone::info, msg::refused_no_jury);
    if (before) {
        h("<h2>"_h, msg::jury_rules, "</h2>"_h);
        rules_form(h, known, page, url);
    }
    if (!page.whole) return;
    if (before) own_criteria(h, known, *page.whole, url);
    judges_of_jury(h, known, page, url);
    coverage(h, known, page, url);
    if (page.whole->is_chair)
        html::link_button(h, jury_url(edition, "/reopen"), msg::paper_reopen_title,
                          html::ButtonKind::secondary);
    if (known.now >= span->opens_at) results_of_jury(h, known, page, url);
}

}  // namespace wasl::challenges::views
