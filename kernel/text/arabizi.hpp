// SPDX-License-Identifier: Apache-2.0
// Moroccan Arabic in Latin letters ("chahadat sokna", "3a9d izdiyad") and Arabic words made
// comparable: both become skeletons of consonants, where what Latin letters cannot tell apart
// (س and ص, ت and ط, ق and ك) is one class. Vowels are dropped on both sides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wasl::lexis {

// Of a folded word of one script; several where a letter may be an article or an ending. Shorter
// than two classes says too little and is left out.
std::vector<std::string> skeletons(std::string_view folded_word);

// The classes with their vowels (a, u, i): of several words with one skeleton the one that sounds
// nearest is meant.
std::string sound(std::string_view folded_word);

// Digits stand for letters in it: 3a9d, 7ala.
bool has_letter_digits(std::string_view folded_word);

}  // namespace wasl::lexis
