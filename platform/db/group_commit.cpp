// SPDX-License-Identifier: Apache-2.0
#include "platform/db/group_commit.hpp"

#include <exception>

namespace wasl::db {

static constexpr auto pause_before_rest = std::chrono::seconds(2);

// Lives on the stack of the caller, who sleeps until `done`.
struct GroupCommit::Waiting {
    explicit Waiting(std::function<bool(Writer&)> const& todo) : work(todo) {}

    void wake() {
        // Notified under the lock: the caller may destroy this object as soon as it is released.
        std::lock_guard const hold(lock);
        done = true;
        woken.notify_one();
    }
    void sleep() {
        std::unique_lock hold(lock);
        woken.wait(hold, [this] { return done; });
    }
    // Runs the closure; true where its effects are to be kept.
    bool attempt(Session& session) {
        fault = nullptr;
        try {
            return work(session);
        } catch (...) {
            fault = std::current_exception();
            return false;
        }
    }

    std::function<bool(Writer&)> const& work;
    std::exception_ptr fault;
    std::mutex lock;
    std::condition_variable woken;
    bool done = false;
};

GroupCommit::GroupCommit(std::vector<std::unique_ptr<Session>> sessions, std::size_t batch_max)
    : sessions_(std::move(sessions)), batch_max_(std::max<std::size_t>(batch_max, 1)) {
    for (auto const& session : sessions_)
        threads_.emplace_back([this, &writing = *session] { serve(writing); });
}

GroupCommit::~GroupCommit() {
    {
        std::lock_guard const hold(lock_);
        closing_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void GroupCommit::commit(std::function<bool(Writer&)> const& work) {
    for (auto const& thread : threads_)
        check(thread.get_id() != std::this_thread::get_id(), "a write does not start another one");
    Waiting waiting(work);
    bool sleeper = false;
    {
        std::lock_guard const hold(lock_);
        queue_.push_back(&waiting);
        sleeper = idle_ > 0;
    }
    if (sleeper) arrived_.notify_one();
    waiting.sleep();
    if (waiting.fault) std::rethrow_exception(waiting.fault);
}

void GroupCommit::serve(Session& session) {
    Batch batch;
    while (next(session, batch)) {
        std::shared_lock turn(turn_);
        guest_gone_.wait(turn, [this] { return !guest_; });
        run(session, batch);
    }
}

void GroupCommit::between(std::function<void()> const& work) {
    guest_ = true;
    {
        std::lock_guard const turn(turn_);
        work();
        guest_ = false;
    }
    guest_gone_.notify_all();
}

bool GroupCommit::next(Session& session, Batch& batch) {
    batch.clear();
    auto const called = [this] { return closing_ || !queue_.empty(); };
    std::unique_lock hold(lock_);
    ++idle_;
    bool const pause = !arrived_.wait_for(hold, pause_before_rest, called);
    --idle_;
    if (pause) {
        hold.unlock();
        session.rest();
        hold.lock();
        ++idle_;
        arrived_.wait(hold, called);
        --idle_;
    }
    auto const taken = std::min(batch_max_, queue_.size());
    auto const end = queue_.begin() + static_cast<std::ptrdiff_t>(taken);
    batch.assign(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    return !batch.empty();
}

void GroupCommit::run(Session& session, Part batch) {
    while (!batch.empty()) {
        std::size_t answered = batch.size() > 1 ? run_together(session, batch) : 0;
        if (answered == 0)
            for (; answered < batch.size(); ++answered) run_alone(session, *batch[answered]);
        for (auto* waiting : batch.first(answered)) waiting->wake();
        batch = batch.subspan(answered);
    }
}

// Most writes are kept, and a savepoint costs as much as some of their statements: a batch is run
// without, and again with them where a write that had changed something is taken back.
std::size_t GroupCommit::run_together(Session& session, Part batch) {
    try {
        return run_together(session, batch, Session::Savepoints::never);
    } catch (NeedsSavepoints const&) {
        session.roll_back();
        return run_together(session, batch, Session::Savepoints::always);
    }
}

// How many of them are answered: none where the batch was undone as a whole and each write
// deserves a try of its own.
std::size_t GroupCommit::run_together(Session& session, Part batch,
                                      Session::Savepoints savepoints) {
    try {
        session.begin(savepoints);
        auto const ran = run_in_savepoints(session, batch);
        session.commit();
        commits_.fetch_add(1, std::memory_order_relaxed);
        return ran;
    } catch (NeedsSavepoints const&) {
        throw;
    } catch (Undone const&) {
        session.roll_back();
        return 0;
    } catch (...) {
        session.roll_back();
        for (auto* waiting : batch) waiting->fault = std::current_exception();
        return batch.size();
    }
}

// Stops before the first one that must wait for a row: another node's batch may be waiting for a
// row of this one, and two batches in each other's way stand still until the server finds out.
std::size_t GroupCommit::run_in_savepoints(Session& session, Part batch) {
    for (std::size_t i = 0; i < batch.size(); ++i)
        if (!run_in_savepoint(session, *batch[i], i == 0)) return i;
    return batch.size();
}

bool GroupCommit::run_in_savepoint(Session& session, Waiting& waiting, bool first) {
    session.savepoint();
    bool keep = waiting.attempt(session);
    if (!session.stands()) throw Undone("the transaction was undone by the database");
    if (session.blocked() && !first) {
        session.roll_back_to();
        return false;
    }
    if (keep && !session.healthy()) {
        waiting.fault = std::make_exception_ptr(
            Breakdown("a write went on after a statement of it had failed"));
        keep = false;
    }
    if (keep)
        session.release();
    else
        session.roll_back_to();
    return true;
}

void GroupCommit::run_alone(Session& session, Waiting& waiting) {
    for (int left = session.attempts(); left > 0; --left)
        if (try_alone(session, waiting)) return;
}

// False where another attempt may succeed; the fault of this one is noted in any case.
bool GroupCommit::try_alone(Session& session, Waiting& waiting) {
    try {
        session.begin(Session::Savepoints::never);
        bool const keep = waiting.attempt(session);
        if (keep && session.stands() && session.healthy()) {
            session.commit();
            commits_.fetch_add(1, std::memory_order_relaxed);
            return true;
        }
        bool const undone = !session.stands();
        session.roll_back();
        if (keep || (undone && !waiting.fault))
            waiting.fault = std::make_exception_ptr(
                Undone("a write went on after a statement of it had failed"));
        return !undone;
    } catch (Undone const&) {
        waiting.fault = std::current_exception();
        session.roll_back();
        return false;
    } catch (...) {
        waiting.fault = std::current_exception();
        session.roll_back();
        return true;
    }
}

}  // namespace wasl::db
