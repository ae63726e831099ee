// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace wasl::lexis {

// Words that say nothing about what is sought: Arabic, French, English, and Darija in Latin
// letters. Takes a folded word.
bool is_stop_word(std::string_view folded_word);

}  // namespace wasl::lexis
