// SPDX-License-Identifier: Apache-2.0
// The form of a sheet as a journey: fields that belong together are asked on one page, others each
// on its own.
#pragma once

#include <string_view>
#include <vector>

#include "modules/dossiers/dossiers.hpp"
#include "platform/html/html.hpp"

namespace wasl::dossiers {

struct Question {
    std::string_view page;  // empty: a field that stands alone
    std::vector<procedures::FormField const*> fields;

    bool asks(std::string_view code) const;  // also in a row of a group
    // By the answers of now: a page whose conditions do not hold is passed over.
    bool is_asked(FieldValues const&) const;
};
std::vector<Question> questions(procedures::Sheet const&);
std::size_t asked_count(std::vector<Question> const&, FieldValues const&);

// Whether a page of the form asks for that document, so that the page of documents need not.
bool asks_for(procedures::Sheet const&, std::string_view document, FieldValues const&);

// Every answer that counts, groups row by row; `group` is null outside of them.
struct Answered {
    procedures::FormField const& field;
    procedures::FormField const* group = nullptr;
    int row = 0;
    std::string code;
    std::string_view value;
};
std::vector<Answered> answered(procedures::FormField const&, FieldValues const&);
// The question as a list shows it: in a group with the number of the row.
html::Words label_of(Language, Answered const&);

// Later answers over earlier ones; a group that is sent again replaces all of its rows.
FieldValues with_answers(procedures::Sheet const&, FieldValues, FieldValues const& later);

std::string_view answer_to(FieldValues const&, std::string_view code);
// Digits as Arabic or Persian keyboards type them, where a figure is meant.
std::string as_typed_in_latin(std::string_view typed);

}  // namespace wasl::dossiers
