// SPDX-License-Identifier: Apache-2.0
#include "app/house.hpp"

namespace wasl::app {

namespace {

void fill(std::string& line, std::size_t column) {
    line.resize(std::max(line.size() + 1, column), ' ');
}

}  // namespace

std::string House::routes() const {
    std::vector<std::pair<std::string, std::string>> lines;
    for (auto const& door : router.doors()) {
        std::string line(http::name_of(door.method));
        fill(line, 8);
        line += door.path;
        fill(line, 64);
        line += http::name_of(door.allow);
        fill(line, 80);
        lines.emplace_back(door.path, line + door.module + "\n");
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (auto const& [path, line] : lines) all += line;
    return all;
}

}  // namespace wasl::app
