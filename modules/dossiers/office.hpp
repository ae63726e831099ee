// SPDX-License-Identifier: Apache-2.0
// What the page files of the office share. Used by pages_*.cpp and views_*.cpp of this module
// alone.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/dossiers/messages.hpp"
#include "modules/dossiers/pages.hpp"
#include "modules/dossiers/said.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::dossiers::office {

using Shown = Result<http::Response>;
using Routes = std::span<http::Route<Pages> const>;
Routes queue_routes();
Routes review_routes();
Routes act_routes();
Routes fetch_routes();  // pages_fetches.cpp

// Where a visitor works: an administration, or one unit of it.
struct Place {
    AdministrationId administration{0};
    std::optional<UnitId> unit;
    std::string key;   // "12" or "12-34", as it stands in an address
    std::string name;  // in the reader's language
    friend bool operator==(Place const& a, Place const& b) {
        return a.administration == b.administration && a.unit == b.unit;
    }
};
// In the order of the grants; whoever has a whole administration may choose each of its units.
std::vector<Place> places_of(http::Visitor const&, directory::Picture const&, Language);
// Administrations of which the visitor is the head.
std::vector<AdministrationId> headed_by(http::Visitor const&);
// What heads are called upon for is read by those who audit them, too.
std::vector<AdministrationId> headed_or_audited_by(http::Visitor const&);

// Which lists stand open to a visitor, and whether anything can be done there.
struct DeskReader {
    bool acts = false;     // officer or head: an auditor reads
    bool appeals = false;  // head or auditor
    bool audits = false;   // reads the journal; officers and heads do not
};
DeskReader reader_of(http::Visitor const&);

html::Words unit_name(Language, directory::Picture const&, UnitId);
html::Tone tone_at_desk(State);
html::Url desk_url(std::string_view number);

// Names of people, each asked for once a page.
class NameList {
public:
    NameList(people::Desk const& people, db::Reader& reader) : people_(people), reader_(reader) {}
    html::Words of(PersonId);  // nothing where nobody is meant

private:
    people::Desk const& people_;
    db::Reader& reader_;
    std::map<std::int64_t, std::string> known_;
};

}  // namespace wasl::dossiers::office
