// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite_backup.hpp"

#include <filesystem>

#include "platform/db/sqlite_connection.hpp"

namespace wasl::db {
namespace {

namespace fs = std::filesystem;

constexpr Sql look{"db.backup_look", "select count(*) from sqlite_schema"};
constexpr int pages_a_step = 1024;

class Target {
public:
    explicit Target(std::string const& file) {
        if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) {
            auto const why = std::string("db.backup: ") + sqlite3_errmsg(handle_);
            sqlite3_close(handle_);
            throw Breakdown(why);
        }
    }
    ~Target() { sqlite3_close(handle_); }
    Target(Target const&) = delete;
    Target& operator=(Target const&) = delete;
    sqlite3* handle() const { return handle_; }

private:
    sqlite3* handle_ = nullptr;
};

// The open view holds one snapshot; without it each commit of others would restart the copy.
void copy_pages(std::string const& from, std::string const& to) {
    SqliteConnection source(from, SqliteConnection::Use::reading);
    source.script("db.backup", "begin");
    source.run(look);
    Target target(to);
    auto* const copying = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (copying == nullptr) throw_sqlite(target.handle(), "db.backup");
    int code = SQLITE_OK;
    while (code == SQLITE_OK) code = sqlite3_backup_step(copying, pages_a_step);
    sqlite3_backup_finish(copying);
    if (code != SQLITE_DONE) throw Breakdown(std::string("db.backup: ") + sqlite3_errstr(code));
    source.script("db.backup", "commit");
}

}  // namespace

void copy_sqlite(std::string const& from, std::string const& to) {
    if (fs::exists(to)) throw Breakdown("db.backup: there is already a file of that name");
    auto const unfinished = to + ".part";
    fs::remove(unfinished);
    try {
        copy_pages(from, unfinished);
        fs::rename(unfinished, to);
    } catch (...) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        throw;
    }
}

}  // namespace wasl::db
