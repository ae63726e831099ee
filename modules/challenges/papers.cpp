// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/papers.hpp"

#include "modules/challenges/messages.hpp"
#include "modules/challenges/said.hpp"
#include "platform/pdf/pdf.hpp"

namespace wasl::challenges::papers {

std::string said(Said const& what) { return pdf::sentence(official, what); }
std::string on(Date day) { return i18n::date(official, day); }

Said hours_said(std::int64_t minutes) {
    auto const hours = minutes / 60;
    bool const half = minutes % 60 >= slot_minutes;
    if (half && hours == 0) return say(msg::duration_half);
    return say(half ? msg::duration_hours_and_half : msg::duration_hours, {number("count", hours)});
}

std::optional<Days> days_of(Edition const& edition) {
    std::optional<Days> days;
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const& span = edition.phases[n];
        if (!span || static_cast<Phase>(n) == Phase::follow_up) continue;
        if (!days) days = Days{first_day(*span), last_day(*span)};
        days->first = std::min(days->first, first_day(*span));
        days->last = std::max(days->last, last_day(*span));
    }
    return days;
}

std::string signature_of(directory::Picture const& places, AdministrationId organiser) {
    auto const* const where = places.administration(organiser);
    if (where == nullptr) return {};
    return where->head_title.ar.empty() ? where->name.ar : where->head_title.ar;
}

}  // namespace wasl::challenges::papers
