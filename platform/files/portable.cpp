// SPDX-License-Identifier: Apache-2.0
// A PDF that an officer may open: whole, not locked, without anything that acts by itself or
// carries other files. Names are looked for in the whole file, streams included, because a stream
// may be pretended; the objects that PDF 1.5 packs into compressed streams are unpacked first.
#include <libdeflate.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "platform/files/look.hpp"
#include "platform/files/messages.hpp"
#include "platform/files/portable.hpp"

namespace wasl::files {

namespace {

constexpr std::size_t unpacked_max = 32U << 20;

Refusal broken_pdf() { return {Refused::invalid, say(msg::refused_broken_pdf)}; }
Refusal active() { return {Refused::invalid, say(msg::refused_active_pdf)}; }
Refusal locked() { return {Refused::invalid, say(msg::refused_locked_pdf)}; }

struct CloseDecompressor {
    void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

struct Packed {
    std::string_view dictionary, bytes;
};

// The object streams of a file, as they stand in it.
std::vector<Packed> packed_in(std::string_view bytes) {
    std::vector<Packed> found;
    for (auto at = bytes.find("stream"); at != std::string_view::npos;
         at = bytes.find("stream", at)) {
        auto const dictionary_from = bytes.rfind("obj", at);
        auto const end = bytes.find("endstream", at);
        if (dictionary_from == std::string_view::npos || end == std::string_view::npos) break;
        auto const dictionary = bytes.substr(dictionary_from, at - dictionary_from);
        auto const from = bytes.find('\n', at);
        if (from < end && names_in(dictionary).packed)
            found.push_back({dictionary, bytes.substr(from + 1, end - from - 1)});
        at = end + 9;
    }
    return found;
}

struct Part {
    std::string bytes;
    std::size_t first;  // where its objects begin, after their numbers and places
};

std::size_t number_after(std::string_view bytes, std::string_view name) {
    auto const at = bytes.find(name);
    std::size_t number = 0;
    if (at == std::string_view::npos) return number;
    bytes.remove_prefix(std::min(bytes.find_first_of("0123456789", at), bytes.size()));
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
    return number;
}

// Every object stream unpacked. One that is packed in an unusual way is not taken: what cannot be
// read cannot be trusted.
Result<std::vector<Part>> unpacked(std::vector<Packed> const& all) {
    std::unique_ptr<libdeflate_decompressor, CloseDecompressor> const unpacker(
        libdeflate_alloc_decompressor());
    std::vector<Part> found;
    std::size_t left = unpacked_max;
    for (auto const& one : all) {
        if (one.dictionary.find("FlateDecode") == std::string_view::npos) return broken_pdf();
        std::string out(std::min<std::size_t>(left, one.bytes.size() * 64 + 1024), '\0');
        std::size_t used = 0, written = 0;
        if (libdeflate_zlib_decompress_ex(unpacker.get(), one.bytes.data(), one.bytes.size(),
                                          out.data(), out.size(), &used,
                                          &written) != LIBDEFLATE_SUCCESS)
            return broken_pdf();
        out.resize(written);
        left -= std::min(left, written);
        found.push_back({std::move(out), number_after(one.dictionary, "/First")});
    }
    return found;
}

// In front of packed objects stand their numbers and places: "5 0 9 21 <<...>>[...]".
std::string_view packed_object(Part const& part, std::string_view number) {
    std::string_view const bytes = part.bytes;
    auto head = bytes.substr(0, part.first);
    bool is_place = false, found = false;
    for (;;) {
        head.remove_prefix(std::min(head.find_first_of("0123456789"), head.size()));
        if (head.empty()) return {};
        auto const digits = head.substr(0, head.find_first_not_of("0123456789"));
        if (is_place && found) {
            auto const at = part.first + number_after(digits, "");
            return at < bytes.size() ? bytes.substr(at) : std::string_view();
        }
        found = !is_place && digits == number;
        is_place = !is_place;
        head.remove_prefix(digits.size());
    }
}

// An object by its number, "5 0 obj [1 0 R /Fit]"; empty where there is none.
std::string_view object(std::string_view bytes, std::vector<Part> const& parts,
                        std::string_view number) {
    auto const head = std::string(number) + " 0 obj";
    for (auto at = bytes.find(head); at != std::string_view::npos; at = bytes.find(head, at + 1))
        if (at == 0 || std::string_view("\r\n \t").find(bytes[at - 1]) != std::string_view::npos)
            return bytes.substr(at + head.size());
    for (auto const& part : parts)
        if (auto const value = packed_object(part, number); !value.empty()) return value;
    return {};
}

}  // namespace

Outcome look_at_pdf(std::string_view bytes) {
    auto const end = bytes.size() > 2048 ? bytes.substr(bytes.size() - 2048) : bytes;
    if (end.find("%%EOF") == std::string_view::npos ||
        end.find("startxref") == std::string_view::npos)
        return broken_pdf();
    auto names = names_in(bytes);
    if (names.acts) return active();
    if (names.locked) return locked();
    std::vector<Part> parts;
    if (names.packed) parts = TRY(unpacked(packed_in(bytes)));
    for (auto const& part : parts) {
        auto const inside = names_in(part.bytes);
        if (inside.acts) return active();
        names.opened_by.insert(names.opened_by.end(), inside.opened_by.begin(),
                               inside.opened_by.end());
    }
    for (auto const number : names.opened_by) {
        auto const value = object(bytes, parts, number);
        if (value.empty() || is_action(value)) return active();
    }
    return Done{};
}

}  // namespace wasl::files
