// SPDX-License-Identifier: Apache-2.0
#include "modules/people/secrets.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>

#include "kernel/result.hpp"
#include "modules/people/people.hpp"

namespace wasl::people {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t dictated_size = 12;
constexpr unsigned long long argon_passes = 2;
constexpr std::size_t argon_bytes = std::size_t{19} << 20;

void ready() { check(sodium_init() >= 0, "libsodium starts"); }

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string base64(unsigned char const* from, std::size_t size) {
    std::string out(sodium_base64_encoded_len(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                    '\0');
    sodium_bin2base64(out.data(), out.size(), from, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out.pop_back();
    return out;
}

// Weighted sum over the alphabet: finds any one wrong sign and any two neighbours swapped.
char check_sign(std::string_view signs) {
    std::size_t sum = 0;
    for (std::size_t n = 0; n < signs.size(); ++n) sum += (2 * n + 1) * alphabet.find(signs[n]);
    return alphabet[sum % alphabet.size()];
}

std::string grouped(std::string const& signs) {
    return signs.substr(0, 4) + "-" + signs.substr(4, 4) + "-" + signs.substr(8);
}

std::string checked(std::string signs) {
    signs += check_sign(signs);
    return grouped(signs);
}

struct HashingPlace {
    explicit HashingPlace(std::counting_semaphore<2>& places) : places_(places) {
        places_.acquire();
    }
    ~HashingPlace() { places_.release(); }
    HashingPlace(HashingPlace const&) = delete;
    HashingPlace& operator=(HashingPlace const&) = delete;

private:
    std::counting_semaphore<2>& places_;
};

}  // namespace

std::string random_token() {
    ready();
    std::array<unsigned char, 32> raw{};
    randombytes_buf(raw.data(), raw.size());
    return base64(raw.data(), raw.size());
}

std::string random_bytes(std::size_t size) {
    ready();
    std::string raw(size, '\0');
    randombytes_buf(raw.data(), raw.size());
    return raw;
}

std::string random_digits() {
    ready();
    auto const number = std::to_string(randombytes_uniform(1'000'000));
    return std::string(6 - number.size(), '0') + number;
}

std::string random_dictated() {
    ready();
    std::string signs;
    while (signs.size() + 1 < dictated_size) signs += alphabet[randombytes_uniform(32)];
    return checked(std::move(signs));
}

std::string dictated(std::string_view typed) {
    std::string signs;
    for (char sign : typed) {
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
        if (sign == 'O') sign = '0';
        if (sign == 'I' || sign == 'L') sign = '1';
        if (alphabet.find(sign) != std::string_view::npos) signs += sign;
    }
    if (signs.size() != dictated_size) return {};
    if (check_sign(std::string_view(signs).substr(0, dictated_size - 1)) != signs.back()) return {};
    return grouped(signs);
}

std::string keyed_hash(std::string_view secret, std::string_view purpose, std::string_view text) {
    std::array<unsigned char, 32> hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, bytes(secret), secret.size(), hash.size());
    crypto_generichash_update(&state, bytes(purpose), purpose.size());
    unsigned char const border = 0;
    crypto_generichash_update(&state, &border, 1);
    crypto_generichash_update(&state, bytes(text), text.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

std::string dictated_key(std::string_view secret, std::string_view purpose, std::string_view text) {
    auto const hash = keyed_hash(secret, purpose, text);
    std::string signs;
    // Two hex digits a sign; 256 is a multiple of 32, so each sign is as likely as any other.
    for (std::size_t n = 0; signs.size() + 1 < dictated_size; n += 2)
        signs += alphabet[static_cast<std::size_t>(std::stoi(hash.substr(n, 2), nullptr, 16)) %
                          alphabet.size()];
    return checked(std::move(signs));
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string seal(std::string_view secret, std::string_view text) {
    ready();
    std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    auto* const raw = reinterpret_cast<unsigned char*>(box.data());
    randombytes_buf(raw, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(raw + crypto_secretbox_NONCEBYTES, bytes(text), text.size(), raw,
                          bytes(secret));
    return base64(raw, box.size());
}

std::optional<std::string> unseal(std::string_view secret, std::string_view sealed) {
    std::string box(sealed.size(), '\0');
    std::size_t size = 0;
    auto* const raw = reinterpret_cast<unsigned char*>(box.data());
    if (sodium_base642bin(raw, box.size(), sealed.data(), sealed.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (size < around) return std::nullopt;
    std::string text(size - around, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                   raw + crypto_secretbox_NONCEBYTES,
                                   size - crypto_secretbox_NONCEBYTES, raw, bytes(secret)) != 0)
        return std::nullopt;
    return text;
}

std::string Passwords::hash(std::string_view password) const {
    ready();
    HashingPlace const place(places_);
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), argon_passes,
                              argon_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw db::Breakdown("not enough memory to hash a password");
    return out.data();
}

bool Passwords::fits(std::string_view hash, std::string_view password) const {
    ready();
    HashingPlace const place(places_);
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    if (hash.size() >= stored.size()) return false;
    hash.copy(stored.data(), hash.size());
    return crypto_pwhash_str_verify(stored.data(), password.data(), password.size()) == 0;
}

void Passwords::pretend(std::string_view password) const { hash(password); }

std::string secret_key(std::filesystem::path const& file) {
    ready();
    constexpr std::size_t size = 32;
    int const made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        std::array<unsigned char, size> raw{};
        randombytes_buf(raw.data(), raw.size());
        bool const written = ::write(made, raw.data(), raw.size()) == ssize_t{size};
        bool const durable = ::fsync(made) == 0;
        ::close(made);
        if (!written || !durable) {
            ::unlink(file.c_str());
            throw std::runtime_error(file.string() + ": the server's key could not be written");
        }
    }
    std::ifstream in(file, std::ios::binary);
    std::string key{std::istreambuf_iterator<char>(in), {}};
    if (key.size() != size)
        throw std::runtime_error(file.string() + ": must hold the 32 bytes of the server's key");
    return key;
}

}  // namespace wasl::people
