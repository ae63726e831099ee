// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/final_order.hpp"

#include <algorithm>

#include "modules/challenges/messages.hpp"

namespace wasl::challenges {

Result<std::vector<TeamId>> final_order(std::span<TeamId const> computed,
                                        std::span<TypedPlace const> typed) {
    std::vector<TeamId> left(computed.begin(), computed.end());
    std::vector<TeamId> order(computed.size(), TeamId{0});
    for (auto const& [team, place] : typed) {
        bool const fits = place >= 1 && place <= std::ssize(order) &&
                          order[static_cast<std::size_t>(place - 1)].value() == 0;
        if (!fits || std::erase(left, team) != 1)
            return Refusal{Refused::invalid,
                           say(msg::refused_final_place, {number("count", order.size())}),
                           {},
                           Owned("place_" + std::to_string(team.value()))};
        order[static_cast<std::size_t>(place - 1)] = team;
    }
    auto next = left.begin();
    for (auto& one : order)
        if (one.value() == 0) one = *next++;
    return order;
}

}  // namespace wasl::challenges
