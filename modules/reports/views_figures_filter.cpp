// SPDX-License-Identifier: Apache-2.0
// Which reports are counted, and what is drawn of them.
#include "modules/reports/messages.hpp"
#include "modules/reports/views_figures.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

constexpr int months_offered = 48;

// Newest first; said by their first or last day.
void choose_month(html::Html& h, FiguresPage const& page, bool first) {
    using namespace std::chrono;
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(months_offered + 1);
    auto const chosen = first ? page.ask.from : page.ask.until;
    auto const add = [&](year_month month) {
        Date const begin{month / 1}, end{month / std::chrono::last};
        values.push_back(month_of(begin));
        choices.push_back({values.back(), first ? begin : end});
    };
    auto const today = year_month_day{page.known.today};
    auto month = today.year() / today.month();
    bool offered = false;
    for (int n = 0; n < months_offered; ++n, month -= months{1}) {
        add(month);
        offered = offered || values.back() == chosen;
    }
    auto const own = year_month_day{first ? page.first : page.last};
    if (!offered) add(own.year() / own.month());
    html::select_field(h,
                       {.name = first ? "from" : "until",
                        .label = first ? msg::list_from : msg::list_until,
                        .value = chosen},
                       choices);
}

void choose_measure(html::Html& h, FiguresPage const& page) {
    std::vector<html::Choice> choices;
    for (auto const one : measures) choices.push_back({name_of(one), word_of(one)});
    html::select_field(
        h, {.name = "show", .label = msg::figures_show, .value = name_of(page.measure)}, choices);
}

html::Tab tab(FiguresPage const& page, FiguresBy by, Message const& label) {
    FiguresAsk ask;
    ask.by = by;
    ask.from = page.ask.from;
    ask.until = page.ask.until;
    FiguresPage const other{page.known,    ask,           page.table, page.measure,
                            page.communes, page.outlines, page.first, page.last};
    return {figures_url("/reports/figures", other), label, page.ask.by == by};
}

}  // namespace

void figures_filter(html::Html& h, FiguresPage const& page) {
    bool const commune = page.ask.by == FiguresBy::commune;
    html::tabs(h, msg::figures_tabs,
               {tab(page, FiguresBy::commune, msg::figures_by_commune),
                tab(page, FiguresBy::category, msg::figures_by_category)});
    html::FilterForm const form(h, html::to("/reports/figures"));
    html::hidden_field(h, "by", commune ? "commune" : "category");
    if (commune)
        choose_category(h, page.known, page.ask.category);
    else
        choose_commune(h, page.communes,
                       page.ask.territory.value() == 0
                           ? std::string()
                           : std::to_string(page.ask.territory.value()));
    choose_month(h, page, true);
    choose_month(h, page, false);
    choose_measure(h, page);
    html::button(h, msg::list_show, html::ButtonKind::secondary);
}

}  // namespace wasl::reports::views
