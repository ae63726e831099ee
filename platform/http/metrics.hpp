// SPDX-License-Identifier: Apache-2.0
// What /metrics tells, in Prometheus' text format. The counters of each door are made once, so
// counting a request is a few atomic additions.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/router.hpp"

namespace wasl::http {

class Metrics {
public:
    explicit Metrics(Router const&);
    ~Metrics();

    struct Served {
        Door const* door = nullptr;
        std::string_view place;  // where there is no door: "assets", "built_in", "none"
        Method method = Method::get;
        int status = 200;
        std::chrono::steady_clock::duration took{};
        std::int64_t received = 0;
        std::int64_t sent = 0;
    };
    void served(Served const&);
    // Before a handler: "queue_full", "malformed", "slow", "too_large", "connections".
    void refused(std::string_view reason);

    struct Now {
        std::size_t queue = 0;
        std::size_t connections = 0;
    };
    std::string text(Now) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::http
