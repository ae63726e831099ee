// SPDX-License-Identifier: Apache-2.0
// Words that mean the same to those who search: the program's table and what administrators add.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.hpp"
#include "kernel/text/analyse.hpp"
#include "modules/people/people.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures {

struct Vocabulary {
    std::string words;  // a group a line, expressions separated by tabs
    int edition = 1;
};

// As typed, a group a line, expressions separated by = or a tab; refused with the line's number.
Result<std::string> vocabulary_from(std::string_view typed);
// For the form: " = " between expressions.
std::string typed_form(std::string_view words);

Vocabulary added_vocabulary(db::Reader&);
lexis::Synonyms vocabulary(db::Reader&);  // the program's and the added ones
// Journalled; the next picture searches with it. Conflict where somebody saved since `edition`.
Outcome save_vocabulary(db::Writer&, std::string_view typed, int edition, PersonId by, Instant now);

}  // namespace wasl::procedures
