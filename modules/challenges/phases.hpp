// SPDX-License-Identifier: Apache-2.0
// Which phase opens what is one table, and the compiler proves it. Pages offer exactly what stands
// here, and the desk refuses the rest.
#pragma once

#include <array>

#include "kernel/result.hpp"
#include "modules/challenges/edition.hpp"

namespace wasl::challenges {

struct Opens {
    Phase phase;
    Doing doing;
};

inline constexpr auto openings = [] {
    using enum Doing;
    return std::to_array<Opens>({
        {Phase::call, look},           {Phase::formation, look},         {Phase::formation, found},
        {Phase::formation, join},      {Phase::formation, leave},        {Phase::formation, lead},
        {Phase::formation, describe},  {Phase::coaching, leave},         {Phase::coaching, lead},
        {Phase::coaching, describe},   {Phase::coaching, book},          {Phase::coaching, work},
        {Phase::submission, describe}, {Phase::submission, book},        {Phase::submission, work},
        {Phase::submission, submit},   {Phase::shortlisting, shortlist}, {Phase::jury, judge},
        {Phase::jury, deliberate},     {Phase::award, Doing::award},     {Phase::follow_up, tell},
    });
}();

constexpr bool opens(Phase phase, Doing doing) {
    for (auto const& one : openings)
        if (one.phase == phase && one.doing == doing) return true;
    return false;
}

// Whether something can be done, and until or from when.
struct Window {
    enum class Is : std::uint8_t { open, not_yet, over, never } is = Is::never;
    Instant moment{};  // open: its end; not_yet: its beginning; over: its last end
    bool open() const { return is == Is::open; }
};
Window window(Edition const&, Doing, Instant now);

// conflict, with the day, where it is not the time; also where the edition is no longer published.
Outcome is_time(Edition const&, Doing, Instant now);

// Each phase ends after it begins, none begins before one that stands above it, nobody judges what
// may still be changed.
Outcome fits(Phases const&);

// The phase that is spoken of: the open one that began last, else the next; nothing after the end.
std::optional<Phase> phase_at(Phases const&, Instant now);

namespace proof {

consteval bool each_is_opened_by_some_phase() {
    for (std::size_t n = 0; n < doing_count; ++n) {
        bool opened = false;
        for (auto const& one : openings) opened = opened || one.doing == static_cast<Doing>(n);
        if (!opened) return false;
    }
    return true;
}
consteval bool each_phase_opens_something() {
    for (std::size_t n = 0; n < phase_count; ++n) {
        bool does = false;
        for (auto const& one : openings) does = does || one.phase == static_cast<Phase>(n);
        if (!does) return false;
    }
    return true;
}
// What is judged stands still: those who are judged can change nothing from the shortlist on.
consteval bool nothing_moves_before_the_jury() {
    for (auto const phase : {Phase::shortlisting, Phase::jury})
        for (auto const doing : {Doing::found, Doing::join, Doing::leave, Doing::lead,
                                 Doing::describe, Doing::book, Doing::work, Doing::submit})
            if (opens(phase, doing)) return false;
    return true;
}
consteval bool only_one_phase_takes_projects() {
    int count = 0;
    for (auto const& one : openings) count += one.doing == Doing::submit ? 1 : 0;
    return count == 1 && opens(Phase::submission, Doing::submit);
}

static_assert(each_is_opened_by_some_phase());
static_assert(each_phase_opens_something());
static_assert(nothing_moves_before_the_jury());
static_assert(only_one_phase_takes_projects());

}  // namespace proof

}  // namespace wasl::challenges
