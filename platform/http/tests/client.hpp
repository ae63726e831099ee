// SPDX-License-Identifier: Apache-2.0
// A blocking client that speaks bytes, and a house with a few doors to knock at.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "platform/db/db.hpp"
#include "platform/http/server.hpp"

namespace wasl::http::testing {

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case; the last of a name
    std::string body;
    std::string all;  // head and body as they came
};

class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    bool send(std::string_view bytes) const;  // false: the other side is gone
    Reply receive(bool head_only = false);    // status 0: closed before an answer came
    Reply ask(std::string_view bytes) {
        send(bytes);
        return receive();
    }
    std::string everything();  // until the other side closes
    bool closed();             // waits until the other side closes, reading on

private:
    bool fill();

    int socket_ = -1;
    std::string held_;
};

std::string get(std::string_view path, std::string_view headers = {});
std::string post(std::string_view path, std::string_view type, std::string_view body,
                 std::string_view headers = {});
inline constexpr std::string_view form_type = "application/x-www-form-urlencoded";

struct Doors {
    std::mutex mutable mutex;
    std::condition_variable mutable changed;
    bool mutable entered = false;
    bool mutable released = false;
    // Of the doors below /kept: how often a page was made, and the content it is made from.
    std::atomic<int> mutable made{0};
    std::atomic<std::int64_t> mutable content{1};
    std::atomic<bool> due{false};
};

class House {
public:
    explicit House(ServerSettings = {});
    ~House();

    Client client() const { return Client(server->port()); }
    Reply ask(std::string_view bytes) const { return client().ask(bytes); }

    std::filesystem::path folder;
    Doors doors;
    std::unique_ptr<db::Database> database;
    Router router;
    std::unique_ptr<Server> server;
    std::thread thread;
};

}  // namespace wasl::http::testing
