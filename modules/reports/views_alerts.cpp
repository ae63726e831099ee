// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_alerts.hpp"

#include <algorithm>

#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"
#include "modules/reports/views_report.hpp"
#include "platform/html/choice_groups.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

std::string_view typed_or_asked(AlertsPage const& page, std::string_view name) {
    return page.request.method == http::Method::post ? page.request.field(name)
                                                     : page.request.asked(name);
}

void choose_metres(html::Html& h, AlertsPage const& page) {
    html::Options choices;
    for (int const metres : alert_metres)
        choices.add(std::to_string(metres), say(msg::alerts_metres_of, {number("count", metres)}));
    html::select_field(
        h,
        {.name = "metres",
         .label = msg::alerts_metres,
         .hint = msg::alerts_metres_hint,
         .value = typed_or_asked(page, "metres").empty() ? "500" : typed_or_asked(page, "metres")},
        choices.all());
}

// Around what a circle is drawn: without map, script or coordinates.
void choose_circle_place(html::Html& h, AlertsPage const& page) {
    if (typed_or_asked(page, "commune").empty()) return;
    html::Options first, quarters, landmarks, unplaced;
    first.add("", msg::alerts_whole_commune);
    first.add("seat", msg::alerts_seat);
    for (auto const& one : page.places) {
        auto& kind = !one.point ? unplaced : one.is_quarter ? quarters : landmarks;
        kind.add(std::to_string(one.id.value()), named(h.language(), one.name));
    }
    std::vector<html::ChoiceGroup> groups;
    auto const add = [&](Message const& label, html::Options const& options) {
        if (!options.all().empty()) groups.push_back({label, options.list()});
    };
    add(msg::alerts_quarters, quarters);
    add(msg::alerts_landmarks, landmarks);
    add(msg::alerts_at_seat, unplaced);
    html::grouped_select_field(h,
                               {.name = "place",
                                .label = msg::alerts_place,
                                .hint = msg::alerts_place_hint,
                                .value = typed_or_asked(page, "place"),
                                .required = false},
                               first.all(), groups);
}

void address_field(html::Html& h, AlertsPage const& page) {
    html::email_field(h, {.name = "address",
                          .label = msg::alerts_address,
                          .hint = msg::alerts_address_hint,
                          .value = typed_or_asked(page, "address"),
                          .error = page.faults.of("address"),
                          .autocomplete = "email",
                          .left_to_right = true});
    html::data_notice(h, {.controller = page.pages.controller.empty()
                                            ? html::Words(msg::filing_data_controller)
                                            : html::Words(html::isolated(page.pages.controller)),
                          .purpose = msg::alerts_data_purpose,
                          .recipients = msg::alerts_data_recipients,
                          .cndp_number = page.pages.cndp_number});
}

// What it is about, in the reader's words; the texts live in the alert's names.
std::string said_of(html::Html const& h, Known const& known, Alert const& alert) {
    return alert_said(h.language(), *known.settings, *known.places, alert);
}

void row_of(html::Html& h, html::Table& table, Known const& known, Alert const& alert) {
    auto const said = said_of(h, known, alert);
    table.row();
    table.cell("<a href=\""_h, html::same_site(alert_link(alert)), "\">"_h, html::isolated(said),
               "</a>"_h);
    table.cell(alert.every_days == 7 ? msg::alerts_weekly : msg::alerts_daily);
    if (alert.is_confirmed)
        table.cell(alert.due_at);
    else
        table.cell(msg::alerts_waiting);
}

}  // namespace

void alerts(html::Html& h, AlertsPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::alerts_title, "</h1><p class=\"lead\">"_h, msg::alerts_lead, "</p>"_h);
    if (page.signed_in)
        h("<p><a href=\""_h, html::to("/account/alerts"), "\">"_h, msg::alerts_mine_link,
          "</a></p>"_h);
    html::Form const form(h, {.action = html::to("/reports/alerts"), .csrf = page.csrf});
    h("<p class=\"hint\">"_h, msg::alerts_hint, "</p>"_h);
    choose_commune(h, page.communes, typed_or_asked(page, "commune"), page.faults.of("commune"));
    choose_circle_place(h, page);
    choose_category(h, page.known, typed_or_asked(page, "category"), page.faults.of("category"));
    coordinates(h, page.place, page.faults.of("lat"));
    choose_metres(h, page);
    html::radio_group(
        h,
        {.name = "every",
         .label = msg::alerts_rhythm,
         .value = typed_or_asked(page, "every") == "7" ? "7" : "1"},
        std::array{html::Choice{"1", msg::alerts_daily}, html::Choice{"7", msg::alerts_weekly}});
    if (!page.signed_in) address_field(h, page);
    html::ButtonRow const row(h);
    html::button(h, msg::alerts_subscribe);
    html::button(h, msg::filing_show_places, html::ButtonKind::secondary, "then", "places");
}

