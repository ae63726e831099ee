// SPDX-License-Identifier: Apache-2.0
// Names and notes of papers that betray what law 55.19 art. 7 forbids, or what law 04.20 art. 11
// makes the identity card stand for, however they are spelt: with the article or without, in the
// plural, in either language. What is denied in the same clause («دون تصحيح الإمضاء») is no
// offence.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures::forbidden {

struct Offences {
    bool copies = false;
    bool signature = false;
    bool certified = false;
    bool on_identity_card = false;
};
Offences offences_in(Names const& text);

// The terms by which a kind of paper is known in a name; what merely carries it («مستخرج من ...»)
// is left away. Empty where too little is left to know it by.
std::vector<std::vector<std::string>> phrases_of(Names const& title);
bool names_one_of(Names const& text, std::span<std::vector<std::string> const> phrases);

}  // namespace wasl::procedures::forbidden
