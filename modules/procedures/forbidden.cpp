// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/forbidden.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace wasl::procedures::forbidden {
namespace {

struct Pair {
    std::string_view from, to;
};
// Enough for the phrases below; searching has the whole analyser.
constexpr Pair folds[] = {{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}, {"ة", "ه"}, {"ى", "ي"}, {"ئ", "ي"},
                          {"ء", ""},  {"َ", ""},   {"ُ", ""},   {"ِ", ""},   {"ّ", ""},   {"ْ", ""},
                          {"ً", ""},   {"ٍ", ""},   {"ٌ", ""},   {"ـ", ""},  {"é", "e"}, {"è", "e"},
                          {"ê", "e"}, {"É", "e"}, {"à", "a"}, {"ç", "c"}, {"’", "'"}};

constexpr std::string_view copies[] = {"نسختان",
                                       "نسختين",
                                       "ثلاث نسخ",
                                       "3 نسخ",
                                       "اربع نسخ",
                                       "4 نسخ",
                                       "5 نسخ",
                                       "خمس نسخ",
                                       "نظيرين",
                                       "نظاير",
                                       "double exemplaire",
                                       "deux exemplaires",
                                       "trois exemplaires",
                                       "quatre exemplaires",
                                       "en 2 exemplaires",
                                       "en 3 exemplaires",
                                       "deux copies",
                                       "trois copies"};
constexpr std::string_view signatures[] = {"مصحح الامضا",
                                           "مصححه الامضا",
                                           "تصحيح الامضا",
                                           "مصادق علي توقيع",
                                           "مصادق علي امضا",
                                           "legalise",
                                           "legalisation de signature"};
constexpr std::string_view certified[] = {
    "مطابقه للاصل",       "مطابق للاصل",       "طبق الاصل",      "مصادق عليها",     "مصادق علي صحت",
    "certifiee conforme", "certifie conforme", "copie conforme", "copies conformes"};
// Law 04.20 art. 11: birth record, residence, life, nationality.
constexpr std::string_view on_the_card[] = {"رسم الولاده",
                                            "عقد الازدياد",
                                            "رسم الازدياد",
                                            "شهاده الاقامه",
                                            "شهاده السكني",
                                            "شهاده الحياه",
                                            "شهاده الجنسيه",
                                            "acte de naissance",
                                            "certificat de residence",
                                            "certificat de vie",
                                            "certificat de nationalite"};

bool says(Names const& title, std::span<std::string_view const> phrases) {
    auto const text = folded(title.ar + " \n " + title.fr);
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return text.find(phrase) != std::string::npos;
    });
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto const* const fold =
            std::find_if(std::begin(folds), std::end(folds),
                         [&](Pair const& pair) { return text.starts_with(pair.from); });
        if (fold != std::end(folds)) {
            out += fold->to;
            text.remove_prefix(fold->from.size());
            continue;
        }
        auto const sign = text.front();
        out += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
        text.remove_prefix(1);
    }
    return out;
}

bool several_copies(Names const& title) { return says(title, copies); }
bool legalised_signature(Names const& title) { return says(title, signatures); }
bool certified_copy(Names const& title) { return says(title, certified); }
bool replaced_by_identity_card(Names const& title) { return says(title, on_the_card); }

}  // namespace wasl::procedures::forbidden
