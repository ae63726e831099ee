// SPDX-License-Identifier: Apache-2.0
// What the first page says of the house: what was filed and how it ended in the last twelve months,
// which editions of challenges run, how many projects the bank holds. Each act changes it and
// everybody's first page shows it, so it is counted once a minute, as the page says.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "modules/bank/bank.hpp"
#include "modules/challenges/challenges.hpp"
#include "modules/dossiers/dossiers.hpp"

namespace wasl::app {

class Lately {
public:
    struct House {
        dossiers::Desk const& dossiers;
        challenges::Desk const& challenges;
        bank::Desk const& bank;
    };
    explicit Lately(House house) : house_(house) {}

    struct Figures {
        std::int64_t filed = 0, on_time = 0, late = 0;
        std::vector<std::string> most_used;  // codes of procedures, most filed first
        struct Edition {
            std::string code;
            directory::Names name;
            friend bool operator==(Edition const&, Edition const&) = default;
        };
        std::vector<Edition> editions;  // that run, the newest first; as many as are shown
        std::int64_t projects = 0;      // listed in the bank

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

    House house_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<Figures const> figures_;
    mutable Instant counted_{};
    mutable std::int64_t version_ = 0;
};

}  // namespace wasl::app
