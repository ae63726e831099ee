// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/own.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/log/log.hpp"

namespace wasl::jobs {

bool run(db::Database& database, Job const& job, Instant now) {
    try {
        job.run(database, now);
        return true;
    } catch (db::Breakdown const& fault) {
        log::event(log::Level::error, "jobs.failed",
                   {{"job", std::string_view(job.name)}, {"why", std::string_view(fault.what())}});
    } catch (std::exception const&) {
        // What it says may hold personal data; a Breakdown's words never do.
        log::event(log::Level::error, "jobs.failed", {{"job", std::string_view(job.name)}});
    }
    return false;
}

struct Own::Inside {
    db::Database& database;
    Job job;
    clock::Now now;
    std::mutex lock;
    std::condition_variable stopping;
    bool stop = false;
    std::thread thread;

    void serve() {
        std::unique_lock hold(lock);
        while (!stopping.wait_for(hold, job.every, [this] { return stop; })) {
            hold.unlock();
            run(database, job, now());
            hold.lock();
        }
        hold.unlock();
        run(database, job, now());
    }
};

Own::Own(db::Database& database, Job job, clock::Now now)
    : inside_(new Inside{.database = database, .job = std::move(job), .now = std::move(now)}) {}

Own::~Own() { stop(); }

void Own::start() {
    check(!inside_->thread.joinable(), "it is started once");
    inside_->thread = std::thread([inside = inside_.get()] { inside->serve(); });
}

void Own::stop() {
    {
        std::lock_guard const hold(inside_->lock);
        inside_->stop = true;
    }
    inside_->stopping.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

}  // namespace wasl::jobs
