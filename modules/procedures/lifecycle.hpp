// SPDX-License-Identifier: Apache-2.0
// The life of a sheet is one table, and the compiler proves it. A sheet that is published stays in
// force while its revision walks the same way: Standing holds both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "kernel/result.hpp"
#include "modules/procedures/names.hpp"

namespace wasl::procedures {

// Who may take a step. People act for an administration: their own roles there, and what that
// administration is (the owner, the commission's secretariat, the Interior), make them one of
// these.
struct Hands {
    std::uint8_t bits = 0;
    constexpr bool hold(Hands other) const { return (bits & other.bits) != 0; }
    friend constexpr Hands operator|(Hands a, Hands b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
    friend constexpr bool operator==(Hands, Hands) = default;
};
namespace hands {
inline constexpr Hands officer{1};      // of the owner
inline constexpr Hands head{2};         // of the owner
inline constexpr Hands secretariat{4};  // of the National Commission (55.19 art. 9, 27)
inline constexpr Hands interior{8};     // for territorial collectivities (55.19 art. 9)
}  // namespace hands

enum class Action : std::uint8_t {
    take_up,    // begins to study what was inventoried
    submit,     // the gate stands here
    send_back,  // with remarks
    approve,    // by a session of the commission
    check,      // by the Interior: conforms to the law
    publish,
    revise,   // begins the revision of what is published
    abandon,  // gives that revision up
    merge,
    remove,  // "deleted" in the programme: no text founds it
    suspend,
    resume,
    withdraw
};
inline constexpr std::size_t action_count = 13;
std::string_view name_of(Action);
std::optional<Action> action_named(std::string_view);

struct Transition {
    SheetState from;
    Action action;
    Hands by;
    SheetState to;
    std::string_view article;
};

// Nothing happens to it any more; its page stays.
constexpr bool is_over(SheetState state) {
    return state == SheetState::merged || state == SheetState::deleted ||
           state == SheetState::withdrawn;
}
// Everybody may read it.
constexpr bool is_public(SheetState state) {
    return state == SheetState::published || state == SheetState::suspended;
}
// On its way; its content may be written only where is_open.
constexpr bool is_open(SheetState state) {
    return state == SheetState::inventoried || state == SheetState::in_study;
}
constexpr bool is_cleared(SheetState state) {
    return state == SheetState::approved || state == SheetState::conformity_checked;
}

inline constexpr auto transitions = [] {
    using enum SheetState;
    using enum Action;
    using hands::head;
    using hands::interior;
    using hands::officer;
    using hands::secretariat;
    return std::to_array<Transition>({
        // from              action     by                     to                   article
        {inventoried, take_up, officer | head, in_study, "55.19/5"},
        {inventoried, merge, head | secretariat | interior, merged, "55.19/4"},
        {inventoried, remove, head | secretariat | interior, deleted, "55.19/3"},

        {in_study, submit, head, submitted, "55.19/9"},
        {in_study, merge, head | secretariat | interior, merged, "55.19/4"},
        {in_study, remove, head | secretariat | interior, deleted, "55.19/3"},
        {in_study, abandon, head, published, ""},  // of a revision alone

        {submitted, send_back, secretariat | interior, in_study, "55.19/9"},
        {submitted, approve, secretariat, approved, "55.19/9"},
        {submitted, check, interior, conformity_checked, "55.19/9"},
        {submitted, merge, secretariat | interior, merged, "55.19/4"},
        {submitted, remove, secretariat | interior, deleted, "55.19/3"},

        {approved, publish, head, published, "55.19/3"},
        {approved, send_back, head, in_study, ""},
        {conformity_checked, publish, head, published, "55.19/3"},
        {conformity_checked, send_back, head, in_study, ""},

        {published, revise, officer | head, in_study, "55.19/4"},
        {published, suspend, head, suspended, ""},
        {published, withdraw, head, withdrawn, ""},
        {published, merge, secretariat | interior, merged, "55.19/4"},
        {published, remove, secretariat | interior, deleted, "55.19/3"},
        {suspended, revise, officer | head, in_study, "55.19/4"},
        {suspended, resume, head, published, ""},
        {suspended, withdraw, head, withdrawn, ""},
        {suspended, merge, secretariat | interior, merged, "55.19/4"},
        {suspended, remove, secretariat | interior, deleted, "55.19/3"},
    });
}();

// Where a sheet stands: what the public sees, and beside it how far a revision of that has come.
struct Standing {
    SheetState state = SheetState::inventoried;
    std::optional<SheetState> revision;

