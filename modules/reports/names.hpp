// SPDX-License-Identifier: Apache-2.0
// One spelling of everything that has a name: an enumerator, its text in the database, its word in
// an address and its message key are the same letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wasl::reports {

// Where a report stands. An administrator names as many states as the office wants ("on the
// spring list"); each belongs to one of these phases, and the rules know only phases.
enum class Phase : std::uint8_t {
    unconfirmed,  // written without an account; waits for the code that was sent
    open,
    fixed,
    refused,    // by the responsible body, which says who it is and why
    duplicate,  // of another report, linked both ways
    withdrawn,  // by its author
};
inline constexpr std::size_t phase_count = 6;

enum class Action : std::uint8_t {
    confirm,
    move,      // to another state of the same phase
    transfer,  // to another category or body, with the reason told
    fix,
    refuse,
    mark_duplicate,
    withdraw,
    reopen,
    drop,  // never confirmed: the calendar takes it away
};
inline constexpr std::size_t action_count = 9;

// Whether the public sees it. Moderation is no phase: what is hidden goes on being worked upon.
enum class Sight : std::uint8_t { everybody, author_and_office, nobody_but_office };

std::string_view name_of(Phase);
std::string_view name_of(Action);
std::string_view name_of(Sight);
std::optional<Phase> phase_named(std::string_view);
std::optional<Action> action_named(std::string_view);
std::optional<Sight> sight_named(std::string_view);

}  // namespace wasl::reports
