// SPDX-License-Identifier: Apache-2.0
// The only asynchronous part of the house: Asio completion handlers around Beast's parser, a
// bounded queue, and a pool of handler threads that run Router::answer as a plain call.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/router.hpp"

namespace wasl::http {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    int io_threads = 2;
    int handler_threads = 32;
    std::size_t queue_max = 1024;  // then 503 with Retry-After
    std::size_t connections_max = 4096;
    std::size_t connections_per_client_max = 256;
    std::size_t header_max = 16 * 1024;
    int header_seconds = 10;      // a slow client has this long to send its header
    int body_seconds = 120;       // and this for its body, beside a least rate of 1 KiB/s
    int body_grace_seconds = 10;  // before that rate counts
    int idle_seconds = 30;
    int drain_seconds = 25;                    // for what is in flight when the server stops
    std::vector<std::string> trusted_proxies;  // addresses or CIDR whose X-Forwarded-* count
    bool hsts = false;
    std::filesystem::path uploads;  // folder for multipart bodies
    std::filesystem::path assets;  // static files, with .br and .gz beside them; served at /assets/
    std::string site_host;         // the public name; empty: whatever Host says
    std::string pictures_from;     // "https://tiles.example.ma", beside our own; empty: nowhere
    // Who may read /metrics besides loopback and the proxies themselves.
    std::vector<std::string> metrics_readers;
};

class Server {
public:
    // Throws std::runtime_error where the address cannot be served on.
    Server(ServerSettings, Router const&);
    ~Server();
    std::uint16_t port() const;
    // Returns when stop() was called (also by SIGTERM and SIGINT where `catch_signals`) and what
    // was in flight is done.
    void run(bool catch_signals);
    void stop();  // any thread

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::http
