// SPDX-License-Identifier: Apache-2.0
// Programs with a key. A key is 256 random bits, hence one quick hash of it is as good as a slow
// one; what is kept opens nothing.
#include <sodium.h>

#include "modules/reports/georeport.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports::georeport {

namespace {

std::string hexadecimal(std::span<unsigned char const> bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

}  // namespace

std::string random_key() {
    unsigned char bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    return hexadecimal(bytes);
}

std::string key_hash(std::string_view key) {
    unsigned char hash[crypto_generichash_BYTES];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<unsigned char const*>(key.data()),
                       key.size(), nullptr, 0);
    return hexadecimal(hash);
}

Read<Client> client(Call const& call, db::Reader& reader) {
    auto const key = call.parameter("api_key");
    if (key.empty())
        return Fault{403, "api_key was not provided, in the query or in the fields of a form"};
    auto found = store::client_by_key(reader, key_hash(key));
    if (!found) return Fault{403, "api_key provided is not valid"};
    return std::move(*found);
}

std::optional<Fault> count(db::Writer& writer, Client const& one, Instant now) {
    if (store::count_call(writer, one.id, now) <= one.per_hour) return std::nullopt;
    return Fault{429, "the calls of this api_key for this hour are used up"};
}

// The argument of the protocol that a field of the form stands for.
static std::string argument_of(std::string_view field) {
    constexpr std::string_view answer = "answer-";
    if (field.starts_with(answer))
        return "attribute[" + std::string(field.substr(answer.size())) + "]";
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"title", "description"},     {"details", "description"},
        {"text", "description"},      {"contact", "email or phone"},
        {"name", "first_name"},       {"landmark", "address_string"},
        {"place", "lat and long"},    {"territory", "lat and long"},
        {"category", "service_code"}, {"photos", "media"},
        {"key", "reference"},         {"state", "status"}};
    for (auto const& [own, theirs] : names)
        if (own == field) return std::string(theirs);
    return std::string(field);
}

Fault fault_of(Refusal const& refusal) {
    auto text = refusal.what ? i18n::sentence(Language::en, refusal.what) : std::string("refused");
    // Marks of direction are for readers of pages.
    for (std::string_view const mark : {"\u2068", "\u2069"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    if (!refusal.field.empty()) text = argument_of(refusal.field) + ": " + text;
    return {refusal.why == Refused::not_found ? 404 : 400, std::move(text)};
}

}  // namespace wasl::reports::georeport
