// SPDX-License-Identifier: Apache-2.0
#include "tests/judging/table.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace wasl::judging::tests {

Table::Table(std::string const& path) {
    std::ifstream in(path);
    EXPECT_TRUE(in.is_open()) << path;
    std::string name;
    for (std::string text; std::getline(in, text);) {
        std::istringstream words(text.substr(0, text.find('#')));
        Line line;
        for (std::string word; words >> word;) line.push_back(word);
        if (line.empty()) continue;
        if (line[0].front() == '[')
            name = line[0].substr(1, line[0].size() - 2);
        else
            sections_[name].push_back(line);
    }
}

std::vector<double> Table::numbers(std::string const& section, std::string const& word) const {
    for (auto const& line : sections_.at(section)) {
        if (line[0] != word) continue;
        std::vector<double> numbers;
        for (std::size_t n = 1; n < line.size(); ++n) numbers.push_back(std::stod(line[n]));
        return numbers;
    }
    ADD_FAILURE() << section << " has no " << word;
    return {};
}

Table const& reference() {
    static Table const table("tests/judging/reference.txt");
    return table;
}

Ratings ratings_of(std::vector<Line> const& lines) {
    Ratings ratings;
    for (auto const& line : lines) {
        ratings.rows.push_back(
            {std::stoi(line[0]) - 1, std::stoi(line[1]) - 1, std::stod(line[2])});
        ratings.projects = std::max(ratings.projects, ratings.rows.back().project + 1);
        ratings.judges = std::max(ratings.judges, ratings.rows.back().judge + 1);
    }
    return ratings;
}

testing::AssertionResult near(std::vector<double> const& found, std::vector<double> const& wanted,
                              double within) {
    if (found.size() != wanted.size())
        return testing::AssertionFailure() << found.size() << " numbers, not " << wanted.size();
    for (std::size_t n = 0; n < found.size(); ++n)
        if (!(std::abs(found[n] - wanted[n]) <= within))
            return testing::AssertionFailure()
                   << "number " << n << " is " << found[n] << ", not " << wanted[n];
    return testing::AssertionSuccess();
}

}  // namespace wasl::judging::tests