    constexpr SheetState at_work() const { return revision.value_or(state); }
    friend constexpr bool operator==(Standing const&, Standing const&) = default;
};

// Suspending, resuming, withdrawing, merging and deleting concern what the public sees; all else
// concerns what is being worked on.
constexpr bool concerns_the_public(Action action) {
    return action == Action::suspend || action == Action::resume || action == Action::withdraw ||
           action == Action::merge || action == Action::remove;
}

constexpr Transition const* transition_from(SheetState from, Action action) {
    for (auto const& one : transitions)
        if (one.from == from && one.action == action) return &one;
    return nullptr;
}
constexpr Transition const* transition_from(Standing const& standing, Action action) {
    // Only a revision can be given up; only what has none can get one.
    if (action == Action::abandon && !standing.revision) return nullptr;
    return transition_from(concerns_the_public(action) ? standing.state : standing.at_work(),
                           action);
}

constexpr Standing after(Standing const& standing, Transition const& step) {
    if (is_over(step.to)) return {step.to, std::nullopt};
    if (!is_public(standing.state)) return {step.to, std::nullopt};
    if (concerns_the_public(step.action)) return {step.to, standing.revision};
    // A suspended sheet whose revision is given up stays suspended; a new one puts it in force.
    if (step.action == Action::abandon) return {standing.state, std::nullopt};
    if (step.action == Action::publish) return {SheetState::published, std::nullopt};
    return {standing.state, step.to};
}

// The step, or a refusal with its article: forbidden to these hands, or impossible from here.
Result<Transition> walk(Standing const&, Action, Hands);

namespace proof {

consteval bool none_is_ambiguous() {
    for (auto const& a : transitions)
        for (auto const& b : transitions)
            if (&a != &b && a.from == b.from && a.action == b.action) return false;
    return true;
}
consteval bool what_is_over_stays_over() {
    for (auto const& one : transitions)
        if (is_over(one.from)) return false;
    return true;
}
// Art. 9: nothing is published that neither the commission nor the Interior has seen.
consteval bool only_the_cleared_is_published() {
    for (auto const& one : transitions)
        if (one.action == Action::publish && !is_cleared(one.from)) return false;
    return true;
}
// Nobody clears the own sheet.
consteval bool owners_never_clear() {
    for (auto const& one : transitions)
        if (is_cleared(one.to) && one.by.hold(hands::officer | hands::head)) return false;
    return true;
}
consteval bool only_submitted_is_cleared() {
    for (auto const& one : transitions)
        if (is_cleared(one.to) && one.from != SheetState::submitted) return false;
    return true;
}
// The gate stands on every way out of study but the three that end or give up.
consteval bool study_is_left_through_the_gate() {
    for (auto const& one : transitions)
        if (one.from == SheetState::in_study && !is_over(one.to) && one.action != Action::submit &&
            one.action != Action::abandon)
            return false;
    return true;
}
consteval bool every_state_is_reached() {
    std::array<bool, sheet_state_count> reached{};
    reached[static_cast<std::size_t>(SheetState::inventoried)] = true;
    for (std::size_t round = 0; round < sheet_state_count; ++round)
        for (auto const& one : transitions)
            if (reached[static_cast<std::size_t>(one.from)])
                reached[static_cast<std::size_t>(one.to)] = true;
    for (bool const one : reached)
        if (!one) return false;
    return true;
}
// Whatever happens to a revision, what is published stays published until something else is.
consteval bool revisions_leave_the_published_alone() {
    for (auto const& one : transitions) {
        if (concerns_the_public(one.action) || one.action == Action::publish) continue;
        Standing const before{SheetState::published, one.from};
        if (after(before, one).state != SheetState::published) return false;
    }
    return true;
}

static_assert(none_is_ambiguous());
static_assert(what_is_over_stays_over());
static_assert(only_the_cleared_is_published());
static_assert(owners_never_clear());
static_assert(only_submitted_is_cleared());
static_assert(study_is_left_through_the_gate());
static_assert(every_state_is_reached());
static_assert(revisions_leave_the_published_alone());

}  // namespace proof

}  // namespace wasl::procedures
