// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/stem.hpp"

#include <libstemmer.h>

#include <array>
#include <memory>

#include "kernel/text/arabic_letters.hpp"

namespace wasl::lexis {

static constexpr std::array<std::string_view, 6> articles{"وال", "بال", "كال", "فال", "لل", "ال"};
static constexpr std::array<std::string_view, 8> endings{"ات", "ون", "ين", "ان",
                                                         "يه", "ها", "ه",  "ي"};
static constexpr std::array<std::string_view, 5> clitics{"و", "ف", "ك", "ب", "ل"};

static std::string_view without_ending(std::string_view word) {
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (auto const ending : endings)
            if (word.ends_with(ending) && word.size() >= ending.size() + root_bytes) {
                word.remove_suffix(ending.size());
                shorter = true;
                break;
            }
    }
    return word;
}

std::string arabic_stem(std::string_view word) {
    for (auto const article : articles)
        if (word.starts_with(article) && word.size() >= article.size() + root_bytes) {
            word.remove_prefix(article.size());
            break;
        }
    return std::string(without_ending(word));
}

std::string without_clitic(std::string_view word) {
    for (auto const article : articles)
        if (word.starts_with(article) && word.size() >= article.size() + root_bytes) return {};
    for (auto const clitic : clitics)
        if (word.starts_with(clitic) && word.size() >= clitic.size() + root_bytes)
            return std::string(without_ending(word.substr(clitic.size())));
    return {};
}

namespace {
struct Close {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
}  // namespace

// A stemmer has a memory of its own and serves one thread only.
static sb_stemmer* french() {
    thread_local std::unique_ptr<sb_stemmer, Close> const stemmer{
        sb_stemmer_new("french", "UTF_8")};
    return stemmer.get();
}

std::string french_stem(std::string_view word) {
    auto* const stemmer = french();
    if (!stemmer || word.empty()) return std::string(word);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the library's byte type.
    auto const* stem = sb_stemmer_stem(stemmer, reinterpret_cast<sb_symbol const*>(word.data()),
                                       static_cast<int>(word.size()));
    if (!stem) return std::string(word);
    auto const length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
    return {reinterpret_cast<char const*>(stem), length};
}

}  // namespace wasl::lexis
