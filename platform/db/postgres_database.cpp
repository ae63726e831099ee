// SPDX-License-Identifier: Apache-2.0
#include "platform/db/engines.hpp"
#include "platform/db/group_commit.hpp"
#include "platform/db/postgres_pool.hpp"
#include "platform/db/postgres_session.hpp"

namespace wasl::db {
namespace {

// Beyond 64 savepoints a transaction's list of them no longer fits the server's shared cache and
// everybody's snapshots become slow.
constexpr std::size_t savepoints_max = 60;

class PostgresDatabase;
// What this thread is reading with at the moment: a view within a view is part of the outer one.
struct Reading {
    PostgresDatabase const* database = nullptr;
    PostgresReader* reader = nullptr;
};
thread_local Reading reading;
// The database in whose commit this thread is working. What that work reads on the side must not
// wait for the readers who wait for the commit: it has connections of its own.
thread_local PostgresDatabase const* committing = nullptr;

class Borrowed {
public:
    Borrowed(PostgresPool& pool, PostgresDatabase const* database)
        : pool_(pool),
          reader_(pool.borrow()),
          before_(std::exchange(reading, {database, reader_.get()})) {}
    ~Borrowed() {
        reading = before_;
        pool_.give_back(std::move(reader_));
    }
    Borrowed(Borrowed const&) = delete;
    Borrowed& operator=(Borrowed const&) = delete;
    PostgresReader& operator*() { return *reader_; }

private:
    PostgresPool& pool_;
    std::unique_ptr<PostgresReader> reader_;
    Reading before_;
};

class Resting {
public:
    explicit Resting(PostgresReader* reader) : reader_(reader) {
        if (reader_ != nullptr) reader_->rest();
    }
    ~Resting() {
        if (reader_ != nullptr) reader_->wake();
    }
    Resting(Resting const&) = delete;
    Resting& operator=(Resting const&) = delete;

private:
    PostgresReader* reader_;
};

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(Settings const& settings)
        : pool_(settings.url, std::max(settings.readers_max, 1)),
          own_pool_(settings.url, std::max(settings.writers, 1)),
          group_(sessions(settings), std::min(settings.batch_max, savepoints_max)) {}

    Engine engine() const override { return Engine::postgresql; }
    void view(std::function<void(Reader&)> const& work) override {
        if (reading.database == this) return work(*reading.reader);
        Borrowed borrowed(committing == this ? own_pool_ : pool_, this);
        (*borrowed).view(work);
    }
    void commit(std::function<bool(Writer&)> const& work) override {
        Resting const until_committed(reading.database == this ? reading.reader : nullptr);
        group_.commit([&](Writer& writer) {
            struct Committing {
                PostgresDatabase const* before;
                ~Committing() { committing = before; }
            } const until_the_end{std::exchange(committing, this)};
            return work(writer);
        });
    }
    void backup_to(std::string const&) override {
        throw Breakdown("db.backup: PostgreSQL is copied by pg_dump, which `wasl backup` calls");
    }

private:
    static std::vector<std::unique_ptr<Session>> sessions(Settings const& settings) {
        std::vector<std::unique_ptr<Session>> made;
        for (int i = 0; i < std::max(settings.writers, 1); ++i)
            made.push_back(std::make_unique<PostgresSession>(settings.url));
        return made;
    }

    PostgresPool pool_, own_pool_;
    GroupCommit group_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(Settings const& settings) {
    return std::make_unique<PostgresDatabase>(settings);
}

}  // namespace wasl::db
