// SPDX-License-Identifier: Apache-2.0
// A receiver of webhooks that behaves as it is told: takes, refuses, hangs up, answers nonsense.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace wasl::notices::testing {

enum class Manner {
    takes,
    refuses,
    breaks,
    hangs_up,
    talks_nonsense,
    talks_forever,
    redirects,
    waits  // says nothing until the caller has had enough
};

struct Received {
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
};

class HttpSink {
public:
    HttpSink();
    ~HttpSink();
    HttpSink(HttpSink const&) = delete;
    HttpSink& operator=(HttpSink const&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
    // For the next calls, one each; then it takes.
    void behave(std::deque<Manner>);
    std::vector<Received> received() const;  // every call, taken or not
    std::vector<std::string> taken() const;  // ids of those it said yes to

private:
    void serve();
    void answer(int socket);

    int listening_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::deque<Manner> manners_;
    std::vector<Received> received_;
    std::vector<std::string> taken_;
    std::jthread thread_;
};

}  // namespace wasl::notices::testing
