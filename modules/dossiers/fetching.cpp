// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/fetching.hpp"

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

static FetchStep const* fetch_step_from(Fetching from, Action action) {
    for (auto const& step : fetch_steps)
        if (step.from == from && step.action == action) return &step;
    return nullptr;
}

Result<Fetching> may_fetch(Fetch const& one, State of_dossier, Action action, Actors by) {
    constexpr std::string_view article = "55.19/24";
    auto const* step = fetch_step_from(one.state, action);
    // The most frequent of the impossible ones has words of its own.
    if (!step && action == Action::fetch && one.state == Fetching::consent_awaited)
        return Refusal{Refused::conflict, say(msg::refused_fetch_consent), article};
    if (!step || !is_open(of_dossier))
        return Refusal{Refused::conflict, say(msg::refused_fetch_step), article};
    if (!by.holds(step->by)) return Refusal{Refused::forbidden, say(msg::refused_actor), article};
    return step->to == Fetching::copy_shown && one.own ? Fetching::in_file : step->to;
}

Outcome may_fail_fetch(Fetch const& one, State of_dossier, Actors by, std::string_view reason) {
    TRY(may_fetch(one, of_dossier, Action::fetch_failed, by));
    if (reason.find_first_not_of(" \t\r\n.-_") == std::string_view::npos)
        return Refusal{Refused::invalid, say(msg::refused_reason_missing), "55.19/24", "reason"};
    return Done{};
}

}  // namespace wasl::dossiers
