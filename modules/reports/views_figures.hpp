// SPDX-License-Identifier: Apache-2.0
// How reports fare: a table, and the same drawn as bars and on a map.
#pragma once

#include <span>

#include "modules/reports/figures.hpp"
#include "modules/reports/said.hpp"

namespace wasl::reports::views {

// What the drawings show; the table shows all.
enum class Measure : std::uint8_t {
    open,
    overdue,
    median,
    ninetieth,
    reopened,
    satisfaction,
    filed
};
inline constexpr Measure measures[] = {Measure::open,      Measure::overdue,  Measure::median,
                                       Measure::ninetieth, Measure::reopened, Measure::satisfaction,
                                       Measure::filed};
std::string_view name_of(Measure);
Measure measure_named(std::string_view);  // open, where no other is
Message const& word_of(Measure);
// Satisfaction in tenths of a star. Nothing where there is nothing to measure.
std::optional<std::int64_t> value_of(FiguresLine const&, Measure);
// "4,2 من 5" of a satisfaction, else the number.
Said said(Language, Measure, std::int64_t value);

struct FiguresPage {
    Known const& known;
    FiguresAsk const& ask;
    FiguresTable const& table;
    Measure measure;
    std::span<directory::Territory const* const> communes;
    std::span<directory::TerritoryOutline const> outlines;  // of those that have one
    Date first, last;                                       // of the period
};
void figures(html::Html&, FiguresPage const&);
std::string figures_csv(Language, FiguresPage const&);
html::Url figures_url(html::Path, FiguresPage const&);

// --- views_figures_map.cpp
void shaded_map(html::Html&, FiguresPage const&);
// --- views_figures_filter.cpp
void figures_filter(html::Html&, FiguresPage const&);

// What a line is about, as its page calls it.
html::Words name_of(Language, FiguresPage const&, FiguresLine const&);

}  // namespace wasl::reports::views
