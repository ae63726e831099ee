// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "modules/directory/messages.hpp"
#include "modules/directory/views.hpp"

namespace wasl::directory {

using namespace html::literals;

Message const& name_of_kind(TerritoryKind kind) {
    switch (kind) {
        case TerritoryKind::region: return msg::territory_kind_region;
        case TerritoryKind::prefecture: return msg::territory_kind_prefecture;
        case TerritoryKind::province: return msg::territory_kind_province;
        case TerritoryKind::municipality: return msg::territory_kind_municipality;
        case TerritoryKind::commune: return msg::territory_kind_commune;
        case TerritoryKind::arrondissement: return msg::territory_kind_arrondissement;
    }
    return msg::territory_kind_region;
}

static void show_parts_table(html::Html& h, std::vector<Territory const*> const& parts,
                             html::Words const& caption) {
    html::Table table(h, caption,
                      {{msg::territory_name}, {msg::territory_kind}, {msg::territory_code}});
    for (auto const* part : parts) {
        table.row();
        table.cell("<a href=\""_h, html::to("/territory/", part->id), "\">"_h, shown(h, part->name),
                   "</a>"_h);
        table.cell(name_of_kind(part->kind));
        table.cell(html::code(part->code));
    }
}

void show_regions(html::Html& h, Picture const& picture) {
    html::breadcrumbs(h, {{html::to("/administrations"), msg::list_title}});
    h("<h1>"_h, msg::territory_title, "</h1><p class=\"lead\">"_h, msg::territory_lead, "</p>"_h);
    auto const regions = picture.parts_of(TerritoryId{0});
    if (regions.empty()) return html::empty_state(h, msg::territory_empty);
    show_parts_table(h, regions, msg::territory_back);
}

std::string position_of(Territory const& one) {
    auto const degrees = [](double value) {
        auto const e4 = std::llround(value * 10'000);
        return std::string(e4 < 0 ? "-" : "") + std::to_string(std::abs(e4) / 10'000) + "." +
               std::to_string(10'000 + std::abs(e4) % 10'000).substr(1);
    };
    return degrees(one.lat) + ", " + degrees(one.lon);
}

static void show_facts(html::Html& h, Picture const& picture, Territory const& one) {
    html::SummaryList list(h);
    list.row(msg::territory_kind, name_of_kind(one.kind));
    if (auto const* whole = one.parent ? picture.territory(*one.parent) : nullptr)
        list.row(msg::territory_up, "<a href=\""_h, html::to("/territory/", whole->id), "\">"_h,
                 shown(h, whole->name), "</a>"_h);
    list.row(msg::territory_code, html::code(one.code));
    list.row(msg::territory_vintage, html::code(one.vintage));
    if (has_seat(one)) {
        auto const position = position_of(one);
        list.row(msg::territory_seat, html::code(position));
    }
}

void show_territory(html::Html& h, Picture const& picture, Territory const& one,
                    std::function<void()> const& map) {
    html::breadcrumbs(h, {{html::to("/administrations"), msg::list_title},
                          {html::to("/territory"), msg::territory_title}});
    h("<h1>"_h, shown(h, one.name), "</h1>"_h);
    if (!one.name_checked) {
        h("<p>"_h);
        html::tag(h, html::Tone::warning, msg::territory_unchecked);
        h("</p>"_h);
    }
    show_facts(h, picture, one);
    map();
    if (auto const parts = picture.parts_of(one.id); !parts.empty())
        show_parts_table(h, parts, shown(h, one.name));
    h("<h2>"_h, msg::territory_administrations, "</h2>"_h);
    auto const seated = picture.seated_in(one.id);
    if (seated.empty()) {
        h("<p class=\"muted\">"_h, msg::territory_no_administrations, "</p>"_h);
        return;
    }
    h("<ul>"_h);
    for (auto const* each : seated)
        h("<li><a href=\""_h, html::to("/administrations/", each->slug), "\">"_h,
          shown(h, each->name), "</a></li>"_h);
    h("</ul>"_h);
}

}  // namespace wasl::directory
