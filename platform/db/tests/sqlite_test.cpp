// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "tests/support/db_for_tests.hpp"

namespace wasl::db {
namespace {

constexpr SchemaStep pairs_and_heads[] = {
    {"tests", "0001_pairs",
     "create table pairs (id {BIGINT} not null primary key, left_half text not null, "
     "right_half text not null) {STRICT};"
     "create table heads (id {BIGINT} not null primary key, other {BIGINT} not null "
     "references heads (id) deferrable initially deferred) {STRICT};"}};
constexpr Sql add_pair{"tests.add_pair",
                       "insert into pairs (id, left_half, right_half) values ($1, $2, $2)"};
constexpr Sql count_pairs{"tests.count_pairs", "select count(*) from pairs"};
constexpr Sql uneven{"tests.uneven", "select count(*) from pairs where left_half <> right_half"};

class Sqlite : public testing::Test {
protected:
    Sqlite() { migrate(*made, pairs_and_heads, tests::TestClock::start_of_tests()); }
    void add_one(std::int64_t id, std::string const& text) {
        made->commit([&](Writer& writer) { return writer.execute(add_pair, id, text) == 1; });
    }
    std::int64_t pairs(Database& database) {
        return database.read([](Reader& reader) { return reader.count(count_pairs); });
    }
    tests::TestDatabase made{Engine::sqlite};
};

TEST_F(Sqlite, copies_itself_whole_while_others_write) {
    for (int i = 0; i < 200; ++i) add_one(i, std::string(2000, 'x'));
    std::atomic<bool> stop{false};
    std::atomic<int> next{200};
    std::thread writer([&] {
        while (!stop) add_one(next++, std::string(2000, 'y'));
    });
    auto const copy = made.folder() + "/copy.db";
    made->backup_to(copy);
    stop = true;
    writer.join();
    Settings settings;
    settings.url = "sqlite:" + copy;
    auto const opened = open(settings);
    EXPECT_GE(pairs(*opened), 200);
    constexpr Sql whole{"tests.whole", "pragma integrity_check"};
    opened->read([&](Reader& reader) {
        EXPECT_EQ(reader.count(uneven), 0);
        EXPECT_EQ(reader.one(whole, [](Row const& row) { return row.str(0); }), "ok");
        return 0;
    });
    EXPECT_THROW(made->backup_to(copy), Breakdown);
}

// The limit on pages answers as a full disk does.
TEST_F(Sqlite, survives_a_full_disk_and_goes_on_when_there_is_room) {
    constexpr Sql small{"tests.small", "pragma max_page_count = 60"};
    constexpr Sql roomy{"tests.roomy", "pragma max_page_count = 1000000"};
    made->commit([&](Writer& writer) {
        writer.count(small);
        return true;
    });
    std::atomic<int> kept{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> callers;
    for (int thread = 0; thread < 16; ++thread)
        callers.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i) try {
                    add_one(thread * 100 + i, std::string(5000, 'z'));
                    ++kept;
                } catch (Breakdown const&) {
                    ++refused;
                }
        });
    for (auto& caller : callers) caller.join();
    EXPECT_GT(kept, 0);
    EXPECT_GT(refused, 0);
    EXPECT_EQ(pairs(*made), kept);
    made->commit([&](Writer& writer) {
        writer.count(roomy);
        return true;
    });
    add_one(1'000'000, std::string(100'000, 'z'));
    EXPECT_EQ(pairs(*made), kept + 1);
}

// A key that is checked at the commit fails the commit of the whole batch.
TEST_F(Sqlite, finds_the_guilty_one_when_a_common_commit_fails) {
    constexpr Sql dangling{"tests.dangling", "insert into heads (id, other) values ($1, -1)"};
    std::atomic<int> refused{0};
    std::vector<std::thread> callers;
    for (int thread = 0; thread < 16; ++thread)
        callers.emplace_back([&, thread] {
            add_one(thread, "good");
            try {
                made->commit([&](Writer& writer) { return writer.execute(dangling, thread) == 1; });
            } catch (Breakdown const&) {
                ++refused;
            }
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(refused, 16);
    EXPECT_EQ(pairs(*made), 16);
}

TEST_F(Sqlite, does_not_mistake_two_texts_at_one_address) {
    std::string text = "select 11";
    Sql const first{"tests.first", text};
    auto const ask = [](Sql const& sql) {
        return [&sql](Reader& reader) { return reader.count(sql); };
    };
    EXPECT_EQ(made->read(ask(first)), 11);
    text = "select 22";
    EXPECT_EQ(made->read(ask(first)), 22);
}

// A handler that read, wrote and is not over yet: the log must be able to begin again.
TEST_F(Sqlite, lets_the_log_begin_again_under_a_slow_handler) {
    auto const begin_again = [&] {
        sqlite3* other = nullptr;
        EXPECT_EQ(sqlite3_open((made.folder() + "/wasl.db").c_str(), &other), SQLITE_OK);
        sqlite3_busy_timeout(other, 2000);
        // A connection that has not read yet does not know that there is a log.
        sqlite3_exec(other, "select count(*) from pairs", nullptr, nullptr, nullptr);
        int const code =
            sqlite3_wal_checkpoint_v2(other, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_close(other);
        return code;
    };
    auto const log = made.folder() + "/wasl.db-wal";
    add_one(1, "before");
    made->view([&](Reader& reader) {
        EXPECT_EQ(reader.count(count_pairs), 1);
        add_one(2, "its own write");
        EXPECT_EQ(begin_again(), SQLITE_OK);
        EXPECT_EQ(std::filesystem::file_size(log), 0U);
        EXPECT_EQ(reader.count(count_pairs), 2);
        std::thread([&] { add_one(3, "of another"); }).join();
        EXPECT_EQ(begin_again(), SQLITE_BUSY);
    });
    EXPECT_EQ(begin_again(), SQLITE_OK);
}

TEST_F(Sqlite, empties_its_log_when_it_is_closed) {
    for (int i = 0; i < 50; ++i) add_one(i, "kept");
    auto const log = made.folder() + "/wasl.db-wal";
    EXPECT_TRUE(std::filesystem::exists(log));
    made.close();
    EXPECT_FALSE(std::filesystem::exists(log));
}

}  // namespace
}  // namespace wasl::db
