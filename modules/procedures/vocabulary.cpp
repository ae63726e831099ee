// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/vocabulary.hpp"

#include <algorithm>

#include "kernel/text/parts.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/store.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t vocabulary_bytes_max = 64 * 1024;
constexpr std::size_t expression_bytes_max = 120;
constexpr std::size_t expressions_max = 24;

Refusal wrong_line(int line, Message const& what) {
    return {Refused::invalid, say(what, {number("line", line)}), {}, "words"};
}

// One line's expressions, separated by tabs.
Result<std::string> group(std::string_view line, int number) {
    std::string out;
    std::vector<std::string> terms;
    while (true) {
        auto const end = line.find_first_of("=\t");
        auto const expression = lexis::trimmed(line.substr(0, end));
        if (!expression.empty()) {
            if (expression.size() > expression_bytes_max)
                return wrong_line(number, msg::vocabulary_long);
            std::string term;
            for (auto const& token : lexis::analyse(expression)) term += token.term + " ";
            if (term.empty()) return wrong_line(number, msg::vocabulary_empty);
            if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
                out += (out.empty() ? "" : "\t") + std::string(expression);
                terms.push_back(std::move(term));
            }
        }
        if (end == std::string_view::npos) break;
        line.remove_prefix(end + 1);
    }
    if (terms.size() < 2) return wrong_line(number, msg::vocabulary_alone);
    if (terms.size() > expressions_max) return wrong_line(number, msg::vocabulary_many);
    return out;
}

}  // namespace

Result<std::string> vocabulary_from(std::string_view typed) {
    if (typed.size() > vocabulary_bytes_max)
        return Refusal{Refused::invalid, say(msg::vocabulary_too_large), {}, "words"};
    std::string out;
    for (int number = 1; !typed.empty(); ++number) {
        auto const end = std::min(typed.find('\n'), typed.size());
        auto const line = lexis::trimmed(typed.substr(0, end));
        typed.remove_prefix(std::min(end + 1, typed.size()));
        if (line.empty()) continue;
        if (line.starts_with('#')) {
            out += std::string(line) + "\n";
            continue;
        }
        out += TRY(group(line, number)) + "\n";
    }
    return out;
}

std::string typed_form(std::string_view words) {
    std::string out;
    for (char const one : words)
        if (one == '\t')
            out += " = ";
        else
            out += one;
    return out;
}

Vocabulary added_vocabulary(db::Reader& db) { return store::added_vocabulary(db); }

lexis::Synonyms vocabulary(db::Reader& db) {
    return lexis::Synonyms::built_in_with(added_vocabulary(db).words);
}

Outcome save_vocabulary(db::Writer& db, std::string_view typed, int edition, PersonId by,
                        Instant now) {
    auto const words = TRY(vocabulary_from(typed));
    if (!store::keep_vocabulary(db, words, edition, now))
        return Refusal{Refused::conflict, say(msg::vocabulary_stale), {}, "words"};
    store::touch_picture(db);
    auto const lines = std::count(words.begin(), words.end(), '\n');
    journal::append(db,
                    {0, "procedures.vocabulary", "synonyms", by.value(),
                     R"({"lines":)" + std::to_string(lines) + "}"},
                    now);
    return Done{};
}

}  // namespace wasl::procedures
