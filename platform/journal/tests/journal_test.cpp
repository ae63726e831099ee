// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/journal.hpp"

#include <thread>

#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::journal {
namespace {

constexpr db::Sql change_facts{"tests.change_facts",
                               "update journal_entries set facts = '{\"days\":1}' "
                               "where chain = $1 and sequence = $2"};
constexpr db::Sql change_hash{"tests.change_hash",
                              "update journal_entries set hash = $1 "
                              "where chain = $2 and sequence = $3"};
constexpr db::Sql remove_entry{"tests.remove_entry",
                               "delete from journal_entries where chain = $1 and sequence = $2"};
constexpr db::Sql remove_all{"tests.remove_all", "delete from journal_entries where chain = $1"};
constexpr db::Sql remove_head{"tests.remove_head", "delete from journal_chains where chain = $1"};
constexpr db::Sql turn_back_head{"tests.turn_back_head",
                                 "update journal_chains set sequence = $1 where chain = $2"};
constexpr db::Sql rewrite_head{"tests.rewrite_head",
                               "update journal_chains set hash = 'ff' where chain = $1"};

class Journal : public tests::OnEngine {
protected:
    Journal() : OnEngine({schema}) {
        database().commit([&](db::Writer& writer) {
            for (int i = 1; i <= 1200; ++i) add(writer, 7, "R-" + std::to_string(i));
            for (int i = 1; i <= 3; ++i) add(writer, 8, "S-" + std::to_string(i));
            return true;
        });
    }
    std::string add(db::Writer& writer, std::int64_t chain, std::string const& subject) {
        return append(writer,
                      {.chain = chain,
                       .kind = "dossiers.filed",
                       .subject = subject,
                       .actor = 5,
                       .facts = "{\"days\":30}"},
                      clock.now());
    }
    template<typename... Args>
    void tamper(db::Sql const& sql, Args const&... args) {
        database().commit([&](db::Writer& writer) { return writer.execute(sql, args...) > 0; });
    }
    Verdict verdict() {
        return read([](db::Reader& reader) { return verify(reader); });
    }
    Entry entry(std::string const& subject) {
        return read([&](db::Reader& reader) { return entries_about(reader, subject).at(0); });
    }
    bool holds(Entry const& one) {
        return read([&](db::Reader& reader) { return entry_holds(reader, one); });
    }
    // The only fault, as "chain/sequence".
    std::string place_of_fault() {
        auto const found = verdict().faults;
        if (found.size() != 1) return std::to_string(found.size()) + " faults";
        return std::to_string(found[0].chain) + "/" + std::to_string(found[0].sequence);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Journal, tests::both_engines(), tests::engine_name);

TEST_P(Journal, verifies_what_it_wrote_in_two_independent_chains) {
    auto const found = verdict();
    EXPECT_EQ(found.entries, 1203);
    EXPECT_TRUE(found.faults.empty());
    EXPECT_EQ(entry("S-1").sequence, 1);
    EXPECT_EQ(entry("R-1200").sequence, 1200);
    EXPECT_EQ(entry("R-2").facts, "{\"days\":30}");
    EXPECT_EQ(entry("R-2").at, clock.now());
    EXPECT_NE(entry("R-1").hash, entry("S-1").hash);
    for (auto const* subject : {"R-1", "R-600", "R-1200", "S-3"})
        EXPECT_TRUE(holds(entry(subject))) << subject;
}

TEST_P(Journal, finds_a_changed_entry) {
    auto const before = entry("R-600");
    tamper(change_facts, 7, 600);
    EXPECT_EQ(place_of_fault(), "7/600");
    EXPECT_FALSE(holds(entry("R-600")));
    EXPECT_TRUE(holds(before));
}

TEST_P(Journal, finds_a_changed_entry_whose_hash_was_made_to_fit) {
    auto const stranger = entry("S-1").hash;
    tamper(change_hash, stranger, 7, 600);
    EXPECT_EQ(verdict().faults.size(), 2U);
    EXPECT_FALSE(holds(entry("R-600")));
    EXPECT_FALSE(holds(entry("R-601")));
    EXPECT_FALSE(holds(entry("R-599")));
}

TEST_P(Journal, finds_a_gap) {
    auto const lost = entry("R-600");
    tamper(remove_entry, 7, 600);
    EXPECT_EQ(place_of_fault(), "7/601");
    EXPECT_FALSE(holds(lost));
    EXPECT_FALSE(holds(entry("R-601")));
}

TEST_P(Journal, finds_that_the_first_entry_is_gone) {
    tamper(remove_entry, 8, 1);
    EXPECT_EQ(place_of_fault(), "8/2");
}

TEST_P(Journal, finds_that_the_end_was_cut_off) {
    tamper(remove_entry, 7, 1200);
    EXPECT_EQ(place_of_fault(), "7/1199");
    EXPECT_FALSE(holds(entry("R-1199")));
    tamper(turn_back_head, 1199, 7);
    EXPECT_EQ(place_of_fault(), "7/1199");
}

TEST_P(Journal, finds_an_emptied_chain_and_a_missing_or_rewritten_head) {
    tamper(remove_all, 8);
    EXPECT_EQ(place_of_fault(), "8/0");
    tamper(remove_head, 8);
    EXPECT_TRUE(verdict().faults.empty());
    tamper(rewrite_head, 7);
    EXPECT_EQ(place_of_fault(), "7/1200");
    tamper(remove_head, 7);
    EXPECT_EQ(place_of_fault(), "7/1200");
}

TEST_P(Journal, stays_whole_under_many_writers_and_refused_ones) {
    std::vector<std::thread> writers;
    for (int thread = 0; thread < 16; ++thread)
        writers.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i)
                database().commit([&](db::Writer& writer) {
                    append(writer,
                           {.chain = i % 2 + 20, .kind = "tests.done", .subject = "x", .actor = 0},
                           clock.now());
                    return thread % 4 != 0;
                });
        });
    for (auto& writer : writers) writer.join();
    auto const found = verdict();
    EXPECT_EQ(found.entries, 1203 + 12 * 20);
    EXPECT_TRUE(found.faults.empty());
}

// Two nodes take the same chains in every order.
TEST_P(Journal, lets_two_programs_write_to_the_same_chains) {
    db::Settings settings;
    settings.url = made().url();
    auto const other = db::open(settings);
    std::vector<std::thread> writers;
    for (int thread = 0; thread < 24; ++thread)
        writers.emplace_back([&, thread] {
            for (int i = 0; i < 20; ++i) {
                auto& one = thread % 2 == 0 ? database() : *other;
                one.commit([&](db::Writer& writer) {
                    append(writer,
                           {.chain = 30 + (thread + i * 7) % 6,
                            .kind = "tests.done",
                            .subject = "x",
                            .actor = 0},
                           clock.now());
                    return true;
                });
            }
        });
    for (auto& writer : writers) writer.join();
    auto const found = verdict();
    EXPECT_EQ(found.entries, 1203 + 24 * 20);
    EXPECT_TRUE(found.faults.empty());
}

}  // namespace
}  // namespace wasl::journal
