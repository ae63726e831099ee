// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/roots.hpp"

#include <algorithm>
#include <array>

#include "kernel/text/arabic_letters.hpp"

namespace wasl::lexis {

static bool is_weak(std::string_view one) { return one == "ا" || one == "و" || one == "ي"; }

// A weak letter at the beginning is one of the root more often than not.
static std::string consonants(std::string_view stem) {
    std::string out;
    for (std::size_t at = 0; at + letter_bytes <= stem.size(); at += letter_bytes) {
        auto const one = stem.substr(at, letter_bytes);
        if (at == 0 || !is_weak(one)) out += one;
    }
    return out;
}

std::vector<std::string> roots(std::string_view stem) {
    std::vector<std::string> out;
    auto const keep = [&](std::string root) {
        if (root.size() >= root_bytes && std::find(out.begin(), out.end(), root) == out.end())
            out.push_back(std::move(root));
    };
    if (stem.size() % letter_bytes != 0) return out;
    keep(consonants(stem));
    for (std::string_view const before : {"است", "ت", "م", "ا"})
        if (stem.starts_with(before) && stem.size() >= before.size() + root_bytes)
            keep(consonants(stem.substr(before.size())));
    return out;
}

}  // namespace wasl::lexis
