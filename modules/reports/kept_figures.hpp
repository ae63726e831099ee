// SPDX-License-Identifier: Apache-2.0
// Tables of figures that were asked for lately.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "modules/reports/figures.hpp"

namespace wasl::reports {

class KeptFigures {
public:
    std::shared_ptr<FiguresTable const> find(std::string const& key, Instant now) const {
        std::lock_guard const lock(mutex_);
        auto const found = tables_.find(key);
        if (found == tables_.end()) return nullptr;
        // A clock that was set back counts as a minute gone by.
        auto const counted = found->second->counted_at;
        return now >= counted && now - counted < kept_for ? found->second : nullptr;
    }
    void keep(std::string const& key, std::shared_ptr<FiguresTable const> table) {
        std::lock_guard const lock(mutex_);
        // Whoever tries every period there is costs no memory.
        if (tables_.size() >= tables_max) tables_.clear();
        tables_.insert_or_assign(key, std::move(table));
    }

private:
    static constexpr auto kept_for = std::chrono::minutes(1);
    static constexpr std::size_t tables_max = 64;

    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<FiguresTable const>> tables_;
};

}  // namespace wasl::reports
