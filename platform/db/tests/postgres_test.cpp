// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "platform/db/tests/relay.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::db {
namespace {

constexpr SchemaStep things_table[] = {
    {"tests", "0001_things",
     "create table things (id {BIGINT} not null primary key, name text not null) {STRICT};"}};
constexpr Sql add_thing{"tests.add_thing", "insert into things (id, name) values ($1, $2)"};
constexpr Sql count_things{"tests.count_things", "select count(*) from things"};
constexpr Sql end_own_connection{"tests.end_own_connection",
                                 "select pg_terminate_backend(pg_backend_pid())"};
constexpr Sql end_other_connections{
    "tests.end_other_connections",
    "select count(pg_terminate_backend(pid)) from pg_stat_activity "
    "where datname = current_database() and pid <> pg_backend_pid()"};

class Postgres : public tests::OnEngine {
protected:
    Postgres() : OnEngine({things_table}) {}
    std::int64_t things() {
        return read([](Reader& reader) { return reader.count(count_things); });
    }
    void add_one(std::int64_t id) {
        database().commit([&](Writer& writer) { return writer.execute(add_thing, id, "x") == 1; });
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
        writer.execute(add_thing, 1, "once");
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
                    writer.execute(add_thing, thread * 10 + i, "x");
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

// What was committed is neither said to have failed nor done again; what was not, is done again.
TEST_P(Postgres, finds_out_how_a_commit_ended_when_the_connection_died_in_it) {
    auto url = made().url();
    auto const folder = url.find("host=/");
    if (folder == std::string::npos) GTEST_SKIP() << "the server does not listen in a folder";
    Relay relay(url.substr(folder + 5), made().folder());
    auto const through = open({.url = url.replace(folder + 5, std::string::npos, made().folder())});
    int attempts = 0;
    auto const add_through = [&](std::int64_t id) {
        attempts = 0;
        through->commit([&](Writer& writer) {
            ++attempts;
            return writer.execute(add_thing, id, "x") == 1;
        });
    };
    add_through(1);
    relay.cut(Relay::Cut::answer);
    add_through(2);
    EXPECT_TRUE(relay.was_cut());
    EXPECT_EQ(attempts, 1);
    relay.cut(Relay::Cut::question);
    add_through(3);
    EXPECT_TRUE(relay.was_cut());
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(things(), 3);
}

// Rows are given as they come: the last of a million is not waited for, nor are they all kept.
TEST_P(Postgres, gives_rows_as_they_come) {
    constexpr Sql numbers{"tests.numbers",
                          "select n, 1000 / (500000 - n) from generate_series(1, 1000000) n"};
    std::int64_t given = 0;
    auto const count = [&](Row const& row) { given = row.number(0); };
    EXPECT_THROW(read([&](Reader& reader) {
                     reader.each(numbers, count);
                     return 0;
                 }),
                 Breakdown);
    EXPECT_EQ(given, 499'999);
    // Who asks something else in the middle finds the rest of his rows afterwards.
    constexpr Sql few{"tests.few", "select n from generate_series(1, 1000) n"};
    read([&](Reader& reader) {
        std::int64_t sum = 0;
        reader.each(few, [&](Row const& row) {
            sum += row.number(0) + (row.number(0) % 100 == 0 ? reader.count(count_things) : 0);
        });
        EXPECT_EQ(sum, 500'500);
        // And who has enough may leave.
        auto const leave = [&](Row const& row) {
            if (row.number(0) == 10) throw std::runtime_error("enough");
        };
        EXPECT_THROW(reader.each(few, leave), std::runtime_error);
        EXPECT_EQ(reader.count(count_things), 0);
        return 0;
    });
}

TEST_P(Postgres, sends_whoever_wants_a_copy_to_pg_dump) {
    EXPECT_THROW(database().backup_to(made().folder() + "/copy"), Breakdown);
}

}  // namespace
}  // namespace wasl::db
