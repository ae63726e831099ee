// SPDX-License-Identifier: Apache-2.0
#include "platform/config/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

namespace wasl::config {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct File {
    std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) / "wasl_config_test.toml";
    explicit File(std::string_view text) { std::ofstream(path) << text; }
    ~File() { std::filesystem::remove(path); }
};

// The tests' own environment only.
class Configuration : public testing::Test {
protected:
    void SetUp() override {
        for (auto const& key : keys()) unsetenv(std::string(key.environment).c_str());
    }
};

struct Variable {
    char const* name;
    Variable(char const* name, char const* value) : name(name) { setenv(name, value, 1); }
    ~Variable() { unsetenv(name); }
};

TEST_F(Configuration, has_a_default_for_every_key_that_passes_its_own_check) {
    std::vector<Mistake> mistakes;
    auto const config = Config::load("", mistakes);
    EXPECT_TRUE(mistakes.empty());
    std::set<std::string_view> names, variables;
    for (auto const& key : keys()) {
        EXPECT_EQ(config.text(key.name), key.standard);
        if (key.kind == Key::Kind::number) {
            EXPECT_GE(config.number(key.name), key.least) << key.name;
            EXPECT_LE(config.number(key.name), key.most) << key.name;
        }
        EXPECT_TRUE(names.insert(key.name).second) << key.name;
        EXPECT_TRUE(variables.insert(key.environment).second) << key.environment;
        EXPECT_TRUE(key.what_for.ends_with('.')) << key.name;
    }
}

TEST_F(Configuration, lets_the_environment_win_over_the_file) {
    File const file(
        "[http]\nport = 9000\nidle_seconds = 5\ntrusted_proxies = [\"10.0.0.1\", \"::1\"]\n");
    Variable const port("WASL_PORT", "9001");
    std::vector<Mistake> mistakes;
    auto const config = Config::load(file.path, mistakes);
    EXPECT_TRUE(mistakes.empty());
    EXPECT_EQ(config.number("http.port"), 9001);
    EXPECT_EQ(config.number("http.idle_seconds"), 5);
    EXPECT_THAT(config.list("http.trusted_proxies"), ElementsAre("10.0.0.1", "::1"));
}

TEST_F(Configuration, explains_every_mistake_with_its_line_and_what_would_be_right) {
    File const file(
        "[http]\nprot = 1\nport = \"8080\"\nidle_seconds = 0\nhsts = \"yes\"\n"
        "[mail]\nurl = \"mail.example.ma\"\n[log]\nlevel = \"loud\"\n");
    Variable const port("WASL_PROT", "1");
    std::vector<Mistake> mistakes;
    auto const config = Config::load(file.path, mistakes);
    std::string said;
    for (auto const& mistake : mistakes) said += mistake.where + " " + mistake.what + "\n";
    EXPECT_EQ(mistakes.size(), 7U) << said;
    EXPECT_THAT(said, HasSubstr(":2:1 http.prot is not known; did you mean http.port?"));
    EXPECT_THAT(said, HasSubstr(":3:1 http.port wants a whole number"));
    EXPECT_THAT(said, HasSubstr(":4:1 http.idle_seconds is 0, but may be 1 to 3600"));
    EXPECT_THAT(said, HasSubstr(":5:1 http.hsts wants true or false"));
    EXPECT_THAT(said, HasSubstr(":7:1 mail.url is \"mail.example.ma\", but wants an address"));
    EXPECT_THAT(said, HasSubstr(":9:1 log.level is \"loud\", but wants debug"));
    EXPECT_THAT(said, HasSubstr("WASL_PROT is not known; did you mean WASL_PORT?"));
    EXPECT_EQ(config.number("http.port"), 8080);
}

TEST_F(Configuration, says_where_a_file_stops_being_toml) {
    File const file("[http]\nport = = 1\n");
    std::vector<Mistake> mistakes;
    Config::load(file.path, mistakes);
    ASSERT_EQ(mistakes.size(), 1U);
    EXPECT_THAT(mistakes[0].where, HasSubstr("wasl_config_test.toml:2:"));
}

TEST_F(Configuration, is_documented_as_it_is) {
    std::ifstream in("docs/configuration.md");
    std::ostringstream written;
    written << in.rdbuf();
    EXPECT_EQ(written.str(), documentation())
        << "run: build/release/app/wasl config docs > docs/configuration.md";
}

}  // namespace

}  // namespace wasl::config
