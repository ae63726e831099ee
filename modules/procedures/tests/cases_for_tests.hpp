// SPDX-License-Identifier: Apache-2.0
// Tables that a jurist can read: a case a line, its cells between bars, "#" before a remark.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::procedures {

inline std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> out;
    for (auto at = text.find(by);; at = text.find(by)) {
        out.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at + by.size());
    }
}

struct CaseLine {
    std::string line;
    std::vector<std::string> cells;
};
inline std::vector<CaseLine> cases_in(std::string const& path) {
    std::ifstream file(path);
    EXPECT_TRUE(file) << path;
    std::vector<CaseLine> out;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line.front() != '#') out.push_back({line, split(line, "|")});
    return out;
}

}  // namespace wasl::procedures
