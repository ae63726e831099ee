// SPDX-License-Identifier: Apache-2.0
// What each process does for itself: nobody else can write down what one holds in memory. No lease,
// and a last time when the process ends.
#pragma once

#include "platform/jobs/jobs.hpp"

namespace wasl::jobs {

class Own {
public:
    Own(db::Database&, Job, clock::Now);
    ~Own();  // stops
    Own(Own const&) = delete;
    Own& operator=(Own const&) = delete;
    void start();
    void stop();  // and runs it a last time, where it was started

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Runs it now. False, and a line in the log, where it failed.
bool run(db::Database&, Job const&, Instant now);

}  // namespace wasl::jobs
