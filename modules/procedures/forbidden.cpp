// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/forbidden.hpp"

#include <algorithm>
#include <array>

#include "kernel/text/analyse.hpp"
#include "kernel/text/fold.hpp"

namespace wasl::procedures::forbidden {
namespace {

using Phrase = std::vector<std::string>;
using Tokens = std::vector<lexis::Token>;

// Read by their words: the number is what matters in them.
constexpr std::string_view several[] = {"نسختان",
                                        "نسختين",
                                        "ثلاث نسخ",
                                        "أربع نسخ",
                                        "خمس نسخ",
                                        "ست نسخ",
                                        "نظيران",
                                        "نظيرين",
                                        "نظائر",
                                        "double exemplaire",
                                        "deux exemplaires",
                                        "trois exemplaires",
                                        "quatre exemplaires",
                                        "cinq exemplaires",
                                        "deux copies",
                                        "trois copies",
                                        "quatre copies"};
constexpr std::string_view copies[] = {"نسخ", "نظائر", "exemplaires", "copies"};
// Read by their terms.
constexpr std::string_view signatures[] = {"مصحح الإمضاء",
                                           "مصححة الإمضاء",
                                           "تصحيح الإمضاء",
                                           "تصحيح إمضائه",
                                           "مصادق على توقيعه",
                                           "مصادق على إمضائه",
                                           "المصادقة على التوقيع",
                                           "المصادقة على الإمضاء",
                                           "légalisé",
                                           "légalisation de signature"};
constexpr std::string_view certified[] = {
    "مطابقة للأصل",       "مطابق للأصل",     "مطابقة لأصلها",        "مطابقة لأصولها",
    "مطابقة للأصول",      "طبق الأصل",       "نسخة مصادق عليها",     "نسخ مصادق عليها",
    "مصادق على صحتها",    "مشهود بمطابقتها", "مشهود على مطابقتها",   "copie certifiée",
    "certifiée conforme", "copie conforme",  "conforme à l’original"};
// Law 04.20 art. 11: birth record, residence, life, nationality.
constexpr std::string_view on_the_card[] = {"رسم الولادة",          "عقد الازدياد",
                                            "رسم الازدياد",         "شهادة الإقامة",
                                            "شهادة السكنى",         "شهادة الحياة",
                                            "شهادة الجنسية",        "acte de naissance",
                                            "extrait de naissance", "certificat de résidence",
                                            "certificat de vie",    "certificat de nationalité"};
// Folded, as they stand before what is not asked.
constexpr std::string_view denials[] = {"لا",    "ولا",    "دون", "بدون", "بلا",  "غير",
                                        "ليس",   "ليست",   "لم",  "لن",   "sans", "pas",
                                        "aucun", "aucune", "ni",  "non"};
constexpr std::string_view carriers[] = {"مستخرج", "مستخرجه", "نسخه", "نص", "extrait", "copie"};

bool is_one_of(std::string_view word, std::span<std::string_view const> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Phrase terms_of(std::string_view text) {
    Phrase out;
    for (auto const& token : lexis::analyse(text)) out.push_back(token.term);
    return out;
}
Phrase words_of(std::string_view text) {
    Phrase out;
    for (auto const& token : lexis::analyse(text)) out.push_back(token.word);
    return out;
}

template<typename Read>
std::vector<Phrase> read_all(std::span<std::string_view const> texts, Read read) {
    std::vector<Phrase> out;
    out.reserve(texts.size());
    for (auto const text : texts) out.push_back(read(text));
    return out;
}

struct Phrases {
    std::vector<Phrase> several = read_all(forbidden::several, words_of);
    std::vector<Phrase> copies = read_all(forbidden::copies, words_of);
    std::vector<Phrase> signatures = read_all(forbidden::signatures, terms_of);
    std::vector<Phrase> certified = read_all(forbidden::certified, terms_of);
    std::vector<Phrase> on_the_card = read_all(forbidden::on_the_card, terms_of);
};

Phrases const& known() {
    static Phrases const phrases;
    return phrases;
}

// Whether what stands before this word in its clause says that the thing is not asked.
bool denied(std::string_view text, lexis::Token const& at) {
    auto const clause_begin = [&](std::string_view before) {
        std::size_t begin = 0;
        for (std::string_view const end : {".", ":", ";", "(", ")", "\n", "،", "؛"})
            if (auto const found = before.rfind(end); found != std::string_view::npos)
                begin = std::max(begin, found + end.size());
        return begin;
    };
    auto const before = text.substr(0, static_cast<std::size_t>(at.original.data() - text.data()));
    std::string word;
    for (char const sign : lexis::folded(before.substr(clause_begin(before))) + ' ') {
        if (sign != ' ' && sign != '\'') {
            word += sign;
            continue;
        }
        if (is_one_of(word, denials)) return true;
        word.clear();
    }
    return false;
}

template<typename Same>
bool says(std::string_view text, Tokens const& tokens, std::span<Phrase const> phrases, Same same) {
    return std::any_of(phrases.begin(), phrases.end(), [&](Phrase const& phrase) {
        if (phrase.empty()) return false;
        auto const found =
            std::search(tokens.begin(), tokens.end(), phrase.begin(), phrase.end(), same);
        if (found == tokens.end()) return false;
        // A denial stands before the phrase or in it: «نسخة غير مصادق عليها».
        return !denied(text, *(found + static_cast<std::ptrdiff_t>(phrase.size()) - 1));
    });
}
bool by_word(lexis::Token const& token, std::string const& word) { return token.word == word; }
bool by_term(lexis::Token const& token, std::string const& term) { return token.term == term; }

// "3 نسخ", in whatever digits.
bool counts_copies(std::string_view text, Tokens const& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        auto const& number = tokens[at].word;
        bool const digits = number.find_first_not_of("0123456789") == std::string::npos;
        auto const counts = [&](Phrase const& noun) { return noun.front() == tokens[at + 1].word; };
        auto const& nouns = known().copies;
        if (digits && number != "1" && std::any_of(nouns.begin(), nouns.end(), counts) &&
            !denied(text, tokens[at]))
            return true;
    }
    return false;
}

void look(std::string_view text, Offences& found) {
    if (text.empty()) return;
    auto const tokens = lexis::analyse(text);
    auto const& phrases = known();
    found.copies =
        found.copies || says(text, tokens, phrases.several, by_word) || counts_copies(text, tokens);
    found.signature = found.signature || says(text, tokens, phrases.signatures, by_term);
    found.certified = found.certified || says(text, tokens, phrases.certified, by_term);
    found.on_identity_card =
        found.on_identity_card || says(text, tokens, phrases.on_the_card, by_term);
}

}  // namespace

Offences offences_in(Names const& text) {
    Offences found;
    look(text.ar, found);
    look(text.fr, found);
    return found;
}

std::vector<Phrase> phrases_of(Names const& title) {
    constexpr std::size_t terms_least = 2;
    std::vector<Phrase> out;
    for (auto const* const text : {&title.ar, &title.fr}) {
        Phrase phrase;
        for (auto const& token : lexis::analyse(*text))
            if (!phrase.empty() || !is_one_of(token.word, carriers)) phrase.push_back(token.term);
        if (phrase.size() >= terms_least) out.push_back(std::move(phrase));
    }
    return out;
}

bool names_one_of(Names const& text, std::span<Phrase const> phrases) {
    auto const named = [&](std::string const& one) {
        return !one.empty() && says(one, lexis::analyse(one), phrases, by_term);
    };
    return named(text.ar) || named(text.fr);
}

}  // namespace wasl::procedures::forbidden
