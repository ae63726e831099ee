// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/names.hpp"

#include "kernel/value_named.hpp"

namespace wasl::reports {

namespace {

constexpr std::array<std::string_view, phase_count> phases = {
    "unconfirmed", "open", "fixed", "refused", "duplicate", "withdrawn"};
constexpr std::array<std::string_view, action_count> actions = {
    "confirm", "move", "transfer", "fix", "refuse", "mark_duplicate", "withdraw", "reopen", "drop"};
constexpr std::array<std::string_view, 3> sights = {"everybody", "author_and_office",
                                                    "nobody_but_office"};

}  // namespace

std::string_view name_of(Phase phase) { return phases[static_cast<std::size_t>(phase)]; }
std::string_view name_of(Action action) { return actions[static_cast<std::size_t>(action)]; }
std::string_view name_of(Sight sight) { return sights[static_cast<std::size_t>(sight)]; }
std::optional<Phase> phase_named(std::string_view text) { return value_named<Phase>(phases, text); }
std::optional<Action> action_named(std::string_view text) {
    return value_named<Action>(actions, text);
}
std::optional<Sight> sight_named(std::string_view text) { return value_named<Sight>(sights, text); }

}  // namespace wasl::reports
