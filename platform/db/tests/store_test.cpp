// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <filesystem>
#include <thread>

#include "platform/db/by_ids.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::db {
namespace {

constexpr SchemaStep tables[] = {{"tests", "0001_things", R"(
create table things (
    id {BIGINT} not null primary key,
    name text,
    content {BLOB},
    amount {BIGINT},
    unique (name)
) {STRICT};
create table parts (id {BIGINT} not null primary key,
    thing {BIGINT} not null references things (id)) {STRICT};
)"}};

constexpr Sql add{"tests.add", "insert into things (id, name) values ($1, $2)"};
constexpr Sql add_all{"tests.add_all",
                      "insert into things (id, name, content, amount) values ($1, $2, $3, $4)"};
constexpr Sql add_part{"tests.add_part", "insert into parts (id, thing) values ($1, $2)"};
constexpr Sql count_all{"tests.count_all", "select count(*) from things"};
constexpr Sql by_id{"tests.by_id", "select name, content, amount from things where id = $1"};
constexpr Sql keep{"tests.keep",
                   "insert into things (id, amount, name) values ($1, $2, $3) on conflict (name) "
                   "do update set amount = things.amount + excluded.amount returning amount"};

using ThingId = Id<struct ThingTag>;

class StoreTest : public tests::OnEngine {
protected:
    StoreTest() : OnEngine({tables}) {}

    std::int64_t things() {
        return read([](Reader& reader) { return reader.count(count_all); });
    }
    void add_one(std::int64_t id, std::string const& name) {
        database().commit([&](Writer& writer) { return writer.execute(add, id, name) == 1; });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, StoreTest, tests::both_engines(), tests::engine_name);

TEST_P(StoreTest, binds_by_number_and_not_by_appearance) {
    constexpr Sql backwards{"tests.backwards", "select $2, $1, $2 || $1"};
    auto const said = read([&](Reader& reader) {
        return reader.one(
            backwards, [](Row const& row) { return row.str(0) + row.str(1) + row.str(2); }, "a",
            "b");
    });
    EXPECT_EQ(said, "baba");
}

TEST_P(StoreTest, keeps_every_kind_of_value) {
    std::array<std::byte, 4> const raw{std::byte{0}, std::byte{255}, std::byte{39}, std::byte{0}};
    std::string const arabic = "وصل إيداع «12.90»";
    std::int64_t const large = std::int64_t{1} << 62;
    database().commit([&](Writer& writer) {
        writer.execute(add_all, 1, arabic, Bytes(raw), large);
        writer.execute(add_all, 2, std::nullopt, Bytes(), std::optional<Money>());
        writer.execute(add_all, 3, "", nullptr, std::optional(Money::dirhams(-3)));
        return true;
    });
    read([&](Reader& reader) {
        reader.one(
            by_id,
            [&](Row const& row) {
                EXPECT_EQ(row.text(0), arabic);
                EXPECT_TRUE(std::ranges::equal(row.bytes(1), raw));
                EXPECT_EQ(row.number(2), large);
                return 0;
            },
            1);
        reader.one(
            by_id,
            [](Row const& row) {
                EXPECT_TRUE(row.null(0));
                EXPECT_FALSE(row.null(1));
                EXPECT_EQ(row.bytes(1).size(), 0U);
                EXPECT_EQ(row.maybe_number(2), std::nullopt);
                return 0;
            },
            2);
        reader.one(
            by_id,
            [](Row const& row) {
                EXPECT_FALSE(row.null(0));
                EXPECT_EQ(row.text(0), "");
                EXPECT_TRUE(row.null(1));
                EXPECT_EQ(row.money(2), Money::dirhams(-3));
                return 0;
            },
            3);
        return 0;
    });
}

TEST_P(StoreTest, reads_the_rows_of_many_ids_in_their_order_and_leaves_out_what_is_not_there) {
    constexpr Sql of_ids{
        "tests.of_ids",
        joined<wanted_ids, " select id, name from things join wanted on id = wanted_id">};
    for (int id = 1; id <= 100; ++id) add_one(id, std::to_string(id));
    auto const names = [&](std::vector<ThingId> const& ids) {
        return read([&](Reader& reader) {
            return read_by_ids(
                reader, of_ids, [](Row const& row) { return row.str(1); },
                std::span<ThingId const>(ids));
        });
    };
    EXPECT_TRUE(names({}).empty());
    EXPECT_EQ(names({ThingId{7}, ThingId{1'000}, ThingId{3}}),
              (std::vector<std::string>{"7", "3"}));
    // More than one question asks for, the last one in part.
    std::vector<ThingId> ids;
    std::vector<std::string> expected;
    for (int n = 0; n < 70; ++n) {
        auto const id = n * 37 % 101;  // each once, 0 among them
        ids.push_back(ThingId{id});
        if (id != 0) expected.push_back(std::to_string(id));
    }
    EXPECT_EQ(names(ids), expected);
}

TEST_P(StoreTest, takes_the_same_statement_with_and_without_a_value) {
    constexpr Sql either{"tests.either",
                         "select count(*) from things where $1 is null or amount = $1"};
    database().commit([&](Writer& writer) {
        writer.execute(keep, 1, 5, "five");
        writer.execute(keep, 2, 6, "six");
        return true;
    });
    read([&](Reader& reader) {
        EXPECT_EQ(reader.count(either, std::optional<std::int64_t>()), 2);
        EXPECT_EQ(reader.count(either, 5), 1);
        EXPECT_EQ(reader.count(either, std::optional<std::int64_t>()), 2);
        return 0;
    });
}

TEST_P(StoreTest, answers_sums_averages_and_truths_as_numbers) {
    constexpr Sql figures{"tests.figures",
                          "select sum(amount), avg(amount), exists (select 1 from things), "
                          "count(*) > 5, sum(amount) filter (where id > 100), max(name) "
                          "from things"};
    database().commit([&](Writer& writer) {
        writer.execute(keep, 1, -100'000'000'000'000, "a");
        writer.execute(keep, 2, -20'000, "b");
        return true;
    });
    read([&](Reader& reader) {
        reader.one(figures, [](Row const& row) {
            EXPECT_EQ(row.number(0), -100'000'000'020'000);
            EXPECT_EQ(row.number(1), -50'000'000'010'000);
            EXPECT_TRUE(row.flag(2));
            EXPECT_FALSE(row.flag(3));
            EXPECT_TRUE(row.null(4));
            EXPECT_EQ(row.number(4), 0);
            EXPECT_EQ(row.text(5), "b");
            return 0;
        });
        return 0;
    });
}

TEST_P(StoreTest, returns_from_an_upsert) {
    std::vector<std::int64_t> amounts;
    database().commit([&](Writer& writer) {
        amounts.clear();
        for (int i = 0; i < 3; ++i) amounts.push_back(writer.count(keep, 10 + i, 7, "same"));
        return true;
    });
    EXPECT_EQ(amounts, (std::vector<std::int64_t>{7, 14, 21}));
    EXPECT_EQ(things(), 1);
}

TEST_P(StoreTest, reads_within_a_reading_even_by_the_same_statement) {
    for (int i = 1; i <= 3; ++i) add_one(i, "n" + std::to_string(i));
    constexpr Sql from{"tests.from", "select id from things where id >= $1 order by id"};
    std::vector<std::int64_t> seen;
    read([&](Reader& reader) {
        reader.each(
            from,
            [&](Row const& outer) {
                reader.each(
                    from, [&](Row const& inner) { seen.push_back(inner.number(0)); },
                    outer.number(0));
            },
            1);
        return 0;
    });
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3, 2, 3, 3}));
}

TEST_P(StoreTest, leaves_nothing_of_a_refused_write) {
    auto const outcome = write([](Writer& writer) -> Outcome {
        writer.execute(add, 1, "refused");
        return Refusal{.why = Refused::conflict};
    });
    EXPECT_TRUE(outcome.refused());
    EXPECT_EQ(things(), 0);
}

TEST_P(StoreTest, leaves_nothing_of_a_write_that_throws_and_throws_it_again) {
    EXPECT_THROW(database().commit([](Writer& writer) -> bool {
        writer.execute(add, 1, "thrown");
        throw Bug("on purpose");
    }),
                 Bug);
    EXPECT_EQ(things(), 0);
    add_one(1, "after");
    EXPECT_EQ(things(), 1);
}

TEST_P(StoreTest, goes_on_after_a_key_that_was_taken) {
    add_one(1, "taken");
    bool second = true;
    bool part = true;
    database().commit([&](Writer& writer) {
        writer.execute(add, 2, "mine");
        second = writer.try_execute(add, 3, "taken");
        part = writer.try_execute(add_part, 1, 99);
        EXPECT_TRUE(writer.try_execute(add, 4, "free"));
        return true;
    });
    EXPECT_FALSE(second);
    EXPECT_FALSE(part);
    EXPECT_EQ(things(), 3);
    EXPECT_THROW(add_one(5, "taken"), Conflict);
}

TEST_P(StoreTest, answers_a_taken_key_even_as_the_first_statement_of_a_batch) {
    add_one(1, "taken");
    std::atomic<int> free{0};
    std::vector<std::thread> callers;
    for (int thread = 0; thread < 16; ++thread)
        callers.emplace_back([&, thread] {
            database().commit([&](Writer& writer) {
                EXPECT_FALSE(writer.try_execute(add, 100 + thread, "taken"));
                return thread % 2 == 0;
            });
            database().commit([&](Writer&) { return true; });
            bool added = false;
            database().commit([&](Writer& writer) {
                added = writer.try_execute(add, 200 + thread, "race");
                return true;
            });
            if (added) ++free;
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(free, 1);
    EXPECT_EQ(things(), 2);
}

TEST_P(StoreTest, names_the_statement_and_never_the_values) {
    add_one(1, "Fatima Zahra");
    try {
        add_one(2, "Fatima Zahra");
        FAIL() << "a second row of the same name was taken";
    } catch (Conflict const& fault) {
        std::string const said = fault.what();
        EXPECT_NE(said.find("tests.add"), std::string::npos) << said;
        EXPECT_EQ(said.find("Fatima"), std::string::npos) << said;
    }
    constexpr Sql wrong{"tests.wrong", "selekt 1"};
    EXPECT_THROW(read([&](Reader& reader) { return reader.count(wrong); }), Breakdown);
    EXPECT_EQ(things(), 1);
}

TEST_P(StoreTest, does_not_let_a_reader_write) {
    EXPECT_THROW(read([](Reader& reader) { return reader.count(keep, 1, 1, "sly"); }), Breakdown);
    EXPECT_EQ(things(), 0);
}

TEST_P(StoreTest, shows_one_state_during_a_view) {
    add_one(1, "before");
    read([&](Reader& reader) {
        EXPECT_EQ(reader.count(count_all), 1);
        std::thread([&] { add_one(2, "meanwhile"); }).join();
        EXPECT_EQ(reader.count(count_all), 1);
        return 0;
    });
    EXPECT_EQ(things(), 2);
}

TEST_P(StoreTest, gives_a_view_back_when_its_thread_writes) {
    read([&](Reader& reader) {
        EXPECT_EQ(reader.count(count_all), 0);
        add_one(1, "own");
        EXPECT_EQ(reader.count(count_all), 1);
        std::thread([&] { add_one(2, "meanwhile"); }).join();
        EXPECT_EQ(reader.count(count_all), 1);
        // The view belongs to who waits; the write has a writer to read with.
        EXPECT_THROW(database().commit([&](Writer&) { return reader.count(count_all) == 2; }), Bug);
        EXPECT_EQ(reader.count(count_all), 2);
        return 0;
    });
}

TEST_P(StoreTest, keeps_all_writes_of_many_threads_and_shows_each_its_own) {
    constexpr int threads = 64;
    constexpr int each = 20;
    std::atomic<int> unseen{0};
    std::vector<std::thread> callers;
    for (int thread = 0; thread < threads; ++thread)
        callers.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                auto const id = thread * 1000 + i;
                add_one(id, "t" + std::to_string(id));
                auto const found = read([&](Reader& reader) {
                    return reader.one(by_id, [](Row const& row) { return row.str(0); }, id);
                });
                if (found != "t" + std::to_string(id)) ++unseen;
            }
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(unseen, 0);
    EXPECT_EQ(things(), threads * each);
}

TEST_P(StoreTest, does_not_let_a_failing_write_disturb_its_neighbours) {
    constexpr int threads = 48;
    std::atomic<int> thrown{0};
    std::atomic<int> conflicts{0};
    add_one(1'000'000, "taken");
    std::vector<std::thread> callers;
    for (int thread = 0; thread < threads; ++thread)
        callers.emplace_back([&, thread] {
            for (int i = 0; i < 10; ++i) {
                auto const id = thread * 100 + i;
                try {
                    database().commit([&](Writer& writer) {
                        writer.execute(add, id, "t" + std::to_string(id));
                        if (i % 3 == 1) throw Bug("on purpose");
                        if (i % 3 == 2) writer.execute(add, id + 50, "taken");
                        return true;
                    });
                } catch (Bug const&) {
                    ++thrown;
                } catch (Conflict const&) {
                    ++conflicts;
                }
            }
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(thrown, threads * 3);
    EXPECT_EQ(conflicts, threads * 3);
    EXPECT_EQ(things(), 1 + threads * 4);
}

TEST_P(StoreTest, is_all_there_after_opening_again) {
    add_one(7, "kept");
    made().reopen();
    EXPECT_EQ(things(), 1);
}

TEST_P(StoreTest, applies_each_step_once_and_refuses_an_edited_one) {
    EXPECT_TRUE(migrate(database(), tables, clock.now()).empty());
    SchemaStep const more[] = {tables[0],
                               {"tests", "0002_more", "alter table things add column extra text;"}};
    EXPECT_EQ(migrate(database(), more, clock.now()),
              (std::vector<std::string>{"tests/0002_more"}));
    SchemaStep const edited[] = {
        {"tests", "0003_new", "create table fresh (id {PK}) {STRICT};"},
        {"tests", "0002_more", "alter table things add column other text;"}};
    EXPECT_THROW(migrate(database(), edited, clock.now()), Breakdown);
    constexpr Sql fresh{"tests.fresh", "select count(*) from fresh"};
    EXPECT_THROW(read([&](Reader& reader) { return reader.count(fresh); }), Breakdown);
    EXPECT_EQ(things(), 0);
}

TEST(Ids, grow_and_never_repeat_over_threads) {
    constexpr int threads = 8;
    constexpr int each = 20'000;
    std::vector<std::vector<std::int64_t>> made(threads);
    std::vector<std::thread> makers;
    for (auto& mine : made)
        makers.emplace_back([&mine] {
            for (int i = 0; i < each; ++i) mine.push_back(next_id());
        });
    for (auto& maker : makers) maker.join();
    std::vector<std::int64_t> all;
    for (auto const& mine : made) {
        EXPECT_TRUE(std::ranges::is_sorted(mine));
        all.insert(all.end(), mine.begin(), mine.end());
    }
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
    EXPECT_GT(all.front(), 0);
}

}  // namespace
}  // namespace wasl::db
