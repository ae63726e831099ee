// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/ends.hpp"

#include "platform/clock/clock.hpp"

namespace wasl::challenges {

Said said_end(Message const& at_midnight, Message const& within, Instant end, Values others) {
    auto const begins = clock::day_in_morocco(end);
    if (end != clock::start_of_day_in_morocco(begins)) {
        others.push_back({"moment", end});
        return say(within, std::move(others));
    }
    others.push_back({"day", begins - Days{1}});
    return say(at_midnight, std::move(others));
}

}  // namespace wasl::challenges
