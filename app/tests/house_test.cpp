// SPDX-License-Identifier: Apache-2.0
// The whole house on a fresh data folder, asked through its router.
#include "app/house.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace wasl::app {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class HouseTest : public testing::Test {
protected:
    fs::path folder = fs::path(testing::TempDir()) /
                      ("wasl_house_" +
                       std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::unique_ptr<House> house;

    HouseTest() {
        fs::remove_all(folder);
        fs::create_directories(folder / "assets");
        std::ofstream(folder / "assets/manifest.tsv") << "wasl.css\twasl.1.css\n";
        setenv("WASL_DATA", folder.c_str(), 1);
        setenv("WASL_SITE_ASSETS", (folder / "assets").c_str(), 1);
        std::vector<config::Mistake> mistakes;
        house = std::make_unique<House>(config::Config::load("", mistakes));
        EXPECT_TRUE(mistakes.empty());
        house->migrate(clock::now());
        house->open_doors();
    }
    ~HouseTest() override {
        house.reset();
        fs::remove_all(folder);
    }

    http::Response ask(Language language, std::string const& path) {
        http::Request request;
        request.target = "/" + std::string(name_of(language)) + path;
        request.path = path.substr(0, path.find('?'));
        request.language = language;
        request.language_in_path = true;
        return house->router.answer(request);
    }
};

TEST_F(HouseTest, has_the_doors_that_are_written_down) {
    std::ifstream in("docs/routes.txt");
    std::string const written{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(written, house->routes()) << "run bin/docs";
}

TEST_F(HouseTest, shows_its_own_pages_in_every_language) {
    for (auto const language : languages)
        for (auto const* const path :
             {"/", "/about", "/source", "/accessibility", "/personal-data"}) {
            auto const page = ask(language, path);
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_THAT(page.body, HasSubstr("<h1>")) << path;
            EXPECT_THAT(page.body,
                        HasSubstr("<html lang=\"" + std::string(name_of(language)) + "\""));
        }
}

TEST_F(HouseTest, counts_the_figures_of_the_first_page_once_a_minute) {
    static constexpr db::Sql insert{"test.tally", R"sql(
        insert into dossier_tallies (administration, procedure, month, figure, amount)
        values ($1, $2, $3, $4, $5)
    )sql"};
    auto const file = [&](std::string_view procedure, std::string_view month, int amount) {
        (void)house->database->write([&](db::Writer& writer) -> Outcome {
            writer.execute(insert, 1, procedure, month, "filed", amount);
            return Done{};
        });
    };
    auto const noon = clock::now();
    auto const today = Date{std::chrono::year{2026} / 3 / 10};
    auto const at = [&](Instant now) {
        return house->database->read(
            [&](db::Reader& reader) { return house->lately.figures(reader, now, today); });
    };
    file("rare", "2025-04", 2);
    file("common", "2026-03", 5);
    file("forgotten", "2025-03", 90);
    auto const first = at(noon);
    EXPECT_EQ(first->filed, 7) << "twelve months, this one among them";
    EXPECT_EQ(first->most_used, (std::vector<std::string>{"common", "rare"}));

    auto const version = house->lately.version();
    file("late", "2026-02", 1);
    EXPECT_TRUE(house->lately.fresh(noon + std::chrono::seconds(59)));
    EXPECT_EQ(at(noon + std::chrono::seconds(59))->filed, 7);
    EXPECT_FALSE(house->lately.fresh(noon + std::chrono::seconds(60)));
    EXPECT_EQ(at(noon + std::chrono::seconds(60))->filed, 8);
    EXPECT_EQ(house->lately.version(), version + 1);
    at(noon + std::chrono::seconds(120));
    EXPECT_EQ(house->lately.version(), version + 1) << "nothing moved: pages are kept";
}

TEST_F(HouseTest, says_what_to_do_next_where_there_is_nothing) {
    auto const page = ask(Language::ar, "/nothing");
    EXPECT_EQ(page.status, 404);
    EXPECT_THAT(page.body, HasSubstr("الصفحة غير موجودة"));
    EXPECT_THAT(page.body, HasSubstr("href=\"/ar/procedures\""));

    http::Request request;
    request.target = request.path = "/api/v1/nothing";
    auto const problem = house->router.answer(request);
    EXPECT_EQ(problem.status, 404);
    EXPECT_EQ(problem.type, "application/problem+json");
}

TEST_F(HouseTest, leads_a_number_to_its_verification) {
    http::Request request;
    request.target = "/ar/track?number=B7K4-2M9P";
    request.path = "/track";
    request.query = {{"number", "B7K4-2M9P"}};
    request.language_in_path = true;
    auto const answer = house->router.answer(request);
    EXPECT_EQ(answer.status, 303);
    EXPECT_THAT(answer.headers,
                testing::Contains(testing::Pair("location", "/ar/verify/B7K4-2M9P")));
}

}  // namespace

}  // namespace wasl::app
