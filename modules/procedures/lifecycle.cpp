// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/lifecycle.hpp"

#include "kernel/value_named.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures {

static constexpr std::array<std::string_view, action_count> action_names{
    "take_up", "submit", "send_back", "approve", "check",  "publish", "revise",
    "abandon", "merge",  "remove",    "suspend", "resume", "withdraw"};

std::string_view name_of(Action action) { return action_names[static_cast<std::size_t>(action)]; }

std::optional<Action> action_named(std::string_view name) {
    return value_named<Action>(action_names, name);
}

Result<Transition> walk(Standing const& standing, Action action, Hands hands) {
    if (is_over(standing.state)) return Refusal{Refused::gone, say(msg::refusal_over)};
    auto const* const step = transition_from(standing, action);
    if (step == nullptr)
        return Refusal{
            Refused::conflict,
            say(msg::refusal_not_from_here,
                {word("state", *msg::find("state." + std::string(name_of(standing.at_work()))))})};
    if (!step->by.hold(hands))
        return Refusal{Refused::forbidden, say(msg::refusal_not_yours), step->article};
    return *step;
}

}  // namespace wasl::procedures
