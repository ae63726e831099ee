// SPDX-License-Identifier: Apache-2.0
// As much of the gettext .po format as our catalogues use; msgfmt --check proves the rest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

struct PoEntry {
    std::string key;                 // msgid
    bool plural = false;             // has msgid_plural
    std::vector<std::string> forms;  // msgstr, or msgstr[0..]
    int line = 0;
    bool fuzzy = false;
};

// The header entry (empty msgid) is left out. Throws std::runtime_error naming file and line.
std::vector<PoEntry> read_po(std::filesystem::path const& file);
