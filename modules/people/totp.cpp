// SPDX-License-Identifier: Apache-2.0
#include "modules/people/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "kernel/result.hpp"
#include "modules/people/secrets.hpp"
#include "platform/html/html.hpp"

namespace wasl::people {

std::string hotp(std::string_view key, std::uint64_t counter, int digits) {
    std::array<unsigned char, 8> message{};
    for (std::size_t n = 0; n < message.size(); ++n)
        message[n] = static_cast<unsigned char>(counter >> (8 * (7 - n)));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    auto const* const done = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                                  message.data(), message.size(), mac.data(), &size);
    check(done != nullptr && size == 20, "HMAC-SHA1 gives 20 bytes");
    std::size_t const at = mac[19] & 0x0FU;
    std::uint32_t const number = (std::uint32_t{mac[at]} & 0x7FU) << 24U |
                                 std::uint32_t{mac[at + 1]} << 16U |
                                 std::uint32_t{mac[at + 2]} << 8U | std::uint32_t{mac[at + 3]};
    auto out = std::to_string(number);
    auto const wanted = static_cast<std::size_t>(digits);
    if (out.size() < wanted) out.insert(0, wanted - out.size(), '0');
    return out.substr(out.size() - wanted);
}

std::int64_t totp_step(Instant now) { return micros(now) / 1'000'000 / totp_seconds; }

std::optional<std::int64_t> totp_step_of(std::string_view key, std::string_view code, Instant now,
                                         std::int64_t last_used) {
    auto const middle = totp_step(now);
    for (auto step = middle - 1; step <= middle + 1; ++step)
        if (step > last_used && same(hotp(key, static_cast<std::uint64_t>(step)), code))
            return step;
    return std::nullopt;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (char const byte : bytes) {
        held = held << 8U | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 5) out += alphabet[held >> (bits -= 5) & 31U];
    }
    if (bits > 0) out += alphabet[held << (5 - bits) & 31U];
    return out;
}

std::string totp_address(std::string_view site, std::string_view account, std::string_view key) {
    std::string out = "otpauth://totp/";
    html::append_encoded(out, site);
    out += ":";
    html::append_encoded(out, account);
    out += "?secret=" + base32(key) + "&issuer=";
    html::append_encoded(out, site);
    return out;
}

}  // namespace wasl::people
