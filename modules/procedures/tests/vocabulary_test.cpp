// SPDX-License-Identifier: Apache-2.0
// Words that administrators add, and words that nobody found.
#include <gtest/gtest.h>

#include "modules/directory/schema.hpp"
#include "modules/procedures/finding.hpp"
#include "modules/procedures/missed.hpp"
#include "modules/procedures/schema.hpp"
#include "modules/procedures/vocabulary.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::procedures {
namespace {

class Words : public tests::OnEngine {
protected:
    Words()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), procedures::schema},
                   tests::berkane_with_sheets) {}
    std::string first(std::string_view query) {
        house_now += std::chrono::seconds(2);
        database().read([&](db::Reader& db) {
            house_desk.refresh(db, house_now);
            return 0;
        });
        auto const found = house_desk.picture()->finder().find(query, {}, Kind::sheets, 1, 0);
        return found.items.empty() ? "nothing" : found.items.front().sheet->code;
    }

    Instant house_now = clock.now();
    directory::Desk house_places{database()};
    Desk house_desk{database(), house_places};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Words, tests::both_engines(), tests::engine_name);

TEST_P(Words, of_an_administrator_are_searched_at_once_and_journalled) {
    EXPECT_EQ(first("ججظظثثخخ"), "nothing");
    auto const save = [&](int edition) {
        return write([&](db::Writer& db) {
            return save_vocabulary(db, "# local words\nججظظثثخخ = رخصة الهدم\n", edition,
                                   PersonId{7}, house_now);
        });
    };
    EXPECT_FALSE(save(1).refused());
    EXPECT_EQ(first("ججظظثثخخ"), "demolition-permit");
    auto const stale = save(1);
    ASSERT_TRUE(stale.refused());
    EXPECT_EQ(stale.refusal().why, Refused::conflict);
    auto const entries = database().read(
        [](db::Reader& db) { return journal::entries_about(db, "synonyms").size(); });
    EXPECT_EQ(entries, 1U);
}

TEST(Vocabulary, says_which_line_cannot_be_used) {
    EXPECT_EQ(vocabulary_from("porte = bab\n\n  دار\t منزل = بيت ").value(),
              "porte\tbab\nدار\tمنزل\tبيت\n");
    EXPECT_EQ(typed_form("a\tb\n"), "a = b\n");
    for (std::string_view const typed :
         {"alone", "رخصة = الرخصة", "porte = ؟!", "porte = bab\nfenetre", "= ="})
        EXPECT_TRUE(vocabulary_from(typed).refused()) << typed;
    EXPECT_TRUE(vocabulary_from("porte = " + std::string(200, 'b')).refused());
    EXPECT_TRUE(vocabulary_from(std::string(70'000, 'b')).refused());
}

constexpr Date day{Days{20'000}};

TEST(Missed, shows_only_words_that_three_clients_asked_and_never_numbers) {
    Missed missed;
    for (auto const* const client : {"a", "b", "c", "c"}) missed.note("الفيزا", client, day);
    for (int i = 0; i < 9; ++i) missed.note("فيزا شنغن", "one and the same", day);
    for (auto const* const client : {"a", "b", "c"}) missed.note("محمد AB123456", client, day);
    auto const lines = missed.frequent();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().times, 4);
    EXPECT_EQ(missed.take().size(), 1U);
    EXPECT_TRUE(missed.take().empty()) << "what was taken is not taken again";
    missed.note("الفيزا", "d", day);
    EXPECT_EQ(missed.frequent().size(), 1U) << "the fourth counts at once";
    for (std::size_t i = 0; i < 5000; ++i)
        missed.note("name" + std::string(1 + i % 60, 'x') + " y", std::to_string(i), day);
    EXPECT_LE(missed.frequent().size(), Missed::kept_max);
}

TEST_P(Words, that_nobody_found_outlive_the_program_and_are_forgotten_after_a_year) {
    auto const ask = [&](Missed& missed) {
        for (auto const* const client : {"a", "b", "c"}) missed.note("الفيزا", client, day);
    };
    auto const keep = [&](Missed& missed, Date today) {
        EXPECT_FALSE(write([&](db::Writer& db) -> Outcome {
                         keep_missed(db, missed.take(), today);
                         return Done{};
                     }).refused());
    };
    Missed first_run, second_run;
    ask(first_run);
    keep(first_run, day);
    ask(second_run);
    auto const shown = [&](Missed const& missed) {
        return database().read([&](db::Reader& db) { return all_missed(db, missed, 10); });
    };
    ASSERT_EQ(shown(second_run).size(), 1U);
    EXPECT_EQ(shown(second_run).front().times, 6) << "kept and counted meanwhile";
    keep(second_run, day);
    EXPECT_EQ(shown(second_run).front().times, 6);
    EXPECT_EQ(shown(second_run).front().last, day);
    keep(second_run, day + Days{400});
    EXPECT_TRUE(shown(second_run).empty());
}

TEST_P(Words, that_nobody_found_are_written_down_by_each_process) {
    directory::Desk const places(database());
    Desk const one(database(), places), other(database(), places);
    auto const today = clock::day_in_morocco(clock.now());
    for (auto const* const client : {"a", "b", "c"}) {
        one.missed().note("الفيزا", client, today);
        other.missed().note("الفيزا", client, today);
        other.missed().note("صنطرال", client, today);
    }
    for (auto const* const desk : {&one, &other})
        for (int n = 0; n < 2; ++n) desk->own_job().run(database(), clock.now());
    auto const kept = database().read([](db::Reader& db) { return kept_missed(db); });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.front().times, 6) << "those of both";
    EXPECT_TRUE(one.missed().frequent().empty());
}

}  // namespace
}  // namespace wasl::procedures