void own_alerts(html::Html& h, OwnAlertsPage const& page) {
    html::breadcrumbs(h, {{html::to("/account"), msg::mine_account}});
    h("<h1>"_h, msg::alerts_mine, "</h1>"_h);
    if (page.alerts.empty()) {
        html::empty_state(h, msg::alerts_none, msg::alerts_none_text,
                          html::Invitation{html::to("/reports/alerts"), msg::alerts_subscribe});
        return;
    }
    {
        html::Table table(h, msg::alerts_mine,
                          {{msg::alerts_about},
                           {msg::alerts_rhythm},
                           {msg::alerts_next},
                           {msg::alerts_actions, html::Column::actions}});
        html::ListNames names;
        for (auto const& one : page.alerts) {
            row_of(h, table, page.known, one);
            auto const about = names.of(said_of(h, page.known, one));
            table.cell_with([&] {
                html::post_button(h, {.action = html::to("/reports/alerts/", one.id, "/stop"),
                                      .label = msg::alerts_stop,
                                      .csrf = page.csrf,
                                      .about = about});
            });
        }
    }
    html::link_button(h, html::to("/reports/alerts"), msg::alerts_subscribe,
                      html::ButtonKind::secondary);
}

void confirm_alert(html::Html& h, OpenedAlertPage const& page) {
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::alerts_confirm_title, "</h1>"_h);
    auto const found = std::find_if(page.alerts.begin(), page.alerts.end(),
                                    [&](Alert const& one) { return one.id == page.id; });
    if (found == page.alerts.end()) {
        html::empty_state(h, msg::alerts_ended, msg::alerts_none_text,
                          html::Invitation{html::to("/reports/alerts"), msg::alerts_subscribe});
        return;
    }
    auto const said = said_of(h, page.known, *found);
    h("<p class=\"lead\">"_h, html::isolated(said), "</p>"_h);
    if (found->is_confirmed) {
        html::notice(h, html::Tone::success, msg::alerts_confirmed);
        return;
    }
    h("<p>"_h, msg::alerts_confirm_lead, "</p>"_h);
    html::post_button(h, {.action = html::with(html::to("/reports/alerts/", page.id, "/confirm"),
                                               "key", page.key),
                          .label = msg::alerts_confirm,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::primary});
}

void stop_alert(html::Html& h, OpenedAlertPage const& page) {
    h("<h1>"_h, msg::alerts_stop_title, "</h1>"_h);
    auto const found = std::find_if(page.alerts.begin(), page.alerts.end(),
                                    [&](Alert const& one) { return one.id == page.id; });
    if (found == page.alerts.end()) {
        h("<p>"_h, msg::alerts_ended, "</p>"_h);
        return;
    }
    auto const here = html::with(html::to("/reports/alerts/", page.id, "/stop"), "key", page.key);
    auto const said = said_of(h, page.known, *found);
    h("<p class=\"lead\">"_h, html::isolated(said), "</p><p>"_h, msg::alerts_stop_lead, "</p>"_h);
    html::post_button(h, {.action = here,
                          .label = msg::alerts_stop,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::primary});
    if (page.alerts.size() < 2) return;
    h("<h2>"_h, msg::alerts_stop_others, "</h2><ul>"_h);
    for (auto const& one : page.alerts) {
        if (one.id == page.id) continue;
        auto const other = said_of(h, page.known, one);
        h("<li>"_h, html::isolated(other), "</li>"_h);
    }
    h("</ul>"_h);
    html::post_button(h, {.action = here,
                          .label = msg::alerts_stop_all,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::danger,
                          .name = "all",
                          .value = "1"});
}

}  // namespace wasl::reports::views
