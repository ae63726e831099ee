// SPDX-License-Identifier: Apache-2.0
// The registry on both engines: from draft to publication, what a running dossier keeps, what two
// officers may not do to one another, and what the catalogue finds.
#include <gtest/gtest.h>

#include <algorithm>

#include "modules/directory/schema.hpp"
#include "modules/procedures/certification.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::procedures {
namespace {

constexpr PersonId officer{7};
constexpr Actor owner{officer, hands::officer | hands::head};
constexpr Actor interior{PersonId{8}, hands::interior};
auto const now = tests::TestClock::start_of_tests();

class Registry : public tests::OnEngine {
protected:
    Registry()
        : OnEngine({directory::schema, journal::schema, procedures::schema},
                   tests::berkane_with_sheets) {}

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
        house_desk.expire();
        database().view([&](db::Reader& db) { house_desk.refresh(db, now); });
    }
    SheetId sheet(std::string_view code) { return house_desk.picture()->entry(code)->id; }
    Draft draft(SheetId id) {
        return *read([&](db::Reader& db) { return house_desk.draft(db, id); });
    }
    AdministrationId commune(std::string_view slug) {
        return house_places.picture()->by_slug(slug)->id;
    }
    Result<int> save(SheetId id, int edition, Sheet const& content) {
        return database().write([&](db::Writer& db) {
            return house_desk.save_draft(db, id, edition, content, officer, now);
        });
    }
    Outcome act(SheetId id, Order const& order, Actor const& actor = owner) {
        auto const outcome = database().write(
            [&](db::Writer& db) { return house_desk.act(db, id, order, actor, now); });
        look();
        return outcome;
    }
    // Through the gate, past the Interior, into force.
    Outcome publish(SheetId id, int edition) {
        TRY(act(id, {.action = Action::submit, .edition = edition}));
        TRY(act(id, {.action = Action::check, .reference = "المراسلة رقم 12"}, interior));
        return act(id, {.action = Action::publish, .edition = edition});
    }

    directory::Desk house_places{database()};
    Desk house_desk{database(), house_places};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Registry, tests::both_engines(), tests::engine_name);

TEST_P(Registry, offers_each_model_in_all_communes_of_berkane_at_the_right_counter) {
    auto const* const entry = house_desk.picture()->entry("building-permit");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->offers.size(), 16U);
    for (auto const& offer : entry->offers) {
        ASSERT_EQ(offer.units.size(), 1U);
        auto const places = house_places.picture();
        EXPECT_NE(places->unit(offer.units[0])->name.ar.find("التعمير"), std::string::npos);
        auto const there = house_desk.published("building-permit", offer.administration);
        ASSERT_TRUE(there);
        EXPECT_EQ(there->units, offer.units);
        EXPECT_EQ(there->administration, offer.administration);
    }
    EXPECT_FALSE(house_desk.published("building-permit", commune("justice")));
    EXPECT_FALSE(house_desk.published("no-such-sheet", commune("commune-berkane")));
}

