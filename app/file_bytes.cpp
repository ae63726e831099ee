// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"

#include <array>
#include <fstream>
#include <stdexcept>

namespace wasl::app {

std::string file_bytes(std::filesystem::path const& file, std::size_t bytes_max) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::string out;
    std::array<char, 1 << 16> piece{};
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
        out.append(piece.data(), static_cast<std::size_t>(in.gcount()));
        if (out.size() > bytes_max)
            throw std::runtime_error("the file is larger than " + std::to_string(bytes_max >> 20U) +
                                     " MiB");
    }
    return out;
}

}  // namespace wasl::app
