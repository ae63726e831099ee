// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/directory/store.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::directory {
namespace {

class DirectoryTest : public tests::OnEngine {
protected:
    DirectoryTest() : OnEngine({journal::schema, directory::schema}) {}

    void seed() {
        ASSERT_FALSE(write([](db::Writer& writer) -> Outcome {
                         seed_territory(writer);
                         seed_berkane(writer);
                         return Done{};
                     }).refused());
        desk.forget();
    }
    Outcome change(HolidayChange const& wanted) {
        return write([&](db::Writer& writer) {
            return desk.change_holiday(writer, wanted, PersonId{7}, clock.now());
        });
    }
    std::shared_ptr<Picture const> seeded() {
        seed();
        return desk.picture();
    }

    Desk desk{database()};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, DirectoryTest, tests::both_engines(), tests::engine_name);

TEST_P(DirectoryTest, knows_the_regions_provinces_and_communes_of_the_kingdom) {
    auto const picture = seeded();
    std::map<TerritoryKind, int> counts;
    for (auto const& one : picture->territories()) ++counts[one.kind];
    EXPECT_EQ(counts[TerritoryKind::region], 12);
    EXPECT_EQ(counts[TerritoryKind::prefecture], 13);
    EXPECT_EQ(counts[TerritoryKind::province], 62);
    EXPECT_EQ(counts[TerritoryKind::municipality], 221);
    EXPECT_EQ(counts[TerritoryKind::commune], 1282);
    auto const* berkane = picture->territory_coded("02113");
    ASSERT_TRUE(berkane);
    EXPECT_EQ(berkane->vintage, "2014");
    EXPECT_EQ(picture->parts_of(berkane->id).size(), 16U);
    EXPECT_EQ(picture->territory(*berkane->parent)->name.ar, "الشرق");
    auto const* town = picture->territory_coded("021130109");
    ASSERT_TRUE(town);
    EXPECT_NEAR(town->lat, 34.9239, 0.00005);
    EXPECT_NEAR(town->lon, -2.3205, 0.00011);
}

TEST_P(DirectoryTest, seeds_once_however_often_it_is_asked) {
    seed();
    auto const again = write([](db::Writer& writer) -> Result<std::int64_t> {
        return seed_territory(writer) + seed_berkane(writer);
    });
    EXPECT_EQ(again.value(), 0);
}

TEST_P(DirectoryTest, finds_who_answers_when_the_administration_is_silent) {
    auto const picture = seeded();
    auto const superior = [&](std::string_view slug) {
        auto const* one = picture->by_slug(slug);
        EXPECT_TRUE(one) << slug;
        auto const* above = picture->administration(picture->superior_for_silence(one->id));
        return above ? above->slug : std::string("nobody");
    };
    EXPECT_EQ(superior("commune-berkane"), "province-berkane");
    EXPECT_EQ(superior("conseil-region-oriental"), "wilaya-oriental");
    EXPECT_EQ(superior("pachalik-ahfir"), "province-berkane");
    EXPECT_EQ(superior("adii"), "finances");
    EXPECT_EQ(superior("cnss"), "cnss");
    EXPECT_EQ(picture->superior_for_silence(AdministrationId{1}).value(), 0);
}

TEST_P(DirectoryTest, finds_administrations_as_decrees_write_them) {
    auto const picture = seeded();
    auto const slug = [&](std::string_view name) {
        auto const* one = picture->administration_named(name);
        return one ? one->slug : std::string("nobody");
    };
    EXPECT_EQ(slug("وزارة العدل"), "justice");
    EXPECT_EQ(slug("وزارة الصحة والحماية الاجتماعية - الصحة"), "sante");
    EXPECT_EQ(slug("وزارة الاقتصاد والمالية - إدارة الجمارك والضرائب غير المباشرة"), "adii");
    EXPECT_EQ(slug("جماعة احفير"), "commune-ahfir");
    EXPECT_EQ(slug("وزارة لا وجود لها"), "nobody");
}

TEST_P(DirectoryTest, shows_a_change_at_once_and_writes_it_in_the_journal) {
    auto const commune = seeded()->by_slug("commune-saidia")->id;
    Contact contact;
    contact.phone = " 0536 00 00 00 ";
    contact.email = "contact@saidia.example";
    auto const done = write([&](db::Writer& writer) {
        return desk.set_contact(writer, commune, contact, PersonId{7}, clock.now());
    });
    ASSERT_FALSE(done.refused());
    EXPECT_EQ(desk.picture()->administration(commune)->phone, "0536 00 00 00");
    auto const unit = write([&](db::Writer& writer) {
        return desk.found_unit(writer, commune, {"مكتب الضبط", "Bureau d'ordre", {}, {}},
                               PersonId{7}, clock.now());
    });
    EXPECT_EQ(desk.picture()->unit(unit.value())->name.ar, "مكتب الضبط");
    auto const entries =
        read([](db::Reader& reader) { return journal::entries_about(reader, "commune-saidia"); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].kind, "directory.contact_set");
    EXPECT_EQ(entries[0].chain, commune.value());
    EXPECT_EQ(entries[0].actor, 7);
    EXPECT_NE(entries[1].facts.find("مكتب الضبط"), std::string::npos);
}

TEST_P(DirectoryTest, refuses_contacts_that_cannot_be_and_keeps_nothing_of_them) {
    auto const commune = seeded()->by_slug("commune-saidia")->id;
    auto const field = [&](Contact const& contact) {
        auto const done = write([&](db::Writer& writer) {
            return desk.set_contact(writer, commune, contact, PersonId{7}, clock.now());
        });
        return done.refused() ? std::string(done.refusal().field) : std::string("taken");
    };
    Contact contact;
    contact.email = "not an address";
    EXPECT_EQ(field(contact), "email");
    contact = {};
    contact.website = "javascript:alert(1)";
    EXPECT_EQ(field(contact), "website");
    contact = {};
    contact.phone = "call me";
    EXPECT_EQ(field(contact), "phone");
    EXPECT_EQ(desk.picture()->administration(commune)->email, "");
}

TEST_P(DirectoryTest, confirms_and_moves_a_hijri_holiday_and_bumps_the_calendar) {
    seed();
    auto const before = desk.calendar_version();
    auto const* fitr = desk.picture()->holiday("fitr/1447");
    ASSERT_TRUE(fitr);
    auto const predicted = fitr->first;
    EXPECT_EQ(desk.calendar()->holiday(predicted)->certainty, Certainty::provisional);
    HolidayChange move;
    move.act = HolidayAct::move;
    move.key = "fitr/1447";
    move.first = predicted + Days{1};
    move.source = "بلاغ وزارة الأوقاف";
    ASSERT_FALSE(change(move).refused());
    EXPECT_GT(desk.calendar_version(), before);
    auto const calendar = desk.calendar();
    EXPECT_EQ(calendar->holiday(predicted), nullptr);
    for (int i = 1; i <= 2; ++i) {
        auto const* moved = calendar->holiday(predicted + Days{i});
        ASSERT_TRUE(moved);
        EXPECT_EQ(moved->certainty, Certainty::confirmed);
    }
    auto const decisions = read([&](db::Reader& reader) { return desk.holiday_decisions(reader); });
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].by, PersonId{7});
    EXPECT_EQ(decisions[0].at, clock.now());
    auto const entries =
        read([](db::Reader& reader) { return journal::entries_about(reader, "fitr/1447"); });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].kind, "directory.holiday_moved");
    move.first = predicted + Days{30};
    EXPECT_EQ(change(move).refusal().field, "first");
    move.key = "throne/2026";
    EXPECT_EQ(change(move).refusal().article, "2.77.169");
}

