// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite_connection.hpp"

#include <algorithm>

namespace wasl::db {
namespace {

constexpr std::size_t kept_statements_max = 1024;

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    bool null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t number(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text(int column) const override {
        auto const* start = sqlite3_column_text(statement_, column);
        auto const size = sqlite3_column_bytes(statement_, column);
        if (start == nullptr) return {};
        return {reinterpret_cast<char const*>(start), static_cast<std::size_t>(size)};
    }
    Bytes bytes(int column) const override {
        auto const* start = sqlite3_column_blob(statement_, column);
        auto const size = sqlite3_column_bytes(statement_, column);
        return {static_cast<std::byte const*>(start), static_cast<std::size_t>(size)};
    }

private:
    sqlite3_stmt* statement_;
};

// The bound memory belongs to the caller and outlives the step, hence SQLITE_STATIC. An empty
// text or blob must not be bound by a null pointer, which would make it NULL.
struct Bind {
    sqlite3_stmt* statement;
    int place;

    int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, place); }
    int operator()(Null) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(std::string_view value) const {
        return sqlite3_bind_text64(statement, place, value.data() ? value.data() : "", value.size(),
                                   SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(std::string const& value) const { return (*this)(std::string_view(value)); }
    int operator()(Bytes value) const {
        if (value.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
        return sqlite3_bind_blob64(statement, place, value.data(), value.size(), SQLITE_STATIC);
    }
};

// Gives the statement back however the reading ends.
class Occupied {
public:
    explicit Occupied(SqliteStatement& statement) : statement_(statement) { statement.occupy(); }
    ~Occupied() { statement_.reset(); }
    Occupied(Occupied const&) = delete;
    Occupied& operator=(Occupied const&) = delete;

private:
    SqliteStatement& statement_;
};

// What stands in the file is read through the map, as long as SQLite makes it (2 GB), and costs a
// connection nothing; its own cache holds only pages of the log. There is one such cache a thread,
// so they are small: with SQLite's 2 MB each, filing for a minute filled 70 MB. An index that is
// made for one question costs a pass over the table: our statements have theirs in the schema.
constexpr std::string_view reading_cache = "pragma query_only=on; pragma cache_size=-256;";
constexpr std::string_view writing_cache = "pragma cache_size=-8192;";

void set_up(SqliteConnection& connection, SqliteConnection::Use use) {
    static std::string const common =
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;"
        "pragma mmap_size=2147418112; pragma temp_store=memory; pragma wal_autocheckpoint=0;"
        "pragma automatic_index=off;";
    connection.script("db.set_up", common);
    bool const reads = use == SqliteConnection::Use::reading;
    connection.script("db.set_up", std::string(reads ? reading_cache : writing_cache));
}

}  // namespace

void throw_sqlite(sqlite3* database, std::string_view statement) {
    int const code = sqlite3_extended_errcode(database);
    auto const what = std::string(statement) + ": " + sqlite3_errmsg(database) + " (sqlite " +
                      std::to_string(code) + ")";
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_FOREIGNKEY:
        case SQLITE_CONSTRAINT_ROWID: throw Conflict(what);
        default: throw Breakdown(what);
    }
}

SqliteStatement::SqliteStatement(sqlite3* database, Sql const& sql) : text_(sql.text) {
    if (sqlite3_prepare_v3(database, text_.data(), static_cast<int>(text_.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle_, nullptr) != SQLITE_OK)
        throw_sqlite(database, sql.name);
    check(handle_ != nullptr, "a statement is not empty");
    auto const count = sqlite3_bind_parameter_count(handle_);
    for (int number = 1; number <= count; ++number) {
        auto const name = "$" + std::to_string(number);
        auto const place = sqlite3_bind_parameter_index(handle_, name.c_str());
        if (place == 0) throw Breakdown(std::string(sql.name) + ": " + name + " is missing");
        places_.push_back(place);
    }
}

void SqliteStatement::bind(Sql const& sql, std::span<Cell const> cells) {
    if (cells.size() != places_.size())
        throw Breakdown(std::string(sql.name) + ": wants " + std::to_string(places_.size()) +
                        " values, was given " + std::to_string(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (std::visit(Bind{handle_, places_[i]}, cells[i]) != SQLITE_OK)
            throw_sqlite(sqlite3_db_handle(handle_), sql.name);
}

void SqliteStatement::reset() {
    sqlite3_reset(handle_);
    busy_ = false;
}

// SQLite's own count of its memory has one lock for all threads; nobody asks for that count.
static void configure_once() {
    static bool const done = [] {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(done);
}

SqliteConnection::SqliteConnection(std::string const& file, Use use) {
    configure_once();
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                      (use == Use::writing ? SQLITE_OPEN_CREATE : 0);
    if (sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        auto const why = std::string("db.open: ") + sqlite3_errmsg(handle_);
        close();
        throw Breakdown(why);
    }
    // Only our own checkpoints hold the lock besides, and only while they wait for readers.
    sqlite3_busy_timeout(handle_, 5'000);
    try {
        set_up(*this, use);
    } catch (...) {
        close();
        throw;
    }
}

void SqliteConnection::close() {
    statements_.clear();
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
}

bool SqliteConnection::in_the_middle() const {
    return std::any_of(statements_.begin(), statements_.end(),
                       [](auto const& one) { return one.second->busy(); });
}

void SqliteConnection::script(std::string_view name, std::string const& text) {
    if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw_sqlite(handle_, name);
}

std::int64_t SqliteConnection::run(Sql const& sql, std::span<Cell const> cells, Read const* read) {
    auto const found = statements_.find(sql.text.data());
    if (found != statements_.end() && found->second->busy()) {
        // The same statement is being read further up the stack.
        SqliteStatement passing(handle_, sql);
        passing.bind(sql, cells);
        return step_through(passing, sql, read);
    }
    if (found != statements_.end() && found->second->is_of(sql.text)) {
        found->second->bind(sql, cells);
        return step_through(*found->second, sql, read);
    }
    auto fresh = std::make_unique<SqliteStatement>(handle_, sql);
    auto& statement = *fresh;
    if (statements_.size() >= kept_statements_max)
        std::erase_if(statements_, [](auto const& kept) { return !kept.second->busy(); });
    statements_.insert_or_assign(sql.text.data(), std::move(fresh));
    statement.bind(sql, cells);
    return step_through(statement, sql, read);
}

std::int64_t SqliteConnection::step_through(SqliteStatement& statement, Sql const& sql,
                                            Read const* read) {
    Occupied const occupied(statement);
    SqliteRow const row(statement.handle());
    for (;;) {
        int const code = sqlite3_step(statement.handle());
        if (code == SQLITE_DONE) break;
        if (code != SQLITE_ROW) throw_sqlite(handle_, sql.name);
        if (read != nullptr) (*read)(row);
    }
    return sqlite3_stmt_readonly(statement.handle()) != 0 ? 0 : sqlite3_changes64(handle_);
}

}  // namespace wasl::db
