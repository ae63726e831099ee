// SPDX-License-Identifier: Apache-2.0
#include "tests/support/db_for_tests.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include "tests/support/private_postgres.hpp"

namespace wasl::tests {
namespace {

namespace fs = std::filesystem;

std::string wanted_server() {
    auto const* const set = std::getenv("WASL_TEST_PG");
    return set == nullptr ? std::string() : std::string(set);
}

// The same address with another database in it.
std::string url_of(std::string const& database) {
    auto const server = wanted_server();
    if (server.empty()) {
        static PrivatePostgres const own;
        return own.url(database);
    }
    auto const query = server.find('?');
    auto const host = server.find("//") + 2;
    auto const slash = server.find('/', host);
    auto const end = std::min(slash, std::min(query, server.size()));
    return server.substr(0, end) + "/" + database +
           (query == std::string::npos ? "" : server.substr(query));
}

void on_server(std::string const& statement) {
    auto* const connection = PQconnectdb(url_of("postgres").c_str());
    auto* const result = PQexec(connection, statement.c_str());
    std::string const fault = PQresultErrorMessage(result);
    bool const done = PQresultStatus(result) == PGRES_COMMAND_OK;
    std::string const why = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) throw std::runtime_error("PostgreSQL for tests: " + (fault.empty() ? why : fault));
}

std::string temporary_folder() {
    auto pattern = (fs::temp_directory_path() / "wasl-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return pattern;
}

std::string database_name() {
    static std::atomic<int> count{0};
    return "wasl_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

}  // namespace

TestDatabase::TestDatabase(db::Engine engine)
    : engine_(engine), folder_(temporary_folder()), name_(database_name()) {
    if (engine_ == db::Engine::sqlite) {
        url_ = "sqlite:" + folder_ + "/wasl.db";
    } else {
        url_ = url_of(name_);
        on_server("create database " + name_ +
                  " template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
    }
    reopen();
}

TestDatabase::~TestDatabase() {
    database_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    if (engine_ == db::Engine::postgresql) on_server("drop database " + name_ + " with (force)");
}

void TestDatabase::reopen() {
    database_.reset();
    db::Settings settings;
    settings.url = url_;
    settings.readers_max = 8;
    database_ = db::open(settings);
}

OnEngine::OnEngine(std::initializer_list<std::span<db::SchemaStep const>> schemas)
    : made_(GetParam()) {
    for (auto const& schema : schemas) db::migrate(database(), schema, clock.now());
}

std::vector<db::Engine> engines() {
    if (wanted_server() == "none") return {db::Engine::sqlite};
    return {db::Engine::sqlite, db::Engine::postgresql};
}

}  // namespace wasl::tests
