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
#include "tests/support/db_for_tests.hpp"

namespace wasl::procedures {
namespace {

class Words : public tests::OnEngine {
protected:
    Words()
        : OnEngine(
              {journal::schema, directory::schema, people::schema_steps(), procedures::schema}) {
        write([](db::Writer& db) -> Result<std::int64_t> {
            return directory::seed_territory(db) + directory::seed_berkane(db);
        }).value();
        write([&](db::Writer& db) { return seed_berkane(db, *places_.picture(), now_); }).value();
    }
    std::string first(std::string_view query) {
        now_ += std::chrono::seconds(2);
        database().read([&](db::Reader& db) {
            desk_.refresh(db, now_);
            return 0;
        });
        auto const found = desk_.picture()->finder().find(query, {}, Kind::sheets, 1, 0);
        return found.items.empty() ? "nothing" : found.items.front().sheet->code;
    }

    Instant now_{};
    directory::Desk places_{database()};
    Desk desk_{database(), places_};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Words, tests::both_engines(), tests::engine_name);

TEST_P(Words, of_an_administrator_are_searched_at_once_and_journalled) {
    EXPECT_EQ(first("ججظظثثخخ"), "nothing");
    auto const save = [&](int edition) {
        return write([&](db::Writer& db) {
            return save_vocabulary(db, "# local words\nججظظثثخخ = رخصة الهدم\n", edition,
                                   PersonId{7}, now_);
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

TEST(Missed, shows_only_words_that_were_asked_again_and_never_numbers) {
    Missed missed;
    for (int i = 0; i < 3; ++i) missed.note("الفيزا");
    missed.note("فيزا شنغن");
    for (int i = 0; i < 9; ++i) missed.note("محمد AB123456");
    auto const lines = missed.frequent(10);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().times, 3U);
    for (std::size_t i = 0; i < 5000; ++i)
        missed.note("name" + std::string(1 + i % 60, 'x') + " y");
    EXPECT_LE(missed.frequent(10'000).size(), Missed::kept_max);
}

}  // namespace
}  // namespace wasl::procedures
