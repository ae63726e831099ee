// SPDX-License-Identifier: Apache-2.0
#include "platform/http/outgoing.hpp"

#include <charconv>

namespace wasl::http {

void Outgoing::make_part() {
    went_before += static_cast<std::int64_t>(part_size);
    head.clear();
    std::string part;
    bool const more = rest(part);
    if (!more) rest = nullptr;
    own.clear();
    if (chunked && !part.empty()) {
        char digits[16];
        auto const end = std::to_chars(digits, digits + sizeof digits, part.size(), 16).ptr;
        own.append(digits, end).append("\r\n");
    }
    own += part;
    if (chunked && !part.empty()) own += "\r\n";
    if (chunked && !more) own += "0\r\n\r\n";
    part_at = 0;
    part_size = own.size();
}

}  // namespace wasl::http