TEST_P(Registry, keeps_the_revision_of_a_running_dossier_when_a_new_one_is_published) {
    auto const id = sheet("demolition-permit");
    auto const filed = house_desk.published("demolition-permit", commune("commune-berkane"));
    auto work = draft(id);
    work.sheet.term_days = 20;
    work.sheet.documents.pop_back();
    auto const edition = save(id, work.edition, work.sheet);
    ASSERT_FALSE(edition.refused());
    EXPECT_EQ(house_desk.published("demolition-permit", commune("commune-berkane"))->term_days, 30)
        << "a draft is not in force";
    ASSERT_FALSE(publish(id, edition.value()).refused());
    look();

    auto const today = house_desk.published("demolition-permit", commune("commune-berkane"));
    EXPECT_EQ(today->version, 2);
    EXPECT_EQ(today->term_days, 20);
    Desk cold(database(), house_places);
    auto const kept = read([&](db::Reader& db) { return cold.revision(db, filed->revision); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->version, 1);
    EXPECT_EQ(kept->term_days, 30);
    EXPECT_EQ(kept->documents.size(), today->documents.size() + 1);
    auto const history = read([&](db::Reader& db) { return house_desk.history(db, id); });
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
    EXPECT_TRUE(act(id, {.action = Action::submit, .edition = seen.edition}).refused());
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
    EXPECT_TRUE(act(id, {.action = Action::suspend, .reason = "قصير"}).refused());
    EXPECT_FALSE(
        act(id, {.action = Action::suspend, .reason = "في انتظار القرار الوزاري"}).refused());
    EXPECT_FALSE(house_desk.published("burial-permit", where));
    EXPECT_EQ(house_desk.picture()->entry("burial-permit")->state, SheetState::suspended);
    EXPECT_FALSE(act(id, {.action = Action::resume}).refused());
    EXPECT_TRUE(house_desk.published("burial-permit", where));
    EXPECT_FALSE(act(id, {.action = Action::withdraw, .reason = "ألغي القرار بنص جديد"}).refused());
    EXPECT_EQ(house_desk.picture()->entry("burial-permit"), nullptr);
    auto const ended = draft(id);
    EXPECT_EQ(save(id, ended.edition, ended.sheet).refusal().why, Refused::gone);
    auto const entries =
        read([](db::Reader& db) { return journal::entries_about(db, "burial-permit"); });
    EXPECT_EQ(entries.size(), 4U) << "published, suspended, resumed, withdrawn";
}

TEST_P(Registry, keeps_the_published_sheet_while_its_revision_walks) {
    auto const id = sheet("repair-permit");
    auto work = draft(id);
    EXPECT_EQ(work.standing(), (Standing{SheetState::published, std::nullopt}));
    work.sheet.summary.fr = "Autre résumé";
    auto const edition = save(id, work.edition, work.sheet).value();
    EXPECT_EQ(draft(id).standing(), (Standing{SheetState::published, SheetState::in_study}));
    ASSERT_FALSE(act(id, {.action = Action::submit, .edition = edition}).refused());
    EXPECT_EQ(save(id, edition, work.sheet).refusal().why, Refused::conflict)
        << "it lies with the Interior";
    EXPECT_EQ(act(id, {.action = Action::check, .reference = "رقم 1"}).refusal().why,
              Refused::forbidden)
        << "nobody clears the own sheet";
    EXPECT_EQ(act(id, {.action = Action::check}, interior).refusal().field, "reference");
    ASSERT_FALSE(act(id, {.action = Action::send_back, .reason = "الأجل غير مؤسس قانونا"}, interior)
                     .refused());
    EXPECT_EQ(draft(id).standing(), (Standing{SheetState::published, SheetState::in_study}));
    EXPECT_EQ(house_desk.picture()->entry("repair-permit")->version, 1);
    ASSERT_FALSE(publish(id, edition).refused());
    EXPECT_EQ(draft(id).standing(), (Standing{SheetState::published, std::nullopt}));
    EXPECT_EQ(draft(id).sheet.approval.by, ApprovedBy::interior);
    EXPECT_EQ(house_desk.picture()->entry("repair-permit")->version, 2);
    auto const taken = read([&](db::Reader& db) { return house_desk.steps(db, id); });
    ASSERT_EQ(taken.size(), 7U)
        << "publish, check, submit, send back, submit, revise; published with the program";
    EXPECT_TRUE(taken.front().of_revision);
    EXPECT_EQ(taken[3].reason, "الأجل غير مؤسس قانونا");
}

TEST_P(Registry, deletes_and_merges_with_reasons_and_refuses_circles) {
    auto const first = sheet("class-3-establishment"), second = sheet("economic-activity");
    auto const merge = [&](SheetId id, std::string const& into) {
        return act(id, {.action = Action::merge, .reason = "نفس القرار ونفس الوثائق", .into = into},
                   interior);
    };
    EXPECT_EQ(merge(first, "class-3-establishment").refusal().field, "into");
    EXPECT_EQ(merge(first, "nowhere").refusal().field, "into");
    ASSERT_FALSE(merge(first, "economic-activity").refused());
    EXPECT_EQ(draft(first).merged_into, second);
    EXPECT_EQ(merge(second, "class-3-establishment").refusal().field, "into") << "a circle";
    Order const deletion{.action = Action::remove, .reason = "لا نص يؤسس هذه المسطرة"};
    EXPECT_EQ(act(second, deletion, owner).refusal().why, Refused::forbidden)
        << "what is published, its owner withdraws";
    EXPECT_EQ(act(second, deletion, interior).refusal().field, "legal_note");
    auto complete = deletion;
    complete.legal_note = "لم يعثر على أي نص تشريعي أو تنظيمي";
    ASSERT_FALSE(act(second, complete, interior).refused());
    EXPECT_EQ(draft(second).standing().state, SheetState::deleted);
    EXPECT_EQ(house_desk.picture()->entry("economic-activity"), nullptr);
    EXPECT_EQ(act(second, {.action = Action::resume}).refusal().why, Refused::gone);
}

TEST_P(Registry, asks_for_an_exemption_where_another_administration_holds_the_paper) {
    auto const id = sheet("demolition-permit");
    auto work = draft(id);
    auto& document = work.sheet.documents.front();
    document.evidence_type = "property_certificate";
    auto const edition = save(id, work.edition, work.sheet).value();
    Order const submit{.action = Action::submit, .edition = edition};
    EXPECT_EQ(act(id, submit).refusal().article, "55.19/23");
    auto const exempt = [&](Date first, Date last) {
        return database().write([&](db::Writer& db) {
            return house_desk.exempt(db,
                                     {.evidence_type = "property_certificate",
                                      .sheet = "demolition-permit",
                                      .reason = "لا توجد خدمة تبادل إلى حدود اليوم",
                                      .first = first,
                                      .last = last,
                                      .by = officer},
                                     now);
        });
    };
    auto const today = clock::day_in_morocco(now);
    EXPECT_TRUE(exempt(today, today - Days(1)).refused());
    ASSERT_FALSE(exempt(today - Days(9), today - Days(1)).refused());
    EXPECT_EQ(act(id, submit).refusal().article, "55.19/23") << "it has run out";
    ASSERT_FALSE(exempt(today, today).refused());
    EXPECT_FALSE(act(id, submit).refused());
}

TEST_P(Registry, lets_a_certification_run_out_after_twelve_months) {
    auto const id = sheet("repair-permit");
    auto const published = house_desk.picture()->entry("repair-permit")->certified;
    EXPECT_EQ(published, clock::day_in_morocco(now));
    EXPECT_EQ(confirmation(published, published + Days(366)), Confirmation::lapsed);
    auto const later = now + std::chrono::hours(24 * 366);
    auto const certify = [&](Actor const& actor) {
        return database().write(
            [&](db::Writer& db) { return house_desk.certify(db, id, actor, later); });
    };
    EXPECT_EQ(certify({officer, hands::officer}).refusal().why, Refused::forbidden);
    ASSERT_FALSE(certify(owner).refused());
    look();
    EXPECT_EQ(house_desk.picture()->entry("repair-permit")->certified,
              clock::day_in_morocco(later));
}

TEST_P(Registry, opens_a_draft_under_a_code_of_its_own) {
    auto const open = [&](std::string_view code) {
        return database().write([&](db::Writer& db) {
            return house_desk.open_draft(db, code, commune("commune-berkane"),
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
        auto const found = house_desk.picture()->search(query, 5);
        ASSERT_FALSE(found.entries.empty()) << query;
        EXPECT_EQ(found.entries[0]->code, "building-permit") << query;
    }
    write([&](db::Writer& db) {
        check(!seed_many(db, *house_places.picture(), 60, now).refused(), "many are written");
    });
    look();
    EXPECT_EQ(house_desk.picture()->entries().size(), 86U);
    EXPECT_EQ(house_desk.picture()->search("رخصة البناء", 1).entries[0]->code, "building-permit");
    auto const listed = house_desk.picture()->search_decisions("السجل التجاري شركة مساهمة", 5);
    ASSERT_FALSE(listed.decisions.empty());
    EXPECT_EQ(listed.decisions[0]->administration, "وزارة العدل");
}

}  // namespace
}  // namespace wasl::procedures
