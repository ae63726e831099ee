// SPDX-License-Identifier: Apache-2.0
// One connection to PostgreSQL, in pipeline mode: what opens and closes transactions is put off and
// travels with the next statement, in one round trip. Used by one thread at a time.
#pragma once

#include <libpq-fe.h>

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

#include "platform/db/db.hpp"

namespace wasl::db {

class PostgresConnection {
public:
    explicit PostgresConnection(std::string url);
    ~PostgresConnection() { PQfinish(handle_); }
    PostgresConnection(PostgresConnection const&) = delete;
    PostgresConnection& operator=(PostgresConnection const&) = delete;

    using Read = std::function<void(Row const&)>;
    // Returns the rows changed. `read` may be null; rows are given to it as they come, and are kept
    // only where the reading function uses the connection itself. Throws Undone where the
    // transaction is lost as a whole: deadlock, serialisation, connection.
    std::int64_t run(Sql const& sql, std::span<Cell const> cells, Read const* read);

    // Constants only: sent before the next statement.
    void put_off(char const* command) { put_off_.push_back(command); }
    // The last one is not needed after all.
    void take_back() { put_off_.pop_back(); }
    void forget_put_off() { put_off_.clear(); }
    // Sends what was put off; returns the tag of the last one ("COMMIT").
    std::string flush(std::string_view name);
    // The same, but the answer is fetched when the connection is used next.
    void flush_without_waiting();

    // The last run() gave at least one row to its reading function.
    bool gave_rows() const { return gave_rows_; }

    void script(std::string_view name, std::string const& text);

    bool alive() const { return PQstatus(handle_) == CONNECTION_OK; }
    bool idle() const { return PQtransactionStatus(handle_) == PQTRANS_IDLE; }
    bool failed() const { return PQtransactionStatus(handle_) == PQTRANS_INERROR; }
    void reconnect();

private:
    struct Cleared {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Result = std::unique_ptr<PGresult, Cleared>;
    struct Prepared {
        std::string name;
        std::string text;
        std::vector<Oid> types;
    };
    struct Parameters;
    // The answers to `sent` commands and a sync.
    struct Flow {
        std::size_t sent;
        bool by_row = false;  // the last command's rows are asked for one by one
        std::size_t ended = 0;
        std::size_t reached = 0;  // how many succeeded
        bool over = false;        // the sync was read
        std::deque<Result> rows;  // come and not yet given to who reads
        Result last = nullptr;    // of the last that succeeded
        Result fault = nullptr;   // of the first that did not
        Flow* around = nullptr;   // whose reading function is running
    };
    class Flowing;

    Prepared const* prepared(Sql const& sql, std::span<Cell const> cells) const;
    Prepared make_prepared(Sql const& sql, std::span<Cell const> cells);
    void send_put_off();
    void send_prepare(Prepared const& statement, std::string_view name);
    void send(Prepared const& statement, std::span<Cell const> cells, std::string_view name);
    // One answer more; false where all have come.
    bool pull(Flow& flow);
    // Reads on to the sync, keeping rows.
    void pull_all(Flow& flow);
    // Throws unless all commands succeeded.
    void conclude(Flow const& flow, std::string_view name);
    void give_rows(Flow& flow, Read const& read);
    // Makes the connection free for a command: debts are settled, and whoever reads further up the
    // stack finds the rest of his rows kept.
    void settle();
    [[noreturn]] void fail(PGresult const* result, std::string_view name);

    std::string url_;
    PGconn* handle_ = nullptr;
    std::vector<char const*> put_off_;
    std::size_t owed_ = 0;  // answers to what was flushed without waiting
    Flow* flow_ = nullptr;  // being read
    bool gave_rows_ = false;
    std::uint64_t names_ = 0;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> prepared_;
};

}  // namespace wasl::db
