// SPDX-License-Identifier: Apache-2.0
#include "tests/support/db_for_tests.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>

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

std::unique_ptr<db::Database> opened(std::string const& url) {
    db::Settings settings;
    settings.url = url;
    settings.readers_max = 8;
    return db::open(settings);
}

void make_database(std::string const& name, std::string const& like) {
    on_server("create database " + name + " template " + like +
              " encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
}
void drop_database(std::string const& name) {
    on_server("drop database " + name + " with (force)");
}

// A database that nobody changes any more.
class Prepared {
public:
    Prepared(db::Engine engine, Schemas const& schemas, Ground ground) : engine_(engine) {
        if (engine_ == db::Engine::sqlite)
            folder_ = temporary_folder();
        else
            make_database(name_, "template0");
        auto const database =
            opened(engine_ == db::Engine::sqlite ? "sqlite:" + file() : url_of(name_));
        for (auto const& schema : schemas)
            db::migrate(*database, schema, TestClock::start_of_tests());
        if (ground != nullptr) ground(*database);
    }
    ~Prepared() {
        std::error_code ignored;
        if (engine_ == db::Engine::sqlite)
            fs::remove_all(folder_, ignored);
        else
            drop_database(name_);
    }
    Prepared(Prepared const&) = delete;
    Prepared& operator=(Prepared const&) = delete;

    std::string file() const { return folder_ + "/wasl.db"; }
    std::string const& name() const { return name_; }

private:
    db::Engine engine_;
    std::string folder_;
    std::string name_ = database_name();
};

Prepared const& prepared(db::Engine engine, Schemas const& schemas, Ground ground) {
    std::string all;
    for (auto const& schema : schemas)
        for (auto const& step : schema)
            all.append(step.module).append(step.name).append(step.text).push_back('\0');
    using Known = std::map<std::pair<std::string, Ground>, Prepared>;
    auto const found = [&](Known& known) -> Prepared const& {
        return known.try_emplace({all, ground}, engine, schemas, ground).first->second;
    };
    if (engine == db::Engine::sqlite) {
        static Known files;
        return found(files);
    }
    url_of("");  // the server comes first, so it goes last
    static Known databases;
    return found(databases);
}

}  // namespace

TestDatabase::TestDatabase(db::Engine engine, Schemas const& schemas, Ground ground)
    : engine_(engine), folder_(temporary_folder()), name_(database_name()) {
    if (engine_ == db::Engine::sqlite) {
        url_ = "sqlite:" + folder_ + "/wasl.db";
        if (!schemas.empty())
            fs::copy_file(prepared(engine_, schemas, ground).file(), folder_ + "/wasl.db");
    } else {
        url_ = url_of(name_);
        make_database(name_,
                      schemas.empty() ? "template0" : prepared(engine_, schemas, ground).name());
    }
    reopen();
}

TestDatabase::~TestDatabase() {
    database_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    if (engine_ == db::Engine::postgresql) drop_database(name_);
}

void TestDatabase::reopen() {
    database_.reset();
    database_ = opened(url_);
}

OnEngine::OnEngine(Schemas const& schemas, Ground ground) : made_(GetParam(), schemas, ground) {}

std::vector<db::Engine> engines() {
    if (wanted_server() == "none") return {db::Engine::sqlite};
    return {db::Engine::sqlite, db::Engine::postgresql};
}

}  // namespace wasl::tests
