// SPDX-License-Identifier: Apache-2.0
// One request and its answer, apart from the socket they go over.
#pragma once

#include <chrono>
#include <string>

#include "platform/http/body.hpp"
#include "platform/http/hall.hpp"
#include "platform/http/outgoing.hpp"
#include "platform/http/wire.hpp"

namespace wasl::http {

class Exchange {
public:
    Exchange(Hall& hall, std::string peer);
    ~Exchange();  // uploads that nobody kept are removed

    void restart();
    // `head` ends with its empty line. From here on refused() may say that no body is wanted.
    void read_head(std::string_view head);
    std::size_t read_body(std::string_view bytes);
    bool complete() const { return refused_ != 0 || wire_.complete(); }
    bool wants_continue() const { return refused_ == 0 && wire_.wants_continue(); }
    std::int64_t received() const { return body_.size(); }

    int refused() const { return refused_; }
    void refuse(int status);  // the answer closes the connection

    // Answers that need no handler thread: kept pages, and that we live, which a full queue must
    // not hide.
    bool answer_at_once();
    void answer();     // on a handler thread
    void turn_away();  // 503: the queue is full

    Outgoing& outgoing() { return outgoing_; }
    bool make_part();  // on a handler thread; false where it broke
    void done();       // sent: count it, clear what it left

private:
    void find_door();
    Response made();
    Response built_in();
    bool may_read_metrics() const;
    void finish(Response, Asset const* = nullptr);
    void remove_uploads();

    Hall& hall_;
    std::string const peer_;
    Wire wire_;
    Body body_;
    Request request_;
    Door const* door_ = nullptr;
    std::string_view place_;
    int refused_ = 0;
    std::chrono::steady_clock::time_point began_;
    Outgoing outgoing_;
};

}  // namespace wasl::http
