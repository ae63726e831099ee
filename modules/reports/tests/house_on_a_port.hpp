// SPDX-License-Identifier: Apache-2.0
// Another house, which really is called; well or badly, as it is told.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/http/message.hpp"

namespace wasl::reports {

enum class Manner {
    well,
    does_and_hangs_up,  // it did what it was asked, and nobody hears of it
    talks_nonsense,     // 200, and a page that is no answer
    breaks,             // 500
    stays_silent,       // it takes the call, and never answers
    sends_a_bomb        // entities within entities
};

class HouseOnAPort {
public:
    using Ask = std::function<http::Response(http::Method, std::string const& target, http::Pairs)>;
    explicit HouseOnAPort(Ask ask);
    ~HouseOnAPort();
    HouseOnAPort(HouseOnAPort const&) = delete;
    HouseOnAPort& operator=(HouseOnAPort const&) = delete;

    std::string address() const {
        return "http://127.0.0.1:" + std::to_string(port_) + "/open311/v2/";
    }
    void behave(Manner manner) {
        std::lock_guard const lock(mutex_);
        manner_ = manner;
    }

private:
    void serve();
    void answer(int socket);

    Ask ask_;
    int listening_ = -1;
    int port_ = 0;
    std::mutex mutex_;
    Manner manner_ = Manner::well;
    std::jthread thread_;
};

}  // namespace wasl::reports
