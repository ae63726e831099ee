// SPDX-License-Identifier: Apache-2.0
// Random things, hashes and seals: libsodium with the house's parameters, nothing of our own.
#pragma once

#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace wasl::people {

// 256 random bits in 43 signs that fit into a cookie and an address.
std::string random_token();
// Six digits, each value as likely as any other.
std::string random_digits();
// A key for machines, any byte in it.
std::string random_bytes(std::size_t size);
// "7K3M-9QXD-2HTA": Crockford's alphabet (no I, L, O, U), the last sign checks the others.
std::string random_dictated();
// As a person types it: any case, spaces or hyphens, O for 0, I or L for 1. Empty where the check
// sign is wrong.
std::string dictated(std::string_view typed);

// BLAKE2b-256 under the server's key, in hex; `purpose` keeps equal texts of different use apart.
std::string keyed_hash(std::string_view secret, std::string_view purpose, std::string_view text);
// The same form as random_dictated(), 55 bits of that hash.
std::string dictated_key(std::string_view secret, std::string_view purpose, std::string_view text);
bool same(std::string_view a, std::string_view b);  // in constant time

// Authenticated encryption under the server's key, for what must be read again (TOTP secrets).
std::string seal(std::string_view secret, std::string_view text);
std::optional<std::string> unseal(std::string_view secret, std::string_view sealed);

// Argon2id, t=2, m=19 MiB (OWASP's second choice): some 30 ms. Memory is its cost, so more than
// two at once would be an attacker's lever: the others wait. Never to be called in a transaction.
class Passwords {
public:
    std::string hash(std::string_view password) const;
    bool fits(std::string_view hash, std::string_view password) const;
    // Takes as long as fits(), for accounts that do not exist or have no password.
    void pretend(std::string_view password) const;

private:
    mutable std::counting_semaphore<2> places_{2};
};

}  // namespace wasl::people
