// SPDX-License-Identifier: Apache-2.0
#include "kernel/idle.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace wasl {
namespace {

using Lent = std::unique_ptr<int>;

TEST(Idle, lends_what_came_back_before_it_opens_another) {
    Idle<Lent> idle(2);
    int opened = 0;
    auto const open = [&] { return std::make_unique<int>(++opened); };
    auto first = idle.take(open);
    auto second = idle.take(open);
    idle.give(std::move(first));
    EXPECT_EQ(*idle.take(open), 1);
    idle.give(std::move(second));
    EXPECT_EQ(opened, 2);
}

TEST(Idle, lets_nobody_wait_for_ever) {
    Idle<Lent> idle(1);
    auto const open = [] { return std::make_unique<int>(7); };
    auto const kept = idle.take(open);
    auto own = idle.take(open);
    EXPECT_EQ(*own, 7);
}

TEST(Idle, counts_what_was_lost_and_what_could_not_be_opened) {
    Idle<Lent> idle(1);
    auto const open = [] { return std::make_unique<int>(7); };
    EXPECT_THROW(idle.take([]() -> Lent { throw std::runtime_error("no file"); }),
                 std::runtime_error);
    auto lost = idle.take(open);
    lost.reset();
    idle.give(nullptr);
    // One may be lent again, and is kept when it comes back.
    idle.give(idle.take(open));
    EXPECT_EQ(*idle.take([]() -> Lent { throw std::runtime_error("opened once more"); }), 7);
}

TEST(Idle, takes_back_what_was_lent_to_a_work_that_failed) {
    Idle<Lent> idle(1);
    auto const open = [] { return std::make_unique<int>(7); };
    auto const fails = [](int& one) -> int { throw std::runtime_error(std::to_string(++one)); };
    EXPECT_THROW(idle.lend(open, fails), std::runtime_error);
    EXPECT_EQ(idle.lend(open, [](int& one) { return one; }), 8);
}

}  // namespace
}  // namespace wasl
