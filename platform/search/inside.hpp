// SPDX-License-Identifier: Apache-2.0
// What an Index holds: terms with their postings, the words as written, and two ways to read a
// word that is not among them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kernel/text/analyse.hpp"
#include "platform/search/postings.hpp"
#include "platform/search/repair.hpp"
#include "platform/search/search.hpp"

namespace wasl::search {

// A reading without a first letter that may be a clitic is worth less than the word itself.
constexpr float clitic_share = 0.7F;

struct Term {
    std::string text;
    std::string shown;  // as first written in a title, else anywhere
    Postings postings;
    float weight = 0;  // how much the word says: its inverse document frequency
    bool in_title = false;
    bool arabic = false;
};

// A document's words as written, for marks, ordered by term. The terms stand by themselves, for
// they are what is searched.
struct Written {
    static constexpr std::uint32_t words_most = (1U << 24U) - 1;  // a country's words are fewer
    struct Word {
        std::uint32_t word : 24;
        std::uint32_t field : 8;
    };
    std::vector<std::uint32_t> terms;
    std::vector<Word> words;  // as many
};

struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard's name
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
template<typename T>
using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

// A word that a Latin spelling may stand for.
struct Sounding {
    std::uint32_t term;
    std::string sound;
    std::string shown;
};

// For suggestions: a folded word, how to show it.
struct Completion {
    std::string word;
    std::string shown;
    std::uint32_t term;
    std::uint32_t count = 0;
    bool in_title = false;
};

struct Index::Inside {
    explicit Inside(lexis::Synonyms table) : synonyms(std::move(table)) {}

    std::optional<std::uint32_t> term(std::string_view text) const {
        auto const found = terms_by_text.find(text);
        if (found == terms_by_text.end()) return std::nullopt;
        return found->second;
    }

    lexis::Synonyms synonyms;
    std::vector<std::int64_t> ids;  // of the documents, by place
    std::vector<Term> terms;
    ByText<std::uint32_t> terms_by_text;
    std::vector<std::string> words;
    std::vector<Written> written;  // by document
    ByText<std::vector<Sounding>> by_skeleton;
    ByText<std::vector<std::uint32_t>> by_root;  // terms that are forms of one root
    std::vector<Completion> completions;         // ordered by word
    // How often one term (upper half of the key) is followed by another.
    std::unordered_map<std::uint64_t, std::uint32_t> follows;
    Repair repair;
};

inline std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32 | second;
}

}  // namespace wasl::search
