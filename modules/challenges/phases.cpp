// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/phases.hpp"

#include "modules/challenges/ends.hpp"
#include "modules/challenges/messages.hpp"

namespace wasl::challenges {

Window window(Edition const& edition, Doing doing, Instant now) {
    Window best;
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const& span = edition.phases[n];
        if (!span || !opens(static_cast<Phase>(n), doing)) continue;
        using Is = Window::Is;
        if (span->holds(now)) {
            if (best.is != Is::open || span->closes_at > best.moment)
                best = {Is::open, span->closes_at};
        } else if (best.is != Is::open && now < span->opens_at) {
            if (best.is != Is::not_yet || span->opens_at < best.moment)
                best = {Is::not_yet, span->opens_at};
        } else if (best.is == Is::never || (best.is == Is::over && span->closes_at > best.moment)) {
            best = {Is::over, span->closes_at};
        }
    }
    return best;
}

Outcome is_time(Edition const& edition, Doing doing, Instant now) {
    if (edition.is_record()) return Refusal{Refused::conflict, say(msg::refused_record)};
    if (edition.state == State::closed)
        return Refusal{Refused::conflict, say(msg::refused_edition_closed)};
    if (edition.state == State::draft)
        return Refusal{Refused::conflict, say(msg::refused_edition_draft)};
    auto const found = window(edition, doing, now);
    switch (found.is) {
        case Window::Is::open: return Done{};
        case Window::Is::not_yet:
            return Refusal{Refused::conflict,
                           say(msg::refused_not_yet, {{"moment", found.moment}})};
        case Window::Is::over:
            return Refusal{Refused::conflict,
                           said_end(msg::refused_over_day, msg::refused_over, found.moment)};
        case Window::Is::never: break;
    }
    return Refusal{Refused::conflict, say(msg::refused_never)};
}

static Refusal wrong(Phase phase, Message const& why) {
    return {Refused::invalid, say(why), {}, name_of(phase)};
}

Outcome fits(Phases const& phases) {
    Instant begun{};
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const phase = static_cast<Phase>(n);
        auto const& span = phases[n];
        if (!span) {
            if (phase == Phase::formation || phase == Phase::submission)
                return wrong(phase, msg::refused_phase_missing);
            continue;
        }
        if (span->closes_at <= span->opens_at) return wrong(phase, msg::refused_phase_ends);
        if (span->opens_at < begun) return wrong(phase, msg::refused_phase_begins);
        begun = span->opens_at;
    }
    auto const ends = phases[static_cast<std::size_t>(Phase::submission)]->closes_at;
    for (auto const phase : {Phase::shortlisting, Phase::jury, Phase::award}) {
        auto const& span = phases[static_cast<std::size_t>(phase)];
        if (span && span->opens_at < ends) return wrong(phase, msg::refused_phase_judges);
    }
    return Done{};
}

std::optional<Phase> phase_at(Phases const& phases, Instant now) {
    std::optional<Phase> open, next;
    for (std::size_t n = 0; n < phase_count; ++n) {
        if (!phases[n]) continue;
        if (phases[n]->holds(now)) open = static_cast<Phase>(n);
        if (!next && now < phases[n]->opens_at) next = static_cast<Phase>(n);
    }
    return open ? open : next;
}

}  // namespace wasl::challenges
