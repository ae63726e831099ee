// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kernel/embedded.hpp"
#include "kernel/text/analyse.hpp"
#include "kernel/text/data.hpp"
#include "kernel/text/parts.hpp"

namespace wasl::lexis {

Synonyms::Synonyms(std::string_view table) {
    std::size_t group = 0;
    for (auto const line : parts_of(table, '\n')) {
        if (line.empty() || line.front() == '#') continue;
        // No word of a text can begin with this sign.
        auto const name = "§" + std::to_string(++group);
        for (auto const expression : parts_of(line, '\t')) {
            auto const tokens = analyse(expression);
            if (tokens.empty()) continue;
            Expression one{{}, name, tokens.size() == 1 ? tokens.front().word : std::string{}};
            for (auto const& token : tokens) one.terms.push_back(token.term);
            // Two forms of a word may have one stem; it stands for the group once.
            auto const [from, until] = by_first_term_.equal_range(one.terms.front());
            bool const known = std::any_of(from, until, [&](auto const& entry) {
                return entry.second.terms == one.terms && entry.second.concept_term == name;
            });
            if (!known) by_first_term_.emplace(one.terms.front(), std::move(one));
        }
    }
}

Synonyms Synonyms::built_in() { return built_in_with({}); }

Synonyms Synonyms::built_in_with(std::string_view more) {
    return Synonyms(std::string(embedded(data, "synonyms.tsv")) + "\n" + std::string(more));
}

static bool says(Token const& token, std::string const& term) {
    return token.term == term || token.also == term;
}

std::vector<Synonyms::Match> Synonyms::matches(std::vector<Token> const& tokens) const {
    std::vector<Match> out;
    auto const try_from = [&](std::size_t first, std::string const& term) {
        auto const [from, until] = by_first_term_.equal_range(term);
        for (auto it = from; it != until; ++it) {
            auto const& terms = it->second.terms;
            if (first + terms.size() > tokens.size()) continue;
            bool all = true;
            for (std::size_t i = 1; i < terms.size(); ++i)
                all = all && says(tokens[first + i], terms[i]);
            if (all) out.push_back({first, terms.size(), it->second.concept_term});
        }
    };
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        try_from(first, tokens[first].term);
        if (!tokens[first].also.empty()) try_from(first, tokens[first].also);
    }
    std::sort(out.begin(), out.end(), [](Match const& a, Match const& b) {
        return std::tuple(a.first, b.count, a.concept_term) <
               std::tuple(b.first, a.count, b.concept_term);
    });
    return out;
}

std::vector<std::pair<std::string, std::string>> Synonyms::words() const {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto const& [term, expression] : by_first_term_)
        if (!expression.word.empty()) out.emplace_back(expression.word, expression.concept_term);
    return out;
}

}  // namespace wasl::lexis
