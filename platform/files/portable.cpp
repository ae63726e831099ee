// SPDX-License-Identifier: Apache-2.0
// A PDF that an officer may open: whole, not locked, without anything that acts by itself or
// carries other files. Names are looked for in the whole file, streams included, because a stream
// may be pretended; the objects that PDF 1.5 packs into compressed streams are unpacked first.
#include <libdeflate.h>

#include <memory>

#include "platform/files/look.hpp"
#include "platform/files/messages.hpp"

namespace wasl::files {

namespace {

constexpr std::size_t unpacked_max = 32U << 20;

Refusal broken() { return {Refused::invalid, say(msg::refused_broken_pdf)}; }
Refusal active() { return {Refused::invalid, say(msg::refused_active_pdf)}; }
Refusal locked() { return {Refused::invalid, say(msg::refused_locked_pdf)}; }

int hex(char sign) {
    if (sign >= '0' && sign <= '9') return sign - '0';
    if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
    if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
    return -1;
}

// The name after a '/', its #4A-like escapes undone.
std::string name_at(std::string_view bytes, std::size_t at) {
    std::string name;
    for (; at < bytes.size() && name.size() < 24; ++at) {
        char const sign = bytes[at];
        if (sign == '#' && at + 2 < bytes.size() && hex(bytes[at + 1]) >= 0 &&
            hex(bytes[at + 2]) >= 0) {
            name += static_cast<char>(hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]));
            at += 2;
        } else if ((sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z')) {
            name += sign;
        } else {
            break;
        }
    }
    return name;
}

struct Names {
    bool acts = false;    // scripts, programs, films
    bool locked = false;  // encrypted: cannot be looked into
    bool packed = false;  // has object streams
};

Names names_in(std::string_view bytes) {
    Names found;
    for (auto at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
        char const first = at + 1 < bytes.size() ? bytes[at + 1] : '\0';
        if (first != 'J' && first != 'L' && first != 'E' && first != 'F' && first != 'R' &&
            first != 'X' && first != 'O' && first != '#')
            continue;
        auto const name = name_at(bytes, at + 1);
        if (name == "JavaScript" || name == "Launch" || name == "EmbeddedFile" ||
            name == "EmbeddedFiles" || name == "FileAttachment" || name == "RichMedia" ||
            name == "XFA")
            found.acts = true;
        else if (name == "Encrypt")
            found.locked = true;
        else if (name == "ObjStm")
            found.packed = true;
    }
    return found;
}

struct CloseDecompressor {
    void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

// Every object stream unpacked and looked into. One that is packed in an unusual way is not taken:
// what cannot be read cannot be trusted.
Outcome look_into_packed(std::string_view bytes) {
    std::unique_ptr<libdeflate_decompressor, CloseDecompressor> const unpacker(
        libdeflate_alloc_decompressor());
    std::size_t left = unpacked_max;
    for (auto at = bytes.find("stream"); at != std::string_view::npos;
         at = bytes.find("stream", at)) {
        auto const dictionary_from = bytes.rfind("obj", at);
        auto const end = bytes.find("endstream", at);
        if (dictionary_from == std::string_view::npos || end == std::string_view::npos) break;
        auto const dictionary = bytes.substr(dictionary_from, at - dictionary_from);
        auto const from = bytes.find('\n', at);
        if (names_in(dictionary).packed && from < end) {
            if (dictionary.find("FlateDecode") == std::string_view::npos) return broken();
            std::string out(std::min<std::size_t>(left, (end - from) * 64 + 1024), '\0');
            std::size_t used = 0, written = 0;
            auto const fate = libdeflate_zlib_decompress_ex(unpacker.get(), bytes.data() + from + 1,
                                                            end - from - 1, out.data(), out.size(),
                                                            &used, &written);
            if (fate != LIBDEFLATE_SUCCESS) return broken();
            if (names_in(std::string_view(out).substr(0, written)).acts) return active();
            left -= std::min(left, written);
        }
        at = end + 9;
    }
    return Done{};
}

}  // namespace

Outcome look_at_pdf(std::string_view bytes) {
    auto const end = bytes.size() > 2048 ? bytes.substr(bytes.size() - 2048) : bytes;
    if (end.find("%%EOF") == std::string_view::npos ||
        end.find("startxref") == std::string_view::npos)
        return broken();
    auto const names = names_in(bytes);
    if (names.acts) return active();
    if (names.locked) return locked();
    if (names.packed) return look_into_packed(bytes);
    return Done{};
}

}  // namespace wasl::files
