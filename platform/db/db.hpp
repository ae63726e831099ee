// SPDX-License-Identifier: Apache-2.0
// One database, SQLite or PostgreSQL, spoken to in one SQL text with $1 placeholders.
//
// Reading and writing are different types: who is given a Reader cannot change anything. A write is
// a closure that gets a Writer; concurrent writes are committed in groups, each in a savepoint of
// its own, and the caller returns only when the common commit is on disk. A closure that returns a
// refusal, or throws, leaves nothing behind.
//
// Who waits for a write holds no snapshot: a view is given back when its thread calls write(), and
// what it reads afterwards it reads in a new one, its own write included.
//
// Dialect (docs/decisions/): bigint micros for moments, ISO text for days, 0/1 for truth, ids made
// by next_id(). Not: LIKE, lower(), now(), autoincrement, ::casts, collation-dependent ordering.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "kernel/money.hpp"
#include "kernel/result.hpp"

namespace wasl::db {

// A statement and its name; the name goes to the log and to the metrics. Constants only: the
// address of `text` is the key of the prepared statement.
struct Sql {
    std::string_view name;
    std::string_view text;
};

// What may be bound to $1, $2, ...
using Bytes = std::span<std::byte const>;
// Nothing, of a known kind: PostgreSQL wants to know which even where there is no value.
enum class Null { number, text, bytes };
using Cell = std::variant<std::nullptr_t, std::int64_t, std::string_view, Bytes, std::string, Null>;

Cell cell(std::nullptr_t);
Cell cell(std::nullopt_t);
Cell cell(bool);
Cell cell(std::string_view);
inline Cell cell(std::string const& value) { return cell(std::string_view(value)); }
inline Cell cell(char const* value) { return cell(std::string_view(value)); }
Cell cell(Bytes);
Cell cell(Date);     // ISO text
Cell cell(Instant);  // micros
Cell cell(Money);    // centimes
template<typename Integer>
    requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)
Cell cell(Integer value) {
    return static_cast<std::int64_t>(value);
}
template<typename Tag>
Cell cell(Id<Tag> id) {
    return id.value();
}
template<typename T>
Cell cell(std::optional<T> const& value) {
    if (value) return cell(*value);
    if constexpr (std::is_convertible_v<T, std::string_view> || std::is_same_v<T, Date>)
        return Null::text;
    else if constexpr (std::is_convertible_v<T, Bytes>)
        return Null::bytes;
    else
        return Null::number;
}

// One row of an answer, valid only while the reading function runs. Columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    virtual bool null(int column) const = 0;
    virtual std::int64_t number(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual Bytes bytes(int column) const = 0;

    bool flag(int column) const { return number(column) != 0; }
    std::string str(int column) const { return std::string(text(column)); }
    Date date(int column) const;  // throws Breakdown on a malformed day
    std::optional<Date> maybe_date(int column) const;
    Instant moment(int column) const { return instant_from_micros(number(column)); }
    std::optional<Instant> maybe_moment(int column) const;
    std::optional<std::int64_t> maybe_number(int column) const;
    Money money(int column) const { return Money::centimes(number(column)); }
    template<typename Ident>
    Ident id(int column) const {
        return Ident{number(column)};
    }
    template<typename Ident>
    std::optional<Ident> maybe_id(int column) const {
        return null(column) ? std::nullopt : std::optional<Ident>(Ident{number(column)});
    }
};

