// SPDX-License-Identifier: Apache-2.0
// What was filed and how it ended in the last twelve months, of all administrations here. Each act
// changes it and everybody's first page shows it, so it is counted once a minute, as the page says.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "modules/dossiers/dossiers.hpp"

namespace wasl::app {

class Lately {
public:
    explicit Lately(dossiers::Desk const& desk) : desk_(desk) {}

    struct Figures {
        std::int64_t filed = 0, on_time = 0, late = 0;
        std::vector<std::string> most_used;  // codes of procedures, most filed first

        bool operator==(Figures const&) const = default;
    };
    // One caller counts where a minute is over; who comes meanwhile is shown what was counted last.
    std::shared_ptr<Figures const> figures(db::Reader&, Instant now, Date today) const;
    // Without asking the database: grows with each change that was counted, and whether figures()
    // would ask nothing either.
    std::int64_t version() const;
    bool fresh(Instant now) const;

private:
    bool is_fresh(Instant now) const;  // under mutex_

    dossiers::Desk const& desk_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<Figures const> figures_;
    mutable Instant counted_{};
    mutable std::int64_t version_ = 0;
};

}  // namespace wasl::app
