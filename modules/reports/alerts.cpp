// SPDX-License-Identifier: Apache-2.0
// What an alert is about: pure.
#include "modules/reports/alerts.hpp"

#include "modules/reports/map_sheet.hpp"
#include "modules/reports/messages.hpp"
#include "platform/clock/clock.hpp"
#include "platform/html/html.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports {

static constexpr std::chrono::hours morning{8};

bool same_wish(Alert const& a, Alert const& b) {
    bool const same_place =
        a.metres == b.metres && (a.metres == 0 || geography::metres_between(a.place, b.place) < 1);
    return a.territory == b.territory && a.category == b.category && same_place;
}

bool wants(Alert const& alert, Pin const& pin) {
    if (alert.territory.value() != 0 && alert.territory != pin.territory) return false;
    if (!alert.category.empty() && alert.category != pin.category) return false;
    return alert.metres == 0 || geography::metres_between(alert.place, pin.place) <= alert.metres;
}

Instant next_letter(Instant now, int every_days) {
    auto const today = clock::day_in_morocco(now);
    return clock::start_of_day_in_morocco(today + Days{every_days}) + morning;
}

std::string alert_said(Language language, Settings const& settings,
                       directory::Picture const& places, Alert const& alert) {
    std::string out;
    auto const add = [&](std::string_view part) {
        if (!out.empty()) out += " · ";
        out += part;
    };
    if (auto const* const one = places.territory(alert.territory))
        add(directory::in(language, one->name));
    if (!alert.category.empty()) {
        auto const* const category = settings.category(alert.category);
        add(category ? directory::in(language, category->name) : std::string_view(alert.category));
    }
    if (!alert.place_name.empty()) add(alert.place_name);
    if (alert.metres > 0)
        add(i18n::sentence(language, say(msg::alerts_around, {number("count", alert.metres)})));
    return out;
}

std::string alert_link(Alert const& alert, std::optional<Date> from) {
    auto url = alert.metres > 0
                   ? html::with(html::to("/reports/map"), "box",
                                box_written(geography::around(alert.place, alert.metres)))
                   : html::to("/reports");
    if (alert.territory.value() != 0)
        url = html::with(url, "commune", std::to_string(alert.territory.value()));
    if (!alert.category.empty()) url = html::with(url, "category", alert.category);
    if (from) url = html::with(url, "from", iso(*from));
    return url.text();
}

}  // namespace wasl::reports
