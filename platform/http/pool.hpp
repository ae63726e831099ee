// SPDX-License-Identifier: Apache-2.0
// The handler threads and their bounded queue. The thread that went to sleep last is woken first:
// its stack and its database connection are still warm.
#pragma once

#include <semaphore.h>

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

// libstdc++'s semaphore yields the processor four times before it sleeps; with more threads than
// cores that was a twentieth of what a page takes.
class Signal {
public:
    Signal() { sem_init(&signal_, 0, 0); }
    ~Signal() { sem_destroy(&signal_); }
    Signal(Signal const&) = delete;
    Signal& operator=(Signal const&) = delete;

    void give() { sem_post(&signal_); }
    void await() {
        while (sem_wait(&signal_) != 0) {  // interrupted
        }
    }

private:
    sem_t signal_{};
};

class Pool {
public:
    Pool(int threads, std::size_t queue_max);
    ~Pool() { finish(); }

    void finish();  // what is queued, and the threads

    bool give(std::shared_ptr<Work>);  // false: full
    std::size_t waiting() const;

private:
    // Woken by a signal of its own, without the lock: a thread that wakes only to wait for the lock
    // of who woke it is put to sleep twice for one request.
    struct Sleeper {
        Signal woken;
        std::shared_ptr<Work> job;  // null: the end
    };
    std::shared_ptr<Work> next(Sleeper&);
    void serve(Sleeper&);

    std::size_t const queue_max_;
    std::mutex mutable mutex_;
    std::deque<std::shared_ptr<Work>> queue_;
    std::deque<Sleeper> sleepers_;  // one a thread
    std::vector<Sleeper*> asleep_;
    bool closing_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace wasl::http
