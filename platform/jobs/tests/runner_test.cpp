// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/jobs/jobs.hpp"
#include "platform/jobs/lease.hpp"
#include "platform/jobs/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::jobs {
namespace {

using Names = std::vector<std::string>;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class Jobs : public tests::OnEngine {
protected:
    Jobs() : OnEngine({schema}) {}
    Runner runner(std::function<void(db::Database&, Instant)> work) {
        return {database(), {{"tests.count", seconds(60), std::move(work)}}, clock.source()};
    }
    Runner counting() {
        return runner([this](db::Database&, Instant) { ++runs; });
    }
    int runs = 0;
    Names const ran{"tests.count"};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Jobs, tests::both_engines(), tests::engine_name);

TEST_P(Jobs, run_at_once_and_then_in_their_rhythm) {
    auto one = counting();
    EXPECT_EQ(one.run_due(), ran);
    EXPECT_EQ(one.run_due(), Names());
    clock.advance(seconds(59));
    EXPECT_EQ(one.run_due(), Names());
    clock.advance(seconds(1));
    EXPECT_EQ(one.run_due(), ran);
    EXPECT_EQ(runs, 2);
}

TEST_P(Jobs, run_once_however_many_runners_there_are) {
    auto other = counting();
    auto one = runner([&](db::Database&, Instant) {
        ++runs;
        EXPECT_EQ(other.run_due(), Names()) << "taken while it was leased";
    });
    EXPECT_EQ(one.run_due(), ran);
    EXPECT_EQ(other.run_due(), Names());
    EXPECT_EQ(runs, 1);
    clock.advance(seconds(60));
    EXPECT_EQ(other.run_due(), ran);
    EXPECT_EQ(one.run_due(), Names());
}

TEST_P(Jobs, are_taken_over_from_a_runner_that_died) {
    make_known(database(), ran, clock.now());
    constexpr std::int64_t dead = 13;
    auto const lost = take(database(), "tests.count", dead, clock.now());
    ASSERT_TRUE(lost);
    auto living = counting();
    clock.advance(lease_length - seconds(1));
    EXPECT_EQ(living.run_due(), Names());
    clock.advance(seconds(1));
    EXPECT_EQ(living.run_due(), ran);
    // It was not dead after all: what it gives back now is no longer its own.
    give_back(database(), *lost, true, seconds(0), clock.now());
    EXPECT_EQ(living.run_due(), Names());
}

TEST_P(Jobs, keep_their_lease_however_long_they_take) {
    auto other = counting();
    Runner* self = nullptr;
    auto one = runner([&](db::Database&, Instant) {
        ++runs;
        for (int part = 0; part < 5; ++part) {
            clock.advance(lease_length - seconds(1));
            self->renew_leases();
            EXPECT_EQ(other.run_due(), Names()) << "taken from a runner that lives";
        }
    });
    self = &one;
    EXPECT_EQ(one.run_due(), ran);
    EXPECT_EQ(runs, 1);
    // What is over is not renewed any more.
    one.renew_leases();
    clock.advance(seconds(60));
    EXPECT_EQ(other.run_due(), ran);
}

TEST_P(Jobs, wait_longer_after_each_failure_and_recover) {
    bool broken = true;
    auto one = runner([&](db::Database&, Instant) {
        ++runs;
        if (broken) throw db::Breakdown("on purpose");
    });
    one.run_due();
    for (auto const wait : {10, 20, 40, 80}) {
        clock.advance(seconds(wait - 1));
        EXPECT_EQ(one.run_due(), Names()) << wait;
        clock.advance(seconds(1));
        EXPECT_EQ(one.run_due(), ran) << wait;
    }
    for (int i = 0; i < 20; ++i) {
        clock.advance(hours(1));
        EXPECT_EQ(one.run_due(), ran) << "an hour is the longest wait";
    }
    broken = false;
    clock.advance(hours(1));
    one.run_due();
    clock.advance(seconds(60));
    EXPECT_EQ(one.run_due(), ran);
    EXPECT_EQ(runs, 27);
}

TEST_P(Jobs, finish_what_is_under_way_when_the_runner_stops) {
    std::mutex lock;
    std::condition_variable moved;
    bool entered = false;
    bool finished = false;
    auto one = runner([&](db::Database&, Instant) {
        {
            std::lock_guard const hold(lock);
            entered = true;
        }
        moved.notify_one();
        std::this_thread::yield();
        finished = true;
    });
    one.start();
    {
        std::unique_lock hold(lock);
        moved.wait(hold, [&] { return entered; });
    }
    one.stop();
    EXPECT_TRUE(finished);
}

}  // namespace
}  // namespace wasl::jobs