// The database could not do its work: disk full, server gone, constraint that no rule foresaw.
class Breakdown : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A unique or foreign key said no. Rules should ask first; where two may race (`insert` of a key
// made from the form), catch this around the one statement: the transaction stays usable, because
// execute() then runs in an inner savepoint (see Writer::try_execute).
class Conflict : public Breakdown {
public:
    using Breakdown::Breakdown;
};

class Reader {
public:
    virtual ~Reader() = default;

    // Calls `read(row)` for each row; for large answers, nothing is collected.
    template<typename... Args>
    void each(Sql const& sql, std::function<void(Row const&)> const& read, Args const&... args) {
        Cell const cells[] = {cell(args)..., Cell{nullptr}};
        run(sql, std::span(cells, sizeof...(args)), read);
    }

    template<typename Read, typename... Args>
    auto select(Sql const& sql, Read read, Args const&... args) {
        std::vector<std::invoke_result_t<Read, Row const&>> found;
        each(sql, [&](Row const& row) { found.push_back(read(row)); }, args...);
        return found;
    }

    // The first row, or nothing.
    template<typename Read, typename... Args>
    auto one(Sql const& sql, Read read, Args const&... args) {
        std::optional<std::invoke_result_t<Read, Row const&>> found;
        each(
            sql,
            [&](Row const& row) {
                if (!found) found.emplace(read(row));
            },
            args...);
        return found;
    }

    // The first column of the first row as a number; 0 where there is none.
    template<typename... Args>
    std::int64_t count(Sql const& sql, Args const&... args) {
        return one(
                   sql, [](Row const& row) { return row.null(0) ? 0 : row.number(0); }, args...)
            .value_or(0);
    }

    // For statements whose shape depends on filters: cells made one by one.
    virtual void run(Sql const& sql, std::span<Cell const> cells,
                     std::function<void(Row const&)> const& read) = 0;
};

class Writer : public Reader {
public:
    // Rows changed.
    template<typename... Args>
    std::int64_t execute(Sql const& sql, Args const&... args) {
        Cell const cells[] = {cell(args)..., Cell{nullptr}};
        return change(sql, std::span(cells, sizeof...(args)));
    }
    // As execute, but a violated key is an answer (false) and the transaction goes on.
    template<typename... Args>
    bool try_execute(Sql const& sql, Args const&... args) {
        Cell const cells[] = {cell(args)..., Cell{nullptr}};
        return try_change(sql, std::span(cells, sizeof...(args)));
    }

    virtual std::int64_t change(Sql const& sql, std::span<Cell const> cells) = 0;
    virtual bool try_change(Sql const& sql, std::span<Cell const> cells) = 0;
};

// A positive 63-bit number, larger than every one this process gave before, unique over processes:
// 41 bits of milliseconds since 2020, 10 bits of node, 12 bits of sequence.
std::int64_t next_id();
// The node is drawn at random unless an installation with several numbers them, 0 to 1023, before
// the first id is made.
void set_node(int number);
template<typename Ident>
Ident fresh() {
    return Ident{next_id()};
}

enum class Engine { sqlite, postgresql };

struct Settings {
    // "sqlite:/path/to/wasl.db" or a libpq connection string "postgresql://...".
    std::string url;
    int readers_max = 32;  // connections for reading on PostgreSQL; SQLite has one a thread
    std::size_t batch_max = 256;
    int writers = 1;  // threads that commit batches on PostgreSQL; SQLite always has one
};

class Database {
public:
    virtual ~Database() = default;
    virtual Engine engine() const = 0;

    // work(Reader&): a consistent view of what is committed, until the thread that holds it writes.
    // Returns what work returns.
    template<typename Work>
    auto read(Work work) {
        using Answer = std::invoke_result_t<Work, Reader&>;
        std::optional<Answer> answer;
        view([&](Reader& reader) { answer.emplace(work(reader)); });
        return std::move(*answer);
    }

    // work(Writer&) -> Result<T>. All of it or none of it: a refusal rolls back as surely as an
    // exception, which is thrown again here. Runs on another thread while this one waits; it may
    // run twice (a batch that failed is retried one by one), so it must have no effect besides.
    template<typename Work>
    auto write(Work work) {
        using Answer = std::invoke_result_t<Work, Writer&>;
        std::optional<Answer> answer;
        commit([&](Writer& writer) {
            answer.emplace(work(writer));
            return !answer->refused();
        });
        return std::move(*answer);
    }

    virtual void view(std::function<void(Reader&)> const& work) = 0;
    // `work` returns true to commit.
    virtual void commit(std::function<bool(Writer&)> const& work) = 0;

    // A copy that is consistent and complete, made while others write (SQLite; on PostgreSQL use
    // pg_dump, which `wasl backup` calls).
    virtual void backup_to(std::string const& file) = 0;
};

std::unique_ptr<Database> open(Settings const&);

// One numbered file of a module's schema/, its DDL tokens not yet expanded: {BIGINT} {BLOB} {PK}
// {STRICT} {CLUSTERED} differ between the engines, nothing else does.
struct SchemaStep {
    std::string_view module;  // "modules/dossiers"
    std::string_view name;    // "0001_dossiers"
    std::string_view text;
};

// Applies what is missing, each step once, under a lock, forward only. Throws Breakdown where an
// applied step was edited afterwards. Returns the names of those applied now.
std::vector<std::string> migrate(Database&, std::span<SchemaStep const>, Instant now);

}  // namespace wasl::db
