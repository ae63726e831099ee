// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <mutex>

#include "platform/db/engines.hpp"
#include "platform/db/group_commit.hpp"
#include "platform/db/sqlite_backup.hpp"
#include "platform/db/sqlite_checkpoint.hpp"
#include "platform/db/sqlite_session.hpp"

namespace wasl::db {
namespace {

constexpr Sql begin_reading{"db.begin_reading", "begin"};
constexpr Sql end_reading{"db.end_reading", "commit"};

class SqliteReader final : public Reader {
public:
    explicit SqliteReader(std::string const& file)
        : connection_(file, SqliteConnection::Use::reading) {}

    void run(Sql const& sql, std::span<Cell const> cells,
             std::function<void(Row const&)> const& read) override {
        connection_.run(sql, cells, &read);
    }
    void view(std::function<void(Reader&)> const& work);
    void close() { connection_.close(); }

private:
    SqliteConnection connection_;
};

// One snapshot for the whole view; a view within a view is part of the outer one.
void SqliteReader::view(std::function<void(Reader&)> const& work) {
    if (connection_.in_transaction()) return work(*this);
    connection_.run(begin_reading);
    try {
        work(*this);
    } catch (...) {
        connection_.script("db.end_reading", "rollback");
        throw;
    }
    connection_.run(end_reading);
}

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

// A thread keeps its reading connection as long as it lives, one for each open database.
struct Kept {
    std::uint64_t database;
    std::shared_ptr<SqliteReader> reader;
};
thread_local std::vector<Kept> kept_readers;

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::string file, Settings const& settings)
        : file_(std::move(file)),
          group_(sessions(file_), settings.batch_max),
          checkpoint_(file_, group_) {}
    ~SqliteDatabase() override;

    Engine engine() const override { return Engine::sqlite; }
    void view(std::function<void(Reader&)> const& work) override { reader().view(work); }
    void commit(std::function<bool(Writer&)> const& work) override { group_.commit(work); }
    void backup_to(std::string const& file) override { copy_sqlite(file_, file); }

private:
    static std::vector<std::unique_ptr<Session>> sessions(std::string const& file) {
        std::vector<std::unique_ptr<Session>> one;
        one.push_back(std::make_unique<SqliteSession>(file));
        return one;
    }
    SqliteReader& reader();
    SqliteReader& new_reader();

    std::string file_;
    std::uint64_t serial_ = next_serial();
    GroupCommit group_;
    SqliteCheckpoint checkpoint_;
    std::mutex lock_;
    std::vector<std::weak_ptr<SqliteReader>> readers_;
};

// Nobody reads any more: what the threads still keep is closed here, so that the last checkpoint
// finds the file alone.
SqliteDatabase::~SqliteDatabase() {
    std::lock_guard const hold(lock_);
    for (auto const& kept : readers_)
        if (auto const reader = kept.lock()) reader->close();
}

SqliteReader& SqliteDatabase::reader() {
    for (auto const& kept : kept_readers)
        if (kept.database == serial_) return *kept.reader;
    return new_reader();
}

SqliteReader& SqliteDatabase::new_reader() {
    auto fresh = std::make_shared<SqliteReader>(file_);
    std::lock_guard const hold(lock_);
    std::erase_if(readers_, [](auto const& kept) { return kept.expired(); });
    readers_.push_back(fresh);
    kept_readers.push_back({serial_, fresh});
    return *fresh;
}

}  // namespace

std::unique_ptr<Database> open_sqlite(std::string const& file, Settings const& settings) {
    return std::make_unique<SqliteDatabase>(file, settings);
}

}  // namespace wasl::db
