// SPDX-License-Identifier: Apache-2.0
// Connections for reading, made when they are first needed, at most so many.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/postgres_connection.hpp"

namespace wasl::db {

class PostgresReader final : public Reader {
public:
    explicit PostgresReader(std::string const& url) : connection_(url) {}

    void run(Sql const& sql, std::span<Cell const> cells,
             std::function<void(Row const&)> const& read) override;
    void view(std::function<void(Reader&)> const& work);

    // Gives the snapshot back while its thread waits for a write; what is read afterwards is read
    // in a new one.
    void rest() {
        end();
        begin();
        resting_ = true;
    }
    void wake() noexcept { resting_ = false; }

private:
    void begin();
    void end() noexcept;

    PostgresConnection connection_;
    bool untouched_ = true;
    bool resting_ = false;
};

class PostgresPool {
public:
    PostgresPool(std::string url, int readers_max) : url_(std::move(url)), free_(readers_max) {}

    std::unique_ptr<PostgresReader> borrow();
    void give_back(std::unique_ptr<PostgresReader> reader);

private:
    std::string url_;
    std::mutex lock_;
    std::condition_variable returned_;
    int free_;  // how many more may be out at the same time
    std::vector<std::unique_ptr<PostgresReader>> kept_;
};

}  // namespace wasl::db
