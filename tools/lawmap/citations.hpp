// SPDX-License-Identifier: Apache-2.0
// Where the law stands in the code. A rule names its article in a comment ("law 55.19 art. 14") or
// in the refusal that it leads to ("55.19/14"); from these docs/law.md is made.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::lawmap {

struct Citation {
    std::string law;  // "55.19"
    int article = 0;
    std::string path;    // "modules/dossiers/clock.cpp"
    std::string symbol;  // the function, type or test it stands in or above; may be empty
    bool test = false;
};

// All articles cited in one line: "law 55.19 arts. 10, 14 and 16" are three.
std::vector<std::pair<std::string, int>> cited_in(std::string_view line);

std::vector<Citation> citations_of(std::string const& path, std::vector<std::string> const& lines);
std::vector<Citation> citations_below(std::filesystem::path const& root);

std::string document(std::vector<Citation> const&);

}  // namespace wasl::lawmap
