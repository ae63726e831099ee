// SPDX-License-Identifier: Apache-2.0
#include "platform/journal/hash.hpp"

#include <sodium.h>

#include <array>

namespace wasl::journal {
namespace {

// Every part is preceded by its length, so that no two entries have the same encoding; numbers
// are eight bytes, the highest first. The layout is for ever: old entries must go on verifying.
class Encoding {
public:
    Encoding() {
        crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES);
        add("wasl.journal.1");
    }
    void add(std::string_view text) {
        add_number(static_cast<std::int64_t>(text.size()));
        feed(text.data(), text.size());
    }
    void add_number(std::int64_t number) {
        std::array<char, 8> bytes{};
        auto rest = static_cast<std::uint64_t>(number);
        for (auto place = bytes.rbegin(); place != bytes.rend(); ++place, rest >>= 8)
            *place = static_cast<char>(rest & 0xffU);
        feed(bytes.data(), bytes.size());
    }
    std::string hex() {
        std::array<unsigned char, crypto_generichash_BYTES> sum{};
        crypto_generichash_final(&state_, sum.data(), sum.size());
        std::string out(sum.size() * 2 + 1, '\0');
        sodium_bin2hex(out.data(), out.size(), sum.data(), sum.size());
        out.pop_back();
        return out;
    }

private:
    void feed(char const* start, std::size_t size) {
        crypto_generichash_update(&state_, reinterpret_cast<unsigned char const*>(start), size);
    }
    crypto_generichash_state state_{};
};

}  // namespace

std::string hash_of(std::string_view previous, Entry const& entry) {
    Encoding encoding;
    encoding.add(previous);
    encoding.add_number(entry.chain);
    encoding.add_number(entry.sequence);
    encoding.add_number(micros(entry.at));
    encoding.add(entry.kind);
    encoding.add(entry.subject);
    encoding.add_number(entry.actor);
    encoding.add(entry.facts);
    return encoding.hex();
}

}  // namespace wasl::journal
