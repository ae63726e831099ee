// SPDX-License-Identifier: Apache-2.0
// What a fuzzer begins with: inputs that are made by code and written into its corpus (the last
// word of its command line), where it keeps what it finds beside them.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace wasl::tests {

inline void plant(int count, char const* const* words, std::vector<std::string> const& seeds) {
    if (count < 2 || words[count - 1][0] == '-') return;
    std::filesystem::path const corpus(words[count - 1]);
    // The name of one input that is to be looked at again, or its file.
    if (std::filesystem::is_regular_file(corpus)) return;
    std::filesystem::create_directories(corpus);
    for (std::size_t n = 0; n < seeds.size(); ++n)
        std::ofstream(corpus / ("seed-" + std::to_string(n)), std::ios::binary) << seeds[n];
}

}  // namespace wasl::tests
