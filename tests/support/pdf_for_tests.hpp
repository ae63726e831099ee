// SPDX-License-Identifier: Apache-2.0
// What a citizen's reader gives back of a paper.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "platform/db/db.hpp"

namespace wasl::tests {

inline std::string text_of_pdf(std::string const& pdf) {
    auto const path = testing::TempDir() + "wasl_paper_" + std::to_string(db::next_id()) + ".pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    std::string text;
    FILE* const pipe = popen(("pdftotext -layout " + path + " -").c_str(), "r");
    std::array<char, 4096> block{};
    while (auto const count = fread(block.data(), 1, block.size(), pipe))
        text.append(block.data(), count);
    pclose(pipe);
    std::filesystem::remove(path);
    return text;
}

}  // namespace wasl::tests
