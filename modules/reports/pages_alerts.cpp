// SPDX-License-Identifier: Apache-2.0
// Alerts: asked for, confirmed from a letter, ended by whoever holds one, with account or without.
#include <charconv>

#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_alerts.hpp"

namespace wasl::reports {

namespace {

using http::Acted;
using http::Asked;

AlertId alert_asked(Asked const& asked) {
    std::int64_t id = 0;
    auto const text = asked.wild(0);
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    return AlertId{fault == std::errc{} && end == text.data() + text.size() ? id : 0};
}

// What opens an alert is for no cache and no other site.
http::Response unseen(http::Response response, people::Visit const& visit) {
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    response.with("cache-control", "private, no-store").with("referrer-policy", "no-referrer");
    return response;
}

html::Words done_said(Asked const& asked) {
    auto const done = asked.request.asked("done");
    if (done.empty()) return {};
    auto const* const said = msg::find("alerts." + std::string(done));
    return said == nullptr ? html::Words() : html::Words(*said);
}

constexpr int alert_places_max = 300;

TerritoryId commune_typed(http::Request const& request) {
    auto const typed = request.method == http::Method::post ? request.field_number("commune")
                                                            : request.asked_number("commune");
    return TerritoryId{typed.value_or(0)};
}

Shown form_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const known = known_of(pages, asked);
    auto const visit = people::visit(pages.desk.house().people, asked);
    auto const communes = served_communes(known);
    auto const place = place_typed(asked.request);
    auto const places = places_of_commune(asked.db, commune_typed(asked.request), alert_places_max);
    views::AlertsPage const page{known,      pages,    asked.request,
                                 place,      communes, places,
                                 visit.csrf, faults,   asked.visitor.signed_in()};
    return unseen(http::shown(
                      asked,
                      {.title = msg::alerts_title,
                       .description = msg::alerts_lead,
                       .for_search_engines = asked.request.query.empty(),
                       .success = done_said(asked)},
                      [&](html::Html& h) { views::alerts(h, page); }, status_of(faults)),
                  visit);
}

Shown show_form(Pages const& pages, Asked const& asked) { return form_page(pages, asked, {}); }

// What was chosen by name: "seat", or the number of a quarter or landmark. The commune only led to
// it: what is around a place does not end where its commune does.
void place_chosen(Alert& alert, Pages const& pages, Acted const& acted) {
    auto const choice = acted.request.field("place");
    auto const places = pages.desk.house().directory.picture();
    auto const* const commune = places->territory(alert.territory);
    auto const one =
        choice == "seat"
            ? NamedPlace{}
            : named_place(acted.db, PlaceId{acted.request.field_number("place").value_or(0)})
                  .value_or(NamedPlace{});
    bool const fits = commune != nullptr && has_seat(*commune) &&
                      (choice == "seat" || one.territory == alert.territory);
    if (!fits) return;
    alert.place = point_of(one, *commune);
    if (one.id.value() != 0)
        alert.place_name = std::string(directory::in(alert.language, one.name)) + " · ";
    alert.place_name += directory::in(alert.language, commune->name);
    alert.territory = TerritoryId{0};
}

Alert alert_typed(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    Alert alert;
    alert.territory = commune_typed(request);
    alert.category = std::string(request.field("category").substr(0, 80));
    alert.every_days = request.field("every") == "7" ? 7 : 1;
    alert.language = request.language;
    alert.address = std::string(request.field("address").substr(0, 254));
    auto const place = place_typed(request);
    bool const pointed = !place.lat.empty() || !place.lon.empty();
    if (!pointed && request.field("place").empty()) return alert;
    alert.metres = static_cast<int>(
        std::clamp<std::int64_t>(request.field_number("metres").value_or(-1), -1, 100'000));
    if (alert.metres == 0) alert.metres = -1;
    // Nowhere, where it cannot be read: the desk refuses that.
    if (pointed)
        alert.place = point_of(place).value_or(geography::Point{});
    else
        place_chosen(alert, pages, acted);
    return alert;
}

Shown do_subscribe(Pages const& pages, Acted const& acted) {
    // The quarters and landmarks of the commune that was chosen, before going on.
    if (acted.request.field("then") == "places") return form_page(pages, acted, {});
    auto const alert = alert_typed(pages, acted);
    auto const outcome = acted.write([&](db::Writer& writer) {
        return Alerts(pages.desk).subscribe(writer, acted.visitor, alert, acted.now);
    });
    if (outcome.refused()) {
        html::Faults faults;
        faults.add(outcome.refusal());
        return form_page(pages, acted, faults);
    }
    if (acted.visitor.signed_in())
        return go(acted, html::with(html::to("/account/alerts"), "done", "made"));
    return go(acted, html::with(html::to("/reports/alerts"), "done", "asked"));
}

Shown show_own(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const alerts = Alerts(pages.desk).of_person(asked.db, asked.visitor.person);
    views::OwnAlertsPage const page{known, alerts, asked.visitor.csrf};
    return http::shown(asked, {.title = msg::alerts_mine, .success = done_said(asked)},
                       [&](html::Html& h) { views::own_alerts(h, page); });
}

using View = void (*)(html::Html&, views::OpenedAlertPage const&);
Shown opened_page(Pages const& pages, Asked const& asked, Message const& title, View view,
                  html::Faults const& faults = {}) {
    auto const key = asked.request.asked("key");
    auto const alerts = TRY(Alerts(pages.desk).of_key(asked.db, alert_asked(asked), key));
    auto const known = known_of(pages, asked);
    auto const visit = people::visit(pages.desk.house().people, asked);
    views::OpenedAlertPage const page{known, alert_asked(asked), key, alerts, visit.csrf, faults};
    return unseen(http::shown(
                      asked, {.title = title, .success = done_said(asked)},
                      [&](html::Html& h) { view(h, page); }, status_of(faults)),
                  visit);
}

// The letter's link leads here; a person presses, since programs follow links.
Shown show_confirm_alert(Pages const& pages, Asked const& asked) {
    return opened_page(pages, asked, msg::alerts_confirm_title, views::confirm_alert);
}

Shown do_confirm_alert(Pages const& pages, Acted const& acted) {
    auto const key = acted.request.asked("key");
    auto const outcome = acted.write([&](db::Writer& writer) {
        return Alerts(pages.desk).confirm(writer, alert_asked(acted), key, acted.now);
    });
    if (!outcome.refused())
        return go(acted, html::with(html::to("/reports/alerts/", alert_asked(acted), "/confirm"),
                                    "key", key));
    if (outcome.refusal().why == Refused::not_found) return outcome.refusal();
    html::Faults faults;
    faults.add(outcome.refusal());
    return opened_page(pages, acted, msg::alerts_confirm_title, views::confirm_alert, faults);
}

Shown show_stop(Pages const& pages, Asked const& asked) {
    return opened_page(pages, asked, msg::alerts_stop_title, views::stop_alert);
}

Outcome end(Pages const& pages, Acted const& acted) {
    auto const key = acted.request.asked("key");
    auto const id = alert_asked(acted);
    return acted.write([&](db::Writer& writer) {
        Alerts const alerts(pages.desk);
        if (acted.request.field("all") == "1") return alerts.stop_all(writer, id, key);
        return alerts.stop(writer, acted.visitor, id, id, key);
    });
}

Shown do_stop(Pages const& pages, Acted const& acted) {
    TRY(end(pages, acted));
    auto const key = acted.request.asked("key");
    auto const back =
        key.empty()
            ? html::to("/account/alerts")
            : html::with(html::to("/reports/alerts/", alert_asked(acted), "/stop"), "key", key);
    return go(acted, html::with(back, "done", "stopped"));
}

// The button of a mail program (RFC 8058), which brings no cookie.
Shown do_stop_by_program(Pages const& pages, Acted const& acted) {
    TRY(end(pages, acted));
    http::Response response;
    response.status = 204;
    response.type.clear();
    return response;
}

}  // namespace

PublicRoutes alert_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/account/alerts", Allow::citizen, show_own),
        http::get<Pages>("/reports/alerts", Allow::anyone, show_form),
        http::post<Pages>("/reports/alerts", Allow::anyone, do_subscribe, slowly),
        http::get<Pages>("/reports/alerts/:id/confirm", Allow::anyone, show_confirm_alert),
        http::post<Pages>("/reports/alerts/:id/confirm", Allow::anyone, do_confirm_alert, slowly),
        http::get<Pages>("/reports/alerts/:id/stop", Allow::anyone, show_stop),
        http::post<Pages>("/reports/alerts/:id/stop", Allow::anyone, do_stop, slowly),
        http::post<Pages>("/api/v1/reports/alerts/:id/stop", Allow::anyone, do_stop_by_program,
                          slowly),
    };
    return routes;
}

}  // namespace wasl::reports
