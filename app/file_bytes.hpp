// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace wasl::app {

// Of a file that the operator named. Throws where it cannot be read, or is larger: a file of a
// gigabyte, or a pipe that never ends, is left where it passes the limit.
std::string file_bytes(std::filesystem::path const& file, std::size_t bytes_max);

}  // namespace wasl::app
