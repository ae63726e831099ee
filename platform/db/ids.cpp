// SPDX-License-Identifier: Apache-2.0
#include <sys/random.h>

#include <atomic>
#include <chrono>

#include "platform/db/db.hpp"

namespace wasl::db {
namespace {

constexpr std::int64_t epoch_milliseconds = 1'577'836'800'000;  // 2020-01-01T00:00:00Z
constexpr std::int64_t nodes = 1024;

std::int64_t random_node() {
    std::uint16_t drawn = 0;
    // Where the kernel has nothing to give, node 0 is as good as another.
    if (getrandom(&drawn, sizeof drawn, 0) != sizeof drawn) drawn = 0;
    return drawn % nodes;
}

std::atomic<std::int64_t>& node() {
    static std::atomic<std::int64_t> chosen{random_node()};
    return chosen;
}

std::int64_t milliseconds() {
    using namespace std::chrono;
    auto const since = system_clock::now().time_since_epoch();
    return duration_cast<std::chrono::milliseconds>(since).count() - epoch_milliseconds;
}

}  // namespace

void set_node(int number) {
    check(number >= 0 && number < nodes, "a node's number has 10 bits");
    node().store(number, std::memory_order_relaxed);
}

// `last` counts milliseconds and sequence together, so that a full sequence, or a clock that was
// set back, borrows from the next millisecond and ids go on growing.
std::int64_t next_id() {
    static std::atomic<std::int64_t> last{0};
    auto const now = milliseconds() << 12;
    auto before = last.load(std::memory_order_relaxed);
    auto mine = before;
    do {
        mine = std::max(now, before + 1);
    } while (!last.compare_exchange_weak(before, mine, std::memory_order_relaxed));
    return (mine >> 12) << 22 | node().load(std::memory_order_relaxed) << 12 | (mine & 0xfff);
}

}  // namespace wasl::db
