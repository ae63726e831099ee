// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/db/postgres_connection.hpp"
#include "platform/db/session.hpp"

namespace wasl::db {

class PostgresSession final : public Session {
public:
    explicit PostgresSession(std::string const& url) : connection_(url) {}

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
    bool stands() const override { return !undone_ && connection_.alive(); }
    bool healthy() const override { return mended_ || !connection_.failed(); }
    bool blocked() const override { return blocked_; }
    int attempts() const override { return 3; }
    void script(std::string_view name, std::string const& text) override;
    void lock_schema() override;

private:
    std::int64_t send(Sql const& sql, std::span<Cell const> cells,
                      std::function<void(Row const&)> const* read);
    void open();
    bool happened();

    PostgresConnection connection_;
    bool undone_ = false;
    bool blocked_ = false;
    bool mended_ = false;   // the rollback of the failed statement is on its way
    bool opened_ = false;   // the transaction exists on the server
    bool touched_ = false;  // something was sent since the savepoint
    int savepoints_ = 0;
    std::string number_;  // the transaction's, by which its end can be asked for later
};

}  // namespace wasl::db
