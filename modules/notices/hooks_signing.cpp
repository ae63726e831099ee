// SPDX-License-Identifier: Apache-2.0
// HMAC-SHA256 by libsodium, written as the public convention "Standard Webhooks" wants it, so that
// receivers need no code of ours.
#include <sodium.h>

#include <array>

#include "modules/notices/hooks.hpp"

namespace wasl::notices {
namespace {

using Sum = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

Sum hmac(std::string_view key, std::string_view text) {
    crypto_auth_hmacsha256_state state;
    Sum out{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<unsigned char const*>(key.data()),
                                key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<unsigned char const*>(text.data()),
                                  text.size());
    crypto_auth_hmacsha256_final(&state, out.data());
    return out;
}

std::string base64(Sum const& sum) {
    constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;
    std::string out(sodium_base64_ENCODED_LEN(sum.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), sum.data(), sum.size(), variant);
    out.pop_back();  // the zero that ends it
    return out;
}

Sum key_of(Ways const& ways, Hook const& hook) {
    return hmac(ways.secret, "webhook " + std::to_string(hook.id.value()) + " " + hook.salt);
}

constexpr std::string_view secret_begins = "whsec_";

}  // namespace

std::string secret_of(Ways const& ways, Hook const& hook) {
    return std::string(secret_begins) + base64(key_of(ways, hook));
}

std::string signature(std::string_view secret, std::string_view id, std::int64_t seconds,
                      std::string_view body) {
    secret.remove_prefix(secret_begins.size());
    Sum key{};
    std::size_t size = 0;
    bool const read =
        sodium_base642bin(key.data(), key.size(), secret.data(), secret.size(), nullptr, &size,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
    check(read && size == key.size(), "a secret was made by secret_of()");
    std::string text(id);
    text.append(".").append(std::to_string(seconds)).append(".").append(body);
    return "v1," + base64(hmac({reinterpret_cast<char const*>(key.data()), key.size()}, text));
}

}  // namespace wasl::notices
