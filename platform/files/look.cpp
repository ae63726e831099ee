// SPDX-License-Identifier: Apache-2.0
#include "platform/files/look.hpp"

#include <magic.h>

#include "kernel/idle.hpp"
#include "platform/files/messages.hpp"

namespace wasl::files {

namespace {

struct CloseMagic {
    void operator()(magic_set* one) const { magic_close(one); }
};

using Magic = std::unique_ptr<magic_set, CloseMagic>;

Magic open_magic() {
    Magic opened(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR |
                            MAGIC_NO_CHECK_APPTYPE | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_TEXT |
                            MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_JSON |
                            MAGIC_NO_CHECK_TOKENS | MAGIC_NO_CHECK_ENCODING));
    if (opened && magic_load(opened.get(), nullptr) != 0) opened.reset();
    return opened;
}

// What the wider world calls these bytes. A second opinion: where it differs from ours, the file
// was made to look different to different programs.
std::string second_opinion(std::string_view bytes) {
    static Idle<Magic> handles(4);  // one takes 180 KB
    auto magic = handles.take(open_magic);
    if (!magic) return "";
    auto const head = bytes.substr(0, 4096);
    char const* const said = magic_buffer(magic.get(), head.data(), head.size());
    std::string out = said ? said : "";
    handles.give(std::move(magic));
    return out;
}

std::optional<Kind> kind_by_signature(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return Kind::pdf;
    if (bytes.starts_with("\xFF\xD8\xFF")) return Kind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Kind::png;
    return std::nullopt;
}

Outcome look_inside(std::string_view bytes, Kind kind) {
    switch (kind) {
        case Kind::pdf: return look_at_pdf(bytes);
        case Kind::jpeg: return look_at_jpeg(bytes);
        case Kind::png: return look_at_png(bytes);
    }
    throw Bug("a kind of file that was never declared");
}

// A zip is read from its end: the closing record, whose comment reaches exactly to the last byte
// and which points back at a directory.
bool ends_as_zip(std::string_view bytes) {
    auto const little = [&](std::size_t at, int count) {
        std::size_t number = 0;
        for (int n = count - 1; n >= 0; --n)
            number =
                number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(n)]);
        return number;
    };
    std::size_t const furthest = 22 + 0xFFFF;
    auto const start = bytes.size() > furthest ? bytes.size() - furthest : 0;
    for (auto at = bytes.find("PK\5\6", start); at != std::string_view::npos;
         at = bytes.find("PK\5\6", at + 1)) {
        if (at + 22 > bytes.size() || at + 22 + little(at + 20, 2) > bytes.size()) continue;
        auto const directory = little(at + 12, 4);
        if (directory <= at && bytes.substr(at - directory).starts_with("PK\1\2")) return true;
    }
    return false;
}

}  // namespace

bool holds_another_kind(std::string_view bytes, Kind kind) {
    auto const head = bytes.substr(0, 1024);
    if (kind != Kind::pdf && head.find("%PDF-") != std::string_view::npos) return true;
    for (std::string_view const markup : {"<script", "<html", "<?php", "<svg"})
        if (head.find(markup) != std::string_view::npos) return true;
    return ends_as_zip(bytes);
}

Result<Kind> look(std::string_view bytes) {
    if (bytes.empty()) return Refusal{Refused::invalid, say(msg::refused_empty)};
    if (looks_like_heic(bytes)) return Refusal{Refused::invalid, say(msg::refused_heic)};
    auto const kind = kind_by_signature(bytes);
    if (!kind) return Refusal{Refused::invalid, say(msg::refused_kind)};
    if (holds_another_kind(bytes, *kind))
        return Refusal{Refused::invalid, say(msg::refused_two_kinds)};
    auto const opinion = second_opinion(bytes);
    if (!opinion.empty() && opinion != content_type(*kind) && opinion != "application/octet-stream")
        return Refusal{Refused::invalid, say(msg::refused_two_kinds)};
    TRY(look_inside(bytes, *kind));
    return *kind;
}

}  // namespace wasl::files
