// SPDX-License-Identifier: Apache-2.0
#include "platform/http/pool.hpp"

#include <algorithm>

namespace wasl::http {

Pool::Pool(int threads, std::size_t queue_max) : queue_max_(queue_max) {
    for (int n = 0; n < std::max(1, threads); ++n) threads_.emplace_back([this] { serve(); });
}

void Pool::finish() {
    {
        std::scoped_lock const lock(mutex_);
        closing_ = true;
        for (auto* sleeper : asleep_) sleeper->woken.notify_one();
    }
    threads_.clear();
}

bool Pool::give(std::shared_ptr<Work> job) {
    std::unique_lock lock(mutex_);
    if (asleep_.empty()) {
        if (queue_.size() >= queue_max_) return false;
        queue_.push_back(std::move(job));
        return true;
    }
    auto* sleeper = asleep_.back();
    asleep_.pop_back();
    sleeper->job = std::move(job);
    // Under the lock: the sleeper's frame must not end while it is being woken.
    sleeper->woken.notify_one();
    return true;
}

std::size_t Pool::waiting() const {
    std::scoped_lock const lock(mutex_);
    return queue_.size();
}

void Pool::serve() {
    Sleeper self;
    while (true) {
        std::shared_ptr<Work> job;
        {
            std::unique_lock lock(mutex_);
            if (!queue_.empty()) {
                job = std::move(queue_.front());
                queue_.pop_front();
            } else if (closing_) {
                return;
            } else {
                asleep_.push_back(&self);
                self.woken.wait(lock, [&] { return self.job || closing_; });
                if (!self.job) {
                    std::erase(asleep_, &self);
                    continue;
                }
                job = std::move(self.job);
            }
        }
        job->work();
    }
}

}  // namespace wasl::http
