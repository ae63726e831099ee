// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/lifecycle.hpp"

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

// Where an action is known but not from here, the article of the action itself explains more than
// none at all.
static std::string_view action_article(Action action) {
    for (auto const& step : steps)
        if (step.action == action && !step.article.empty()) return step.article;
    return {};
}

static Message const& name(State state) {
    auto const* found = msg::find(std::string("state.").append(name_of(state)));
    check(found != nullptr, "every state has a name");
    return *found;
}

Result<Step> walk(State from, Action action, Actors by) {
    auto const* step = step_from(from, action);
    if (!step)
        return Refusal{Refused::conflict, say(msg::refused_step, {word("state", name(from))}),
                       action_article(action)};
    if (!step->by.holds(by))
        return Refusal{Refused::forbidden, say(msg::refused_actor), step->article};
    return *step;
}

}  // namespace wasl::dossiers
