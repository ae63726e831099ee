// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres_session.hpp"

#include <chrono>
#include <thread>

namespace wasl::db {
namespace {

constexpr Sql own_number{"db.own_number", "select cast(pg_current_xact_id() as text)"};
constexpr Sql how_it_ended{"db.how_it_ended", "select pg_xact_status(cast($1 as xid8))"};
constexpr Sql one_schema_writer{"db.lock_schema",
                                "select 1 from pg_advisory_xact_lock(77637376737)"};

constexpr std::chrono::milliseconds between_questions{100};
constexpr int questions_max = 300;

}  // namespace

void PostgresSession::run(Sql const& sql, std::span<Cell const> cells,
                          std::function<void(Row const&)> const& read) {
    send(sql, cells, &read);
}

std::int64_t PostgresSession::change(Sql const& sql, std::span<Cell const> cells) {
    return send(sql, cells, nullptr);
}

std::int64_t PostgresSession::send(Sql const& sql, std::span<Cell const> cells,
                                   std::function<void(Row const&)> const* read) {
    if (!stands()) throw Undone(std::string(sql.name) + ": the transaction has ended");
    try {
        touched_ = true;
        mended_ = false;
        open();
        return connection_.run(sql, cells, read);
    } catch (Undone const&) {
        undone_ = true;
        throw;
    } catch (Blocked const&) {
        blocked_ = true;
        throw;
    }
}

// The first statement of a transaction asks for its number as well: should the connection die
// during the commit, the server is asked by that number how it ended.
void PostgresSession::open() {
    if (opened_) return;
    opened_ = true;
    std::function<void(Row const&)> const keep = [this](Row const& row) { number_ = row.str(0); };
    connection_.run(own_number, {}, &keep);
}

bool PostgresSession::try_change(Sql const& sql, std::span<Cell const> cells) {
    connection_.put_off("savepoint nested");
    try {
        change(sql, cells);
        connection_.put_off("release nested");
        return true;
    } catch (Conflict const&) {
        mended_ = true;
        connection_.put_off("rollback to nested");
        connection_.put_off("release nested");
        return false;
    }
}

// A failed statement spoils the whole transaction here, so each write has its savepoint.
void PostgresSession::begin(Savepoints) {
    if (!connection_.alive()) connection_.reconnect();
    undone_ = false;
    blocked_ = false;
    mended_ = false;
    opened_ = false;
    touched_ = false;
    savepoints_ = 0;
    number_.clear();
    connection_.put_off("begin");
    connection_.put_off("set local lock_timeout = 10000");
}

// Who comes first in a batch holds nothing that others wait for, and may wait long; the next ones
// may not, see GroupCommit.
void PostgresSession::savepoint() {
    touched_ = false;
    blocked_ = false;
    // Whatever failed before is rolled back on the way to this savepoint.
    mended_ = true;
    if (++savepoints_ == 2) connection_.put_off("set local lock_timeout = 15");
    connection_.put_off("savepoint one");
}

void PostgresSession::release() {
    if (touched_)
        connection_.put_off("release one");
    else
        connection_.take_back();
}

void PostgresSession::roll_back_to() {
    if (!touched_) return connection_.take_back();
    connection_.put_off("rollback to one");
    connection_.put_off("release one");
}

void PostgresSession::commit() {
    if (!opened_) return connection_.forget_put_off();
    connection_.put_off("commit");
    try {
        // A transaction in which a statement failed answers COMMIT with ROLLBACK.
        if (connection_.flush("db.commit") != "COMMIT") throw Undone("db.commit: rolled back");
    } catch (Breakdown const& fault) {
        if (connection_.alive()) throw Undone(fault.what());
        if (!happened()) throw Undone(fault.what());
    }
}

// The connection was lost while the commit was under way. The server may still be at work on it.
bool PostgresSession::happened() {
    for (int question = 0; question < questions_max; ++question) {
        try {
            if (!connection_.alive()) connection_.reconnect();
            std::string end;
            std::function<void(Row const&)> const keep = [&](Row const& row) { end = row.str(0); };
            Cell const number[] = {std::string_view(number_)};
            connection_.run(how_it_ended, number, &keep);
            if (end == "committed") return true;
            if (end == "aborted") return false;
        } catch (Breakdown const&) {
            // The server is not back yet.
        }
        std::this_thread::sleep_for(between_questions);
    }
    throw Breakdown("db.commit: the connection was lost and nobody knows whether it happened");
}

void PostgresSession::roll_back() noexcept {
    try {
        connection_.forget_put_off();
        if (!connection_.alive() || connection_.idle()) return;
        connection_.put_off("rollback");
        connection_.flush("db.roll_back");
    } catch (...) {
        // The connection is lost, and the transaction with it; begin() connects again.
    }
}

void PostgresSession::script(std::string_view name, std::string const& text) {
    touched_ = true;
    open();
    connection_.script(name, text);
}

void PostgresSession::lock_schema() {
    std::function<void(Row const&)> const nothing = [](Row const&) {};
    run(one_schema_writer, {}, nothing);
}

}  // namespace wasl::db
