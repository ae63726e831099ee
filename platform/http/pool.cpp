// SPDX-License-Identifier: Apache-2.0
#include "platform/http/pool.hpp"

#include <algorithm>

namespace wasl::http {

Pool::Pool(int threads, std::size_t queue_max) : queue_max_(queue_max) {
    for (int n = 0; n < std::max(1, threads); ++n) {
        auto& sleeper = sleepers_.emplace_back();
        threads_.emplace_back([this, &sleeper] { serve(sleeper); });
    }
}

void Pool::finish() {
    std::vector<Sleeper*> asleep;
    {
        std::scoped_lock const lock(mutex_);
        closing_ = true;
        asleep.swap(asleep_);
    }
    for (auto* sleeper : asleep) sleeper->woken.give();
    threads_.clear();
}

bool Pool::give(std::shared_ptr<Work> job) {
    Sleeper* sleeper = nullptr;
    {
        std::scoped_lock const lock(mutex_);
        if (asleep_.empty()) {
            if (queue_.size() >= queue_max_) return false;
            queue_.push_back(std::move(job));
            return true;
        }
        sleeper = asleep_.back();
        asleep_.pop_back();
        sleeper->job = std::move(job);
    }
    sleeper->woken.give();
    return true;
}

std::size_t Pool::waiting() const {
    std::scoped_lock const lock(mutex_);
    return queue_.size();
}

// Null where there will be no more.
std::shared_ptr<Work> Pool::next(Sleeper& self) {
    {
        std::scoped_lock const lock(mutex_);
        if (!queue_.empty()) {
            auto job = std::move(queue_.front());
            queue_.pop_front();
            return job;
        }
        if (closing_) return nullptr;
        asleep_.push_back(&self);
    }
    self.woken.await();
    return std::move(self.job);
}

void Pool::serve(Sleeper& self) {
    while (auto const job = next(self)) job->work();
}

}  // namespace wasl::http
