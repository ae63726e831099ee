// SPDX-License-Identifier: Apache-2.0
// What is costly to open and serves one thread at a time, lent to whoever needs it.
#pragma once

#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

namespace wasl {

// The last one given back is lent first. Of those that nobody uses `kept_max` stay open, so that a
// thread that waits for something else keeps none.
template<typename Pointer>
class Idle {
public:
    explicit Idle(std::size_t kept_max) : kept_max_(kept_max) {}

    template<typename Open>
    Pointer take(Open const& open) {
        {
            std::lock_guard const hold(lock_);
            if (!idle_.empty()) {
                auto last = std::move(idle_.back());
                idle_.pop_back();
                return last;
            }
        }
        return open();
    }
    // One too many is closed by the caller's own pointer, after the lock.
    void give(Pointer one) {
        std::lock_guard const hold(lock_);
        if (idle_.size() < kept_max_) idle_.push_back(std::move(one));
    }

private:
    std::size_t kept_max_;
    std::mutex lock_;
    std::vector<Pointer> idle_;
};

}  // namespace wasl
