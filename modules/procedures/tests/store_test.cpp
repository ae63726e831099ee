// SPDX-License-Identifier: Apache-2.0
// The registry on both engines: from draft to publication, what a running dossier keeps, what two
// officers may not do to one another, and what the catalogue finds.
#include <gtest/gtest.h>

#include <algorithm>

#include "modules/directory/schema.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::procedures {
namespace {

constexpr PersonId officer{7};
auto const now = tests::TestClock::start_of_tests();

class Registry : public tests::OnEngine {
protected:
    Registry() : OnEngine({directory::schema, journal::schema, procedures::schema}) {
        write([&](db::Writer& db) {
            directory::seed_territory(db);
            directory::seed_berkane(db);
        });
        places_.forget();
        write([&](db::Writer& db) {
            check(!seed_berkane(db, *places_.picture(), now).refused(), "the seed is lawful");
        });
        desk_.expire();
    }

    void write(std::function<void(db::Writer&)> const& work) {
        database().commit([&](db::Writer& db) {
            work(db);
            return true;
        });
    }
    template<typename Work>
    auto read(Work work) {
        return database().read([&](db::Reader& db) { return work(db); });
    }
    void look() {
        desk_.expire();
        database().view([&](db::Reader& db) { desk_.refresh(db, now); });
    }
    SheetId sheet(std::string_view code) { return desk_.picture()->entry(code)->id; }
    Draft draft(SheetId id) {
        return *read([&](db::Reader& db) { return desk_.draft(db, id); });
    }
    AdministrationId commune(std::string_view slug) { return places_.picture()->by_slug(slug)->id; }
    Result<int> save(SheetId id, int edition, Sheet const& content) {
        return database().write([&](db::Writer& db) {
            return desk_.save_draft(db, id, edition, content, officer, now);
        });
    }
    Result<RevisionId> publish(SheetId id, int edition) {
        return database().write(
            [&](db::Writer& db) { return desk_.publish(db, id, edition, officer, now); });
    }

    directory::Desk places_{database()};
    Desk desk_{database(), places_};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Registry, tests::both_engines(), tests::engine_name);

TEST_P(Registry, offers_each_model_in_all_communes_of_berkane_at_the_right_counter) {
    auto const* const entry = desk_.picture()->entry("building-permit");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->offers.size(), 16U);
    for (auto const& offer : entry->offers) {
        ASSERT_EQ(offer.units.size(), 1U);
        auto const places = places_.picture();
        EXPECT_NE(places->unit(offer.units[0])->name.ar.find("التعمير"), std::string::npos);
        auto const there = desk_.published("building-permit", offer.administration);
        ASSERT_TRUE(there);
        EXPECT_EQ(there->units, offer.units);
        EXPECT_EQ(there->administration, offer.administration);
    }
    EXPECT_FALSE(desk_.published("building-permit", commune("justice")));
    EXPECT_FALSE(desk_.published("no-such-sheet", commune("commune-berkane")));
}

TEST_P(Registry, keeps_the_revision_of_a_running_dossier_when_a_new_one_is_published) {
    auto const id = sheet("demolition-permit");
    auto const filed = desk_.published("demolition-permit", commune("commune-berkane"));
    auto work = draft(id);
    work.sheet.term_days = 20;
    work.sheet.documents.pop_back();
    auto const edition = save(id, work.edition, work.sheet);
    ASSERT_FALSE(edition.refused());
    EXPECT_EQ(desk_.published("demolition-permit", commune("commune-berkane"))->term_days, 30)
        << "a draft is not in force";
    ASSERT_FALSE(publish(id, edition.value()).refused());
    look();

    auto const today = desk_.published("demolition-permit", commune("commune-berkane"));
    EXPECT_EQ(today->version, 2);
    EXPECT_EQ(today->term_days, 20);
    Desk cold(database(), places_);
    auto const kept = read([&](db::Reader& db) { return cold.revision(db, filed->revision); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->version, 1);
    EXPECT_EQ(kept->term_days, 30);
    EXPECT_EQ(kept->documents.size(), today->documents.size() + 1);
    auto const history = read([&](db::Reader& db) { return desk_.history(db, id); });
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].version, 2);
    EXPECT_EQ(history[0].by, officer);
}

