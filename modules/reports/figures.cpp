// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/figures.hpp"

#include "kernel/percentile.hpp"

namespace wasl::reports {

std::int64_t day_number(Date day) {
    std::chrono::year_month_day const parts{day};
    return static_cast<int>(parts.year()) * std::int64_t{10'000} +
           static_cast<unsigned>(parts.month()) * 100 + static_cast<unsigned>(parts.day());
}

void add_facts(FactChanges& changes, Report const& report, int sign) {
    if (!report.is_public() || report.territory.value() == 0 || report.category.empty()) return;
    auto const month = month_of(report.filed_on);
    auto const add = [&](std::string_view figure, std::int64_t value) {
        changes[{report.category, report.territory, month, figure, value}] += sign;
    };
    add(figure::filed, 0);
    if (report.is_open()) add(figure::due, day_number(report.due.value_or(day(9999, 12, 31))));
    // Whole days, from filing to the answer that stands: what was opened again waits anew. A
    // duplicate is answered at the other report, and what its author took back by nobody.
    bool const answered = report.phase == Phase::fixed || report.phase == Phase::refused;
    if (answered && report.closed_at)
        add(figure::days, (*report.closed_at - report.filed_at) / std::chrono::hours(24));
    if (report.rating > 0) add(figure::rating, report.rating);
    if (report.reopened > 0) add(figure::reopened, 0);
}

std::optional<std::int64_t> FiguresLine::satisfaction_tenths() const {
    if (ratings <= 0) return std::nullopt;
    return (stars * 20 + ratings) / (ratings * 2);
}

void Tally::add(std::string_view figure, std::int64_t value, std::int64_t amount, Date today) {
    if (figure == figure::filed) {
        sums_.filed += amount;
    } else if (figure == figure::due) {
        sums_.open += amount;
        if (value < day_number(today)) sums_.overdue += amount;
    } else if (figure == figure::days) {
        sums_.answered += amount;
        days_[static_cast<int>(value)] += amount;
    } else if (figure == figure::rating) {
        sums_.ratings += amount;
        sums_.stars += value * amount;
    } else if (figure == figure::reopened) {
        sums_.reopened += amount;
    }
}

void Tally::add(Tally const& other) {
    sums_.filed += other.sums_.filed;
    sums_.answered += other.sums_.answered;
    sums_.open += other.sums_.open;
    sums_.overdue += other.sums_.overdue;
    sums_.reopened += other.sums_.reopened;
    sums_.ratings += other.sums_.ratings;
    sums_.stars += other.sums_.stars;
    for (auto const& [days, amount] : other.days_) days_[days] += amount;
}

FiguresLine Tally::line() const {
    auto line = sums_;
    line.median_days = percentile(days_, 50);
    line.ninetieth_days = percentile(days_, 90);
    return line;
}

}  // namespace wasl::reports
