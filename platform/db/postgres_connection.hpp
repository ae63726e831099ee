// SPDX-License-Identifier: Apache-2.0
// One connection to PostgreSQL, in pipeline mode: what opens and closes transactions is put off and
// travels with the next statement, in one round trip. Used by one thread at a time.
#pragma once

#include <libpq-fe.h>

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
    // Returns the rows changed. `read` may be null. Throws Undone where the transaction is lost as
    // a whole: deadlock, serialisation, connection.
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

    Prepared const* prepared(Sql const& sql, std::span<Cell const> cells) const;
    Prepared make_prepared(Sql const& sql, std::span<Cell const> cells);
    void send_put_off();
    void send_prepare(Prepared const& statement, std::string_view name);
    void send(Prepared const& statement, std::span<Cell const> cells, std::string_view name);
    // Reads the answers to `sent` commands and a sync; the last one's, where all went well. Tells
    // in `reached` how many succeeded.
    Result answers(std::size_t sent, std::string_view name, std::size_t& reached);
    void settle_debts();
    [[noreturn]] void fail(PGresult const* result, std::string_view name);

    std::string url_;
    PGconn* handle_ = nullptr;
    std::vector<char const*> put_off_;
    std::size_t owed_ = 0;  // answers to what was flushed without waiting
    std::uint64_t names_ = 0;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> prepared_;
};

}  // namespace wasl::db
