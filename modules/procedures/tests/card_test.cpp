// SPDX-License-Identifier: Apache-2.0
// What the catalogue reads at a start, on both engines.
#include "modules/procedures/card.hpp"

#include <gtest/gtest.h>

#include "modules/directory/schema.hpp"
#include "modules/procedures/schema.hpp"
#include "modules/procedures/store.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::procedures {
namespace {

class Cards : public tests::OnEngine {
protected:
    Cards()
        : OnEngine({directory::schema, journal::schema, procedures::schema},
                   tests::berkane_with_sheets) {}

    void write(std::function<void(db::Writer&)> const& work) {
        database().commit([&](db::Writer& db) {
            work(db);
            return true;
        });
    }
    void execute(db::Sql const& sql) {
        write([&](db::Writer& db) { db.execute(sql); });
    }
    // All that is known of each entry, as its card says it.
    std::vector<std::string> known() {
        std::vector<std::string> out;
        for (auto const& entry : database().read([](db::Reader& db) { return store::entries(db); }))
            out.push_back(entry.code + " " + card_of(entry));
        return out;
    }
    std::vector<RevisionId> wanting() {
        return database().read([](db::Reader& db) { return store::without_card(db); });
    }

    directory::Desk house_places{database()};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Cards, tests::both_engines(), tests::engine_name);

TEST_P(Cards, say_what_the_sheets_say) {
    static constexpr db::Sql drop{"test.drop_cards", "delete from procedure_cards"};
    auto const by_card = known();
    ASSERT_GT(by_card.size(), 20U);
    EXPECT_TRUE(wanting().empty()) << "publication keeps one";
    execute(drop);
    EXPECT_EQ(known(), by_card) << "without cards the sheets are read";
}

TEST_P(Cards, of_another_form_or_revision_are_not_read_and_can_be_written_anew) {
    static constexpr db::Sql age{"test.age_cards",
                                 "update procedure_cards set form = form - 1, card = '{}'"};
    static constexpr db::Sql supersede{"test.supersede_cards",
                                       "update procedure_cards set revision = 1, card = '{}'"};
    auto const before = known();
    for (auto const& sql : {age, supersede}) {
        execute(sql);
        EXPECT_EQ(known(), before);
        ASSERT_EQ(wanting().size(), before.size());
        write([&](db::Writer& db) {
            for (auto const id : store::without_card(db))
                store::keep_card(db, store::revision(db, id)->sheet, id);
        });
        EXPECT_TRUE(wanting().empty());
        EXPECT_EQ(known(), before);
    }
}

}  // namespace
}  // namespace wasl::procedures
