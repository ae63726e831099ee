// SPDX-License-Identifier: Apache-2.0
// The first two steps of a report: where, and what it is about. Links and forms that only ask, so
// that every step has an address and the browser's way back works.
#include "modules/reports/views_filing.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_island.hpp"
#include "modules/reports/views_places.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

// Photos that came first go with the question.
void carried_photos(html::Html& h, PlaceTyped const& typed) {
    if (typed.photos.empty()) return;
    html::hidden_field(h, html::once_field_name, typed.once);
    for (auto const& photo : typed.photos) html::hidden_field(h, "photo", photo);
}

void ask_for_place(html::Html& h, PlacePage const& page) {
    if (page.typed.photos.empty())
        return html::search_box(h, {.action = html::to("/reports/new"),
                                    .label = msg::filing_place_search,
                                    .value = page.words});
    html::FilterForm const form(h, html::to("/reports/new"));
    carried_photos(h, page.typed);
    html::text_field(
        h,
        {.name = "q", .label = msg::filing_place_search, .value = page.words, .required = false});
    html::button(h, msg::filing_search, html::ButtonKind::secondary);
}

void look_for_place(html::Html& h, PlacePage const& page) {
    ask_for_place(h, page);
    if (page.words.empty()) {
        if (page.places.empty()) return;
        h("<h2>"_h, msg::filing_places, "</h2>"_h);
        return places_to_choose(h, page.known, page.typed, page.places);
    }
    if (page.found.empty() && page.places.empty()) {
        h("<p>"_h, msg::filing_place_unknown, "</p>"_h);
        return;
    }
    if (!page.places.empty()) places_to_choose(h, page.known, page.typed, page.places);
    if (page.found.empty()) return;
    h("<ul class=\"links\">"_h);
    for (auto const* const one : page.found) {
        auto chosen = page.typed;
        chosen.territory = one->id;
        h("<li><a href=\""_h, filing_url("/reports/new", chosen), "\">"_h,
          named(h.language(), one->name), "</a></li>"_h);
    }
    h("</ul>"_h);
}

void choose_filing_commune(html::Html& h, PlacePage const& page) {
    html::Options options;
    auto const add = [&](directory::Territory const* one) {
        if (one != nullptr)
            options.add_once(std::to_string(one->id.value()), named(h.language(), one->name));
    };
    auto const chosen = std::to_string(page.typed.territory.value());
    html::Field const field{
        .name = "territory",
        .label = msg::filing_commune,
        .hint = msg::filing_commune_hint,
        .value = page.typed.territory.value() != 0 ? std::string_view(chosen) : std::string_view{},
        .error = page.faults.of("territory"),
        .required = false};
    if (page.near.size() > 1) {
        for (auto const id : page.near) add(page.known.places->territory(id));
        return html::radio_group(h, field, options.all());
    }
    for (auto const* const one : page.communes) add(one);
    if (page.typed.territory.value() != 0) add(page.known.places->territory(page.typed.territory));
    html::select_field(h, field, options.all());
}

// A leaf leads to the next step, or to the telephone that answers faster than a form.
void leaf(html::Html& h, CategoryPage const& page, Category const& one) {
    if (!one.call_instead.empty()) {
        auto const number = "tel:" + one.call_instead;
        h("<li>"_h, named(h.language(), one.name), " <a href=\""_h, html::outside(number), "\">"_h,
          say(msg::filing_call, {text("number", one.call_instead)}), "</a></li>"_h);
        return;
    }
    h("<li><a href=\""_h, filing_url("/reports/new/write", page.typed, one.code), "\">"_h,
      named(h.language(), one.name), "</a></li>"_h);
}

}  // namespace

void coordinates(html::Html& h, PlaceTyped const& typed, html::Words const& error) {
    bool const open = !typed.lat.empty() || !typed.lon.empty();
    html::Disclosure const more(h, msg::filing_coordinates, open);
    // Shown by the script where the device can say where it is.
    h("<p hidden data-position=\"lat lon\"><button type=\"button\" class=\"button secondary\">"_h,
      msg::filing_my_position, "</button></p>"_h);
    html::text_field(h, {.name = "lat",
                         .label = msg::filing_lat,
                         .hint = msg::filing_lat_hint,
                         .value = typed.lat,
                         .error = error,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 40});
    html::text_field(h, {.name = "lon",
                         .label = msg::filing_lon,
                         .value = typed.lon,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 40});
}

void filing_place(html::Html& h, PlacePage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    html::step_progress(h, 1, filing_steps);
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::filing_where, "</h1>"_h);
    filing_photos_begun(h, page.typed);
    if (page.typed.photos.empty())
        h("<p><a href=\""_h, filing_url("/reports/new/photos", page.typed), "\">"_h,
          msg::filing_photos_first, "</a></p>"_h);
    look_for_place(h, page);
    {
        html::FilterForm const form(h, html::to("/reports/new/category"));
        carried_photos(h, page.typed);
        choose_filing_commune(h, page);
        html::text_field(h, {.name = "landmark",
                             .label = msg::filing_landmark,
                             .hint = msg::filing_landmark_hint,
                             .value = page.typed.landmark,
                             .error = page.faults.of("landmark"),
                             .required = false,
                             .length_max = static_cast<int>(landmark_max)});
        map_to_point_at(h, page.pages, page.home);
        coordinates(h, page.typed, page.faults.of("lat"));
        html::button(h, msg::filing_continue);
        if (page.any_places)
            html::button(h, msg::filing_show_places, html::ButtonKind::secondary, "then", "places");
    }
    what_it_is(h);
    drafts(h, page.pages);
}

void filing_category(html::Html& h, CategoryPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title},
                          {filing_url("/reports/new", page.typed), msg::filing_where}});
    html::step_progress(h, 2, filing_steps);
    h("<h1>"_h, msg::filing_what, "</h1><p class=\"lead\">"_h,
      territory_said(h.language(), page.known, page.territory), " · <a href=\""_h,
      filing_url("/reports/new", page.typed), "\">"_h, msg::filing_change_place, "</a></p>"_h);
    filing_photos_begun(h, page.typed);
    {
        html::FilterForm const form(h, html::to("/reports/new/category"));
        filing_place_hidden(h, page.typed);
        carried_photos(h, page.typed);
        html::text_field(h, {.name = "q",
                             .label = msg::filing_category_search,
                             .hint = msg::filing_category_hint,
                             .value = page.words,
                             .required = false});
        html::button(h, msg::filing_search, html::ButtonKind::secondary);
    }
    if (!page.words.empty() && page.found.empty())
        h("<p>"_h, msg::filing_category_unknown, "</p>"_h);
    if (!page.found.empty()) {
        h("<ul class=\"links\">"_h);
        for (auto const* const one : page.found) leaf(h, page, *one);
        h("</ul>"_h);
    }
    h("<h2>"_h, msg::filing_all_categories, "</h2>"_h);
    for (auto const* const group : page.known.settings->groups()) {
        html::Disclosure const more(h, named(h.language(), group->name));
        h("<ul class=\"links\">"_h);
        for (auto const* const one : page.known.settings->leaves_of(group->code))
            leaf(h, page, *one);
        h("</ul>"_h);
    }
}

}  // namespace wasl::reports::views
