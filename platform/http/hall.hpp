// SPDX-License-Identifier: Apache-2.0
// What all connections of one server share.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "platform/http/assets.hpp"
#include "platform/http/finish.hpp"
#include "platform/http/metrics.hpp"
#include "platform/http/pool.hpp"
#include "platform/http/proxies.hpp"
#include "platform/http/server.hpp"

namespace wasl::http {

// How many connections each address holds.
class Callers {
public:
    bool enter(std::string const& client, std::size_t most);
    void leave(std::string const& client);

private:
    std::mutex mutex_;
    std::map<std::string, std::size_t> counts_;
};

struct Hall {
    Hall(ServerSettings given, Router const& asked);

    ServerSettings const settings;
    Router const& router;
    Networks const proxies;
    Networks const metrics_readers;
    Assets const assets;
    Metrics metrics;
    Finisher finisher;
    Callers callers;
    std::atomic<std::size_t> connections{0};
    std::atomic<bool> draining{false};
    Pool pool;  // last: its threads end before what they use
};

}  // namespace wasl::http
