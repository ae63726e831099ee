// SPDX-License-Identifier: Apache-2.0
#include "app/lately.hpp"

#include <algorithm>
#include <tuple>

namespace wasl::app {

static constexpr auto count_every = std::chrono::minutes(1);
static constexpr int months_counted = 12;

static constexpr std::size_t editions_shown = 2;

static std::vector<Lately::Figures::Edition> running(challenges::Desk const& desk, db::Reader& db,
                                                     Instant now) {
    std::vector<Lately::Figures::Edition> found;
    for (auto const& one : desk.editions(db)) {
        if (found.size() == editions_shown) break;
        bool const runs = one.state == challenges::State::published && !one.is_record() &&
                          challenges::phase_at(one.phases, now).has_value();
        if (runs) found.push_back({one.code, one.name});
    }
    return found;
}

static std::int64_t listed(bank::Picture const& picture) {
    return std::count_if(picture.lines().begin(), picture.lines().end(),
                         [](bank::Line const& one) { return one.stage == bank::Stage::listed; });
}

static Lately::Figures counted(Lately::House const& house, db::Reader& db, Instant now,
                               Date today) {
    auto const day = std::chrono::year_month_day{today};
    Date const first{day.year() / day.month() / 1 - std::chrono::months{months_counted - 1}};
    auto used = house.dossiers.used(db, month_of(first), month_of(today));
    std::erase_if(used, [](auto const& one) { return one.filed + one.on_time + one.late == 0; });
    std::sort(used.begin(), used.end(), [](auto const& a, auto const& b) {
        return std::tie(b.filed, a.procedure) < std::tie(a.filed, b.procedure);
    });
    Lately::Figures found;
    found.editions = running(house.challenges, db, now);
    found.projects = listed(*house.bank.picture(db, now));
    for (auto& one : used) {
        found.filed += one.filed;
        found.on_time += one.on_time;
        found.late += one.late;
        if (one.filed > 0) found.most_used.push_back(std::move(one.procedure));
    }
    return found;
}

std::shared_ptr<Lately::Figures const> Lately::figures(db::Reader& db, Instant now,
                                                       Date today) const {
    {
        std::scoped_lock const lock(mutex_);
        if (figures_ && is_fresh(now)) return figures_;
        counted_ = now;
    }
    auto next = std::make_shared<Figures const>(counted(house_, db, now, today));
    std::scoped_lock const lock(mutex_);
    // Where nothing moved, kept pages stay what they are.
    if (figures_ && *figures_ == *next) return figures_;
    figures_ = std::move(next);
    ++version_;
    return figures_;
}

std::int64_t Lately::version() const {
    std::scoped_lock const lock(mutex_);
    return version_;
}

bool Lately::fresh(Instant now) const {
    std::scoped_lock const lock(mutex_);
    return figures_ && is_fresh(now);
}

// A clock that was set back counts as a minute gone by.
bool Lately::is_fresh(Instant now) const {
    auto const since = now - counted_;
    return since >= Instant::duration(0) && since < count_every;
}

}  // namespace wasl::app
