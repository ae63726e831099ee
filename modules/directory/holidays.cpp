// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/holidays.hpp"

#include <charconv>

#include "kernel/text/parts.hpp"

namespace wasl::directory {

static int whole(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    check(error == std::errc{} && end == text.data() + text.size(), "holidays.tsv: a number");
    return value;
}

static HolidayKind holiday_kind_named(std::string_view name) {
    if (name == "fixed") return HolidayKind::fixed;
    if (name == "hijri") return HolidayKind::hijri;
    check(name == "exceptional", "holidays.tsv: a known kind");
    return HolidayKind::exceptional;
}

std::vector<HolidayRule> holiday_rules(std::string_view tsv) {
    std::vector<HolidayRule> rules;
    for (auto const line : lexis::parts_of(tsv, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        auto const parts = lexis::parts_of(line, '\t');
        check(parts.size() == 10, "holidays.tsv: ten columns");
        rules.push_back({holiday_kind_named(parts[0]),
                         std::string(parts[1]),
                         whole(parts[2]),
                         whole(parts[3]),
                         whole(parts[4]),
                         whole(parts[5]),
                         {std::string(parts[6]), std::string(parts[7]), std::string(parts[8]), {}},
                         std::string(parts[9])});
    }
    return rules;
}

int year_of(Date date) { return static_cast<int>(std::chrono::year_month_day{date}.year()); }

static HolidayEntry entry_of(HolidayRule const& rule, std::string key, Date first) {
    HolidayEntry one;
    one.key = std::move(key);
    one.first = first;
    one.days = rule.days;
    one.kind = rule.kind;
    one.name = rule.name;
    one.source = rule.source;
    // The moon decides: a Hijri day is a prediction until an administrator confirms it.
    if (rule.kind == HolidayKind::hijri) one.certainty = Certainty::provisional;
    return one;
}

static void add_fixed(std::vector<HolidayEntry>& out, HolidayRule const& rule, Years years) {
    for (int year = std::max(years.first, rule.from_year); year <= years.last; ++year)
        out.push_back(entry_of(
            rule, rule.code + "/" + std::to_string(year),
            day(year, static_cast<unsigned>(rule.month), static_cast<unsigned>(rule.of_month))));
}

static void add_hijri(std::vector<HolidayEntry>& out, HolidayRule const& rule,
                      Predict const& predict, Years years) {
    // A Hijri year is some eleven days shorter: year y of the Hijra begins near
    // 622 + y * 0.97 of the common era. One year of margin on both sides, then the exact test.
    auto const near = [](int year) { return (year - 622) * 33 / 32; };
    for (int hijri_year = near(years.first) - 1; hijri_year <= near(years.last) + 1; ++hijri_year) {
        auto const first = predict(hijri_year, rule.month, rule.of_month);
        if (year_of(first) < std::max(years.first, rule.from_year) || year_of(first) > years.last)
            continue;
        out.push_back(entry_of(rule, rule.code + "/" + std::to_string(hijri_year), first));
    }
}

static void apply(std::vector<HolidayEntry>& entries, HolidayDecision const& decision) {
    auto const& change = decision.change;
    auto found = std::find_if(entries.begin(), entries.end(),
                              [&](HolidayEntry const& one) { return one.key == change.key; });
    if (found == entries.end()) {
        // A holiday outside the years shown, or one that is added now.
        if (change.act != HolidayAct::add) return;
        HolidayEntry one;
        one.key = change.key;
        one.kind = HolidayKind::exceptional;
        one.name = change.name;
        one.days = change.days;
        found = entries.insert(entries.end(), std::move(one));
    }
    found->decided = true;
    found->cancelled = change.act == HolidayAct::cancel;
    found->certainty = Certainty::confirmed;
    if (!change.source.empty()) found->source = change.source;
    // A confirmation keeps its day too: a later prediction must not move what was confirmed.
    found->first = change.first;
}

std::vector<HolidayEntry> holiday_entries(std::span<HolidayRule const> rules,
                                          std::span<HolidayDecision const> decisions,
                                          Predict const& predict, Years years) {
    std::vector<HolidayEntry> out;
    for (auto const& rule : rules) {
        switch (rule.kind) {
            case HolidayKind::fixed: add_fixed(out, rule, years); break;
            case HolidayKind::hijri: add_hijri(out, rule, predict, years); break;
            case HolidayKind::exceptional:
                out.push_back(entry_of(rule, "closure/" + rule.code,
                                       day(rule.from_year, static_cast<unsigned>(rule.month),
                                           static_cast<unsigned>(rule.of_month))));
                break;
        }
    }
    for (auto const& decision : decisions) apply(out, decision);
    return out;
}

std::vector<Holiday> closed_days(std::span<HolidayEntry const> entries) {
    std::vector<Holiday> days;
    for (auto const& entry : entries) {
        if (entry.cancelled) continue;
        for (int i = 0; i < entry.days; ++i)
            days.push_back({entry.first + Days{i}, entry.name.ar, entry.certainty});
    }
    // Where two fall on one day the confirmed one stands for it: that day is certain.
    std::sort(days.begin(), days.end(), [](Holiday const& a, Holiday const& b) {
        return std::tuple(a.date, a.certainty == Certainty::provisional, a.name_ar) <
               std::tuple(b.date, b.certainty == Certainty::provisional, b.name_ar);
    });
    auto const same_day = [](Holiday const& a, Holiday const& b) { return a.date == b.date; };
    days.erase(std::unique(days.begin(), days.end(), same_day), days.end());
    return days;
}

}  // namespace wasl::directory
