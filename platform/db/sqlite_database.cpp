// SPDX-License-Identifier: Apache-2.0
#include "platform/db/engines.hpp"
#include "platform/db/group_commit.hpp"
#include "platform/db/sqlite_backup.hpp"
#include "platform/db/sqlite_checkpoint.hpp"
#include "platform/db/sqlite_session.hpp"
#include "platform/db/sqlite_view.hpp"

namespace wasl::db {
namespace {

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::string file, Settings const& settings)
        : file_(std::move(file)),
          readers_(file_),
          group_(sessions(file_), settings.batch_max),
          checkpoint_(file_, group_) {}

    Engine engine() const override { return Engine::sqlite; }
    void view(std::function<void(Reader&)> const& work) override;
    void commit(std::function<bool(Writer&)> const& work) override;
    void backup_to(std::string const& file) override { copy_sqlite(file_, file); }

private:
    static std::vector<std::unique_ptr<Session>> sessions(std::string const& file) {
        std::vector<std::unique_ptr<Session>> one;
        one.push_back(std::make_unique<SqliteSession>(file));
        return one;
    }

    std::string file_;
    SqliteReaders readers_;
    GroupCommit group_;
    SqliteCheckpoint checkpoint_;
};

// A view within a view is part of the outer one.
void SqliteDatabase::view(std::function<void(Reader&)> const& work) {
    if (auto* const outer = SqliteView::current(readers_)) return work(*outer);
    SqliteView view(readers_);
    work(view);
    view.end();
}

void SqliteDatabase::commit(std::function<bool(Writer&)> const& work) {
    auto* const view = SqliteView::current(readers_);
    if (view == nullptr) return group_.commit(work);
    view->rest();
    struct Awake {
        SqliteView& view;
        ~Awake() { view.wake(); }
    } const afterwards{*view};
    group_.commit(work);
}

}  // namespace

std::unique_ptr<Database> open_sqlite(std::string const& file, Settings const& settings) {
    return std::make_unique<SqliteDatabase>(file, settings);
}

}  // namespace wasl::db
