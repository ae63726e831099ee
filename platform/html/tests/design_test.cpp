// SPDX-License-Identifier: Apache-2.0
// The stylesheet, held against what it promises: contrast, and no left or right.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

namespace wasl::html {
namespace {

std::string text_of(std::filesystem::path const& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

double light(std::string const& hex, std::size_t channel) {
    std::size_t const width = hex.size() == 3 ? 1 : 2;
    auto digits = hex.substr(channel * width, width);
    if (width == 1) digits += digits;
    double const share = std::stoi(digits, nullptr, 16) / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::string const& hex) {
    return 0.2126 * light(hex, 0) + 0.7152 * light(hex, 1) + 0.0722 * light(hex, 2);
}

// WCAG 2.2, contrast ratio.
double contrast(std::string const& a, std::string const& b) {
    // Of a list, because of two temporaries it gives references.
    auto const [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

using Colours = std::map<std::string, std::string>;

Colours colours_in(std::string const& css, Colours colours) {
    static std::regex const property("--([a-z-]+): #([0-9a-f]{3,6});");
    for (std::sregex_iterator found(css.begin(), css.end(), property), end; found != end; ++found)
        colours[(*found)[1]] = (*found)[2];
    return colours;
}

struct Pair {
    char const* ink;
    char const* ground;
    double least;
};
// 4.5 for text, 3 for edges of controls and the focus.
constexpr std::array pairs{
    Pair{"ink", "ground", 7},
    Pair{"ink", "surface", 7},
    Pair{"ink", "sand", 7},
    Pair{"muted", "ground", 4.5},
    Pair{"muted", "surface", 4.5},
    Pair{"muted", "sand", 4.5},
    Pair{"muted", "accent-soft", 4.5},
    Pair{"accent", "ground", 4.5},
    Pair{"accent", "surface", 4.5},
    Pair{"accent", "accent-soft", 4.5},
    Pair{"accent", "sand", 4.5},
    Pair{"on-accent", "accent", 4.5},
    Pair{"info", "info-soft", 4.5},
    Pair{"success", "success-soft", 4.5},
    Pair{"danger", "danger-soft", 4.5},
    Pair{"warning", "warning-soft", 4.5},
    Pair{"surface", "danger", 4.5},
    Pair{"danger", "ground", 4.5},
    Pair{"ink", "info-soft", 4.5},
    Pair{"ink", "warning-soft", 4.5},
    Pair{"edge", "surface", 3},
    Pair{"edge", "ground", 3},
    Pair{"focus", "ground", 3},
    Pair{"focus", "surface", 3},
    Pair{"focus", "sand", 3},
    Pair{"focus", "accent-soft", 3},
};

TEST(Design, has_enough_contrast_by_day_and_by_night) {
    auto const css = text_of("design/20-ground.css");
    auto const night = css.find("@media (prefers-color-scheme: dark)");
    ASSERT_NE(night, css.npos);
    auto const by_day = colours_in(css.substr(0, night), {});
    auto const by_night = colours_in(css.substr(night), by_day);
    ASSERT_GE(by_day.size(), 18U);
    for (auto const& [ink, ground, least] : pairs) {
        EXPECT_GE(contrast(by_day.at(ink), by_day.at(ground)), least) << ink << " on " << ground;
        EXPECT_GE(contrast(by_night.at(ink), by_night.at(ground)), least)
            << ink << " on " << ground << " by night";
    }
}

TEST(Design, knows_no_left_or_right_and_no_fixed_side) {
    std::string const side = "(left|right|top|bottom)";
    std::regex const physical("(margin|padding|border)-" + side +
                              "|[{;]\\s*((min-|max-)?(width|height)|" + side +
                              ")\\s*:|(text-align|float):\\s*(left|right)");
    int files = 0;
    for (auto const& file : std::filesystem::directory_iterator("design")) {
        if (file.path().extension() != ".css") continue;
        ++files;
        auto const css = text_of(file.path());
        std::smatch found;
        EXPECT_FALSE(std::regex_search(css, found, physical)) << file.path() << ": " << found[0];
    }
    EXPECT_GE(files, 6);
}

}  // namespace
}  // namespace wasl::html
