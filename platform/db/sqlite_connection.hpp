// SPDX-License-Identifier: Apache-2.0
// One connection to a SQLite file, its prepared statements kept. Used by one thread at a time.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "platform/db/db.hpp"

namespace wasl::db {

class SqliteStatement {
public:
    SqliteStatement(sqlite3* database, Sql const& sql);
    ~SqliteStatement() { sqlite3_finalize(handle_); }
    SqliteStatement(SqliteStatement const&) = delete;
    SqliteStatement& operator=(SqliteStatement const&) = delete;

    void bind(Sql const& sql, std::span<Cell const> cells);
    void reset();
    sqlite3_stmt* handle() const { return handle_; }
    bool is_of(std::string_view text) const { return text == text_; }
    bool busy() const { return busy_; }
    void occupy() { busy_ = true; }

private:
    sqlite3_stmt* handle_ = nullptr;
    std::string text_;
    std::vector<int> places_;  // where $1, $2, ... stand in SQLite's own numbering
    bool busy_ = false;
};

class SqliteConnection {
public:
    enum class Use { reading, writing };
    SqliteConnection(std::string const& file, Use use);
    ~SqliteConnection() { close(); }
    SqliteConnection(SqliteConnection const&) = delete;
    SqliteConnection& operator=(SqliteConnection const&) = delete;

    using Read = std::function<void(Row const&)>;
    // Returns the rows changed. `read` may be null.
    std::int64_t run(Sql const& sql, std::span<Cell const> cells, Read const* read);
    void run(Sql const& sql) { run(sql, {}, nullptr); }
    void script(std::string_view name, std::string const& text);

    bool in_the_middle() const;  // of rows that a caller is being given
    bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
    sqlite3* handle() const { return handle_; }
    void close();

private:
    std::int64_t step_through(SqliteStatement& statement, Sql const& sql, Read const* read);

    sqlite3* handle_ = nullptr;
    std::unordered_map<char const*, std::unique_ptr<SqliteStatement>> statements_;
};

// Throws Conflict for a violated key and Breakdown for all else; names the statement, and never
// a value that was bound.
[[noreturn]] void throw_sqlite(sqlite3* database, std::string_view statement);

}  // namespace wasl::db
