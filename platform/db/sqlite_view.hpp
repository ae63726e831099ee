// SPDX-License-Identifier: Apache-2.0
// Reading a SQLite file: few connections, lent to whoever reads at the moment.
#pragma once

#include <memory>
#include <string>

#include "kernel/idle.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace wasl::db {

// A connection takes half a megabyte (the schema, its statements): threads that wait for a write
// must not keep one each. More than kept_max are open only while as many read for a long time.
class SqliteReaders {
public:
    static constexpr std::size_t kept_max = 8;

    explicit SqliteReaders(std::string file) : file_(std::move(file)) {}
    std::unique_ptr<SqliteConnection> take();
    // Null: it was lost.
    void give(std::unique_ptr<SqliteConnection> one) { idle_.give(std::move(one)); }

private:
    std::string file_;
    Idle<std::unique_ptr<SqliteConnection>> idle_{kept_max};
};

// One snapshot for the whole view, taken when it first reads.
class SqliteView final : public Reader {
public:
    explicit SqliteView(SqliteReaders& readers);
    ~SqliteView() override;
    SqliteView(SqliteView const&) = delete;
    SqliteView& operator=(SqliteView const&) = delete;

    // The one that this thread is in; null: none.
    static SqliteView* current(SqliteReaders const&);

    void run(Sql const& sql, std::span<Cell const> cells,
             std::function<void(Row const&)> const& read) override;

    // Gives the snapshot back while its thread waits for a write: no checkpoint and no writer is
    // kept waiting by a reader who is himself waiting for them.
    void rest();
    void wake() noexcept { resting_ = false; }
    // Ends the snapshot; not called where the work has thrown.
    void end();

private:
    SqliteReaders& readers_;
    std::unique_ptr<SqliteConnection> connection_;
    bool resting_ = false;
};

}  // namespace wasl::db
