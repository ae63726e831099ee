// SPDX-License-Identifier: Apache-2.0
// The ranking of an open edition, kept by what it follows from: the text of its record. A page that
// is looked at again computes nothing, and one changed mark makes another record.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "modules/challenges/results.hpp"

namespace wasl::challenges {

class KeptResults {
public:
    std::shared_ptr<Results const> of(JuryRecord const&);
    std::size_t computed() const;  // how often there was none

private:
    struct One {
        std::string record;
        std::shared_ptr<Results const> results;
    };
    static constexpr std::size_t kept_max = 8;  // records of editions that are open at once

    mutable std::mutex lock_;
    std::deque<One> kept_;  // the newest first
    std::size_t computed_ = 0;
};

}  // namespace wasl::challenges
