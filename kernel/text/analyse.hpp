// SPDX-License-Identifier: Apache-2.0
// The one analyser of the house: text to the terms by which it is found. Titles, documents and
// queries pass through it alike, so both databases give the same lists.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::lexis {

struct Token {
    std::string_view original;  // the slice of the text it came from
    std::size_t position = 0;   // counts all words, stop words too
    std::string word;           // folded
    std::string term;           // stemmed: what is indexed and looked up
    std::string also;           // without a first letter that may be a clitic; empty where none
    bool arabic = false;
};

// Words without stop words. Never throws on bad bytes: they separate words.
std::vector<Token> analyse(std::string_view text);

// Expressions that mean the same, one group a line, separated by tabs; # for remarks. An
// expression of several words counts where its words follow one another (stop words aside).
class Synonyms {
public:
    explicit Synonyms(std::string_view table);
    static Synonyms built_in();
    static Synonyms built_in_with(std::string_view more);  // and a table beside it

    struct Match {
        std::size_t first = 0;  // of the tokens
        std::size_t count = 0;
        std::string concept_term;  // "§12": the same for all expressions of a group
    };
    // Longest expressions first at each word; a word may belong to several groups.
    std::vector<Match> matches(std::vector<Token> const&) const;

    // The words that stand in the table and their concepts (expressions of one word only).
    std::vector<std::pair<std::string, std::string>> words() const;

private:
    struct Expression {
        std::vector<std::string> terms;
        std::string concept_term;
        std::string word;
    };
    std::multimap<std::string, Expression, std::less<>> by_first_term_;
};

}  // namespace wasl::lexis