TEST_P(DirectoryTest, adds_and_cancels_an_exceptional_closure) {
    HolidayChange add;
    add.act = HolidayAct::add;
    add.first = day(2027, 3, 11);
    add.name.ar = "عطلة استثنائية";
    EXPECT_EQ(change(add).refusal().field, "source");
    add.source = "بلاغ رئاسة الحكومة";
    ASSERT_FALSE(change(add).refused());
    EXPECT_FALSE(desk.calendar()->is_open(day(2027, 3, 11)));
    std::string key;
    auto const held = desk.picture();
    for (auto const& one : held->holidays())
        if (one.first == day(2027, 3, 11)) key = one.key;
    HolidayChange cancel;
    cancel.act = HolidayAct::cancel;
    cancel.key = key;
    ASSERT_FALSE(change(cancel).refused());
    EXPECT_TRUE(desk.calendar()->is_open(day(2027, 3, 11)));
    cancel.key = "throne/2027";
    EXPECT_TRUE(change(cancel).refused());
}

TEST_P(DirectoryTest, imports_a_newer_list_twice_and_changes_it_once) {
    seed();
    // The rural commune of Zegzel becomes urban with a new code, and a commune is new.
    std::string_view const list =
        "level,code_hcp,parent_code,type,name_ar,name_fr,lat,lon,ar_needs_review\r\n"
        "commune,021130599,02113,urban,زكزل,Zegzel,34.8997,-2.3450,0\r\n"
        "commune,021130598,02113,rural,\"جماعة, جديدة\",Nouvelle,35.1,-2.3,1\r\n"
        "commune,021130597,99999,rural,بدون إقليم,,35.1,-2.3,0\r\n"
        "commune,021130596,02113,rural,موقع مقلوب,,-2.3,35.1,0\r\n";
    auto const import = [&](bool dry) {
        return write([&](db::Writer& writer) -> Result<ImportReport> {
                   return import_territory(writer, list, "2024", dry);
               })
            .value();
    };
    auto const counts = [](ImportReport const& report) {
        return std::array{report.count(RowVerdict::added), report.count(RowVerdict::changed),
                          report.count(RowVerdict::same), report.count(RowVerdict::fault)};
    };
    EXPECT_EQ(counts(import(true)), (std::array<std::int64_t, 4>{1, 1, 0, 2}));
    EXPECT_EQ(desk.picture()->territories().size(), 1590U);
    EXPECT_EQ(counts(import(false)), (std::array<std::int64_t, 4>{1, 1, 0, 2}));
    EXPECT_EQ(counts(import(false)), (std::array<std::int64_t, 4>{0, 0, 2, 2}));
    desk.forget();
    auto const picture = desk.picture();
    EXPECT_EQ(picture->territories().size(), 1591U);
    auto const* zegzel = picture->territory_coded("021130599");
    ASSERT_TRUE(zegzel);
    EXPECT_EQ(zegzel->kind, TerritoryKind::municipality);
    // The administration seated there has followed, because codes are no keys.
    EXPECT_EQ(picture->seated_in(zegzel->id).front()->slug, "commune-zegzel");
    EXPECT_NE(import(true).text().find("parent 99999 is not known"), std::string::npos);
}

