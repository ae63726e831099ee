// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite_checkpoint.hpp"

#include <chrono>

namespace wasl::db {
namespace {

constexpr std::chrono::milliseconds rhythm{200};
// Under steady writing a passive checkpoint never meets the moment when the log may start again
// from its beginning; past this length the writer waits once for that.
constexpr int log_pages_max = 16 * 1024;
// A restart comes between two batches, or one who writes large ones without a pause would keep it
// out for ever. It holds the write lock while it waits for readers. They never wait for a write
// while they hold a snapshot, so most are gone at once; one that reads for long is not waited for,
// and the next restart is tried when the log has grown by a quarter again.
constexpr int patience_milliseconds = 100;

}  // namespace

SqliteCheckpoint::SqliteCheckpoint(std::string const& file, GroupCommit& group)
    : connection_(file, SqliteConnection::Use::writing),
      group_(group),
      thread_([this] { serve(); }) {}

SqliteCheckpoint::~SqliteCheckpoint() {
    {
        std::lock_guard const hold(lock_);
        stop_ = true;
    }
    stopped_.notify_one();
    thread_.join();
    // Failing is no loss: the log stays and is read at the next start.
    sqlite3_busy_timeout(connection_.handle(), 100);
    sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                              nullptr);
}

void SqliteCheckpoint::serve() {
    int restart_at = log_pages_max;
    sqlite3_busy_timeout(connection_.handle(), patience_milliseconds);
    std::uint64_t seen = group_.commits();
    std::unique_lock hold(lock_);
    while (!stopped_.wait_for(hold, rhythm, [this] { return stop_; })) {
        auto const now = group_.commits();
        if (now == seen) continue;
        int pages = 0;
        int moved = 0;
        auto* const database = connection_.handle();
        // A failure (disk full, a reader in the way) leaves the log longer and is tried again.
        if (sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages,
                                      &moved) == SQLITE_OK &&
            pages == moved)
            seen = now;
        if (pages <= restart_at) continue;
        bool again = false;
        group_.between([&] {
            again = sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr,
                                              nullptr) == SQLITE_OK;
        });
        restart_at = again ? log_pages_max : pages + log_pages_max / 4;
    }
}

}  // namespace wasl::db
