// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/db/session.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace wasl::db {

class SqliteSession final : public Session {
public:
    explicit SqliteSession(std::string const& file)
        : connection_(file, SqliteConnection::Use::writing) {}

    void run(Sql const& sql, std::span<Cell const> cells,
             std::function<void(Row const&)> const& read) override;
    std::int64_t change(Sql const& sql, std::span<Cell const> cells) override;
    bool try_change(Sql const& sql, std::span<Cell const> cells) override;

    void begin(Savepoints) override;
    void savepoint() override;
    void release() override;
    void roll_back_to() override;
    void commit() override;
    void roll_back() noexcept override;
    bool stands() const override { return connection_.in_transaction(); }
    bool healthy() const override { return true; }
    bool blocked() const override { return false; }
    int attempts() const override { return 1; }
    void rest() noexcept override { sqlite3_db_release_memory(connection_.handle()); }
    void script(std::string_view name, std::string const& text) override;
    void lock_schema() override {}

private:
    std::int64_t changes() const { return sqlite3_total_changes64(connection_.handle()); }

    SqliteConnection connection_;
    Savepoints savepoints_ = Savepoints::always;
    std::int64_t mark_ = 0;  // changes when savepoint() was called
    bool scripted_ = false;  // a change of the schema counts as no change
};

}  // namespace wasl::db
