// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres_connection.hpp"

#include <array>

#include "platform/db/postgres_row.hpp"
#include "platform/db/session.hpp"

namespace wasl::db {
namespace {

constexpr std::size_t prepared_max = 1024;
constexpr int binary = 1;

Oid type_of(Cell const& cell) {
    struct Type {
        PostgresType operator()(std::nullptr_t) const { return PostgresType{}; }
        PostgresType operator()(std::int64_t) const { return PostgresType::int8; }
        PostgresType operator()(std::string_view) const { return PostgresType::text; }
        PostgresType operator()(std::string const&) const { return PostgresType::text; }
        PostgresType operator()(Bytes) const { return PostgresType::bytea; }
        PostgresType operator()(Null kind) const {
            if (kind == Null::number) return PostgresType::int8;
            return kind == Null::text ? PostgresType::text : PostgresType::bytea;
        }
    };
    return static_cast<Oid>(std::visit(Type{}, cell));
}

}  // namespace

// Pointers for libpq into the caller's cells; numbers are turned into wire order here.
struct PostgresConnection::Parameters {
    explicit Parameters(std::span<Cell const> cells)
        : values(cells.size()),
          lengths(cells.size()),
          formats(cells.size(), binary),
          numbers(cells.size()) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit([&](auto const& value) { add(i, value); }, cells[i]);
    }
    void add(std::size_t, std::nullptr_t) {}
    void add(std::size_t, Null) {}
    void add(std::size_t i, std::int64_t value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (auto byte = numbers[i].rbegin(); byte != numbers[i].rend(); ++byte, rest >>= 8U)
            *byte = static_cast<char>(rest & 0xffU);
        point(i, numbers[i].data(), numbers[i].size());
    }
    void add(std::size_t i, std::string_view value) { point(i, value.data(), value.size()); }
    void add(std::size_t i, Bytes value) {
        point(i, reinterpret_cast<char const*>(value.data()), value.size());
    }
    void point(std::size_t i, char const* start, std::size_t size) {
        values[i] = start == nullptr ? "" : start;  // a null pointer would be NULL
        lengths[i] = static_cast<int>(size);
    }

    std::vector<char const*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    std::vector<std::array<char, 8>> numbers;
};

PostgresConnection::PostgresConnection(std::string url) : url_(std::move(url)) { reconnect(); }

void PostgresConnection::reconnect() {
    PQfinish(handle_);
    prepared_.clear();
    put_off_.clear();
    owed_ = 0;
    if (flow_ != nullptr) flow_->over = true;
    std::array const names{
        "dbname",          "client_encoding",  "fallback_application_name",
        "connect_timeout", "tcp_user_timeout", static_cast<char const*>(nullptr)};
    std::array const values{url_.c_str(), "UTF8",  "wasl",
                            "10",         "20000", static_cast<char const*>(nullptr)};
    handle_ = PQconnectdbParams(names.data(), values.data(), 1);
    if (!alive()) throw Breakdown(std::string("db.connect: ") + PQerrorMessage(handle_));
    PQsetNoticeProcessor(handle_, [](void*, char const*) {}, nullptr);
    PQenterPipelineMode(handle_);
}

// The server's own words may carry values (class 22, and the details of all classes): only the
// first line, and only where it speaks of names.
void PostgresConnection::fail(PGresult const* result, std::string_view name) {
    auto const field = [&](int which) -> std::string {
        auto const* const found = result == nullptr ? nullptr : PQresultErrorField(result, which);
        return found == nullptr ? "" : found;
    };
    auto const state = field(PG_DIAG_SQLSTATE);
    auto what = std::string(name);
    if (!state.starts_with("22")) what += ": " + field(PG_DIAG_MESSAGE_PRIMARY);
    what += " (postgresql " + (state.empty() ? "connection lost" : state) + ")";
    if (state == "23505" || state == "23503") throw Conflict(what);
    if (state == "55P03") throw Blocked(what);
    if (!alive() || state.empty() || state.starts_with("40") || state.starts_with("57P") ||
        state.starts_with("08"))
        throw Undone(what);
    throw Breakdown(what);
}

PostgresConnection::Prepared const* PostgresConnection::prepared(
    Sql const& sql, std::span<Cell const> cells) const {
    auto const found = prepared_.find(sql.text);
    if (found == prepared_.end()) return nullptr;
    auto const& types = found->second->types;
    if (types.size() != cells.size()) return nullptr;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (auto const type = type_of(cells[i]); type != 0 && type != types[i]) return nullptr;
    return found->second.get();
}

// Types are told, so that $1 is a bigint wherever a number is given; for a bare nullptr the server
// guesses until a value comes.
PostgresConnection::Prepared PostgresConnection::make_prepared(Sql const& sql,
                                                               std::span<Cell const> cells) {
    Prepared fresh{"s" + std::to_string(++names_), std::string(sql.text), {}};
    for (auto const& cell : cells) fresh.types.push_back(type_of(cell));
    auto const before = prepared_.find(sql.text);
    if (before != prepared_.end() && before->second->types.size() == cells.size())
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (fresh.types[i] == 0) fresh.types[i] = before->second->types[i];
    return fresh;
}

void PostgresConnection::send_put_off() {
    for (auto const* const command : put_off_)
        if (PQsendQueryParams(handle_, command, 0, nullptr, nullptr, nullptr, nullptr, 0) == 0)
            fail(nullptr, command);
}

void PostgresConnection::send_prepare(Prepared const& statement, std::string_view name) {
    if (PQsendPrepare(handle_, statement.name.c_str(), statement.text.c_str(),
                      static_cast<int>(statement.types.size()), statement.types.data()) == 0)
        fail(nullptr, name);
}

