// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/open311/inline_media.hpp"

#include <sodium.h>

#include <algorithm>

namespace wasl::reports::open311 {

static constexpr std::string_view scheme = "data:", encoding = ";base64";

bool is_inline_media(std::string_view address) { return address.starts_with(scheme); }

std::optional<std::string> inline_media(std::string_view address) {
    auto const comma = address.find(',');
    if (!is_inline_media(address) || comma == address.npos) return std::nullopt;
    if (!address.substr(0, comma).ends_with(encoding)) return std::nullopt;
    std::string text(address.substr(comma + 1));
    // A plus sign that a client did not escape has become a space in the form.
    std::ranges::replace(text, ' ', '+');
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    auto* const to = reinterpret_cast<unsigned char*>(bytes.data());
    for (int const variant :
         {sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING})
        if (sodium_base642bin(to, bytes.size(), text.data(), text.size(), "\r\n", &size, nullptr,
                              variant) == 0) {
            bytes.resize(size);
            return bytes;
        }
    return std::nullopt;
}

}  // namespace wasl::reports::open311
