// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/settings.hpp"

#include <algorithm>
#include <array>

#include "kernel/value_named.hpp"

namespace wasl::reports {

namespace {

constexpr std::array<std::string_view, 6> question_kinds = {"text",   "number",  "moment",
                                                            "one_of", "many_of", "notice"};
constexpr std::array<std::string_view, 2> time_acts = {"remind", "escalate"};

template<typename Row>
Row const* coded(std::vector<Row> const& rows, std::string_view code) {
    auto const found =
        std::find_if(rows.begin(), rows.end(), [&](Row const& one) { return one.code == code; });
    return found == rows.end() ? nullptr : &*found;
}

// The commune, its province, its region.
std::vector<TerritoryId> upward_line(directory::Picture const& places, TerritoryId commune) {
    std::vector<TerritoryId> line;
    for (auto const* const one : places.upward_from(commune)) line.push_back(one->id);
    return line;
}

AdministrationId governorate_above(directory::Picture const& places, TerritoryId commune) {
    for (auto const* const at : places.upward_from(commune)) {
        if (!is_province(*at)) continue;
        for (auto const* one : places.seated_in(at->id))
            if (one->governorate) return one->id;
    }
    return AdministrationId{0};
}

}  // namespace

std::string_view name_of(QuestionKind kind) {
    return question_kinds[static_cast<std::size_t>(kind)];
}
std::optional<QuestionKind> question_kind_named(std::string_view text) {
    return value_named<QuestionKind>(question_kinds, text);
}
std::string_view name_of(TimeAct act) { return time_acts[static_cast<std::size_t>(act)]; }
std::optional<TimeAct> time_act_named(std::string_view text) {
    return value_named<TimeAct>(time_acts, text);
}

Settings::Settings(SettingsRows rows) : rows_(std::move(rows)) {
    for (auto const& one : rows_.routes) plain_routes_.push_back(one.route);
}

Category const* Settings::category(std::string_view code) const {
    return coded(rows_.categories, code);
}
NamedState const* Settings::state(std::string_view code) const { return coded(rows_.states, code); }

NamedState const* Settings::first_state(Phase phase) const {
    for (auto const& one : rows_.states)
        if (one.phase == phase && one.is_active) return &one;
    return nullptr;
}

NamedState const* Settings::state_of_open311(std::string_view word) const {
    for (auto const& one : rows_.states)
        if (one.open311 == word && one.is_active) return &one;
    return nullptr;
}

std::vector<Category const*> Settings::groups() const { return leaves_of({}); }

std::vector<Category const*> Settings::leaves_of(std::string_view group) const {
    std::vector<Category const*> found;
    for (auto const& one : rows_.categories)
        if (one.parent == group && one.is_active) found.push_back(&one);
    return found;
}

std::vector<Question const*> Settings::questions_of(std::string_view category) const {
    std::vector<Question const*> found;
    for (auto const& one : rows_.questions)
        if (one.category == category) found.push_back(&one);
    return found;
}

std::vector<Template const*> Settings::templates_for(std::string_view state,
                                                     std::string_view category) const {
    std::vector<Template const*> found;
    for (auto const& one : rows_.templates)
        if ((one.state.empty() || one.state == state) &&
            (one.category.empty() || one.category == category))
            found.push_back(&one);
    return found;
}

std::vector<Route> Settings::own_routes(directory::Picture const& places, std::string_view category,
                                        TerritoryId commune) const {
    std::vector<std::string_view> categories;
    for (auto const* one = this->category(category); one != nullptr;
         one = one->parent.empty() ? nullptr : this->category(one->parent))
        categories.push_back(one->code);
    return routes_for(plain_routes_, categories, upward_line(places, commune));
}

std::vector<Route> Settings::bodies_for(directory::Picture const& places, std::string_view category,
                                        TerritoryId commune) const {
    auto found = own_routes(places, category, commune);
    if (!found.empty()) return found;
    auto const above = governorate_above(places, commune);
    if (above.value() == 0) return {};
    Route fallback;
    fallback.body = above;
    return {fallback};
}

std::vector<Settings::Uncovered> Settings::uncovered(directory::Picture const& places,
                                                     std::span<TerritoryId const> communes) const {
    std::vector<Uncovered> found;
    for (auto const& one : rows_.categories) {
        if (one.parent.empty() || !one.is_active || !one.call_instead.empty()) continue;
        for (auto const commune : communes)
            if (own_routes(places, one.code, commune).empty()) found.push_back({&one, commune});
    }
    return found;
}

}  // namespace wasl::reports
