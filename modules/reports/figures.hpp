// SPDX-License-Identifier: Apache-2.0
// How reports fare, for everybody to see: by commune and by category, of those that were filed in
// a period. Pure: what one report adds to the figures, and what they say together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "modules/reports/report.hpp"

namespace wasl::reports {

// Of so many reports the figure has this value; those of one commune, category and month of filing.
struct Fact {
    std::string category;
    TerritoryId territory{0};
    std::string month;  // "2026-03"
    std::string_view figure;
    std::int64_t value = 0;
    friend auto operator<=>(Fact const& a, Fact const& b) {
        return std::tie(a.category, a.territory, a.month, a.figure, a.value) <=>
               std::tie(b.category, b.territory, b.month, b.figure, b.value);
    }
    friend bool operator==(Fact const&, Fact const&) = default;
};
namespace figure {
inline constexpr std::string_view filed = "filed", due = "due", days = "days", rating = "rating",
                                  reopened = "reopened";
}

// What a report changes, in one order for all who write it.
using FactChanges = std::map<Fact, std::int64_t>;
// `sign` times what is told of the report. Nothing is told of what is not public.
void add_facts(FactChanges&, Report const&, int sign);

// A day as the figure `due` counts it: 20260331.
std::int64_t day_number(Date);

enum class FiguresBy : std::uint8_t { commune, category };
struct FiguresAsk {
    FiguresBy by = FiguresBy::commune;
    std::string category;      // of the lines by commune; empty: all
    TerritoryId territory{0};  // of the lines by category; 0: all
    std::string from, until;   // months, the last one counted
};

struct FiguresLine {
    TerritoryId territory{0};
    std::string category;
    std::int64_t filed = 0, answered = 0, open = 0, overdue = 0, reopened = 0;
    std::int64_t ratings = 0, stars = 0;
    std::optional<int> median_days, ninetieth_days;

    // Tenths of a star, rounded; nothing where nobody rated.
    std::optional<std::int64_t> satisfaction_tenths() const;
};

class Tally {
public:
    void add(std::string_view figure, std::int64_t value, std::int64_t amount, Date today);
    void add(Tally const&);
    FiguresLine line() const;

private:
    FiguresLine sums_;
    std::map<int, std::int64_t> days_;
};

struct FiguresTable {
    std::vector<FiguresLine> lines;
    FiguresLine all;
    Instant counted_at{};
};

}  // namespace wasl::reports
