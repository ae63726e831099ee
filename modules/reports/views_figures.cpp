// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_figures.hpp"

#include <algorithm>
#include <array>

#include "kernel/csv.hpp"
#include "modules/reports/messages.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

constexpr std::size_t bars_max = 20;

constexpr std::array<std::string_view, std::size(measures)> measure_names = {
    "open", "overdue", "median", "ninetieth", "reopened", "satisfaction", "filed"};

// "4,2"; the comma of Arabic and French.
std::string decimal(Language language, std::int64_t tenths) {
    return std::to_string(tenths / 10) + (language == Language::en ? "." : ",") +
           std::to_string(tenths % 10);
}

// The greatest first; those that have nothing to measure at the end.
std::vector<FiguresLine const*> in_order(FiguresPage const& page) {
    std::vector<FiguresLine const*> lines;
    for (auto const& line : page.table.lines) lines.push_back(&line);
    // Those that measure the same, as the table has them.
    std::sort(lines.begin(), lines.end(), [&](auto const* a, auto const* b) {
        return std::pair(value_of(*b, page.measure).value_or(-1), a) <
               std::pair(value_of(*a, page.measure).value_or(-1), b);
    });
    return lines;
}

void sums(html::Html& h, FiguresPage const& page) {
    auto const& all = page.table.all;
    auto const days = [](std::optional<int> const& count) {
        return count ? html::Words(say(msg::figures_days, {number("count", *count)}))
                     : html::Words(msg::figures_none);
    };
    html::Words const stars =
        all.ratings > 0
            ? html::Words(said(h.language(), Measure::satisfaction, *all.satisfaction_tenths()))
            : html::Words(msg::figures_none);
    html::stat_tiles(h, {{all.filed, msg::figures_filed},
                         {all.answered, msg::figures_answered},
                         {all.open, msg::figures_open},
                         {all.overdue,
                          msg::figures_overdue,
                          {},
                          all.overdue > 0 ? html::Tone::danger : html::Tone::neutral},
                         {days(all.median_days), msg::figures_median},
                         {days(all.ninetieth_days), msg::figures_ninetieth},
                         {all.reopened, msg::figures_reopened},
                         {stars, msg::figures_satisfaction,
                          say(msg::figures_raters, {number("count", all.ratings)})}});
}

// One picture, whose numbers are those of the table below it.
void bars(html::Html& h, FiguresPage const& page) {
    std::int64_t largest = 0;
    std::vector<FiguresLine const*> drawn;
    for (auto const* const line : in_order(page))
        if (auto const value = value_of(*line, page.measure); value && drawn.size() < bars_max) {
            largest = std::max(largest, *value);
            drawn.push_back(line);
        }
    if (drawn.empty()) return;
    h("<figure class=\"drawn\"><figcaption>"_h, word_of(page.measure),
      "</figcaption><div class=\"chart\" role=\"img\" aria-label=\""_h,
      html::in_attribute(say(msg::figures_drawn, {word("measure", word_of(page.measure))})),
      "\">"_h);
    for (auto const* const line : drawn) {
        auto const value = *value_of(*line, page.measure);
        h("<p><span>"_h, name_of(h.language(), page, *line), "</span><b>"_h,
          said(h.language(), page.measure, value),
          "</b><svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
          "aria-hidden=\"true\"><rect width=\"1000\" height=\"10\" class=\"ground\"/><rect "
          "width=\""_h,
          largest > 0 ? value * 1000 / largest : 0, "\" height=\"10\"/></svg></p>"_h);
    }
    h("</div></figure>"_h);
}

// To the same period of what the line is about, by the other of the two.
html::Url deeper(FiguresPage const& page, FiguresLine const& line) {
    bool const commune = page.ask.by == FiguresBy::commune;
    auto url = html::with(html::to("/reports/figures"), "by", commune ? "category" : "commune");
    url = commune ? html::with(url, "commune", std::to_string(line.territory.value()))
                  : html::with(url, "category", line.category);
    return html::with(html::with(url, "from", page.ask.from), "until", page.ask.until);
}

template<typename Amount>
void cell(html::Html& h, html::Table& table, std::optional<Amount> const& amount) {
    if (amount)
        table.cell(i18n::number(h.language(), *amount));
    else
        table.cell(msg::figures_none);
}

void rows(html::Html& h, FiguresPage const& page) {
    bool const commune = page.ask.by == FiguresBy::commune;
    html::Table table(h, say(msg::figures_caption, {{"from", page.first}, {"until", page.last}}),
                      {{commune ? msg::filing_commune : msg::report_category},
                       {msg::figures_filed, html::Column::number},
                       {msg::figures_answered, html::Column::number},
                       {msg::figures_open, html::Column::number},
                       {msg::figures_overdue, html::Column::number},
                       {msg::figures_median, html::Column::number},
                       {msg::figures_ninetieth, html::Column::number},
                       {msg::figures_reopened, html::Column::number},
                       {msg::figures_satisfaction, html::Column::number},
                       {msg::figures_ratings, html::Column::number}});
    for (auto const* const line : in_order(page)) {
        table.row();
        table.cell("<a href=\""_h, deeper(page, *line), "\">"_h, name_of(h.language(), page, *line),
                   "</a>"_h);
        for (auto const amount : {line->filed, line->answered, line->open, line->overdue})
            table.cell(i18n::number(h.language(), amount));
        cell(h, table, line->median_days);
        cell(h, table, line->ninetieth_days);
        table.cell(i18n::number(h.language(), line->reopened));
        if (auto const tenths = line->satisfaction_tenths())
            table.cell(said(h.language(), Measure::satisfaction, *tenths));
        else
            table.cell(msg::figures_none);
        table.cell(i18n::number(h.language(), line->ratings));
    }
}

