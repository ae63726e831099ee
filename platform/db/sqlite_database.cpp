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
             std::function<void(Row const&)> const& read) override;
    void view(std::function<void(Reader&)> const& work);
    void close() { connection_.close(); }

    // Gives the snapshot back while its thread waits for a write: no checkpoint and no writer is
    // kept waiting by a reader who is himself waiting for them.
    void rest() {
        end();
        resting_ = true;
    }
    void wake() noexcept { resting_ = false; }

private:
    void end() {
        if (connection_.in_transaction()) connection_.run(end_reading);
    }

    SqliteConnection connection_;
    bool viewing_ = false;
    bool resting_ = false;
};

// One snapshot for the whole view, taken when it first reads; a view within a view is part of the
// outer one.
void SqliteReader::view(std::function<void(Reader&)> const& work) {
    if (viewing_) return work(*this);
    viewing_ = true;
    try {
        work(*this);
    } catch (...) {
        viewing_ = false;
        if (connection_.in_transaction()) connection_.script("db.end_reading", "rollback");
        throw;
    }
    viewing_ = false;
    end();
}

void SqliteReader::run(Sql const& sql, std::span<Cell const> cells,
                       std::function<void(Row const&)> const& read) {
    check(!resting_, "a write reads with its writer, not with the view of who waits for it");
    if (!connection_.in_transaction()) connection_.run(begin_reading);
    connection_.run(sql, cells, &read);
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
    void commit(std::function<bool(Writer&)> const& work) override;
    void backup_to(std::string const& file) override { copy_sqlite(file_, file); }

private:
    static std::vector<std::unique_ptr<Session>> sessions(std::string const& file) {
        std::vector<std::unique_ptr<Session>> one;
        one.push_back(std::make_unique<SqliteSession>(file));
        return one;
    }
    SqliteReader* kept_reader() const;
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

void SqliteDatabase::commit(std::function<bool(Writer&)> const& work) {
    auto* const reader = kept_reader();
    if (reader == nullptr) return group_.commit(work);
    reader->rest();
    struct Awake {
        SqliteReader& reader;
        ~Awake() { reader.wake(); }
    } const afterwards{*reader};
    group_.commit(work);
}

SqliteReader* SqliteDatabase::kept_reader() const {
    for (auto const& kept : kept_readers)
        if (kept.database == serial_) return kept.reader.get();
    return nullptr;
}

SqliteReader& SqliteDatabase::reader() {
    auto* const kept = kept_reader();
    return kept != nullptr ? *kept : new_reader();
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
