// SPDX-License-Identifier: Apache-2.0
#include "tools/tidy/tree.hpp"

namespace wasl::tidy {

namespace {

constexpr std::size_t lines_max = 400;
constexpr std::size_t columns_max = 100;

// Columns, not bytes: a line of Arabic may be as long as a line of Latin. Harakat (U+064B to
// U+065F) stand above a letter and take no column.
std::size_t columns(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < line.size(); ++n) {
        auto const byte = static_cast<unsigned char>(line[n]);
        auto const next = static_cast<unsigned char>(n + 1 < line.size() ? line[n + 1] : 0);
        bool const haraka = byte == 0xD9 && next >= 0x8B && next <= 0x9F;
        count += (byte & 0xC0) != 0x80 && !haraka;
    }
    return count;
}

// Written in two halves, so that this file does not complain about itself.
bool is_unfinished(std::string_view line) {
    for (std::string_view const note : {"TO"
                                        "DO",
                                        "FIX"
                                        "ME",
                                        "XX"
                                        "X:"})
        if (line.find(note) != std::string_view::npos) return true;
    return false;
}

bool has_lengths(File const& file) {
    return file.is_code() || file.path.ends_with(".css") || file.path.ends_with(".sql") ||
           file.path.ends_with(".js") || file.path.ends_with(".mjs");
}

}  // namespace

void check_form(File const& file, Complaints& found) {
    auto const complain = [&](std::size_t line, std::string what) {
        found.push_back({file.path, line, std::move(what)});
    };
    if (has_lengths(file) && file.lines.size() > lines_max)
        complain(0, "more than 400 lines: what are its two halves called?");
    if (file.is_code() &&
        (file.lines.empty() || file.lines[0] != "// SPDX-License-Identifier: Apache-2.0"))
        complain(1, "the first line names the licence");
    if (!file.ends_with_newline) complain(file.lines.size(), "the last line has no end");
    for (std::size_t n = 0; n < file.lines.size(); ++n) {
        auto const& line = file.lines[n];
        if (line.find('\t') != std::string::npos && !file.path.ends_with(".po"))
            complain(n + 1, "a tab");
        if (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
            complain(n + 1, "blanks at the end of the line");
        if (is_unfinished(line)) complain(n + 1, "an unfinished note: an issue, or the fix");
        if (file.is_code() && columns(line) > columns_max) complain(n + 1, "more than 100 columns");
    }
}

}  // namespace wasl::tidy
