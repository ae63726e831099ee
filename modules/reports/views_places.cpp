// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_places.hpp"

#include "modules/reports/messages.hpp"
#include "modules/reports/office_acts.hpp"

namespace wasl::reports {

using namespace html::literals;
using html::to;

namespace bureau {

namespace {

std::string digits(std::int64_t number) { return std::to_string(number); }

void choose_places_commune(html::Html& h, PlacesPage const& page) {
    html::FilterForm const form(h, to("/admin/reports/places"));
    auto const communes = to_choose(h.language(), page.communes);
    auto const chosen = digits(page.commune.value());
    html::select_field(h, {.name = "commune", .label = msg::filing_commune, .value = chosen},
                       communes.all());
    html::button(h, msg::office_show, html::ButtonKind::secondary);
}

void places_listed(html::Html& h, PlacesPage const& page) {
    if (page.places.empty()) return html::empty_state(h, msg::places_none);
    if (page.more)
        h("<p>"_h, say(msg::places_more, {number("count", page.places.size())}), "</p>"_h);
    html::Table table(h, msg::places_title,
                      {{msg::setting_name}, {msg::report_place}, {msg::places_source}});
    for (auto const& one : page.places) {
        table.row();
        table.cell_with([&] {
            auto const url =
                html::with(to("/admin/reports/places/one"), "id", digits(one.id.value()));
            h("<a class=\"wraps\" href=\""_h, url, "\">"_h, named(h.language(), one.name),
              "</a> <span class=\"meta\">"_h,
              one.is_quarter ? msg::places_quarter : msg::places_landmark, "</span>"_h);
        });
        if (one.point)
            table.cell(html::code(coordinates(*one.point)));
        else
            table.cell(msg::places_no_point);
        table.cell(html::isolated(one.source));
    }
}

void import_form(html::Html& h, PlacesPage const& page) {
    html::Disclosure const more(h, msg::places_import, page.faults.any());
    h("<p>"_h, msg::places_import_text, " "_h,
      html::code("kind, commune, quarter, name_ar, name_fr, lat, lon, source"), "</p>"_h);
    html::Form const form(
        h, {.action = to("/admin/reports/places/import"), .csrf = page.csrf, .multipart = true});
    html::file_field(h,
                     {.name = "file", .label = msg::places_file, .error = page.faults.of("file")},
                     {.accept = ".csv,.tsv,text/csv", .formats = "CSV", .megabytes_max = 4});
    html::button(h, msg::places_import_button);
}

void report_of(html::Html& h, PlacesImport const& done) {
    html::Panel const panel(h, done.faults.empty() ? html::Tone::success : html::Tone::warning,
                            msg::places_imported);
    h("<p>"_h,
      say(msg::places_counts, {number("added", done.added), number("changed", done.changed),
                               number("same", done.same)}),
      "</p>"_h);
    if (done.faults.empty()) return;
    h("<ul>"_h);
    for (auto const& [line, what] : done.faults)
        h("<li>"_h, say(msg::places_line, {number("number", line)}), " "_h, what, "</li>"_h);
    h("</ul>"_h);
}

void kind_and_quarter(html::Html& h, NamedPlacePage const& page) {
    html::radio_group(h,
                      {.name = "kind",
                       .label = msg::places_title,
                       .value = page.fields.kind,
                       .error = page.faults.of("kind")},
                      std::array{html::Choice{"quarter", msg::places_quarter},
                                 html::Choice{"landmark", msg::places_landmark}});
    html::Options quarters;
    for (auto const& one : page.quarters)
        quarters.add(digits(one.id.value()), named(h.language(), one.name));
    html::select_field(h,
                       {.name = "quarter",
                        .label = msg::places_in_quarter,
                        .value = page.fields.quarter,
                        .error = page.faults.of("quarter"),
                        .required = false},
                       quarters.all());
}

void position(html::Html& h, NamedPlacePage const& page) {
    html::text_field(h, {.name = "lat",
                         .label = msg::filing_lat,
                         .hint = msg::places_point_hint,
                         .value = page.fields.lat,
                         .error = page.faults.of("lat"),
                         .required = false,
                         .left_to_right = true});
    html::text_field(h, {.name = "lon",
                         .label = msg::filing_lon,
                         .value = page.fields.lon,
                         .required = false,
                         .left_to_right = true});
}

}  // namespace

void show_places(html::Html& h, PlacesPage const& page) {
    h("<h1>"_h, msg::setting_title, "</h1>"_h);
    settings_tabs(h, "places");
    html::error_summary(h, page.faults);
    if (page.imported != nullptr) report_of(h, *page.imported);
    h("<p>"_h, msg::places_lead, "</p>"_h);
    choose_places_commune(h, page);
    if (page.commune.value() != 0) {
        html::link_button(
            h, html::with(to("/admin/reports/places/one"), "commune", digits(page.commune.value())),
            msg::places_add);
        places_listed(h, page);
    }
    import_form(h, page);
}

void show_place(html::Html& h, NamedPlacePage const& page) {
    auto const& fields = page.fields;
    html::breadcrumbs(h, {{html::with(to("/admin/reports/places"), "commune", fields.territory),
                           msg::places_title}});
    h("<h1>"_h, fields.id.empty() ? msg::places_add : msg::setting_change, "</h1><p>"_h,
      territory_said(h.language(), page.known,
                     TerritoryId{std::strtoll(fields.territory.c_str(), nullptr, 10)}),
      "</p>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(h, {.action = to("/admin/reports/places/one"), .csrf = page.csrf});
        html::hidden_field(h, "id", fields.id);
        html::hidden_field(h, "commune", fields.territory);
        kind_and_quarter(h, page);
        html::text_field(h, {.name = "name_ar",
                             .label = msg::places_name_ar,
                             .value = fields.name_ar,
                             .error = page.faults.of("name_ar")});
        html::text_field(h, {.name = "name_fr",
                             .label = msg::places_name_fr,
                             .value = fields.name_fr,
                             .error = page.faults.of("name_fr"),
                             .required = false});
        position(h, page);
        html::text_field(h, {.name = "source",
                             .label = msg::places_source,
                             .hint = msg::places_source_hint,
                             .value = fields.source,
                             .error = page.faults.of("source")});
        html::button(h, msg::setting_save);
    }
    if (fields.id.empty()) return;
    html::Form const form(h, {.action = to("/admin/reports/places/remove"), .csrf = page.csrf});
    html::hidden_field(h, "id", fields.id);
    html::button(h, msg::setting_remove, html::ButtonKind::danger);
}

}  // namespace bureau

namespace views {

void places_to_choose(html::Html& h, Known const& known, PlaceTyped const& typed,
                      std::span<NamedPlace const> places) {
    h("<ul class=\"links\">"_h);
    for (auto const& one : places) {
        auto chosen = typed;
        chosen.territory = one.territory;
        chosen.landmark = std::string(directory::in(Language::ar, one.name));
        if (auto const* const commune = known.places->territory(one.territory)) {
            auto const point = point_of(one, *commune);
            chosen.lat = degrees_text(point.lat);
            chosen.lon = degrees_text(point.lon);
        }
        auto url = filing_url("/reports/new", chosen);
        if (one.is_quarter) url = html::with(url, "quarter", std::to_string(one.id.value()));
        h("<li><a href=\""_h, url, "\">"_h, named(h.language(), one.name),
          "</a> <span class=\"meta\">"_h, territory_said(h.language(), known, one.territory));
        if (!one.point) h(" · "_h, msg::places_at_seat);
        h("</span></li>"_h);
    }
    h("</ul>"_h);
}

}  // namespace views

}  // namespace wasl::reports
