// SPDX-License-Identifier: Apache-2.0
// Moves what was committed from the write-ahead log into the file, away from the writer's thread,
// so that no caller waits for it.
#pragma once

#include "platform/db/group_commit.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace wasl::db {

class SqliteCheckpoint {
public:
    SqliteCheckpoint(std::string const& file, GroupCommit& group);
    ~SqliteCheckpoint();  // the log is emptied

private:
    void serve();

    SqliteConnection connection_;
    GroupCommit& group_;
    std::mutex lock_;
    std::condition_variable stopped_;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace wasl::db
