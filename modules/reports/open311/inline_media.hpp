// SPDX-License-Identifier: Apache-2.0
// A picture inside its own address, as some clients send it (RFC 2397): data:image/jpeg;base64,...
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wasl::reports::open311 {

inline constexpr std::size_t inline_media_max = 1024 * 1024;  // bytes of such an address

bool is_inline_media(std::string_view address);
// The bytes; nothing where they are not written in base64 or cannot be read.
std::optional<std::string> inline_media(std::string_view address);

}  // namespace wasl::reports::open311
