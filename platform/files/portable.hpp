// SPDX-License-Identifier: Apache-2.0
// Inside platform/files only: the names in a PDF's bytes, and what they say about it.
#pragma once

#include <string_view>
#include <vector>

namespace wasl::files {

struct Names {
    bool acts = false;    // scripts, programs, films, what is sent or fetched, other files
    bool locked = false;  // encrypted: cannot be looked into
    bool packed = false;  // has object streams
    // What is done on opening stands elsewhere: the numbers of these objects.
    std::vector<std::string_view> opened_by;
};

Names names_in(std::string_view bytes);

// Is this what is done on opening, and more than a place of the document to be shown first?
bool is_action(std::string_view value);

}  // namespace wasl::files
