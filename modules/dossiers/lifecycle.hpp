// SPDX-License-Identifier: Apache-2.0
// The life of a dossier is one table, and the compiler proves it. Pages, API and desk offer exactly
// the steps that walk() allows; the rules beside it (rules.hpp) say when.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "kernel/result.hpp"
#include "modules/dossiers/names.hpp"

namespace wasl::dossiers {

// Who may take a step; several may share one.
struct Actors {
    std::uint8_t bits;
    constexpr bool holds(Actors other) const { return (bits & other.bits) != 0; }
    friend constexpr Actors operator|(Actors a, Actors b) {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
    friend constexpr bool operator==(Actors, Actors) = default;
};
inline constexpr Actors citizen{1};   // the applicant, or who holds a mandate
inline constexpr Actors officer{2};   // of the unit in charge
inline constexpr Actors head{4};      // head of the administration, president of the council
inline constexpr Actors superior{8};  // governmental authority, wali, governor
inline constexpr Actors calendar{16};

struct Step {
    State from;
    Action action;
    Actors by;
    State to;
    std::string_view article;
};

constexpr Tick tick_of(State state) {
    using enum State;
    switch (state) {
        case draft:
        case being_lodged: return Tick::not_started;
        case lodged:
        case in_review: return Tick::running;
        case waiting_replacement:
        case waiting_information:
        case waiting_originals: return Tick::suspended;
        case silence_claimed:
        case silence_escalated: return Tick::expired;
        case approved:
        case attested:
        case refused:
        case returned:
        case withdrawn:
        case revoked:
        case unanswered: return Tick::stopped;
    }
    return Tick::stopped;
}

constexpr bool is_open(State state) {
    return state != State::draft && tick_of(state) != Tick::stopped;
}
// Something was decided: by an answer, by the law's silence, or by the citizen himself.
constexpr bool is_over(State state) { return tick_of(state) == Tick::stopped; }
// The administration owes an answer today.
constexpr bool is_owed(State state) {
    return tick_of(state) == Tick::running || tick_of(state) == Tick::expired;
}

inline constexpr auto steps = [] {
    using enum State;
    using enum Action;
    return std::to_array<Step>({
        // from              action            by                  to                   article
        {draft, file, citizen | officer, lodged, "55.19/10"},
        {draft, file_partly, citizen | officer, being_lodged, "55.19/10"},
        {being_lodged, complete, citizen | officer, lodged, "55.19/10"},
        {being_lodged, send_back, calendar, returned, "55.19/10"},
        {being_lodged, withdraw, citizen, withdrawn, ""},

        {lodged, take_up, officer | head, in_review, "55.19/16"},
        {lodged, claim_silence, citizen, silence_claimed, "55.19/19"},
        {lodged, withdraw, citizen, withdrawn, ""},
        {lodged, overturn, head | superior, approved, "55.19/21"},
        {lodged, leave_unanswered, head, unanswered, "55.19/15"},

        {in_review, ask_replacement, officer | head, waiting_replacement, "55.19/10"},
        {in_review, ask_information, officer | head, waiting_information, "55.19/14"},
        {in_review, ask_originals, officer | head, waiting_originals, "55.19/7"},
        {in_review, extend, officer | head, in_review, "55.19/17"},
        {in_review, approve, officer | head, approved, "55.19/16"},
        {in_review, refuse, officer | head, refused, "55.19/18"},
        {in_review, claim_silence, citizen, silence_claimed, "55.19/19"},
        {in_review, withdraw, citizen, withdrawn, ""},
        {in_review, overturn, head | superior, approved, "55.19/21"},
        {in_review, leave_unanswered, head, unanswered, "55.19/15"},

        {waiting_replacement, answer, citizen | officer, in_review, "55.19/10"},
        {waiting_replacement, send_back, calendar, returned, "55.19/10"},
        {waiting_replacement, approve, officer | head, approved, "55.19/16"},
        {waiting_replacement, withdraw, citizen, withdrawn, ""},
        {waiting_information, answer, citizen | officer, in_review, "55.19/14"},
        {waiting_information, send_back, calendar, returned, "55.19/10"},
        {waiting_information, approve, officer | head, approved, "55.19/16"},
        {waiting_information, withdraw, citizen, withdrawn, ""},
        // Art. 7 knows no return: the clock waits for as long as the originals do.
        {waiting_originals, answer, citizen | officer, in_review, "55.19/7"},
        {waiting_originals, approve, officer | head, approved, "55.19/16"},
        {waiting_originals, withdraw, citizen, withdrawn, ""},

        // Acceptance is acquired: nobody can refuse any more.
        {silence_claimed, approve, officer | head, approved, "55.19/19"},
        {silence_claimed, escalate_silence, citizen, silence_escalated, "55.19/20"},
        {silence_claimed, withdraw, citizen, withdrawn, ""},
        {silence_escalated, approve, officer | head | superior, approved, "55.19/20"},
        {silence_escalated, attest, superior, attested, "55.19/20"},
        {silence_escalated, withdraw, citizen, withdrawn, ""},

        {refused, overturn, head | superior, approved, "55.19/21"},
        {revoked, overturn, head | superior, approved, "55.19/21"},
        {approved, revoke, head, revoked, "03.01/1"},
    });
}();

constexpr Step const* step_from(State from, Action action) {
    for (auto const& step : steps)
        if (step.from == from && step.action == action) return &step;
    return nullptr;
}

// The step, or a refusal with its article: forbidden to this actor, or impossible in this state.
Result<Step> walk(State from, Action action, Actors by);

namespace proof {

consteval bool no_step_is_ambiguous() {
    for (auto const& a : steps)
        for (auto const& b : steps)
            if (&a != &b && a.from == b.from && a.action == b.action) return false;
    return true;
}

// Whoever was answered cannot be put back in the queue.
consteval bool clock_stops_for_good() {
    for (auto const& step : steps)
        if (is_over(step.from) && !is_over(step.to)) return false;
    return true;
}

consteval bool citizen_never_decides() {
    for (auto const& step : steps)
        if (step.by.holds(citizen) && is_over(step.to) && step.to != State::withdrawn) return false;
    return true;
}

// Law 09-08 art. 11: no decision against somebody is taken by a machine alone.
consteval bool calendar_only_sends_back() {
    for (auto const& step : steps)
        if (step.by.holds(calendar) && step.action != Action::send_back) return false;
    return true;
}

// Acceptance by silence, once claimed, can only end in favour of the citizen.
consteval bool expired_never_refused() {
    for (auto const& step : steps)
        if (tick_of(step.from) == Tick::expired && step.to == State::refused) return false;
    return true;
}

consteval bool every_open_state_can_be_left_by_each_side() {
    for (std::size_t n = 0; n < state_count; ++n) {
        auto const state = static_cast<State>(n);
        if (!is_open(state)) continue;
        bool out = false;
        bool withdrawable = false;
        for (auto const& step : steps) {
            if (step.from != state) continue;
            withdrawable = withdrawable || step.to == State::withdrawn;
            out = out || (step.to != state && step.to != State::withdrawn);
        }
        if (!out || !withdrawable) return false;
    }
    return true;
}

consteval bool every_state_is_reached_from_draft() {
    std::array<bool, state_count> reached{};
    reached[static_cast<std::size_t>(State::draft)] = true;
    for (std::size_t round = 0; round < state_count; ++round)
        for (auto const& step : steps)
            if (reached[static_cast<std::size_t>(step.from)])
                reached[static_cast<std::size_t>(step.to)] = true;
    for (bool const one : reached)
        if (!one) return false;
    return true;
}

// Time is only ever suspended by an ask to the citizen, and resumed by the answer.
consteval bool only_asking_suspends() {
    for (auto const& step : steps) {
        bool const asks = step.action == Action::ask_replacement ||
                          step.action == Action::ask_information ||
                          step.action == Action::ask_originals;
        if ((tick_of(step.to) == Tick::suspended) != asks) return false;
    }
    return true;
}

static_assert(no_step_is_ambiguous());
static_assert(clock_stops_for_good());
static_assert(citizen_never_decides());
static_assert(calendar_only_sends_back());
static_assert(expired_never_refused());
static_assert(every_open_state_can_be_left_by_each_side());
static_assert(every_state_is_reached_from_draft());
static_assert(only_asking_suspends());

}  // namespace proof

}  // namespace wasl::dossiers
