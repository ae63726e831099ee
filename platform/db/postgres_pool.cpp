// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres_pool.hpp"

#include <chrono>

#include "platform/db/session.hpp"

namespace wasl::db {
namespace {

constexpr std::chrono::seconds wait_max{30};

}  // namespace

// A view is one snapshot. Its BEGIN travels with the first statement and nobody waits for its
// COMMIT, so it costs no round trip.
void PostgresReader::begin() {
    if (!connection_.alive()) connection_.reconnect();
    untouched_ = true;
    connection_.put_off("begin isolation level repeatable read read only");
}

void PostgresReader::end() noexcept {
    try {
        if (untouched_) return connection_.forget_put_off();
        connection_.put_off("commit");
        connection_.flush_without_waiting();
    } catch (...) {
        // Lost: the next view connects again.
        connection_.forget_put_off();
    }
}

// A connection that died while it lay in the pool is found out by the first statement of a view;
// nothing has been read yet, so it may be asked again.
void PostgresReader::run(Sql const& sql, std::span<Cell const> cells,
                         std::function<void(Row const&)> const& read) {
    check(!resting_, "a write reads with its writer, not with the view of who waits for it");
    bool const first = std::exchange(untouched_, false);
    try {
        connection_.run(sql, cells, &read);
    } catch (Undone const&) {
        if (!first || connection_.alive() || connection_.gave_rows()) throw;
        begin();
        untouched_ = false;
        connection_.run(sql, cells, &read);
    }
}

void PostgresReader::view(std::function<void(Reader&)> const& work) {
    begin();
    try {
        work(*this);
    } catch (...) {
        end();
        throw;
    }
    end();
}

std::unique_ptr<PostgresReader> PostgresPool::borrow() {
    {
        std::unique_lock hold(lock_);
        if (!returned_.wait_for(hold, wait_max, [this] { return free_ > 0; }))
            throw Breakdown("db.view: all connections for reading are in use");
        --free_;
        if (!kept_.empty()) {
            auto reader = std::move(kept_.back());
            kept_.pop_back();
            return reader;
        }
    }
    try {
        return std::make_unique<PostgresReader>(url_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void PostgresPool::give_back(std::unique_ptr<PostgresReader> reader) {
    {
        std::lock_guard const hold(lock_);
        ++free_;
        if (reader) kept_.push_back(std::move(reader));
    }
    returned_.notify_one();
}

}  // namespace wasl::db
