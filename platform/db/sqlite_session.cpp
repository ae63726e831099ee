// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite_session.hpp"

namespace wasl::db {
namespace {

constexpr Sql begin_writing{"db.begin", "begin immediate"};
constexpr Sql set_savepoint{"db.savepoint", "savepoint one"};
constexpr Sql release_savepoint{"db.release", "release one"};
constexpr Sql roll_back_savepoint{"db.roll_back_to", "rollback to one"};
constexpr Sql commit_all{"db.commit", "commit"};
constexpr Sql roll_back_all{"db.roll_back", "rollback"};

}  // namespace

void SqliteSession::run(Sql const& sql, std::span<Cell const> cells,
                        std::function<void(Row const&)> const& read) {
    // Disk full and the like end the transaction under our feet; a closure that went on would
    // write outside of it.
    if (!stands()) throw Breakdown(std::string(sql.name) + ": the transaction has ended");
    connection_.run(sql, cells, &read);
}

std::int64_t SqliteSession::change(Sql const& sql, std::span<Cell const> cells) {
    if (!stands()) throw Breakdown(std::string(sql.name) + ": the transaction has ended");
    return connection_.run(sql, cells, nullptr);
}

// SQLite undoes the failed statement alone, so no inner savepoint is needed.
bool SqliteSession::try_change(Sql const& sql, std::span<Cell const> cells) {
    try {
        change(sql, cells);
        return true;
    } catch (Conflict const&) {
        return false;
    }
}

void SqliteSession::begin(Savepoints savepoints) {
    savepoints_ = savepoints;
    scripted_ = false;
    connection_.run(begin_writing);
}

// A savepoint makes SQLite copy each page that is touched after it.
void SqliteSession::savepoint() {
    mark_ = changes();
    if (savepoints_ == Savepoints::always) connection_.run(set_savepoint);
}

void SqliteSession::release() {
    if (savepoints_ == Savepoints::always) connection_.run(release_savepoint);
}

void SqliteSession::roll_back_to() {
    if (savepoints_ == Savepoints::never) {
        if (changes() == mark_ && !scripted_) return;
        throw NeedsSavepoints("a write among others is taken back");
    }
    connection_.run(roll_back_savepoint);
    connection_.run(release_savepoint);
}

void SqliteSession::commit() {
    try {
        connection_.run(commit_all);
    } catch (Conflict const& deferred_key) {
        throw Undone(deferred_key.what());
    }
}

void SqliteSession::roll_back() noexcept {
    if (!stands()) return;
    try {
        connection_.run(roll_back_all);
    } catch (...) {
        // A rollback that fails has ended the transaction all the same; begin() will tell.
    }
}

void SqliteSession::script(std::string_view name, std::string const& text) {
    scripted_ = true;
    connection_.script(name, text);
}

}  // namespace wasl::db
