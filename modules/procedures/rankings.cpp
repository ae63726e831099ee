// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/rankings.hpp"

#include <algorithm>

namespace wasl::procedures {

std::shared_ptr<Ranking const> Rankings::find(std::string_view query) const {
    std::lock_guard const held(lock_);
    auto const found = std::find_if(kept_.begin(), kept_.end(), [&](auto const& one) {
        return one != nullptr && one->query == query;
    });
    return found == kept_.end() ? nullptr : *found;
}

void Rankings::keep(std::shared_ptr<Ranking const> ranking) {
    std::lock_guard const held(lock_);
    kept_[next_].swap(ranking);  // the oldest is let go by the caller, after the lock
    next_ = (next_ + 1) % kept_max;
}

}  // namespace wasl::procedures
