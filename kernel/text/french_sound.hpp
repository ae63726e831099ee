// SPDX-License-Identifier: Apache-2.0
// How a French word sounds, in the classes of consonants of arabizi.hpp: by this a loan word in
// Arabic letters (بيرمي, لوتيسمون, كوبي كونفورم) and a word spelt by ear find the French one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wasl::lexis {

// Of a folded word. Several, where a last letter may be silent or a letter may be said in two
// ways; shorter than two classes says too little and is left out.
std::vector<std::string> french_skeletons(std::string_view folded_word);

// The classes with their vowels, as the silent endings leave them.
std::string french_sound(std::string_view folded_word);

}  // namespace wasl::lexis
