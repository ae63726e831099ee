// SPDX-License-Identifier: Apache-2.0
// An administrator of the platform keeps the quarters and landmarks by which people name a place.
#include <fstream>
#include <iterator>

#include "modules/reports/messages.hpp"
#include "modules/reports/number_typed.hpp"
#include "modules/reports/pages_office.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_places.hpp"

namespace wasl::reports::bureau {

namespace {

using http::Allow;

constexpr int shown_max = 500;

std::vector<NamedPlace> quarters_of(db::Reader& reader, TerritoryId commune) {
    auto all = places_in(reader, commune, PlaceId{0}, shown_max);
    std::erase_if(all, [](NamedPlace const& one) { return !one.is_quarter; });
    return all;
}

Shown list_page(Pages const& pages, http::Asked const& asked, PlacesImport const* imported,
                html::Faults const& faults) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    TerritoryId const commune{asked.request.asked_number("commune").value_or(0)};
    auto places = places_of_commune(asked.db, commune, shown_max + 1);
    bool const more = places.size() > shown_max;
    if (more) places.resize(shown_max);
    PlacesPage const page{known,  communes,           commune, places, imported,
                          faults, asked.visitor.csrf, more};
    html::PageHead head{.title = msg::places_title, .wide = true};
    if (!asked.request.asked("saved").empty()) head.success = msg::setting_saved;
    return http::shown(
        asked, head, [&](html::Html& h) { show_places(h, page); }, status_of(faults));
}

Shown list_places(Pages const& pages, http::Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    return list_page(pages, asked, nullptr, {});
}

PlaceFields fields_of(NamedPlace const& one) {
    return {std::to_string(one.id.value()),
            std::to_string(one.territory.value()),
            one.quarter.value() == 0 ? std::string() : std::to_string(one.quarter.value()),
            one.is_quarter ? "quarter" : "landmark",
            one.name.ar,
            one.name.fr,
            one.point ? degrees_text(one.point->lat) : std::string(),
            one.point ? degrees_text(one.point->lon) : std::string(),
            one.source};
}

PlaceFields typed_in(http::Request const& request) {
    auto const text = [&](std::string_view name) { return std::string(request.field(name)); };
    return {text("id"),      text("commune"), text("quarter"), text("kind"),  text("name_ar"),
            text("name_fr"), text("lat"),     text("lon"),     text("source")};
}

Shown form_page(Pages const& pages, http::Asked const& asked, PlaceFields const& fields,
                html::Faults const& faults) {
    auto const known = known_of(pages, asked);
    auto const quarters = quarters_of(asked.db, TerritoryId{number_typed(fields.territory)});
    NamedPlacePage const page{known, fields, quarters, faults, asked.visitor.csrf};
    return http::shown(
        asked, {.title = msg::places_title}, [&](html::Html& h) { show_place(h, page); },
        status_of(faults));
}

Shown show_place_form(Pages const& pages, http::Asked const& asked) {
    TRY(pages.desk.may_set(asked.visitor));
    if (auto const id = asked.request.asked_number("id")) {
        auto const one = named_place(asked.db, PlaceId{*id});
        if (!one) return Refusal{Refused::not_found, say(msg::refused_setting_gone)};
        return form_page(pages, asked, fields_of(*one), {});
    }
    PlaceFields fields;
    fields.territory = std::string(asked.request.asked("commune"));
    fields.kind = "quarter";
    return form_page(pages, asked, fields, {});
}

Result<NamedPlace> place_of(PlaceFields const& fields) {
    NamedPlace one;
    one.id = PlaceId{number_typed(fields.id)};
    one.territory = TerritoryId{number_typed(fields.territory)};
    one.quarter = PlaceId{number_typed(fields.quarter)};
    one.is_quarter = fields.kind == "quarter";
    one.name = {fields.name_ar, fields.name_fr, {}, {}};
    one.source = fields.source;
    if (fields.lat.empty() && fields.lon.empty()) return one;
    one.point = point_of({.lat = fields.lat, .lon = fields.lon, .landmark = {}});
    if (!one.point) return Refusal{Refused::invalid, say(msg::refused_place), {}, "lat"};
    return one;
}

http::Response back(http::Asked const& asked, TerritoryId commune) {
    auto const url =
        html::with(html::to("/admin/reports/places"), "commune", std::to_string(commune.value()));
    return go(asked, html::with(url, "saved", "1"));
}

Shown save_place(Pages const& pages, http::Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    auto const fields = typed_in(acted.request);
    html::Faults faults;
    auto const one = place_of(fields);
    if (one.refused()) {
        faults.add(one.refusal());
        return form_page(pages, acted, fields, faults);
    }
    auto const places = pages.desk.house().directory.picture();
    auto const done = acted.write([&](db::Writer& writer) {
        return keep_place(writer, *places, acted.visitor, one.value(), acted.now);
    });
    if (!done.refused()) return back(acted, one.value().territory);
    faults.add(done.refusal());
    return form_page(pages, acted, fields, faults);
}

Shown remove_place(Pages const& pages, http::Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    PlaceId const id{acted.request.field_number("id").value_or(0)};
    auto const one = named_place(acted.db, id);
    TRY(acted.write(
        [&](db::Writer& writer) { return drop_place(writer, acted.visitor, id, acted.now); }));
    return back(acted, one ? one->territory : TerritoryId{0});
}

std::string text_sent(http::Request const& request) {
    for (auto const& upload : request.uploads) {
        if (upload.field != "file") continue;
        std::ifstream in(upload.path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    return {};
}

Shown import(Pages const& pages, http::Acted const& acted) {
    TRY(pages.desk.may_set(acted.visitor));
    auto const text = text_sent(acted.request);
    auto const places = pages.desk.house().directory.picture();
    auto const done = acted.write([&](db::Writer& writer) {
        return import_places(writer, *places, acted.visitor, text, acted.now);
    });
    html::Faults faults;
    if (done.refused()) faults.add(done.refusal());
    return list_page(pages, acted, done.refused() ? nullptr : &done.value(), faults);
}

}  // namespace

Routes place_routes() {
    using http::operator""_MiB;
    static constexpr http::Limits sending{.body_max = 4_MiB};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/reports/places", Allow::administrator, list_places),
        http::get<Pages>("/admin/reports/places/one", Allow::administrator, show_place_form),
        http::post<Pages>("/admin/reports/places/one", Allow::administrator, save_place),
        http::post<Pages>("/admin/reports/places/remove", Allow::administrator, remove_place),
        http::post<Pages>("/admin/reports/places/import", Allow::administrator, import, sending),
    };
    return routes;
}

}  // namespace wasl::reports::bureau
