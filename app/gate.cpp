// SPDX-License-Identifier: Apache-2.0
// `wasl gate FILE`: the legal gate over a file of sheets, for whoever prepares one.
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::app {

namespace {

// A national registry is some 60 MB; what is larger is not a file of sheets.
constexpr std::uintmax_t sheets_file_max = 512ULL << 20;

}  // namespace

int gate(std::filesystem::path const& file) {
    std::error_code error;
    auto const size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in || size > sheets_file_max) {
        std::cerr << "wasl gate: cannot read " << file << '\n';
        return 2;
    }
    std::ostringstream text;
    text << in.rdbuf();
    auto const report =
        procedures::gate_file(text.view(), clock::day_in_morocco(clock::now()),
                              [](std::string const& line) { std::cout << line << '\n'; });
    std::cerr << report.sheets << " sheets, " << report.refused << " refused, " << report.unreadable
              << " unreadable, " << report.objections << " objections\n";
    return report.refused + report.unreadable == 0 ? 0 : 1;
}

}  // namespace wasl::app