void meanings(html::Html& h, FiguresPage const& page) {
    html::Disclosure const more(h, msg::figures_how);
    h("<dl class=\"explained\">"_h);
    for (auto const& [term, meaning] :
         std::initializer_list<std::pair<Message const&, Message const&>>{
             {msg::figures_answered, msg::figures_answered_means},
             {msg::figures_overdue, msg::figures_overdue_means},
             {msg::figures_median, msg::figures_median_means},
             {msg::figures_ninetieth, msg::figures_ninetieth_means},
             {msg::figures_reopened, msg::figures_reopened_means},
             {msg::figures_satisfaction, msg::figures_satisfaction_means}})
        h("<dt>"_h, term, "</dt><dd>"_h, meaning, "</dd>"_h);
    h("</dl><p class=\"hint\">"_h, say(msg::figures_counted, {{"moment", page.table.counted_at}}),
      "</p>"_h);
}

}  // namespace

std::string_view name_of(Measure measure) {
    return measure_names[static_cast<std::size_t>(measure)];
}
Measure measure_named(std::string_view text) {
    for (auto const one : measures)
        if (name_of(one) == text) return one;
    return Measure::open;
}
Message const& word_of(Measure measure) {
    auto const* const found = msg::find("figures." + std::string(name_of(measure)));
    check(found != nullptr, "every measure has a name");
    return *found;
}

std::optional<std::int64_t> value_of(FiguresLine const& line, Measure measure) {
    switch (measure) {
        case Measure::open: return line.open;
        case Measure::overdue: return line.overdue;
        case Measure::median: return line.median_days;
        case Measure::ninetieth: return line.ninetieth_days;
        case Measure::reopened: return line.reopened;
        case Measure::satisfaction: return line.satisfaction_tenths();
        case Measure::filed: return line.filed;
    }
    throw Bug("a measure that was never declared");
}

Said said(Language language, Measure measure, std::int64_t value) {
    if (measure == Measure::satisfaction)
        return say(msg::figures_stars, {text("stars", decimal(language, value))});
    return say(msg::figures_amount, {number("amount", value)});
}

html::Words name_of(Language language, FiguresPage const& page, FiguresLine const& line) {
    return page.ask.by == FiguresBy::commune ? territory_said(language, page.known, line.territory)
                                             : category_said(language, page.known, line.category);
}

html::Url figures_url(html::Path path, FiguresPage const& page) {
    auto const& ask = page.ask;
    auto url =
        html::with(html::to(path), "by", ask.by == FiguresBy::commune ? "commune" : "category");
    if (!ask.category.empty()) url = html::with(url, "category", ask.category);
    if (ask.territory.value() != 0)
        url = html::with(url, "commune", std::to_string(ask.territory.value()));
    url = html::with(html::with(url, "from", ask.from), "until", ask.until);
    return html::with(url, "show", name_of(page.measure));
}

void figures(html::Html& h, FiguresPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    h("<h1>"_h, msg::figures_title, "</h1><p class=\"lead\">"_h, msg::figures_lead, "</p>"_h);
    figures_filter(h, page);
    if (page.table.lines.empty()) {
        html::empty_state(h, msg::figures_empty, msg::figures_empty_text,
                          html::Invitation{html::to("/reports/figures"), msg::figures_whole});
        return;
    }
    sums(h, page);
    h("<div class=\"columns halves\">"_h);
    if (page.ask.by == FiguresBy::commune) shaded_map(h, page);
    bars(h, page);
    h("</div>"_h);
    rows(h, page);
    html::link_button(h, figures_url("/reports/figures.csv", page), msg::figures_csv,
                      html::ButtonKind::secondary);
    meanings(h, page);
}

std::string figures_csv(Language language, FiguresPage const& page) {
    std::string out(csv_begin);
    out += page.ask.by == FiguresBy::commune ? "commune,code" : "category,code";
    out +=
        ",filed,answered,open,overdue,median_days,ninetieth_percentile_days,reopened,"
        "satisfaction,ratings\r\n";
    auto const maybe = [](std::optional<int> const& amount) {
        return amount ? std::to_string(*amount) : std::string();
    };
    for (auto const* const line : in_order(page)) {
        auto const* const place = page.known.places->territory(line->territory);
        auto const* const category = page.known.settings->category(line->category);
        if (page.ask.by == FiguresBy::commune)
            out += csv_cell(place ? directory::in(language, place->name) : std::string_view()) +
                   "," + csv_cell(place ? place->code : std::string());
        else
            out += csv_cell(category ? directory::in(language, category->name)
                                     : std::string_view(line->category)) +
                   "," + csv_cell(line->category);
        for (auto const amount : {line->filed, line->answered, line->open, line->overdue})
            out += "," + std::to_string(amount);
        auto const tenths = line->satisfaction_tenths();
        out += "," + maybe(line->median_days) + "," + maybe(line->ninetieth_days) + "," +
               std::to_string(line->reopened) + "," +
               (tenths ? decimal(Language::en, *tenths) : std::string()) + "," +
               std::to_string(line->ratings) + "\r\n";
    }
    return out;
}

}  // namespace wasl::reports::views
