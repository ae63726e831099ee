// SPDX-License-Identifier: Apache-2.0
// The life of a report is one table, and the compiler proves it. Pages, API and Open311 offer
// exactly the steps that stand here.
#pragma once

#include <array>
#include <cstdint>

#include "kernel/result.hpp"
#include "modules/reports/names.hpp"

namespace wasl::reports {

// Who may take a step; several may share one.
struct Actors {
    std::uint8_t bits;
    constexpr bool holds(Actors other) const { return (bits & other.bits) != 0; }
    friend constexpr Actors operator|(Actors a, Actors b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
};
inline constexpr Actors author{1};
inline constexpr Actors office{2};        // of the responsible body
inline constexpr Actors passing_time{4};  // time alone

struct Step {
    Phase from;
    Action action;
    Actors by;
    Phase to;
};

inline constexpr auto steps = [] {
    using enum Phase;
    using enum Action;
    return std::to_array<Step>({
        {unconfirmed, confirm, author, open},
        {unconfirmed, drop, passing_time, withdrawn},
        {open, move, office, open},
        {open, transfer, office, open},
        {open, fix, office, fixed},
        {open, refuse, office, refused},
        {open, mark_duplicate, office, duplicate},
        {open, withdraw, author, withdrawn},
        // Who reported it knows best whether the lamp burns.
        {open, fix, author, fixed},
        {Phase::fixed, reopen, author | office, open},
        {refused, reopen, author | office, open},
        {duplicate, reopen, author | office, open},
    });
}();

constexpr Step const* step_from(Phase from, Action action, Actors by) {
    for (auto const& step : steps)
        if (step.from == from && step.action == action && step.by.holds(by)) return &step;
    return nullptr;
}

constexpr bool is_over(Phase phase) { return phase != Phase::open && phase != Phase::unconfirmed; }

namespace proof {

// An office cannot make a report disappear: what it closes can be opened again by its author.
consteval bool what_an_office_closes_can_be_reopened() {
    for (auto const& step : steps)
        if (step.by.holds(office) && is_over(step.to) &&
            step_from(step.to, Action::reopen, author) == nullptr)
            return false;
    return true;
}
consteval bool time_ends_only_what_nobody_confirmed() {
    for (auto const& step : steps)
        if (step.by.holds(passing_time) && step.from != Phase::unconfirmed) return false;
    return true;
}
consteval bool no_step_is_ambiguous() {
    for (auto const& a : steps)
        for (auto const& b : steps)
            if (&a != &b && a.from == b.from && a.action == b.action && a.by.holds(b.by))
                return false;
    return true;
}
consteval bool each_phase_is_reached() {
    for (std::size_t n = 1; n < phase_count; ++n) {
        bool reached = false;
        for (auto const& step : steps) reached = reached || step.to == static_cast<Phase>(n);
        if (!reached) return false;
    }
    return true;
}

static_assert(what_an_office_closes_can_be_reopened());
static_assert(time_ends_only_what_nobody_confirmed());
static_assert(no_step_is_ambiguous());
static_assert(each_phase_is_reached());

}  // namespace proof

}  // namespace wasl::reports
