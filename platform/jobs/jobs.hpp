// SPDX-License-Identifier: Apache-2.0
// What the calendar starts. A job is a name, a rhythm and a function; a lease in the database makes
// sure that of many nodes one runs it, and another takes over where that one died.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/clock/clock.hpp"
#include "platform/db/db.hpp"

namespace wasl::jobs {

struct Job {
    std::string name;  // "notices.deliver"
    std::chrono::seconds every;
    std::function<void(db::Database&, Instant now)> run;  // may be run again after a crash
};

class Runner {
public:
    Runner(db::Database&, std::vector<Job>, clock::Now);
    ~Runner();  // finishes the job under way
    void start();
    void stop();
    // Runs what is due now on this thread, once each: tests and `wasl jobs --once`. Returns names.
    std::vector<std::string> run_due();
    // Keeps the leases of the jobs under way from running out; start() sees to it each minute.
    void renew_leases();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::jobs
