// SPDX-License-Identifier: Apache-2.0
// The handler threads and their bounded queue. The thread that went to sleep last is woken first:
// its stack and its database connection are still warm.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace wasl::http {

class Work {
public:
    virtual ~Work() = default;
    virtual void work() = 0;  // on a handler thread; must not throw
};

class Pool {
public:
    Pool(int threads, std::size_t queue_max);
    ~Pool() { finish(); }

    void finish();  // what is queued, and the threads

    bool give(std::shared_ptr<Work>);  // false: full
    std::size_t waiting() const;

private:
    struct Sleeper {
        std::condition_variable woken;
        std::shared_ptr<Work> job;
    };
    void serve();

    std::size_t const queue_max_;
    std::mutex mutable mutex_;
    std::deque<std::shared_ptr<Work>> queue_;
    std::vector<Sleeper*> asleep_;
    bool closing_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace wasl::http
