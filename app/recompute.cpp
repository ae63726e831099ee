// SPDX-License-Identifier: Apache-2.0
// `wasl challenge recompute FILE`: the table of a jury again, from the record that was published.
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "modules/challenges/challenges.hpp"

namespace wasl::app {

namespace {

constexpr std::uintmax_t ballots_file_max = 64ULL << 20;  // some two million ballots

}  // namespace

int recompute(std::filesystem::path const& file) {
    std::error_code error;
    auto const size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in || size > ballots_file_max) {
        std::cerr << "wasl challenge recompute: cannot read " << file << '\n';
        return 2;
    }
    std::ostringstream text;
    text << in.rdbuf();
    auto const table = challenges::recomputed(text.view());
    if (auto const* const unreadable = std::get_if<challenges::Unreadable>(&table)) {
        if (unreadable->line == 0)
            std::cerr << "wasl challenge recompute: the seed belongs to other ballots\n";
        else
            std::cerr << "wasl challenge recompute: line " << unreadable->line
                      << " cannot be read\n";
        return 1;
    }
    std::cout << std::get<std::string>(table);
    return 0;
}

}  // namespace wasl::app
