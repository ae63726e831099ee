// SPDX-License-Identifier: Apache-2.0
// The house as a demonstration starts it, and its people with a browser each. Made once for a
// suite: its tests share what happens in it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "tests/support/browser.hpp"

namespace wasl::app {

class SeededHouse : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder() = std::filesystem::path(testing::TempDir()) / "wasl_seeded_house";
        std::filesystem::remove_all(folder());
        std::filesystem::create_directories(folder() / "assets");
        std::ofstream(folder() / "assets/manifest.tsv") << "wasl.css\twasl.1.css\n";
        setenv("WASL_DATA", folder().c_str(), 1);
        setenv("WASL_SITE_ASSETS", (folder() / "assets").c_str(), 1);
        setenv("WASL_PEOPLE_OFFICER_TOTP", "false", 1);
        std::vector<config::Mistake> mistakes;
        auto const config = config::Config::load("", mistakes);
        std::ostringstream quiet;
        auto* const loud = std::cout.rdbuf(quiet.rdbuf());
        seed(config, false);
        std::cout.rdbuf(loud);
        shared() = std::make_unique<House>(config);
        shared()->open_doors();
    }
    static void TearDownTestSuite() {
        shared().reset();
        std::filesystem::remove_all(folder());
        unsetenv("WASL_PEOPLE_OFFICER_TOTP");
    }

    static House& house() { return *shared(); }

    // Signed in with the password of the demonstration.
    tests::Browser entered(std::string const& name) {
        tests::Browser browser(house().router);
        browser.client = "192.0.2." + std::to_string(++clients);
        browser.get("/ar/sign-in");
        browser.post("/ar/sign-in", {{"contact", name + "@demo.example"},
                                     {"password", "wasl demo 2026"},
                                     {"way", "password"}});
        EXPECT_TRUE(browser.cookies.contains("wasl_session")) << name << " at " << browser.place;
        browser.get("/ar/account");
        return browser;
    }
    AdministrationId place(std::string_view slug) {
        return house().directory.picture()->by_slug(slug)->id;
    }

private:
    static std::unique_ptr<House>& shared() {
        static std::unique_ptr<House> house;
        return house;
    }
    static std::filesystem::path& folder() {
        static std::filesystem::path path;
        return path;
    }
    static inline int clients = 10;
};

}  // namespace wasl::app
