// SPDX-License-Identifier: Apache-2.0
// New reports are told together to whoever asked for them. That an alert was told up to a moment
// and its letter are rows of one commit, so nothing is told twice and nothing is left out.
#include <optional>

#include "modules/reports/inside.hpp"
#include "modules/reports/store_alerts.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {

namespace {

constexpr int alerts_at_once = 50;
// Of a transaction that began earlier and is not yet to be read; none takes that long.
constexpr std::chrono::minutes settled{2};

std::vector<Pin const*> found_for(Alert const& alert, std::span<store::News const> news) {
    std::vector<Pin const*> found;
    for (auto const& one : news) {
        bool const own = alert.person.value() != 0 && alert.person == one.author;
        if (one.published_at > alert.told_until && !own && wants(alert, one.pin))
            found.push_back(&one.pin);
    }
    return found;
}

// One line a report, newest first.
std::string titles(Language language, Settings const& settings, directory::Picture const& places,
                   std::span<Pin const* const> found) {
    std::string out;
    for (auto const* const pin : found.first(std::min<std::size_t>(found.size(), told_max))) {
        if (!out.empty()) out += "\n";
        out += "- " + pin->title;
        if (auto const* const category = settings.category(pin->category))
            out += " · " + std::string(directory::in(language, category->name));
        if (auto const* const one = places.territory(pin->territory))
            out += " · " + std::string(directory::in(language, one->name));
    }
    return out;
}

}  // namespace

void Alerts::post(db::Writer& writer, Alert const& alert, std::vector<Pin const*> const& found,
                  Instant now) const {
    auto const& house = desk_.house();
    auto const settings = desk_.settings(writer, now);
    auto const places = house.directory.picture();
    auto language = alert.language;
    if (alert.person.value() != 0)
        if (auto const person = house.people.person(writer, alert.person))
            language = person->language;
    Values const values{number("count", found.size()),
                        text("about", alert_said(language, *settings, *places, alert)),
                        text("list", titles(language, *settings, *places, found))};
    auto const subject = say(msg::notice_alert_subject, values);
    auto const body = say(msg::notice_alert_body, values);
    auto const link = alert_link(alert, clock::day_in_morocco(found.back()->filed_at));
    auto const stop =
        "/reports/alerts/" + std::to_string(alert.id.value()) + "/stop?key=" + key_of(alert.id);
    if (alert.person.value() != 0) {
        house.notices.post(writer,
                           {.to = alert.person,
                            .subject = subject,
                            .body = body,
                            .link = link,
                            .about = {},
                            .stop = stop},
                           now);
        return;
    }
    house.notices.post_letter(writer,
                              {.address = alert.address,
                               .language = language,
                               .subject = subject,
                               .body = body,
                               .until = now + Days{3},
                               .link = link,
                               .stop = stop},
                              now);
}

int Alerts::tell_due(db::Database& database, Instant now) const {
    auto const until = now - settled;
    std::optional<std::vector<store::News>> news;
    int told = 0;
    for (;;) {
        auto const due = database.read(
            [&](db::Reader& reader) { return store::alerts_due(reader, now, alerts_at_once); });
        // Mostly nobody is: letters are due in the morning.
        if (due.empty()) return told;
        if (!news)
            news = database.read([&](db::Reader& reader) {
                return store::news(reader, now - news_kept, until, news_max);
            });
        int posted = 0;
        auto const done = database.write([&](db::Writer& writer) -> Outcome {
            posted = 0;
            for (auto const& alert : due) {
                auto const next = next_letter(now, alert.every_days);
                if (!store::tell(writer, alert, std::max(until, alert.told_until), next)) continue;
                auto const found = found_for(alert, *news);
                if (found.empty()) continue;
                post(writer, alert, found, now);
                ++posted;
            }
            return Done{};
        });
        check(!done.refused(), "nobody refuses to be told");
        told += posted;
        if (due.size() < static_cast<std::size_t>(alerts_at_once)) return told;
    }
}

jobs::Job Desk::alerts_job() const {
    auto const run = [this](db::Database& database, Instant now) {
        Alerts(*this).tell_due(database, now);
        (void)database.write([&](db::Writer& writer) -> Outcome {
            store::forget_unconfirmed_alerts(writer, now - Days{alert_unconfirmed_days});
            store::forget_news(writer, now - news_kept);
            return Done{};
        });
    };
    return {"reports.alerts", std::chrono::minutes(10), run};
}

}  // namespace wasl::reports
