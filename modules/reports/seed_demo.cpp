// SPDX-License-Identifier: Apache-2.0
// A province with something to see: reports as people write them, and what an office answered.
#include <algorithm>

#include "kernel/geography.hpp"
#include "modules/reports/data.hpp"
#include "modules/reports/inside.hpp"
#include "modules/reports/seed.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {

namespace {

struct Line {
    Filing filing;
    int days = 0;
    std::string state, answer;
};

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t from = 0; from <= line.size();) {
        auto const until = std::min(line.find('\t', from), line.size());
        cells.emplace_back(line.substr(from, until - from));
        from = until + 1;
    }
    return cells;
}

Line demo_line(std::vector<std::string> const& cell, directory::Picture const& places) {
    constexpr double step = 1e-4;
    check(cell.size() == 10, "demonstration.tsv has ten columns");
    auto const* const commune = places.territory_coded(cell[1]);
    check(commune != nullptr, "the demonstration's communes are in the table of territory");
    Line line;
    line.filing.category = cell[0];
    line.filing.territory = commune->id;
    line.filing.place = {commune->lat + step * std::stoi(cell[2]),
                         commune->lon + step * std::stoi(cell[3])};
    line.days = std::stoi(cell[4]);
    line.state = cell[5];
    line.filing.title = cell[6];
    line.filing.landmark = cell[7];
    line.filing.details = cell[8];
    line.answer = cell[9];
    if (cell[0] == "water-leak") line.filing.answers = {{"strength", {"stream"}}};
    return line;
}

Outcome add_report(db::Writer& writer, Desk const& desk, http::Visitor const& officer, Line line,
                   std::size_t position, Instant now) {
    auto const then = now - Days{line.days};
    line.filing.key = "demonstration-report-" + std::to_string(position);
    auto const filed = TRY(desk.file(writer, {}, line.filing, clock::day_in_morocco(then), then));
    if (filed.again || line.state.empty()) return Done{};
    auto const answered = then + (now - then) / 2;
    Act const act{.by = officer,
                  .number = filed.report.number,
                  .now = answered,
                  .today = clock::day_in_morocco(answered)};
    return desk.move(writer, act, line.state, line.answer, {});
}

}  // namespace

Outcome seed_demo(db::Writer& writer, Desk const& desk, http::Visitor const& officer, Instant now) {
    auto const places = desk.house().directory.picture();
    std::size_t position = 0;
    for (auto const& file : data) {
        if (file.name != "demonstration.tsv") continue;
        for (auto rest = file.text; !rest.empty();) {
            auto const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (line.empty() || line.front() == '#') continue;
            TRY(add_report(writer, desk, officer, demo_line(cells_of(line), *places), ++position,
                           now));
        }
    }
    return Done{};
}

}  // namespace wasl::reports
