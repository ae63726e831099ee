// SPDX-License-Identifier: Apache-2.0
// The tables of this folder: words on lines, '#' begins a remark, a line `[name]` begins a section.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "judging/contests.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging::tests {

using Line = std::vector<std::string>;

class Table {
public:
    explicit Table(std::string const& path);  // from the root of the tree

    std::vector<Line> const& section(std::string const& name) const { return sections_.at(name); }
    // All the numbers of a section that begin after the first word of the line `word`.
    std::vector<double> numbers(std::string const& section, std::string const& word) const;
    double number(std::string const& section, std::string const& word) const {
        return numbers(section, word).at(0);
    }

private:
    std::map<std::string, std::vector<Line>> sections_;
};

// tests/judging/reference.txt, read once.
Table const& reference();

// Lines `project judge score`, both from 1.
Ratings ratings_of(std::vector<Line> const& lines);

// As many numbers, each within that of what is wanted.
testing::AssertionResult near(std::vector<double> const& found, std::vector<double> const& wanted,
                              double within);

}  // namespace wasl::judging::tests
