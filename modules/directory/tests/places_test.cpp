// SPDX-License-Identifier: Apache-2.0
// Which commune a point lies in.
#include <gtest/gtest.h>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/directory/store.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/berkane_for_tests.hpp"

namespace wasl::directory {
namespace {

class Places : public tests::OnEngine {
protected:
    Places() : OnEngine({journal::schema, directory::schema}, tests::berkane) {
        berkane = desk.picture()->territory_coded("021130109")->id;
        for (auto const* one : desk.picture()->parts_of(
                 desk.picture()->territory(berkane)->parent.value_or(TerritoryId{0})))
            if (one->id != berkane) other = one->id;
    }
    // Two squares side by side, two kilometres wide: west of -2.30 the town, east of it the other.
    void draw() {
        (void)write([&](db::Writer& writer) -> Outcome {
            store::keep(writer, {berkane,
                                 "[[[[-2.34,35.10],[-2.30,35.10],[-2.30,35.14],[-2.34,35.14],"
                                 "[-2.34,35.10]]]]",
                                 -23400, 351000, -23000, 351400, "test"});
            store::keep(writer, {other,
                                 "[[[[-2.30,35.10],[-2.26,35.10],[-2.26,35.14],[-2.30,35.14],"
                                 "[-2.30,35.10]]]]",
                                 -23000, 351000, -22600, 351400, "test"});
            return Done{};
        });
    }
    std::vector<CommuneNear> near(geography::Point const& point, double metres = 150) {
        return read([&](db::Reader& reader) { return desk.communes_near(reader, point, metres); });
    }
    TerritoryId nearest(geography::Point const& point) {
        return read([&](db::Reader& reader) { return desk.nearest_seat(reader, point); });
    }

    Desk desk{database()};
    TerritoryId berkane{0}, other{0};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Places, tests::both_engines(), tests::engine_name);

TEST_P(Places, names_the_commune_that_holds_a_point_and_asks_at_its_edge) {
    draw();
    auto const middle = near({35.12, -2.32});
    ASSERT_EQ(middle.size(), 1U);
    EXPECT_EQ(middle.front().territory, berkane);
    EXPECT_TRUE(middle.front().inside);
    // Some 45 metres east of the common edge.
    auto const edge = near({35.12, -2.2995});
    ASSERT_EQ(edge.size(), 2U);
    EXPECT_EQ(edge.front().territory, other);
    EXPECT_TRUE(edge.front().inside);
    EXPECT_EQ(edge.back().territory, berkane);
    EXPECT_NEAR(edge.back().metres_to_edge, 45, 2);
    EXPECT_TRUE(near({35.30, -2.32}).empty());
}

TEST_P(Places, goes_by_the_seat_only_where_no_outline_is_known) {
    auto const seat = desk.picture()->territory(berkane);
    geography::Point const town{seat->lat, seat->lon};
    EXPECT_EQ(nearest(town), berkane);
    EXPECT_EQ(nearest({30, -30}), TerritoryId{0}) << "the ocean";
    draw();
    EXPECT_EQ(nearest(town), TerritoryId{0}) << "no outline there holds it";
    auto const outlines = read(
        [&](db::Reader& reader) { return desk.outlines_in(reader, {35.11, -2.33, 35.12, -2.32}); });
    ASSERT_EQ(outlines.size(), 1U);
    EXPECT_EQ(outlines.front().territory, berkane);
    EXPECT_DOUBLE_EQ(outlines.front().box.east, -2.30);
}

}  // namespace
}  // namespace wasl::directory
