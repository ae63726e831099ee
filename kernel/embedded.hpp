// SPDX-License-Identifier: Apache-2.0
// A file of a folder's data/, carried within the program (generated/FOLDER/data.hpp).
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.hpp"

namespace wasl {

template<typename File, std::size_t count>
std::string_view embedded(File const (&files)[count], std::string_view name) {
    for (auto const& file : files)
        if (file.name == name) return file.text;
    throw Bug("no embedded " + std::string(name));
}

}  // namespace wasl
