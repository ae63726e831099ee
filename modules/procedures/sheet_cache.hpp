// SPDX-License-Identifier: Apache-2.0
// Revisions that were read lately. A revision never changes, so nothing here is ever stale; only
// its size is limited, by that of the JSON it came from (some three times that in memory).
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

class SheetCache {
public:
    std::shared_ptr<Sheet const> find(RevisionId id) {
        std::lock_guard const lock(mutex_);
        auto const found = by_id_.find(id.value());
        if (found == by_id_.end()) return nullptr;
        kept_.splice(kept_.begin(), kept_, found->second);
        return found->second->sheet;
    }
    // What was asked for least lately goes first.
    std::shared_ptr<Sheet const> keep(RevisionId id, Sheet sheet, std::size_t size) {
        auto const made = std::make_shared<Sheet const>(std::move(sheet));
        std::lock_guard const lock(mutex_);
        if (by_id_.contains(id.value())) return made;
        kept_.push_front({id.value(), made, size});
        by_id_.emplace(id.value(), kept_.begin());
        size_ += size;
        while (size_ > bytes_max && kept_.size() > 1) {
            size_ -= kept_.back().size;
            by_id_.erase(kept_.back().id);
            kept_.pop_back();
        }
        return made;
    }

private:
    static constexpr std::size_t bytes_max = 3 * 1024 * 1024;
    struct Kept {
        std::int64_t id;
        std::shared_ptr<Sheet const> sheet;
        std::size_t size;
    };
    std::mutex mutex_;
    std::list<Kept> kept_;  // latest use first
    std::unordered_map<std::int64_t, std::list<Kept>::iterator> by_id_;
    std::size_t size_ = 0;
};

}  // namespace wasl::procedures
