// SPDX-License-Identifier: Apache-2.0
// Token buckets, one per client address and one per person, in memory and bounded. Addresses get
// more than persons: an office of fifty people, or a village, may share one.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/http/router.hpp"

namespace wasl::http {

class Rates {
public:
    // Seconds to wait; 0 where a token was taken.
    int take(Rate, std::string_view client, PersonId, Instant now);

    static constexpr std::size_t buckets_max = 100'000;

private:
    struct Bucket {
        double tokens;
        Instant touched;
    };
    struct Measure {
        double burst;
        double per_second;
    };
    int take_one(std::string key, Measure, Instant now);
    void make_room(Instant now);

    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace wasl::http
