// SPDX-License-Identifier: Apache-2.0
// The tables of data/ that the program carries within itself.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.hpp"
#include "modules/directory/data.hpp"

namespace wasl::directory {

inline std::string_view embedded(std::string_view name) {
    for (auto const& file : data)
        if (file.name == name) return file.text;
    throw Bug("directory: no embedded " + std::string(name));
}

}  // namespace wasl::directory
