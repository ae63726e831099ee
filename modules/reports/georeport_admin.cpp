// SPDX-License-Identifier: Apache-2.0
// Keys and endpoints are the platform administrator's; what is stuck is shown to whoever works in
// the body it is on its way to.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "kernel/text/signs.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/georeport.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/views_georeport.hpp"
#include "platform/http/calls.hpp"
#include "platform/http/page.hpp"
#include "platform/http/text.hpp"

namespace wasl::reports {

namespace {

using http::Acted;
using http::Asked;
using http::Response;
using http::Role;

constexpr std::size_t client_name_max = 120, codes_max = 10'000;
constexpr int stuck_max = 200;
constexpr std::chrono::hours late_after{1};

GeoreportPage page_for(Pages const& pages, Asked const& asked, db::Reader& reader,
                       directory::Picture const& places) {
    GeoreportPage page{.places = places, .csrf = asked.visitor.csrf};
    auto const settings = pages.desk.settings(reader, asked.now);
    for (auto const& one : settings->routes()) page.bodies.push_back(one.route.body);
    std::sort(page.bodies.begin(), page.bodies.end());
    page.bodies.erase(std::unique(page.bodies.begin(), page.bodies.end()), page.bodies.end());
    page.clients = store::clients(reader);
    page.endpoints = store::endpoints(reader);
    return page;
}

Response shown(Asked const& asked, GeoreportPage const& page) {
    return http::shown(
        asked, {.title = msg::open311_title, .wide = true},
        [&](html::Html& h) { show_georeport(h, page); }, page.faults.any() ? 422 : 200);
}

Result<Response> list(Pages const& pages, Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    auto const places = pages.desk.house().directory.picture();
    return shown(asked, page_for(pages, asked, asked.db, *places));
}

AdministrationId body_in(GeoreportPage& page, http::Request const& request, std::string_view field,
                         bool may_be_nobody) {
    AdministrationId const body{request.field_number(field).value_or(-1)};
    bool const known = std::find(page.bodies.begin(), page.bodies.end(), body) != page.bodies.end();
    if (!known && !(may_be_nobody && body.value() == 0))
        page.faults.add(field, say(msg::open311_refused_body));
    return body;
}

Result<Response> make_client(Pages const& pages, Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    auto const places = pages.desk.house().directory.picture();
    auto page = page_for(pages, acted, acted.db, *places);
    auto const& request = acted.request;
    page.client = {.name = std::string(request.field("name")),
                   .per_hour = std::string(request.field("per_hour")),
                   .vouches = request.field("vouches") == "1"};
    page.client.body = body_in(page, request, "client_body", true);
    auto const per_hour = request.field_number("per_hour").value_or(0);
    if (lexis::is_blank(page.client.name) || lexis::signs_in(page.client.name) > client_name_max ||
        lexis::has_hidden_signs(page.client.name))
        page.faults.add("name", say(msg::open311_refused_name));
    if (per_hour < 1 || per_hour > 1'000'000)
        page.faults.add("per_hour", say(msg::open311_refused_per_hour));
    if (page.faults.any()) return shown(acted, page);
    auto const key = georeport::random_key();
    Client const client{.id = db::fresh<ClientId>(),
                        .name = page.client.name,
                        .body = page.client.body,
                        .vouches = page.client.vouches,
                        .per_hour = static_cast<int>(per_hour),
                        .made_at = acted.now};
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        store::insert(writer, client, georeport::key_hash(key), acted.visitor.person);
        store::append(
            writer,
            {.kind = "client", .key = client.name, .by = acted.visitor.person, .at = acted.now});
        return Done{};
    }));
    auto done = page_for(pages, acted, acted.db, *places);
    done.key = key;
    return shown(acted, done);
}

Response back(Asked const& asked) {
    return http::see_other("/" + std::string(name_of(asked.language())) + "/admin/open311");
}

std::int64_t id_asked(Asked const& asked) { return http::number_in(asked.wild(0)).value_or(0); }

Result<Response> set_client_state(Pages const& pages, Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    bool const active = acted.request.field("active") == "1";
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        if (!store::set_client_active(writer, ClientId{id_asked(acted)}, active))
            return Refusal{Refused::not_found, say(msg::refused_not_found)};
        store::append(writer, {.kind = "client",
                               .key = std::to_string(id_asked(acted)),
                               .after = active ? "on" : "off",
                               .by = acted.visitor.person,
                               .at = acted.now});
        return Done{};
    }));
    return back(acted);
}

// The house's rule for calls, and no question: what is asked is written behind the address.
void check_address(html::Faults& faults, std::string_view address, bool private_addresses) {
    auto const wrong = [&](Message const& why) { faults.add("address", say(why)); };
    if (address.find_first_of("?#") != std::string_view::npos)
        return wrong(msg::open311_refused_address);
    switch (http::callable(address, private_addresses)) {
        case http::Callable::yes: return;
        case http::Callable::unreadable: return wrong(msg::open311_refused_address);
        case http::Callable::unsafe: return wrong(msg::open311_refused_unsafe);
        case http::Callable::inside: return wrong(msg::open311_refused_inside);
    }
}