TEST_P(Registry, tells_the_second_of_two_officers_that_the_form_is_stale) {
    auto const id = sheet("repair-permit");
    auto const seen = draft(id);
    auto mine = seen.sheet;
    mine.title.fr = "Permis de réparer";
    EXPECT_EQ(save(id, seen.edition, mine).value(), seen.edition + 1);
    auto const late = save(id, seen.edition, seen.sheet);
    ASSERT_TRUE(late.refused());
    EXPECT_EQ(late.refusal().why, Refused::conflict);
    EXPECT_EQ(draft(id).sheet.title.fr, "Permis de réparer");
    EXPECT_TRUE(publish(id, seen.edition).refused());
}

TEST_P(Registry, publishes_nothing_illegal_and_says_by_which_article) {
    auto const id = sheet("repair-permit");
    auto work = draft(id);
    work.sheet.term_days = 90;
    auto const edition = save(id, work.edition, work.sheet);
    auto const refused = publish(id, edition.value());
    ASSERT_TRUE(refused.refused());
    EXPECT_EQ(refused.refusal().article, "55.19/16");
    EXPECT_EQ(draft(id).sheet.version, 1);
}

TEST_P(Registry, closes_a_suspended_sheet_and_ends_a_withdrawn_one) {
    auto const id = sheet("burial-permit");
    auto const where = commune("commune-berkane");
    auto const act = [&](auto work) {
        auto const outcome = database().write([&](db::Writer& db) { return work(db); });
        look();
        return outcome;
    };
    EXPECT_TRUE(
        act([&](auto& db) { return desk_.suspend(db, id, "قصير", officer, now); }).refused())
        << "a reason is owed";
    EXPECT_FALSE(act([&](auto& db) {
                     return desk_.suspend(db, id, "في انتظار القرار الوزاري", officer, now);
                 }).refused());
    EXPECT_FALSE(desk_.published("burial-permit", where));
    EXPECT_EQ(desk_.picture()->entry("burial-permit")->state, SheetState::suspended);
    EXPECT_FALSE(act([&](auto& db) { return desk_.resume(db, id, officer, now); }).refused());
    EXPECT_TRUE(desk_.published("burial-permit", where));
    EXPECT_FALSE(act([&](auto& db) {
                     return desk_.withdraw(db, id, "ألغي القرار بنص جديد", officer, now);
                 }).refused());
    EXPECT_EQ(desk_.picture()->entry("burial-permit"), nullptr);
    auto const ended = draft(id);
    EXPECT_EQ(save(id, ended.edition, ended.sheet).refusal().why, Refused::gone);
    auto const entries =
        read([](db::Reader& db) { return journal::entries_about(db, "burial-permit"); });
    EXPECT_EQ(entries.size(), 4U) << "published, suspended, resumed, withdrawn";
}

TEST_P(Registry, opens_a_draft_under_a_code_of_its_own) {
    auto const open = [&](std::string_view code) {
        return database().write([&](db::Writer& db) {
            return desk_.open_draft(db, code, commune("commune-berkane"),
                                    {"رخصة جديدة", {}, {}, {}}, officer, now);
        });
    };
    EXPECT_FALSE(open("market-stall").refused());
    EXPECT_EQ(open("market-stall").refusal().why, Refused::conflict);
    EXPECT_EQ(open("building-permit").refusal().why, Refused::conflict);
    EXPECT_EQ(open("Not A Code").refusal().field, "code");
    EXPECT_EQ(open("../x").refusal().field, "code");
}

TEST_P(Registry, finds_the_building_permit_as_people_write_it) {
    static constexpr std::string_view queries[] = {
        "رخصة البناء",      "رخصه بناء",    "رُخْصَةُ البِنَاءِ", "permis de construire",
        "permis construir", "rokhsat lbni", "رخصة البنلء"};
    for (auto const query : queries) {
        auto const found = desk_.picture()->search(query, 5);
        ASSERT_FALSE(found.entries.empty()) << query;
        EXPECT_EQ(found.entries[0]->code, "building-permit") << query;
    }
    write([&](db::Writer& db) {
        check(!seed_many(db, *places_.picture(), 60, now).refused(), "many are written");
    });
    look();
    EXPECT_EQ(desk_.picture()->entries().size(), 86U);
    EXPECT_EQ(desk_.picture()->search("رخصة البناء", 1).entries[0]->code, "building-permit");
    auto const listed = desk_.picture()->search_decisions("السجل التجاري شركة مساهمة", 5);
    ASSERT_FALSE(listed.decisions.empty());
    EXPECT_EQ(listed.decisions[0]->administration, "وزارة العدل");
}

}  // namespace
}  // namespace wasl::procedures
