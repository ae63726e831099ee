// SPDX-License-Identifier: Apache-2.0
// The doors of GeoReport v2, at a production and a test endpoint. Which resource is meant stands in
// the last parts of the path, its format behind a dot; what goes wrong is said in that format.
#include <array>

#include "modules/reports/georeport.hpp"

namespace wasl::reports {

namespace georeport {

namespace {

constexpr std::string_view unknown_resource = "there is no such resource, or not in this format";

struct Resource {
    std::string_view name;
    bool has_id;
    Answer (*get)(Call const&);
    Answer (*post)(Call const&) = nullptr;
};
constexpr auto resources = std::to_array<Resource>({
    {"discovery", false, discovery},
    {"services", false, services},
    {"services", true, service_definition},
    {"requests", false, requests, file},
    {"requests", true, one_request},
    {"tokens", true, token},
    {"servicerequestupdates", false, updates, say_update},
    {"media", true, media},
});

http::Response open_to_all(http::Response response) {
    response.with("Access-Control-Allow-Origin", "*");
    return response;
}

http::Response said(Format format, Fault const& fault) {
    http::Response response;
    response.status = fault.status;
    response.type = open311::content_type(format);
    response.body = open311::errors(format, fault.status, fault.description);
    return open_to_all(std::move(response));
}

// "requests.json": the name before the last dot, and whether what follows is a format. XML, which
// the specification wants everywhere, is meant where none is named.
struct Named {
    std::string name{};
    Format format = Format::xml;
    bool is_bulk = false, is_known = false;
};
Named named(std::string_view last) {
    auto const dot = last.rfind('.');
    if (dot == std::string_view::npos) return {.name = std::string(last), .is_known = true};
    auto const format = last.substr(dot + 1);
    Named found{std::string(last.substr(0, dot))};
    found.is_bulk = format == "csv";
    found.is_known = format == "xml" || format == "json" || found.is_bulk;
    if (format == "json") found.format = Format::json;
    return found;
}

open311::Parameters parameters(http::Request const& request) {
    auto all = request.form;
    all.insert(all.end(), request.query.begin(), request.query.end());
    return all;
}

std::string_view host_of(std::string_view site) {
    auto const scheme = site.find("://");
    return scheme == std::string_view::npos ? site : site.substr(scheme + 3);
}

// Our own host stands for all that is served here, an administration for what it answers.
std::optional<Fault> choose_jurisdiction(Call& call) {
    auto const asked = call.parameter("jurisdiction_id");
    auto const host = host_of(call.pages.site);
    if (asked.empty() || asked == host || asked == host.substr(0, host.find(':')))
        return std::nullopt;
    auto const* const found = call.places->by_slug(asked);
    if (found == nullptr) return Fault{404, "jurisdiction_id provided was not found"};
    call.jurisdiction = found->id;
    return std::nullopt;
}

Resource const* resource(std::string_view name, bool has_id) {
    for (auto const& one : resources)
        if (one.name == name && one.has_id == has_id) return &one;
    return nullptr;
}

http::Response enter(Pages const& pages, http::Asked const& asked, http::Acted const* acted,
                     bool is_test) {
    bool const has_id = asked.request.wild.size() > 1;
    auto const last = named(asked.request.wild.back());
    auto const* const found = resource(has_id ? asked.wild(0) : last.name, has_id);
    bool const is_media = found != nullptr && found->get == media;
    if (found == nullptr || (!last.is_known && !is_media) ||
        (last.is_bulk && (found->get != requests || acted != nullptr)))
        return said(last.format, {404, std::string(unknown_resource)});
    auto const work = acted != nullptr ? found->post : found->get;
    if (work == nullptr) return said(last.format, {400, "this resource takes no POST"});
    Call call{pages,
              asked,
              acted,
              last.format,
              last.is_bulk,
              is_test,
              has_id ? last.name : "",
              parameters(asked.request)};
    call.settings = pages.desk.settings(asked.db, asked.now);
    call.places = pages.desk.house().directory.picture();
    if (auto const fault = choose_jurisdiction(call)) return said(last.format, *fault);
    auto result = work(call);
    if (auto const* const fault = std::get_if<Fault>(&result)) return said(last.format, *fault);
    return open_to_all(std::move(std::get<http::Response>(result)));
}

Result<http::Response> read(Pages const& pages, http::Asked const& asked) {
    return enter(pages, asked, nullptr, false);
}
// Discovery leads to all versions, so that many clients look for it above them.
Result<http::Response> read_above(Pages const& pages, http::Asked const& asked) {
    auto const last = named(asked.request.wild.back());
    if (last.name != "discovery") return said(last.format, {404, std::string(unknown_resource)});
    return enter(pages, asked, nullptr, false);
}
Result<http::Response> read_in_test(Pages const& pages, http::Asked const& asked) {
    return enter(pages, asked, nullptr, true);
}
Result<http::Response> write(Pages const& pages, http::Acted const& acted) {
    return enter(pages, acted, &acted, false);
}
Result<http::Response> write_in_test(Pages const& pages, http::Acted const& acted) {
    return enter(pages, acted, &acted, true);
}

// What a browser asks before it lets a page of another site speak to us.
Result<http::Response> preflight(Pages const&, http::Acted const&) {
    http::Response response;
    response.status = 204;
    response.with("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    response.with("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
    response.with("Access-Control-Max-Age", "86400");
    return open_to_all(std::move(response));
}

}  // namespace

std::string Call::root() const {
    return pages.site + (is_test ? "/open311/test/v2/" : "/open311/v2/");
}

http::Response answer(Call const& call, std::string document) {
    http::Response response;
    response.type = open311::content_type(call.format);
    response.body = std::move(document);
    return response;
}

}  // namespace georeport

http::Response georeport_refusal(std::string_view path, int status, std::string_view why) {
    auto const format = georeport::named(path).format;
    // Programs have no home page to return to.
    if (status == 404) why = georeport::unknown_resource;
    if (status == 405) why = "this resource is not asked in this way";
    return georeport::said(format, {status, std::string(why)});
}

void add_georeport(http::Router& router, Pages const& pages) {
    using http::Allow;
    using http::operator""_MiB;
    static constexpr http::Limits reading{.rate = http::Rate::api};
    static constexpr http::Limits writing{.body_max = 64_MiB, .rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/open311/:resource", Allow::anyone, georeport::read_above, reading),
        http::get<Pages>("/open311/v2/:resource", Allow::anyone, georeport::read, reading),
        http::get<Pages>("/open311/v2/:resource/:id", Allow::anyone, georeport::read, reading),
        http::post<Pages>("/open311/v2/:resource", Allow::anyone, georeport::write, writing),
        http::change<Pages>(http::Method::options, "/open311/v2/:resource", Allow::anyone,
                            georeport::preflight, reading),
        http::change<Pages>(http::Method::options, "/open311/v2/:resource/:id", Allow::anyone,
                            georeport::preflight, reading),
        http::get<Pages>("/open311/test/v2/:resource", Allow::anyone, georeport::read_in_test,
                         reading),
        http::get<Pages>("/open311/test/v2/:resource/:id", Allow::anyone, georeport::read_in_test,
                         reading),
        http::post<Pages>("/open311/test/v2/:resource", Allow::anyone, georeport::write_in_test,
                          writing),
        http::change<Pages>(http::Method::options, "/open311/test/v2/:resource", Allow::anyone,
                            georeport::preflight, reading),
        http::change<Pages>(http::Method::options, "/open311/test/v2/:resource/:id", Allow::anyone,
                            georeport::preflight, reading),
    };
    router.add("reports", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::reports
