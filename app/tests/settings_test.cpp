// SPDX-License-Identifier: Apache-2.0
// What cannot be used is said before the program starts, key by key.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/settings_check.hpp"

namespace wasl::app {

namespace {

std::vector<std::string> mistakes(std::string_view section, std::string_view line) {
    // What other tests of this program have set wins over the file.
    for (char const* const name : {"WASL_DATA", "WASL_SITE_ASSETS"}) unsetenv(name);
    auto const folder = std::filesystem::path(testing::TempDir()) / "wasl_settings_test";
    std::filesystem::create_directories(folder);
    auto const file = folder / "wasl.toml";
    std::ofstream(file) << "[data]\nfolder = \"" << folder.string() << "\"\n[" << section << "]\n"
                        << line << '\n';
    std::vector<config::Mistake> all;
    auto const config = config::Config::load(file, all);
    check_settings(config, all);
    std::vector<std::string> where;
    for (auto const& mistake : all) where.push_back(mistake.where);
    std::filesystem::remove_all(folder);
    return where;
}

TEST(Settings, are_refused_where_the_program_could_not_use_them) {
    for (auto const& [section, line] :
         {std::pair{"http", "trusted_proxies = [\"abc\", \"10.0.0.0/99\"]"},
          std::pair{"http", "address = \"999.1.1.1\""},
          std::pair{"database", "url = \"mysql://x\""},
          std::pair{"site", "languages = [\"ar\", \"de\"]"},
          std::pair{"site", "assets = \"/nonexistent\""},
          std::pair{"site", "contact_email = \"zz\""},
          std::pair{"site", "address = \"https://x.ma/sub/?q\""},
          std::pair{"mail", "url = \"http://x\""}, std::pair{"mail", "from = \"zz\""},
          std::pair{"mail", "ca_file = \"/nonexistent\""}, std::pair{"sms", "url = \"smtp://x\""},
          std::pair{"map", "tiles_url = \"https://t.ma/tiles.png\""},
          std::pair{"map", "tiles_url = \"https://*.t.ma/{z}/{x}/{y}.png\""},
          std::pair{"map", "tiles_file = \"/nonexistent.pmtiles\""}})
        EXPECT_EQ(mistakes(section, line).size(), 1U) << section << ": " << line;
    auto const folder = std::filesystem::temp_directory_path() / "wasl-settings-test";
    std::filesystem::create_directories(folder);
    auto const ground = (folder / "ground.pmtiles").string();
    auto const tiles_file = "tiles_file = \"" + ground + "\"";
    for (auto const& [kind, wrong] : {std::pair{0, 1U}, {1, 0U}, {2, 0U}, {9, 1U}}) {
        std::string head(127, '\0');
        head.replace(0, 8, "PMTiles\3");
        head[99] = static_cast<char>(kind);
        std::ofstream(ground, std::ios::binary) << head;
        EXPECT_EQ(mistakes("map", tiles_file).size(), wrong) << kind;
    }
    std::ofstream(ground) << "not of this kind";
    EXPECT_EQ(mistakes("map", tiles_file).size(), 1U);
    std::filesystem::remove_all(folder);
    EXPECT_TRUE(mistakes("site", "address = \"https://wasl.example.ma/\"").empty());
    EXPECT_TRUE(mistakes("http", "trusted_proxies = [\"10.0.0.0/8\", \"::1\"]").empty());
    EXPECT_TRUE(mistakes("map", "tiles_url = \"https://t.ma/{z}/{x}/{y}.png\"").empty());
    EXPECT_TRUE(mistakes("mail", "from = \"wasl@commune.ma\"").empty());
}

}  // namespace

}  // namespace wasl::app
