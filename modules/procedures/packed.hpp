// SPDX-License-Identifier: Apache-2.0
// Sheets are read seldom and are many: between readings the picture keeps their JSON deflated, a
// fifth of its size (4,000 sheets: some 10 MB for 50).
#pragma once

#include <string>
#include <string_view>

namespace wasl::procedures {

std::string packed(std::string_view text);
// Throws Bug where the bytes were not made by packed().
std::string unpacked(std::string_view bytes);

}  // namespace wasl::procedures
