// SPDX-License-Identifier: Apache-2.0
// Where a point lies, and what is near it.
#include <algorithm>

#include "modules/reports/inside.hpp"

namespace wasl::reports {

static constexpr int near_max = 5;

Whereabouts Desk::whereabouts(db::Reader& reader, geography::Point const& point) const {
    Whereabouts found;
    for (auto const& one : house_.directory.communes_near(reader, point, boundary_near_metres)) {
        if (one.metres_to_edge < boundary_near_metres) found.near_boundary = true;
        if (one.inside && found.proposed.value() == 0)
            found.proposed = one.territory;
        else
            found.others.push_back(one.territory);
    }
    if (found.proposed.value() != 0) return found;
    if (!found.others.empty()) {
        found.proposed = found.others.front();
        found.others.erase(found.others.begin());
        return found;
    }
    found.proposed = house_.directory.nearest_seat(reader, point);
    found.by_seat = found.proposed.value() != 0;
    return found;
}

std::vector<Near> Desk::nearby(db::Reader& reader, geography::Point const& point,
                               std::string_view category, Instant now) const {
    auto const settings = this->settings(reader, now);
    auto const* const about = settings->category(category);
    if (about == nullptr || about->is_private) return {};
    auto const box = geography::around(point, about->duplicate_metres);
    std::vector<Near> found;
    for (auto& pin :
         store::pins_in(reader, box, {.category = about->code, .phase = Phase::open}, near_max)) {
        auto const metres = geography::metres_between(point, pin.place);
        if (metres <= about->duplicate_metres) found.push_back({std::move(pin), metres});
    }
    std::sort(found.begin(), found.end(), [](Near const& a, Near const& b) {
        return std::pair(a.metres, a.pin.id) < std::pair(b.metres, b.pin.id);
    });
    return found;
}

}  // namespace wasl::reports
