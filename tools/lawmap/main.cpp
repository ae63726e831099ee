// SPDX-License-Identifier: Apache-2.0
//     lawmap            prints docs/law.md
//     lawmap --check    fails where docs/law.md is another one
#include <fstream>
#include <iostream>
#include <iterator>

#include "tools/lawmap/citations.hpp"

int main(int count, char** words) {
    auto const made = wasl::lawmap::document(wasl::lawmap::citations_below("."));
    if (count < 2 || std::string_view(words[1]) != "--check") {
        std::cout << made;
        return 0;
    }
    std::ifstream in("docs/law.md");
    std::string const written{std::istreambuf_iterator<char>(in), {}};
    if (written == made) return 0;
    std::cerr << "docs/law.md is not what the code says: run bin/docs\n";
    return 1;
}
