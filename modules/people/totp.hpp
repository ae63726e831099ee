// SPDX-License-Identifier: Apache-2.0
// Codes of an authenticator app: RFC 6238 (HMAC-SHA1, 30 seconds, 6 digits), as every app has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/date.hpp"

namespace wasl::people {

inline constexpr int totp_seconds = 30;

// HOTP of RFC 4226: the counter's code.
std::string hotp(std::string_view key, std::uint64_t counter, int digits = 6);
std::int64_t totp_step(Instant);

// The step that `code` belongs to, one step of clock difference allowed on each side. Nothing
// where it is wrong, or where its step is not after `last_used`: a code works once.
std::optional<std::int64_t> totp_step_of(std::string_view key, std::string_view code, Instant now,
                                         std::int64_t last_used);

std::string base32(std::string_view bytes);
// otpauth://totp/..., what the QR code says.
std::string totp_address(std::string_view site, std::string_view account, std::string_view key);

}  // namespace wasl::people
