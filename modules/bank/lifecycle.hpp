// SPDX-License-Identifier: Apache-2.0
// The life of an entry and of an adoption, each one table, and the compiler proves them. Pages
// offer exactly the steps that stand here.
#pragma once

#include <array>
#include <cstdint>

#include "modules/bank/names.hpp"

namespace wasl::bank {

// Who may take a step; several may share one.
struct Actors {
    std::uint8_t bits;
    constexpr bool holds(Actors other) const { return (bits & other.bits) != 0; }
    friend constexpr Actors operator|(Actors a, Actors b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
};
inline constexpr Actors author{1};    // whoever wrote it, or the head of its owner
inline constexpr Actors reviewer{2};  // never of one's own
inline constexpr Actors passing_time{4};
inline constexpr Actors officer{8};  // of the administration that adopts
inline constexpr Actors head{16};    // of the same
// A reviewer, where neither an author nor a head of the owner is left who could write: imported, or
// the author was erased. Never its author.
inline constexpr Actors keeper{32};

struct Step {
    Stage from;
    Action action;
    Actors by;
    Stage to;
    bool with_reason;  // told to the authors, and published with the step
};

inline constexpr auto steps = [] {
    using enum Stage;
    using enum Action;
    return std::to_array<Step>({
        // from     action     by                     to         reason
        {proposed, take_up, reviewer, in_review, false},
        {proposed, withdraw, author, withdrawn, false},

        {in_review, enlist, reviewer, listed, true},
        {in_review, send_back, reviewer, returned, true},
        {in_review, Action::refuse, reviewer, Stage::refused, true},
        {in_review, merge, reviewer, merged, true},
        {in_review, withdraw, author, withdrawn, false},

        {returned, resubmit, author | keeper, proposed, false},
        {returned, withdraw, author, withdrawn, false},

        {listed, confirm, author | reviewer, listed, false},
        {listed, rest, reviewer | passing_time, dormant, true},
        {listed, merge, reviewer, merged, true},
        {listed, withdraw, author, withdrawn, true},

        {dormant, wake, author | reviewer, listed, false},
        {dormant, merge, reviewer, merged, true},
        {dormant, withdraw, author, withdrawn, true},

        // A refusal and a withdrawal can be looked at again.
        {Stage::refused, reconsider, reviewer, in_review, true},
        {withdrawn, resubmit, author, proposed, false},
    });
}();

constexpr Step const* step_from(Stage from, Action action, Actors by) {
    for (auto const& step : steps)
        if (step.from == from && step.action == action && step.by.holds(by)) return &step;
    return nullptr;
}

// An administration resorts to what is listed; what rests can be taken up all the same.
constexpr bool can_be_adopted(Stage stage) {
    return stage == Stage::listed || stage == Stage::dormant;
}
// Its author may write in it, but not while it is studied. A keeper writes at every stage: what may
// not be read can stand in what was refused or merged, too.
constexpr bool can_be_written(Stage stage, Actors by) {
    bool const open = stage == Stage::proposed || stage == Stage::returned ||
                      stage == Stage::listed || stage == Stage::dormant;
    return by.holds(keeper) || (open && by.holds(author));
}

struct AdoptionStep {
    Phase from;
    Deed deed;
    Actors by;
    Phase to;
    bool with_reason;
};

inline constexpr auto adoption_steps = [] {
    using enum Phase;
    using enum Deed;
    return std::to_array<AdoptionStep>({
        {asked, accept, head, accepted, false},
        {asked, Deed::refuse, head, Phase::refused, true},
        {accepted, begin_pilot, officer | head, pilot, false},
        {accepted, stop, head, stopped, true},
        {pilot, go_live, head, live, false},
        {pilot, stop, head, stopped, true},
        {live, stop, head, stopped, true},
    });
}();

constexpr AdoptionStep const* step_from(Phase from, Deed deed, Actors by) {
    for (auto const& step : adoption_steps)
        if (step.from == from && step.deed == deed && step.by.holds(by)) return &step;
    return nullptr;
}

constexpr bool is_over(Phase phase) { return phase == Phase::refused || phase == Phase::stopped; }
// It runs somewhere: whoever begins the like is shown it.
constexpr bool is_running(Phase phase) {
    return phase == Phase::accepted || phase == Phase::pilot || phase == Phase::live;
}

namespace proof {

template<typename Table, typename Same>
consteval bool none_is_ambiguous(Table const& table, Same same) {
    for (auto const& a : table)
        for (auto const& b : table)
            if (&a != &b && same(a, b) && a.by.holds(b.by)) return false;
    return true;
}
consteval bool nobody_lists_the_own_entry() {
    for (auto const& step : steps)
        if (step.to == Stage::listed && step.from != Stage::listed && step.from != Stage::dormant &&
            step.by.holds(author))
            return false;
    return true;
}
// Whatever a reviewer ends or sends back says why.
consteval bool a_reviewer_says_why() {
    for (auto const& step : steps) {
        bool const ends = step.to == Stage::refused || step.to == Stage::returned ||
                          step.to == Stage::merged || step.to == Stage::dormant;
        if (ends && !step.with_reason) return false;
    }
    for (auto const& step : adoption_steps)
        if (is_over(step.to) && !step.with_reason) return false;
    return true;
}
// What an author wrote can be taken back as long as it has not become part of something else.
consteval bool an_author_may_always_withdraw() {
    for (auto const stage :
         {Stage::proposed, Stage::in_review, Stage::returned, Stage::listed, Stage::dormant})
        if (step_from(stage, Action::withdraw, author) == nullptr) return false;
    return true;
}
consteval bool time_only_puts_to_rest() {
    for (auto const& step : steps)
        if (step.by.holds(passing_time) && step.to != Stage::dormant) return false;
    return true;
}
consteval bool each_stage_is_reached() {
    for (std::size_t n = 1; n < stage_count; ++n) {
        bool reached = false;
        for (auto const& step : steps) reached = reached || step.to == static_cast<Stage>(n);
        if (!reached) return false;
    }
    for (std::size_t n = 1; n < phase_count; ++n) {
        bool reached = false;
        for (auto const& step : adoption_steps)
            reached = reached || step.to == static_cast<Phase>(n);
        if (!reached) return false;
    }
    return true;
}
// Nothing goes live that was not tried.
consteval bool only_a_pilot_goes_live() {
    for (auto const& step : adoption_steps)
        if (step.to == Phase::live && step.from != Phase::pilot) return false;
    return true;
}
// The head answers for the administration: an officer alone commits it to nothing.
consteval bool a_head_commits() {
    for (auto const& step : adoption_steps)
        if ((step.to == Phase::accepted || step.to == Phase::live) && step.by.holds(officer))
            return false;
    return true;
}

static_assert(none_is_ambiguous(steps, [](Step const& a, Step const& b) {
    return a.from == b.from && a.action == b.action;
}));
static_assert(none_is_ambiguous(adoption_steps, [](AdoptionStep const& a, AdoptionStep const& b) {
    return a.from == b.from && a.deed == b.deed;
}));
static_assert(nobody_lists_the_own_entry());
static_assert(a_reviewer_says_why());
static_assert(an_author_may_always_withdraw());
static_assert(time_only_puts_to_rest());
static_assert(each_stage_is_reached());
static_assert(only_a_pilot_goes_live());
static_assert(a_head_commits());

}  // namespace proof

}  // namespace wasl::bank