void PostgresConnection::send(Prepared const& statement, std::span<Cell const> cells,
                              std::string_view name) {
    Parameters const given(cells);
    if (PQsendQueryPrepared(handle_, statement.name.c_str(), static_cast<int>(cells.size()),
                            given.values.data(), given.lengths.data(), given.formats.data(),
                            binary) == 0)
        fail(nullptr, name);
}

// While it lives, the connection knows whose answers are on the way; at its end all have come.
class PostgresConnection::Flowing {
public:
    Flowing(PostgresConnection& connection, Flow& flow) : connection_(connection), flow_(flow) {
        flow.around = std::exchange(connection.flow_, &flow);
    }
    ~Flowing() {
        flow_.rows.clear();
        while (connection_.pull(flow_)) flow_.rows.clear();
        connection_.flow_ = flow_.around;
    }
    Flowing(Flowing const&) = delete;
    Flowing& operator=(Flowing const&) = delete;

private:
    PostgresConnection& connection_;
    Flow& flow_;
};

bool PostgresConnection::pull(Flow& flow) {
    if (flow.over) return false;
    if (flow.by_row && flow.ended + 1 == flow.sent) {
        // Where it is refused, all rows come at once.
        PQsetSingleRowMode(handle_);
        flow.by_row = false;
    }
    Result result(PQgetResult(handle_));
    if (!result) {
        flow.over = ++flow.ended > flow.sent + 1;
        return !flow.over;
    }
    switch (PQresultStatus(result.get())) {
        case PGRES_PIPELINE_SYNC: flow.over = true; return false;
        case PGRES_SINGLE_TUPLE: flow.rows.push_back(std::move(result)); break;
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
            ++flow.reached;
            flow.last = std::move(result);
            break;
        default:
            if (!flow.fault) flow.fault = std::move(result);
    }
    return true;
}

void PostgresConnection::pull_all(Flow& flow) {
    while (pull(flow)) {
    }
}

void PostgresConnection::conclude(Flow const& flow, std::string_view name) {
    if (flow.fault || flow.reached < flow.sent || !alive()) fail(flow.fault.get(), name);
}

void PostgresConnection::settle() {
    if (flow_ != nullptr) pull_all(*flow_);
    if (owed_ == 0) return;
    Flow flow{.sent = std::exchange(owed_, 0)};
    pull_all(flow);
    conclude(flow, "db.end_reading");
}

void PostgresConnection::give_rows(Flow& flow, Read const& read) {
    auto const give = [&](PGresult const* result) {
        for (int row = 0; row < PQntuples(result); ++row) {
            gave_rows_ = true;
            read(PostgresRow(result, row));
        }
    };
    do {
        while (!flow.rows.empty()) {
            auto const result = std::move(flow.rows.front());
            flow.rows.pop_front();
            give(result.get());
        }
    } while (pull(flow));
    if (flow.reached == flow.sent) give(flow.last.get());
}

std::int64_t PostgresConnection::run(Sql const& sql, std::span<Cell const> cells,
                                     Read const* read) {
    settle();
    // A reading function that runs statements has been given a row itself.
    gave_rows_ = flow_ != nullptr;
    if (prepared_.size() >= prepared_max) {
        prepared_.clear();
        put_off("deallocate all");
    }
    auto const* statement = prepared(sql, cells);
    std::unique_ptr<Prepared> fresh;
    Flow flow{.sent = put_off_.size() + 1, .by_row = read != nullptr};
    send_put_off();
    if (statement == nullptr) {
        fresh = std::make_unique<Prepared>(make_prepared(sql, cells));
        send_prepare(*fresh, sql.name);
        statement = fresh.get();
        ++flow.sent;
    }
    put_off_.clear();
    send(*statement, cells, sql.name);
    if (PQpipelineSync(handle_) == 0) fail(nullptr, sql.name);
    Flowing const flowing(*this, flow);
    // What was prepared stays so, even where running it fails.
    while (fresh && flow.reached + 1 < flow.sent && !flow.fault && pull(flow)) {
    }
    if (fresh && flow.reached + 1 >= flow.sent) {
        prepared_.erase(fresh->text);
        prepared_.emplace(fresh->text, std::move(fresh));
    }
    if (read != nullptr)
        give_rows(flow, *read);
    else
        pull_all(flow);
    conclude(flow, sql.name);
    std::string_view const tag = PQcmdTuples(flow.last.get());
    return tag.empty() || read != nullptr ? 0 : std::stoll(std::string(tag));
}

std::string PostgresConnection::flush(std::string_view name) {
    settle();
    Flow flow{.sent = put_off_.size()};
    send_put_off();
    put_off_.clear();
    if (PQpipelineSync(handle_) == 0) fail(nullptr, name);
    pull_all(flow);
    conclude(flow, name);
    return flow.last ? PQcmdStatus(flow.last.get()) : "";
}

void PostgresConnection::flush_without_waiting() {
    settle();
    owed_ = put_off_.size();
    send_put_off();
    put_off_.clear();
    if (PQpipelineSync(handle_) == 0) fail(nullptr, "db.end_reading");
}

void PostgresConnection::script(std::string_view name, std::string const& text) {
    if (!put_off_.empty()) flush(name);
    settle();
    PQexitPipelineMode(handle_);
    Result const result(PQexec(handle_, text.c_str()));
    PQenterPipelineMode(handle_);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result.get(), name);
}

}  // namespace wasl::db
