// SPDX-License-Identifier: Apache-2.0
// Revisions that were read lately. A revision never changes, so nothing here is ever stale; only
// its number is limited (a sheet is some 15 KB in memory).
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

class SheetCache {
public:
    std::shared_ptr<Sheet const> find(RevisionId id) const {
        std::lock_guard const lock(mutex_);
        auto const found = kept_.find(id.value());
        return found == kept_.end() ? nullptr : found->second;
    }
    std::shared_ptr<Sheet const> keep(RevisionId id, Sheet sheet) {
        auto kept = std::make_shared<Sheet const>(std::move(sheet));
        std::lock_guard const lock(mutex_);
        if (kept_.emplace(id.value(), kept).second) order_.push_back(id.value());
        while (order_.size() > most) {
            kept_.erase(order_.front());
            order_.pop_front();
        }
        return kept;
    }

private:
    static constexpr std::size_t most = 512;
    mutable std::mutex mutex_;
    std::unordered_map<std::int64_t, std::shared_ptr<Sheet const>> kept_;
    std::deque<std::int64_t> order_;  // oldest first
};

}  // namespace wasl::procedures
