// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/settings_fit.hpp"

#include <algorithm>

#include "modules/reports/inside.hpp"

namespace wasl::reports {

namespace {

constexpr std::size_t code_max = 40, setting_name_max = 120, category_words_max = 500,
                      help_max = 500;
constexpr std::size_t choices_max = 50;
constexpr int days_max = 365, duplicate_metres_max = 1'000, rank_max = 99;

Refusal unusable(Message const& why, std::string_view field) {
    return {Refused::invalid, say(why), {}, field};
}

// Stands in addresses and in calls of GeoReport v2; never changes.
Outcome code_fits(std::string_view code, std::string_view field = "code") {
    bool const signs = std::all_of(code.begin(), code.end(), [](char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') ||
               (one >= '0' && one <= '9') || one == '-' || one == '_';
    });
    if (signs && !code.empty() && code.size() <= code_max) return Done{};
    return unusable(msg::refused_setting_code, field);
}

Outcome names_fit(Names const& names, std::string const& field, std::size_t most, bool required) {
    TRY(readable(names.ar, {field + "_ar", most, required}));
    TRY(readable(names.fr, {field + "_fr", most, false}));
    return readable(names.en, {field + "_en", most, false});
}

Outcome number_fits(int number, int least, int most, std::string_view field) {
    if (number >= least && number <= most) return Done{};
    return Refusal{Refused::invalid,
                   say(msg::refused_setting_number,
                       {wasl::number("least", least), wasl::number("most", most)}),
                   {},
                   field};
}

}  // namespace

Outcome setting_fits(SettingsRows const& rows, Category const& one) {
    Settings const settings(rows);
    TRY(code_fits(one.code));
    TRY(names_fit(one.name, "name", setting_name_max, true));
    TRY(names_fit(one.notice, "notice", help_max, false));
    TRY(readable(one.words, {"words", category_words_max, false}));
    TRY(readable(one.call_instead, {"call_instead", code_max, false}));
    TRY(number_fits(one.days, 0, days_max, "days"));
    TRY(number_fits(one.duplicate_metres, 0, duplicate_metres_max, "duplicate_metres"));
    auto const* const before = settings.category(one.code);
    // A group that became a leaf would leave its leaves without one, and the other way round.
    if (before != nullptr && before->parent.empty() != one.parent.empty())
        return unusable(msg::refused_setting_parent, "parent");
    if (one.parent.empty()) return Done{};
    auto const* const parent = settings.category(one.parent);
    if (parent == nullptr || !parent->parent.empty())
        return unusable(msg::refused_setting_parent, "parent");
    return Done{};
}

Outcome setting_fits(SettingsRows const& rows, Question const& one) {
    Settings const settings(rows);
    TRY(code_fits(one.code));
    TRY(names_fit(one.label, "label", help_max, true));
    TRY(names_fit(one.help, "help", help_max, false));
    auto const* const category = settings.category(one.category);
    if (category == nullptr || category->parent.empty())
        return unusable(msg::refused_category, "category");
    bool const chooses = one.kind == QuestionKind::one_of || one.kind == QuestionKind::many_of;
    if (chooses != !one.choices.empty() || one.choices.size() > choices_max)
        return unusable(msg::refused_setting_choices, "choices");
    for (auto const& choice : one.choices) {
        TRY(code_fits(choice.key, "choices"));
        TRY(readable(choice.name.ar, {"choices", setting_name_max}));
        auto const same = std::count_if(one.choices.begin(), one.choices.end(),
                                        [&](Choice const& each) { return each.key == choice.key; });
        if (same > 1) return unusable(msg::refused_setting_choices, "choices");
    }
    return Done{};
}

Outcome setting_fits(SettingsRows const& rows, NamedState const& one) {
    Settings const settings(rows);
    TRY(code_fits(one.code));
    TRY(code_fits(one.open311, "open311"));
    TRY(names_fit(one.name, "name", setting_name_max, true));
    if (one.phase == Phase::unconfirmed) return unusable(msg::refused_state, "phase");
    auto const* const before = settings.state(one.code);
    // Reports are in it, and their phase is theirs.
    if (before != nullptr && before->phase != one.phase)
        return unusable(msg::refused_setting_phase, "phase");
    bool const last = !one.is_active &&
                      std::none_of(rows.states.begin(), rows.states.end(), [&](auto const& each) {
                          return each.phase == one.phase && each.is_active && each.code != one.code;
                      });
    if (last) return unusable(msg::refused_setting_last, "is_active");
    return Done{};
}

Outcome setting_fits(SettingsRows const& rows, Template const& one) {
    Settings const settings(rows);
    TRY(readable(one.title, {"title", setting_name_max}));
    TRY(names_fit(one.text, "text", message_max, true));
    if (!one.state.empty() && settings.state(one.state) == nullptr)
        return unusable(msg::refused_state, "state");
    if (!one.category.empty() && settings.category(one.category) == nullptr)
        return unusable(msg::refused_category, "category");
    return Done{};
}

Outcome setting_fits(SettingsRows const&, Escalation const& one) {
    TRY(number_fits(one.days, -30, days_max, "days"));
    using directory::TerritoryKind;
    bool const known = one.level == TerritoryKind::commune ||
                       one.level == TerritoryKind::province || one.level == TerritoryKind::region;
    return known ? Outcome(Done{}) : Outcome(unusable(msg::refused_setting_level, "level"));
}

Outcome setting_fits(SettingsRows const& rows, directory::Picture const& places, Route const& one) {
    Settings const settings(rows);
    if (!one.category.empty() && settings.category(one.category) == nullptr)
        return unusable(msg::refused_category, "category");
    if (one.territory.value() != 0 && places.territory(one.territory) == nullptr)
        return unusable(msg::refused_territory, "territory");
    auto const* const unit = places.unit(one.unit);
    if (places.administration(one.body) == nullptr ||
        (one.unit.value() != 0 && (unit == nullptr || unit->administration != one.body)))
        return unusable(msg::refused_body, "body");
    return number_fits(one.rank, 0, rank_max, "rank");
}

}  // namespace wasl::reports
