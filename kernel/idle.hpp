// SPDX-License-Identifier: Apache-2.0
// What is costly to open and serves one thread at a time, lent to whoever needs it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace wasl {

// The last one given back is lent first. Where `kept_max` are lent, whoever comes waits a moment
// for one of them: with more threads than cores at work, another would be opened only to be closed
// a moment later. Where none came back for that long, or it took far too long, one more is opened
// for who waits; it is not kept.
template<typename Pointer>
class Idle {
public:
    explicit Idle(std::size_t kept_max) : kept_max_(kept_max) {}

    template<typename Open>
    Pointer take(Open const& open) {
        std::unique_lock hold(lock_);
        ++waiting_;
        for (int waits = 0; waits < waits_max; ++waits) {
            auto const before = given_;
            bool const free =
                back_.wait_for(hold, patience, [&] { return !idle_.empty() || lent_ < kept_max_; });
            if (free || given_ == before) break;
        }
        --waiting_;
        ++lent_;
        if (!idle_.empty()) {
            auto last = std::move(idle_.back());
            idle_.pop_back();
            return last;
        }
        hold.unlock();
        try {
            return open();
        } catch (...) {
            give(nullptr);
            throw;
        }
    }
    // Null where it was lost. One too many is closed by the caller's own pointer, after the lock.
    void give(Pointer one) {
        bool awaited = false;
        {
            std::lock_guard const hold(lock_);
            --lent_;
            ++given_;
            if (one && idle_.size() + lent_ < kept_max_) idle_.push_back(std::move(one));
            awaited = waiting_ > 0;
        }
        if (awaited) back_.notify_one();
    }

    // What `use` makes of one that is lent meanwhile.
    template<typename Open, typename Use>
    auto lend(Open const& open, Use const& use) {
        struct Lent {
            Idle& idle;
            Pointer one;
            ~Lent() { idle.give(std::move(one)); }
        };
        Lent const lent{*this, take(open)};
        return use(*lent.one);
    }

private:
    static constexpr std::chrono::milliseconds patience{20};
    static constexpr int waits_max = 50;

    std::size_t kept_max_;
    std::mutex lock_;
    std::condition_variable back_;
    std::vector<Pointer> idle_;
    std::size_t lent_ = 0;
    std::size_t waiting_ = 0;
    std::uint64_t given_ = 0;  // back, ever
};

}  // namespace wasl
