// SPDX-License-Identifier: Apache-2.0
#include "kernel/geography.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace wasl::geography {

namespace {

Point const berkane{34.9218, -2.3197};
Point const saidia{35.0850, -2.2361};
Point const rabat{34.0209, -6.8416};

Point somewhere(std::mt19937& chance) {
    return {std::uniform_real_distribution(27.0, 36.0)(chance),
            std::uniform_real_distribution(-13.0, -1.0)(chance)};
}

Point kept(Point const& one) {
    return {static_cast<double>(millionths(one.lat)) / 1e6,
            static_cast<double>(millionths(one.lon)) / 1e6};
}

// A square with a square hole, and an island beside it.
MultiPolygon const shape = {
    {{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}}, {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}},
    {{{0, 20}, {0, 21}, {1, 21}, {1, 20}, {0, 20}}}};

}  // namespace

TEST(Geography, measures_as_a_map_does) {
    EXPECT_NEAR(metres_between(berkane, saidia), 19'680, 100);
    EXPECT_NEAR(metres_between(berkane, rabat), 424'900, 2'200);
    EXPECT_DOUBLE_EQ(metres_between(rabat, rabat), 0);
    // One degree of latitude is a quarter of the meridian by ninety.
    EXPECT_NEAR(metres_between({34, -5}, {35, -5}), 111'195, 1);
}

TEST(Geography, knows_what_is_no_place) {
    for (auto const& one :
         {Point{0, 0}, Point{91, 0}, Point{34, 181}, Point{-90.1, 3}, Point{std::nan(""), 3},
          Point{34, std::nan("")}, Point{std::numeric_limits<double>::infinity(), 3}})
        EXPECT_FALSE(is_place(one)) << one.lat << ' ' << one.lon;
    EXPECT_TRUE(is_place(berkane));
    EXPECT_TRUE(is_place({0, -8}));  // on the equator, and somewhere
    EXPECT_FALSE(box_of(35, -3, 34, -2));
    EXPECT_FALSE(box_of(std::nan(""), -3, 34, -2));
    EXPECT_TRUE(box_of(34, -3, 35, -2));
}

TEST(Geography, the_box_around_a_point_holds_all_that_is_near_and_little_more) {
    std::mt19937 chance(1);
    for (int n = 0; n < 2'000; ++n) {
        auto const from = somewhere(chance);
        auto const box = around(from, 500);
        Point const to{std::uniform_real_distribution(from.lat - 0.01, from.lat + 0.01)(chance),
                       std::uniform_real_distribution(from.lon - 0.01, from.lon + 0.01)(chance)};
        if (metres_between(from, to) <= 499) {
            EXPECT_TRUE(box.holds(to));
        }
        if (box.holds(to)) {
            EXPECT_LE(metres_between(from, to), 500 * std::sqrt(2.0) * 1.01);
        }
    }
}

TEST(Geography, a_hole_is_outside_and_an_island_inside) {
    EXPECT_TRUE(inside(shape, {2, 2}));
    EXPECT_TRUE(inside(shape, {5, 7}));
    EXPECT_FALSE(inside(shape, {5, 5}));
    EXPECT_TRUE(inside(shape, {0.5, 20.5}));
    EXPECT_FALSE(inside(shape, {0.5, 15}));
    EXPECT_FALSE(inside(shape, {11, 5}));
    EXPECT_FALSE(inside({}, {1, 1}));
}

TEST(Geography, says_how_far_the_edge_is) {
    EXPECT_NEAR(metres_to_edge(shape, {0.001, 5}), 111.2, 0.5);
    EXPECT_NEAR(metres_to_edge(shape, {-0.001, 5}), 111.2, 0.5);
    EXPECT_NEAR(metres_to_edge(shape, {5, 4.002}), 2 * 111.2 * std::cos(5 * 0.0174533), 1);
    EXPECT_TRUE(std::isinf(metres_to_edge({}, {1, 1})));
}

// Whatever lies in a box lies in a cell that the box touches, at every level.
TEST(Geography, cells_find_all_that_lies_in_a_box) {
    std::mt19937 chance(2);
    for (int n = 0; n < 500; ++n) {
        auto const box = around(somewhere(chance), 1'500);
        for (int const level : {3, 9, 12, 16, 20}) {
            auto const runs = cells_of(box, level);
            for (int tries = 0; tries < 20; ++tries) {
                auto const one = kept({std::uniform_real_distribution(box.south, box.north)(chance),
                                       std::uniform_real_distribution(box.west, box.east)(chance)});
                auto const cell = cell_of(one, level);
                EXPECT_TRUE(box_of_cell(cell, level).holds(one));
                bool found = false;
                for (auto const& run : runs)
                    found = found || (cell >= run.first && cell <= run.last);
                EXPECT_TRUE(found);
            }
        }
    }
}

// As a database reckons it from the millionths that it keeps; the edges of cells among them.
TEST(Geography, puts_a_point_in_the_cell_of_its_millionths) {
    std::int64_t const steps = 1 << 20, edge = 703'125;  // 4,096 cells of that level
    for (std::int64_t n = -100; n <= 100; ++n)
        for (int const beside : {-1, 0, 1}) {
            auto const lat = n * edge + beside, lon = 2 * n * edge + beside;
            Point const one{static_cast<double>(lat) / 1e6, static_cast<double>(lon) / 1e6};
            EXPECT_EQ(cell_of(one, 20), (lat + 90'000'000) * steps / 180'000'000 * steps +
                                            (lon + 180'000'000) * steps / 360'000'000);
        }
}

TEST(Geography, takes_the_finest_cells_that_are_few_enough) {
    auto const box = around(berkane, 2'000);
    int const level = level_for(box, 16, 4, 20);
    std::int64_t cells = 0, finer = 0;
    for (auto const& run : cells_of(box, level)) cells += run.last - run.first + 1;
    for (auto const& run : cells_of(box, level + 1)) finer += run.last - run.first + 1;
    EXPECT_LE(cells, 16);
    EXPECT_GT(finer, 16);
    EXPECT_EQ(level_for({-90, -180, 90, 180}, 1, 4, 20), 4);  // no shallower than asked
}

}  // namespace wasl::geography
