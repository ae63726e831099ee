// SPDX-License-Identifier: Apache-2.0
// A report while it is being written: the place stands in the address, the rest in the form, and
// each page is made of both. Nothing is kept before it is filed but the photos, which belong to the
// form that sent them.
#pragma once

#include "modules/reports/disclosures.hpp"
#include "modules/reports/form_photos.hpp"
#include "modules/reports/public.hpp"

namespace wasl::reports {

// As it was typed.
struct PlaceTyped {
    std::string lat, lon, landmark;
    TerritoryId territory{0};
    // Photos that came before the words, and the form that they belong to.
    std::string once{};
    std::vector<std::string> photos{};  // references
};
PlaceTyped place_typed(http::Request const&);
// Nothing where that is no place on the earth.
std::optional<geography::Point> point_of(PlaceTyped const&);
// The address of a page of the filing, with the place in it.
html::Url filing_url(html::Path, PlaceTyped const&, std::string_view category = {});

struct Placed {
    geography::Point point;
    TerritoryId territory{0};
};
// Refused where it is nowhere, and where it may be in several communes and none was chosen.
Result<Placed> placed(Pages const&, db::Reader&, Known const&, PlaceTyped const&);
// The communes from which to choose then, the likeliest first.
std::vector<TerritoryId> may_lie_in(Pages const&, db::Reader&, PlaceTyped const&);

struct Typed {
    PlaceTyped place;
    Filing filing;
    std::string once;  // of the form, made by this server
};
// Photos of the form are kept, or a fault says why not; those that were kept before are taken over
// where the form proves that they are its own.
Typed typed(Pages const&, http::Request const&, Known const&, html::Faults&);

// What its texts would tell everybody about a person, as it stands there.
struct Told {
    Disclosed what = Disclosed::phone;
    std::string text;
};
std::vector<Told> told_by(Filing const&);
void redact(Filing&);
Message const& word_of(Disclosed);

}  // namespace wasl::reports
