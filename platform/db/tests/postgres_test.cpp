// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "tests/support/db_for_tests.hpp"

namespace wasl::db {
namespace {

constexpr SchemaStep tables[] = {
    {"tests", "0001_things",
     "create table things (id {BIGINT} not null primary key, name text not null) {STRICT};"}};
constexpr Sql add{"tests.add", "insert into things (id, name) values ($1, $2)"};
constexpr Sql count_all{"tests.count_all", "select count(*) from things"};
constexpr Sql end_own_connection{"tests.end_own_connection",
                                 "select pg_terminate_backend(pg_backend_pid())"};
constexpr Sql end_other_connections{
    "tests.end_other_connections",
    "select count(pg_terminate_backend(pid)) from pg_stat_activity "
    "where datname = current_database() and pid <> pg_backend_pid()"};

class Postgres : public tests::OnEngine {
protected:
    Postgres() : OnEngine({tables}) {}
    std::int64_t things() {
        return read([](Reader& reader) { return reader.count(count_all); });
    }
    void add_one(std::int64_t id) {
        database().commit([&](Writer& writer) { return writer.execute(add, id, "x") == 1; });
    }
};

std::vector<Engine> postgres_alone() {
    std::vector<Engine> found = tests::engines();
    std::erase(found, Engine::sqlite);
    return found;
}
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Postgres);
INSTANTIATE_TEST_SUITE_P(Alone, Postgres, testing::ValuesIn(postgres_alone()), tests::engine_name);

TEST_P(Postgres, writes_again_after_the_connection_died_under_a_write) {
    int attempts = 0;
    database().commit([&](Writer& writer) {
        writer.execute(add, 1, "once");
        if (++attempts == 1) writer.count(end_own_connection);
        return true;
    });
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(things(), 1);
}

TEST_P(Postgres, keeps_the_neighbours_of_a_write_that_lost_the_connection) {
    std::vector<std::thread> callers;
    std::atomic<int> cut{0};
    for (int thread = 0; thread < 24; ++thread)
        callers.emplace_back([&, thread] {
            for (int i = 0; i < 5; ++i)
                database().commit([&](Writer& writer) {
                    writer.execute(add, thread * 10 + i, "x");
                    if (thread == 0 && i == 2 && cut++ == 0) writer.count(end_own_connection);
                    return true;
                });
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(things(), 24 * 5);
}

TEST_P(Postgres, reads_and_writes_again_after_the_server_closed_every_connection) {
    add_one(1);
    EXPECT_EQ(things(), 1);
    auto const ender = open({.url = made().url()});
    ender->commit([](Writer& writer) { return writer.count(end_other_connections) >= 0; });
    EXPECT_EQ(things(), 1);
    add_one(2);
    EXPECT_EQ(things(), 2);
}

TEST_P(Postgres, sends_whoever_wants_a_copy_to_pg_dump) {
    EXPECT_THROW(database().backup_to(made().folder() + "/copy"), Breakdown);
}

}  // namespace
}  // namespace wasl::db
