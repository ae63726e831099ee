// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/reports/filing_typed.hpp"
#include "modules/reports/places.hpp"

namespace wasl::reports::views {

inline constexpr int filing_steps = 4;  // where, what, in words, and a last look

struct PlacePage {
    Known const& known;
    PlaceTyped const& typed;
    html::Faults const& faults;
    std::span<directory::Territory const* const> communes;
    std::span<directory::Territory const* const> found;  // of the words looked for
    std::span<TerritoryId const> near;                   // between which the point does not decide
    std::string_view words;
    std::span<NamedPlace const> places;  // of those words, or of the commune or quarter chosen
    bool any_places = false;             // anywhere
    Pages const& pages;
    geography::Box const& home;  // what a map shows first
};
void filing_place(html::Html&, PlacePage const&);
// Two fields, and a button where the device can fill them.
void coordinates(html::Html&, PlaceTyped const&, html::Words const& error);

// Photos first: the rest follows, and they with it.
struct PhotosPage {
    PlaceTyped const& typed;
    FormPhotos const& photos;
    std::string_view csrf;
    html::Faults const& faults;
};
void filing_photos_first(html::Html&, PhotosPage const&);

struct CategoryPage {
    Known const& known;
    PlaceTyped const& typed;
    TerritoryId territory;
    std::span<Category const* const> found;
    std::string_view words;
};
void filing_category(html::Html&, CategoryPage const&);

struct WritePage {
    Known const& known;
    Pages const& pages;
    Typed const& typed;
    Placed const& placed;
    Category const& category;
    http::Visitor const& visitor;
    std::string_view csrf;
    html::Faults const& faults;
    std::span<Near const> near;
    std::span<std::string const> photos;  // references
};
void filing_write(html::Html&, WritePage const&);
// What the public will see, and what it will not.
void filing_check(html::Html&, WritePage const&);

// --- views_filing_parts.cpp
void filing_question(html::Html&, Question const&, Typed const&, html::Faults const&);
void filing_photos(html::Html&, WritePage const&);
void filing_photos_field(html::Html&, WritePage const&);
// What links of the steps carry on, in a form that only asks.
void filing_place_hidden(html::Html&, PlaceTyped const&);
// Photos that came first, where some did.
void filing_photos_begun(html::Html&, PlaceTyped const&);
// Everything that was typed, unseen.
void filing_hidden(html::Html&, WritePage const&);
void filing_near(html::Html&, WritePage const&);
bool is_at_counter(http::Visitor const&);

}  // namespace wasl::reports::views
