// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/own.hpp"

#include <condition_variable>
#include <mutex>

#include "platform/jobs/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::jobs {
namespace {

class OwnJobs : public tests::OnEngine {
protected:
    OwnJobs() : OnEngine({schema}) {}
    Job counting(std::chrono::seconds every) {
        return {"tests.own", every, [this](db::Database&, Instant) {
                    std::lock_guard const hold(lock);
                    ++runs;
                    moved.notify_all();
                }};
    }
    void wait_for_runs(int count) {
        std::unique_lock hold(lock);
        moved.wait(hold, [&] { return runs >= count; });
    }
    std::mutex lock;
    std::condition_variable moved;
    int runs = 0;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, OwnJobs, tests::both_engines(), tests::engine_name);

TEST_P(OwnJobs, run_in_each_process_and_a_last_time_at_its_end) {
    Own one(database(), counting(std::chrono::hours(1)), clock.source());
    Own other(database(), counting(std::chrono::hours(1)), clock.source());
    one.start();
    other.start();
    one.stop();
    EXPECT_EQ(runs, 1);
    one.stop();
    EXPECT_EQ(runs, 1) << "once";
    other.stop();
    EXPECT_EQ(runs, 2) << "no lease keeps it from running";
}

TEST_P(OwnJobs, go_on_after_a_failure) {
    auto job = counting(std::chrono::seconds(0));
    job.run = [count = job.run](db::Database& db, Instant now) {
        count(db, now);
        throw db::Breakdown("on purpose");
    };
    Own own(database(), job, clock.source());
    own.start();
    wait_for_runs(2);
    own.stop();
    EXPECT_GE(runs, 3);
}

TEST_P(OwnJobs, do_nothing_where_they_were_never_started) {
    Own(database(), counting(std::chrono::seconds(0)), clock.source()).stop();
    EXPECT_EQ(runs, 0);
}

}  // namespace
}  // namespace wasl::jobs