Result<Response> keep_endpoint(Pages const& pages, Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    auto const places = pages.desk.house().directory.picture();
    auto page = page_for(pages, acted, acted.db, *places);
    auto const& request = acted.request;
    page.endpoint = {.address = std::string(request.field("address")),
                     .jurisdiction = std::string(request.field("jurisdiction")),
                     .codes = std::string(request.field("codes")),
                     .updates = request.field("updates") == "1"};
    page.endpoint.body = body_in(page, request, "endpoint_body", false);
    check_address(page.faults, page.endpoint.address, pages.private_addresses);
    if (page.endpoint.codes.size() > codes_max)
        page.faults.add("codes", say(msg::open311_refused_codes));
    if (page.faults.any()) return shown(acted, page);
    if (!page.endpoint.address.ends_with('/')) page.endpoint.address += '/';
    auto const known =
        std::find_if(page.endpoints.begin(), page.endpoints.end(),
                     [&](Endpoint const& one) { return one.body == page.endpoint.body; });
    Endpoint kept = known == page.endpoints.end() ? Endpoint{} : *known;
    kept.body = page.endpoint.body;
    kept.address = page.endpoint.address;
    kept.jurisdiction = page.endpoint.jurisdiction;
    kept.codes = page.endpoint.codes;
    kept.updates = page.endpoint.updates;
    if (auto const key = request.field("api_key"); !key.empty() || kept.api_key.empty())
        kept.api_key = seal_key(pages.desk.house().people, key);
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        if (kept.id.value() == 0) {
            kept.id = db::fresh<EndpointId>();
            store::insert(writer, kept, acted.now);
        } else {
            store::update(writer, kept, acted.now);
        }
        store::append(writer, {.kind = "endpoint",
                               .key = std::to_string(kept.body.value()),
                               .after = kept.address,
                               .by = acted.visitor.person,
                               .at = acted.now});
        return Done{};
    }));
    return back(acted);
}

Result<Response> set_endpoint_state(Pages const& pages, Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        auto kept = store::endpoint(writer, EndpointId{id_asked(acted)});
        if (!kept) return Refusal{Refused::not_found, say(msg::refused_not_found)};
        kept->is_active = acted.request.field("active") == "1";
        store::update(writer, *kept, acted.now);
        store::append(writer, {.kind = "endpoint",
                               .key = std::to_string(kept->body.value()),
                               .after = kept->is_active ? "on" : "off",
                               .by = acted.visitor.person,
                               .at = acted.now});
        return Done{};
    }));
    return back(acted);
}

bool may_see_stuck(http::Visitor const& visitor, AdministrationId body) {
    return visitor.is(Role::administrator, people::platform) || visitor.is(Role::head, body) ||
           visitor.is(Role::officer, body);
}

Result<Response> stuck(Pages const& pages, Asked const& asked) {
    auto const places = pages.desk.house().directory.picture();
    StuckPage page{.places = *places, .csrf = asked.visitor.csrf};
    page.works_here = asked.visitor.is(Role::officer) || asked.visitor.is(Role::head);
    for (auto const& one : store::endpoints(asked.db)) {
        if (!may_see_stuck(asked.visitor, one.body)) continue;
        auto more = store::stuck(asked.db, one.body, asked.now - late_after, stuck_max);
        std::move(more.begin(), more.end(), std::back_inserter(page.sendings));
        page.endpoints.push_back(one);
    }
    return http::shown(asked, {.title = msg::open311_stuck_title, .wide = true},
                       [&](html::Html& h) { show_stuck(h, page); });
}

Result<Response> retry(Pages const&, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
        auto const number = parse_receipt(acted.wild(0));
        auto const report = number ? store::by_number(writer, *number) : std::nullopt;
        auto const sending = report ? store::sending(writer, report->id) : std::nullopt;
        auto const endpoint = sending ? store::endpoint(writer, sending->endpoint) : std::nullopt;
        if (!endpoint || !may_see_stuck(acted.visitor, endpoint->body)) return hidden;
        if (!store::retry(writer, report->id, endpoint->body, acted.now))
            return Refusal{Refused::conflict, say(msg::refused_stale)};
        return Done{};
    }));
    return http::see_other("/" + std::string(name_of(acted.language())) + "/office/open311");
}

}  // namespace

void add_georeport_admin(http::Router& router, Pages const& pages) {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/open311", Allow::administrator, list),
        http::post<Pages>("/admin/open311/clients", Allow::administrator, make_client),
        http::post<Pages>("/admin/open311/clients/:id/state", Allow::administrator,
                          set_client_state),
        http::post<Pages>("/admin/open311/endpoints", Allow::administrator, keep_endpoint),
        http::post<Pages>("/admin/open311/endpoints/:id/state", Allow::administrator,
                          set_endpoint_state),
        http::get<Pages>("/office/open311", Allow::staff, stuck),
        http::post<Pages>("/office/open311/:number/retry", Allow::staff, retry),
    };
    router.add("reports", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::reports