TEST_P(DirectoryTest, keeps_simplified_outlines_from_both_formats) {
    seed();
    std::string_view const features = R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"021130109","ar":"بركان"},"geometry":
       {"type":"Polygon","coordinates":[[[-2.4,35.0],[-2.3,35.00001],[-2.2,35.0],[-2.2,35.1],
        [-2.4,35.1],[-2.4,35.0]]]}},
      {"type":"Feature","properties":{"code":"000"},"geometry":
       {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]})";
    std::string_view const topology = R"({"type":"Topology","transform":{"scale":[0.1,0.1],
      "translate":[-2.4,35.0]},"arcs":[[[0,0],[2,0],[0,1]],[[0,0],[0,1],[2,0]]],"objects":{"c":
      {"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,-2]],
       "properties":{"code":"021130109"}}]}}})";
    auto const import = [&](std::string_view text) {
        return write([&](db::Writer& writer) -> Result<ImportReport> {
                   return import_boundaries(writer, text, "test", false);
               })
            .value();
    };
    auto const first = import(features);
    EXPECT_EQ(first.count(RowVerdict::added), 1);
    EXPECT_EQ(first.count(RowVerdict::fault), 1);
    EXPECT_EQ(import(features).count(RowVerdict::same), 1);
    auto const town = desk.picture()->territory_coded("021130109")->id;
    auto const kept = read([&](db::Reader& reader) { return *store::boundary(reader, town); });
    // The point that lies on the line is gone.
    EXPECT_EQ(kept.rings,
              "[[[[-2.4000,35.0000],[-2.2000,35.0000],[-2.2000,35.1000],[-2.4000,35.1000],"
              "[-2.4000,35.0000]]]]");
    EXPECT_EQ(kept.north_e4, 351'000);
    EXPECT_EQ(import(topology).count(RowVerdict::same), 1);
    EXPECT_EQ(import("{]").count(RowVerdict::fault), 1);
}

// A file whose latitudes were read on the wrong figure of the earth: five communes tell.
TEST_P(DirectoryTest, moves_outlines_that_all_lie_too_far_north_of_their_seats) {
    seed();
    auto const picture = desk.picture();
    auto const town = picture->territory_coded("021130109")->id;
    auto const square = [](double lat, double lon) {
        std::string ring;
        for (auto const& [up, right] : {std::pair{-1, -1}, {-1, 1}, {1, 1}, {1, -1}, {-1, -1}})
            ring += (ring.empty() ? "[" : ",[") + std::to_string(lon + 0.01 * right) + "," +
                    std::to_string(lat + 0.01 * up) + "]";
        return "[[" + ring + "]]";
    };
    auto const file = [&](double north) {
        std::string all;
        for (auto const* const code :
             {"021130109", "021130101", "021130105", "021130107", "021130125"}) {
            auto const* const one = picture->territory_coded(code);
            all += std::string(all.empty() ? "" : ",") +
                   R"({"type":"Feature","properties":{"code":")" + code +
                   R"("},"geometry":{"type":"Polygon","coordinates":)" +
                   square(one->lat + north, one->lon) + "}}";
        }
        return R"({"type":"FeatureCollection","features":[)" + all + "]}";
    };
    auto const middle_after = [&](double north) {
        (void)write([&](db::Writer& writer) -> Outcome {
            import_boundaries(writer, file(north), "test", false);
            return Done{};
        });
        auto const kept = read([&](db::Reader& reader) { return *store::boundary(reader, town); });
        return static_cast<double>(kept.south_e4 + kept.north_e4) / 20'000;
    };
    double const seat = picture->territory(town)->lat;
    EXPECT_NEAR(middle_after(0), seat, 0.001) << "what lies right stays";
    EXPECT_NEAR(middle_after(0.181), seat, 0.002);
    EXPECT_NEAR(middle_after(0.5), seat + 0.5, 0.001) << "another fault is nobody's to mend";
}

}  // namespace
}  // namespace wasl::directory
