// SPDX-License-Identifier: Apache-2.0
// The directory for programs. Ids are strings: they do not fit into the numbers of every language.
#include <boost/json.hpp>

#include "modules/directory/pages.hpp"

namespace wasl::directory {

namespace json = boost::json;
using http::Allow;
using http::Asked;
using http::Response;

static json::object object_of(Names const& names) {
    json::object out{{"ar", names.ar}};
    if (!names.fr.empty()) out["fr"] = names.fr;
    if (!names.en.empty()) out["en"] = names.en;
    if (!names.zgh.empty()) out["zgh"] = names.zgh;
    return out;
}

// What is not known is null, never an empty text.
static json::value text_or_null(std::string const& value) {
    return value.empty() ? json::value(nullptr) : json::value(value);
}

static json::object object_of(Picture const& picture, Administration const& one) {
    auto const* parent = one.parent ? picture.administration(*one.parent) : nullptr;
    auto const* place = one.territory ? picture.territory(*one.territory) : nullptr;
    json::array units;
    for (auto const* unit : picture.open_units_of(one.id))
        units.push_back(json::object{{"id", std::to_string(unit->id.value())},
                                     {"name", object_of(unit->name)}});
    json::object out{{"id", std::to_string(one.id.value())},
                     {"slug", one.slug},
                     {"kind", name_of(one.kind)},
                     {"name", object_of(one.name)},
                     {"parent", parent ? json::value(parent->slug) : json::value(nullptr)}};
    out["territory"] = place ? json::value(json::object{{"code", place->code},
                                                        {"vintage", place->vintage},
                                                        {"name", object_of(place->name)}})
                             : json::value(nullptr);
    out["contact"] =
        json::object{{"address", text_or_null(one.address)}, {"phone", text_or_null(one.phone)},
                     {"fax", text_or_null(one.fax)},         {"email", text_or_null(one.email)},
                     {"website", text_or_null(one.website)}, {"hours", text_or_null(one.hours.ar)}};
    out["units"] = std::move(units);
    return out;
}

static Result<Response> answer_administrations(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    auto const kind = kind_named(asked.request.asked("kind"));
    json::array all;
    for (auto const& one : picture->administrations())
        if (!kind || one.kind == *kind) all.push_back(object_of(*picture, one));
    return http::json(json::serialize(
        json::object{{"version", picture->version()}, {"administrations", std::move(all)}}));
}

static json::object object_of(Picture const& picture, Territory const& one) {
    auto const* whole = one.parent ? picture.territory(*one.parent) : nullptr;
    bool const seated = has_seat(one);
    return {
        {"id", std::to_string(one.id.value())},
        {"kind", name_of(one.kind)},
        {"name", object_of(one.name)},
        {"code", text_or_null(one.code)},
        {"vintage", text_or_null(one.vintage)},
        {"parent", whole ? json::value(std::to_string(whole->id.value())) : json::value(nullptr)},
        {"lat", seated ? json::value(one.lat) : json::value(nullptr)},
        {"lon", seated ? json::value(one.lon) : json::value(nullptr)},
        {"name_checked", one.name_checked}};
}

static Result<Response> answer_territory(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    auto const kind = territory_kind_named(asked.request.asked("kind"));
    json::array all;
    for (auto const& one : picture->territories())
        if (!kind || one.kind == *kind) all.push_back(object_of(*picture, one));
    return http::json(json::serialize(
        json::object{{"version", picture->version()}, {"territories", std::move(all)}}));
}

static std::string_view holiday_kind(HolidayKind kind) {
    switch (kind) {
        case HolidayKind::fixed: return "fixed";
        case HolidayKind::hijri: return "hijri";
        case HolidayKind::exceptional: return "exceptional";
    }
    return "fixed";
}

static Result<Response> answer_calendar(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    int const year = year_asked(asked);
    json::array all;
    for (auto const* one : holidays_of(*picture, year)) {
        if (one->cancelled) continue;
        all.push_back(json::object{{"key", one->key},
                                   {"first", iso(one->first)},
                                   {"days", one->days},
                                   {"kind", holiday_kind(one->kind)},
                                   {"name", object_of(one->name)},
                                   {"provisional", one->certainty == Certainty::provisional},
                                   {"source", text_or_null(one->source)}});
    }
    return http::json(json::serialize(json::object{{"version", picture->calendar_version()},
                                                   {"year", year},
                                                   {"weekend", {"saturday", "sunday"}},
                                                   {"holidays", std::move(all)}}));
}

std::span<http::Route<Pages> const> api_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/api/v1/administrations", Allow::anyone, answer_administrations,
                         {.rate = http::Rate::api}),
        http::get<Pages>("/api/v1/territory", Allow::anyone, answer_territory,
                         {.rate = http::Rate::api}),
        http::get<Pages>("/api/v1/calendar", Allow::anyone, answer_calendar,
                         {.rate = http::Rate::api}),
    };
    return routes;
}

}  // namespace wasl::directory
