// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_georeport.hpp"

#include "modules/reports/messages.hpp"
#include "modules/reports/places_to_choose.hpp"
#include "modules/reports/views_settings.hpp"

namespace wasl::reports {

namespace {

using namespace html;

Words body_named(Html const& h, directory::Picture const& places, AdministrationId id) {
    auto const* const found = places.administration(id);
    if (found == nullptr) return msg::open311_no_body;
    return Foreign{directory::in(h.language(), found->name),
                   directory::spoken(h.language(), found->name)};
}

void body_field(Html& h, GeoreportPage const& page, std::string_view name, AdministrationId chosen,
                bool may_be_nobody) {
    bureau::GroupedOptions options(h.language(), page.places);
    for (auto const id : page.bodies) options.add_body(id);
    std::vector<html::Choice> first;
    if (may_be_nobody) first.push_back({"0", msg::open311_no_body});
    auto const value = std::to_string(chosen.value());
    options.show(h,
                 {.name = name,
                  .label = msg::open311_body,
                  .hint = may_be_nobody ? Words(msg::open311_client_body_hint) : Words(),
                  .value = value,
                  .error = page.faults.of(name)},
                 first);
}

void show_clients(Html& h, GeoreportPage const& page) {
    h("<h2>"_h, msg::open311_clients, "</h2><p>"_h, msg::open311_clients_lead, "</p>"_h);
    if (page.clients.empty()) return empty_state(h, msg::open311_clients_none);
    Table table(h, msg::open311_clients,
                {{msg::open311_name},
                 {msg::open311_body},
                 {msg::open311_per_hour, Column::number},
                 {msg::open311_made_at},
                 {msg::open311_act, Column::actions}});
    for (auto const& one : page.clients) {
        table.row();
        table.cell(isolated(one.name));
        table.cell(body_named(h, page.places, one.body));
        table.cell(one.per_hour);
        table.cell(one.made_at);
        table.cell_with([&] {
            post_button(h, {.action = to("/admin/open311/clients/", one.id, "/state"),
                            .label = one.is_active ? msg::open311_stop : msg::open311_resume,
                            .csrf = page.csrf,
                            .name = "active",
                            .value = one.is_active ? "0" : "1",
                            .about = isolated(one.name)});
        });
    }
}

void client_form(Html& h, GeoreportPage const& page) {
    h("<h2>"_h, msg::open311_client_new, "</h2>"_h);
    Form const form(h, {.action = to("/admin/open311/clients"), .csrf = page.csrf});
    text_field(h, {.name = "name",
                   .label = msg::open311_name,
                   .value = page.client.name,
                   .error = page.faults.of("name"),
                   .autocomplete = "off",
                   .length_max = 120});
    body_field(h, page, "client_body", page.client.body, true);
    number_field(h,
                 {.name = "per_hour",
                  .label = msg::open311_per_hour,
                  .value = page.client.per_hour,
                  .error = page.faults.of("per_hour")},
                 {.min = 1, .max = 1'000'000});
    checkbox(h, {.name = "vouches",
                 .label = msg::open311_vouches,
                 .hint = msg::open311_vouches_hint,
                 .value = page.client.vouches ? "1" : "",
                 .required = false});
    button(h, msg::open311_client_make);
}

void show_endpoints(Html& h, GeoreportPage const& page) {
    h("<h2>"_h, msg::open311_endpoints, "</h2><p>"_h, msg::open311_endpoints_lead, "</p>"_h);
    if (page.endpoints.empty()) return empty_state(h, msg::open311_endpoints_none);
    for (auto const& one : page.endpoints) {
        h("<article class=\"card anywhere\"><h3>"_h, body_named(h, page.places, one.body),
          "</h3><p>"_h, code(one.address), "</p><p>"_h,
          one.is_active ? msg::open311_on : msg::open311_stopped, "</p>"_h);
        if (one.failing_since)
            h("<p>"_h, msg::open311_failing_since, " "_h, *one.failing_since, ": "_h, code(one.why),
              "</p>"_h);
        post_button(h, {.action = to("/admin/open311/endpoints/", one.id, "/state"),
                        .label = one.is_active ? msg::open311_stop : msg::open311_resume,
                        .csrf = page.csrf,
                        .name = "active",
                        .value = one.is_active ? "0" : "1",
                        .about = body_named(h, page.places, one.body)});
        h("</article>"_h);
    }
}

void endpoint_form(Html& h, GeoreportPage const& page) {
    h("<h2>"_h, msg::open311_endpoint_new, "</h2><p>"_h, msg::open311_endpoint_again, "</p>"_h);
    Form const form(h, {.action = to("/admin/open311/endpoints"), .csrf = page.csrf});
    body_field(h, page, "endpoint_body", page.endpoint.body, false);
    text_field(h, {.name = "address",
                   .label = msg::open311_address,
                   .hint = msg::open311_address_hint,
                   .value = page.endpoint.address,
                   .error = page.faults.of("address"),
                   .autocomplete = "off",
                   .left_to_right = true,
                   .length_max = 500});
    text_field(h, {.name = "jurisdiction",
                   .label = msg::open311_jurisdiction,
                   .value = page.endpoint.jurisdiction,
                   .required = false,
                   .autocomplete = "off",
                   .left_to_right = true});
    text_field(h, {.name = "api_key",
                   .label = msg::open311_api_key,
                   .hint = msg::open311_api_key_hint,
                   .required = false,
                   .autocomplete = "off",
                   .left_to_right = true});
    text_area(h, {.name = "codes",
                  .label = msg::open311_codes,
                  .hint = msg::open311_codes_hint,
                  .value = page.endpoint.codes,
                  .error = page.faults.of("codes"),
                  .required = false,
                  .left_to_right = true,
                  .length_max = 10'000});
    checkbox(h, {.name = "updates",
                 .label = msg::open311_updates,
                 .value = page.endpoint.updates ? "1" : "",
                 .required = false});
    button(h, msg::open311_save);
}

}  // namespace

void show_georeport(Html& h, GeoreportPage const& page) {
    h("<h1>"_h, msg::setting_title, "</h1>"_h);
    bureau::settings_tabs(h, "open311");
    h("<p class=\"lead\">"_h, msg::open311_lead, "</p>"_h);
    error_summary(h, page.faults);
    if (!page.key.empty())
        h("<section role=\"status\"><h2>"_h, msg::open311_key, "</h2><p>"_h, msg::open311_key_text,
          "</p><p class=\"anywhere\">"_h, code(page.key), "</p></section>"_h);
    h("<p><a href=\""_h, to("/office/open311"), "\">"_h, msg::open311_stuck_title, "</a></p>"_h);
    show_clients(h, page);
    client_form(h, page);
    show_endpoints(h, page);
    endpoint_form(h, page);
}

void show_stuck(Html& h, StuckPage const& page) {
    if (page.works_here) breadcrumbs(h, {{to("/office/reports"), msg::office_title}});
    h("<h1>"_h, msg::open311_stuck_title, "</h1><p class=\"lead\">"_h, msg::open311_stuck_lead,
      "</p>"_h);
    for (auto const& one : page.endpoints)
        if (one.failing_since)
            h("<p>"_h, body_named(h, page.places, one.body), ": "_h, msg::open311_failing_since,
              " "_h, *one.failing_since, ": "_h, code(one.why), "</p>"_h);
    if (page.sendings.empty()) return empty_state(h, msg::open311_stuck_none);
    Table table(h, msg::open311_stuck_title,
                {{msg::open311_report},
                 {msg::open311_state},
                 {msg::open311_why},
                 {msg::open311_act, Column::actions}});
    for (auto const& one : page.sendings) {
        auto const* const state = msg::find("open311.state." + one.state);
        check(state != nullptr, "every state of a sending has a name");
        table.row();
        table.cell("<a href=\""_h, to("/reports/", one.number), "\">"_h, code(one.number),
                   "</a>"_h);
        table.cell(*state);
        table.cell(code(one.why));
        table.cell_with([&] {
            post_button(h, {.action = to("/office/open311/", one.number, "/retry"),
                            .label = msg::open311_retry,
                            .csrf = page.csrf,
                            .about = code(one.number)});
        });
    }
}

}  // namespace wasl::reports
