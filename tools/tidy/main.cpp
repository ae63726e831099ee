// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "tools/tidy/tree.hpp"

int main(int count, char** words) {
    wasl::tidy::Tree const tree(count > 1 ? words[1] : ".");
    auto const complaints = wasl::tidy::check(tree);
    for (auto const& one : complaints)
        std::cerr << one.path << ':' << one.line << ": " << one.what << '\n';
    std::cerr << tree.files().size() << " files, " << complaints.size() << " complaints\n";
    return complaints.empty() ? 0 : 1;
}
