// SPDX-License-Identifier: Apache-2.0
// The nearest known word to one that nobody wrote: optimal string alignment (a letter wrong,
// missing, too many, or two swapped), found through the words with letters left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wasl::search {

// Optimal string alignment distance of two words, counted in letters; more than `most` is most + 1.
int distance(std::u32string_view, std::u32string_view, int most);
std::u32string letters(std::string_view utf8);

class Repair {
public:
    struct Candidate {
        std::uint32_t term;
        int distance;
    };

    void add(std::uint32_t term, std::string_view text);
    void ready();  // after the last add()

    // All terms within one letter, or within two from eight letters on; nearest first, then as
    // added. Words of fewer than three letters are never repaired.
    std::vector<Candidate> candidates(std::string_view word, std::size_t typed_letters) const;

private:
    struct Deletion {
        std::uint64_t hash;
        std::uint32_t term;  // index into words_
    };
    std::vector<std::pair<std::uint32_t, std::u32string>> words_;
    std::vector<Deletion> deletions_;
};

}  // namespace wasl::search
