// SPDX-License-Identifier: Apache-2.0
// The form of a sheet as a journey: fields that belong together are asked on one page, others each
// on its own.
#pragma once

#include <string_view>
#include <vector>

#include "modules/dossiers/dossiers.hpp"

namespace wasl::dossiers {

struct Question {
    std::string_view page;  // empty: a field that stands alone
    std::vector<procedures::FormField const*> fields;

    bool asks(std::string_view code) const;
};
std::vector<Question> questions(procedures::Sheet const&);

std::string_view answer_to(FieldValues const&, std::string_view code);
// Digits as Arabic or Persian keyboards type them, where a figure is meant.
std::string as_typed_in_latin(std::string_view typed);

}  // namespace wasl::dossiers
