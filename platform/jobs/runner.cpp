// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/jobs/jobs.hpp"
#include "platform/jobs/lease.hpp"
#include "platform/jobs/own.hpp"
#include "platform/log/log.hpp"

namespace wasl::jobs {
namespace {

constexpr std::chrono::seconds rhythm{1};
constexpr std::chrono::minutes between_renewals{1};
// Two, so that one slow job does not hold up the letters.
constexpr int threads_count = 2;

}  // namespace

struct Runner::Inside {
    db::Database& database;
    std::vector<Job> jobs;
    clock::Now now;
    // A number of this runner's own: after a restart it is another owner.
    std::int64_t owner = db::next_id();
    bool known = false;
    std::mutex lock;
    std::condition_variable stopping;
    bool stop = false;
    std::vector<std::thread> threads;
    std::vector<Lease> under_way;

    void introduce();
    Job const* find(std::string_view name) const;
    bool run_leased(Job const& job);
    std::vector<std::string> run_due();
    void renew_leases();
    void serve();
    void keep_leases();
};

void Runner::Inside::introduce() {
    std::lock_guard const hold(lock);
    if (known) return;
    std::vector<std::string> names;
    for (auto const& job : jobs) names.push_back(job.name);
    make_known(database, names, now());
    known = true;
}

Job const* Runner::Inside::find(std::string_view name) const {
    for (auto const& job : jobs)
        if (job.name == name) return &job;
    return nullptr;  // another version of the program knows it
}

bool Runner::Inside::run_leased(Job const& job) {
    auto const lease = take(database, job.name, owner, now());
    if (!lease) return false;
    {
        std::lock_guard const hold(lock);
        under_way.push_back(*lease);
    }
    bool const succeeded = run(database, job, now());
    {
        std::lock_guard const hold(lock);
        std::erase_if(under_way, [&](Lease const& one) { return one.name == lease->name; });
    }
    stopping.notify_all();
    give_back(database, *lease, succeeded, job.every, now());
    return true;
}

std::vector<std::string> Runner::Inside::run_due() {
    introduce();
    std::vector<std::string> done;
    for (auto const& name : due_names(database, now())) {
        {
            std::lock_guard const hold(lock);
            if (stop) break;
        }
        auto const* const job = find(name);
        if (job != nullptr && run_leased(*job)) done.push_back(name);
    }
    return done;
}

void Runner::Inside::renew_leases() {
    std::vector<Lease> leases;
    {
        std::lock_guard const hold(lock);
        leases = under_way;
    }
    for (auto const& lease : leases)
        if (!renew(database, lease, now()))
            log::event(log::Level::warning, "jobs.lease_lost", {{"job", lease.name}});
}

// A lease that cannot be renewed now has nine more minutes.
void Runner::Inside::keep_leases() {
    std::unique_lock hold(lock);
    while (
        !stopping.wait_for(hold, between_renewals, [this] { return stop && under_way.empty(); })) {
        hold.unlock();
        try {
            renew_leases();
        } catch (db::Breakdown const& fault) {
            log::event(log::Level::error, "jobs.no_database",
                       {{"why", std::string_view(fault.what())}});
        }
        hold.lock();
    }
}

void Runner::Inside::serve() {
    for (;;) {
        try {
            run_due();
        } catch (db::Breakdown const& fault) {
            log::event(log::Level::error, "jobs.no_database",
                       {{"why", std::string_view(fault.what())}});
        }
        std::unique_lock hold(lock);
        if (stopping.wait_for(hold, rhythm, [this] { return stop; })) return;
    }
}

Runner::Runner(db::Database& database, std::vector<Job> jobs, clock::Now now)
    : inside_(new Inside{.database = database, .jobs = std::move(jobs), .now = std::move(now)}) {}

Runner::~Runner() { stop(); }

void Runner::start() {
    check(inside_->threads.empty(), "a runner is started once");
    for (int i = 0; i < threads_count; ++i)
        inside_->threads.emplace_back([inside = inside_.get()] { inside->serve(); });
    inside_->threads.emplace_back([inside = inside_.get()] { inside->keep_leases(); });
}

void Runner::stop() {
    {
        std::lock_guard const hold(inside_->lock);
        inside_->stop = true;
    }
    inside_->stopping.notify_all();
    for (auto& thread : inside_->threads) thread.join();
    inside_->threads.clear();
}

void Runner::renew_leases() { inside_->renew_leases(); }

std::vector<std::string> Runner::run_due() { return inside_->run_due(); }

}  // namespace wasl::jobs
