// SPDX-License-Identifier: Apache-2.0
// Many callers, one commit. A disk needs as long to make one write durable as to make two hundred
// durable together, so writes that wait at the same time share a transaction; each has a savepoint
// of its own and none of them is answered before the common commit has succeeded.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "platform/db/session.hpp"

namespace wasl::db {

class GroupCommit {
public:
    GroupCommit(std::vector<std::unique_ptr<Session>> sessions, std::size_t batch_max);
    ~GroupCommit();  // what is queued is written first

    // Returns when `work` has been committed or rolled back; throws what it threw.
    void commit(std::function<bool(Writer&)> const& work);

    // How many transactions were committed, for whoever must know whether something was written.
    std::uint64_t commits() const { return commits_.load(std::memory_order_relaxed); }

    // Between two batches: whoever writes without a pause is made to wait until `work` is done.
    void between(std::function<void()> const& work);

private:
    struct Waiting;
    using Batch = std::vector<Waiting*>;

    void serve(Session& session);
    bool next(Session& session, Batch& batch);
    using Part = std::span<Waiting* const>;

    void run(Session& session, Part batch);
    std::size_t run_together(Session& session, Part batch);
    std::size_t run_together(Session& session, Part batch, Session::Savepoints savepoints);
    std::size_t run_in_savepoints(Session& session, Part batch);
    bool run_in_savepoint(Session& session, Waiting& waiting, bool first);
    void run_alone(Session& session, Waiting& waiting);
    bool try_alone(Session& session, Waiting& waiting);

    std::vector<std::unique_ptr<Session>> sessions_;
    std::size_t batch_max_;
    std::atomic<std::uint64_t> commits_ = 0;
    std::mutex lock_;
    std::condition_variable arrived_;
    std::vector<Waiting*> queue_;
    std::size_t idle_ = 0;
    bool closing_ = false;
    std::shared_mutex turn_;  // shared by all who run a batch, alone to whoever comes between
    std::condition_variable_any guest_gone_;
    std::atomic<bool> guest_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace wasl::db
