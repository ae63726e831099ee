// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/category_search.hpp"

#include <algorithm>

#include "kernel/text/fold.hpp"

namespace wasl::reports {

namespace {

constexpr std::size_t shortest = 4;             // bytes: two Arabic letters
constexpr std::size_t question_words_max = 12;  // of a question

// Folded, without the article: «الضو» and «ضو» are one word.
std::vector<std::string> folded_words(std::string_view text) {
    static constexpr std::string_view article = "ال";
    std::vector<std::string> words;
    auto const folded = lexis::folded(text);
    for (std::size_t from = 0; from < folded.size();) {
        auto const until =
            std::min(folded.find_first_of(" \t\r\n'.,;:!?-/()", from), folded.size());
        auto word = folded.substr(from, until - from);
        if (word.starts_with(article) && word.size() >= article.size() + shortest)
            word.erase(0, article.size());
        if (!word.empty()) words.push_back(std::move(word));
        from = until + 1;
    }
    return words;
}

int fit(std::vector<std::string> const& asked, Category const& one) {
    auto const known =
        folded_words(one.name.ar + " " + one.name.fr + " " + one.name.en + " " + one.words);
    int score = 0;
    for (auto const& word : asked) {
        int best = 0;
        for (auto const& each : known) {
            if (each == word) best = std::max(best, 3);
            bool const begins = word.size() >= shortest && each.starts_with(word);
            bool const longer = each.size() >= shortest && word.starts_with(each);
            if (begins || longer) best = std::max(best, begins ? 2 : 1);
        }
        score += best;
    }
    return score;
}

}  // namespace

std::vector<Category const*> categories_like(Settings const& settings, std::string_view text,
                                             std::size_t limit) {
    auto words = folded_words(text);
    if (words.size() > question_words_max) words.resize(question_words_max);
    struct Found {
        int score;
        std::size_t place;  // among all, for those that fit alike
        Category const* category;
    };
    std::vector<Found> found;
    for (auto const* const group : settings.groups())
        for (auto const* const leaf : settings.leaves_of(group->code))
            if (auto const score = fit(words, *leaf); score > 0)
                found.push_back({score, found.size(), leaf});
    std::sort(found.begin(), found.end(), [](Found const& a, Found const& b) {
        return std::pair(-a.score, a.place) < std::pair(-b.score, b.place);
    });
    if (found.size() > limit) found.resize(limit);
    std::vector<Category const*> out;
    out.reserve(found.size());
    for (auto const& one : found) out.push_back(one.category);
    return out;
}

}  // namespace wasl::reports
