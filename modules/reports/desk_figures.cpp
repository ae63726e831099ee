// SPDX-License-Identifier: Apache-2.0
// How reports fare, read from figures that are kept, and remembered for a minute: whoever looks
// does not make others wait, however many reports there are.
#include <algorithm>
#include <map>

#include "modules/reports/inside.hpp"
#include "modules/reports/kept_figures.hpp"
#include "modules/reports/store_figures.hpp"

namespace wasl::reports {

static std::string figures_key(FiguresAsk const& ask) {
    return (ask.by == FiguresBy::commune ? "commune " : "category ") + ask.category + " " +
           std::to_string(ask.territory.value()) + " " + ask.from + " " + ask.until;
}

static void by_commune(db::Reader& reader, FiguresAsk const& ask, Date today, FiguresTable& table) {
    Tally all;
    for (auto const& [territory, tally] : store::tallies_by_commune(reader, ask, today)) {
        auto line = tally.line();
        line.territory = territory;
        line.category = ask.category;
        all.add(tally);
        table.lines.push_back(std::move(line));
    }
    table.all = all.line();
}

static void by_category(db::Reader& reader, Settings const& settings, FiguresAsk const& ask,
                        Date today, FiguresTable& table) {
    Tally all;
    for (auto const& one : settings.categories()) {
        if (one.parent.empty()) continue;
        auto const tally = store::tally_of_category(reader, one.code, ask, today);
        auto line = tally.line();
        if (line.filed == 0) continue;
        line.territory = ask.territory;
        line.category = one.code;
        all.add(tally);
        table.lines.push_back(std::move(line));
    }
    table.all = all.line();
}

std::shared_ptr<FiguresTable const> Desk::figures(db::Reader& reader, FiguresAsk const& ask,
                                                  Date today, Instant now) const {
    auto const key = figures_key(ask);
    if (auto found = kept_figures_->find(key, now)) return found;
    auto table = std::make_shared<FiguresTable>();
    table->counted_at = now;
    if (ask.by == FiguresBy::commune)
        by_commune(reader, ask, today, *table);
    else
        by_category(reader, *settings(reader, now), ask, today, *table);
    kept_figures_->keep(key, table);
    return table;
}

}  // namespace wasl::reports
