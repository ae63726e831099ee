// SPDX-License-Identifier: Apache-2.0
// What changed from one text of a sheet to another: field by field, and in its lists item by item.
#pragma once

#include <string>
#include <vector>

#include "kernel/message.hpp"
#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

// What a field says, to be shown; two are the same where their keys are.
struct Content {
    std::string key;
    Names names;             // words of the sheet, in its languages
    std::vector<Said> said;  // or words of ours, one a line

    bool empty() const { return key.empty(); }
    friend bool operator==(Content const& a, Content const& b) { return a.key == b.key; }
};

// One field of the sheet, or of an item of one of its lists.
struct Part {
    std::string section;  // of the editor: "documents"
    std::string item;     // its code; empty: a field of the sheet itself
    Names title;          // of the item
    Message const* label = nullptr;
    Content content;
};
std::vector<Part> parts_of(Language, Sheet const&);

enum class Alteration : std::uint8_t { added, removed, changed, moved };
std::string_view name_of(Alteration);

struct Altered {
    Message const* label = nullptr;
    Content before, after;
};
struct Revised {
    Alteration how = Alteration::changed;
    std::string section, item;
    Names title;                  // of the item, as it is called after
    std::vector<Altered> fields;  // of what was added or removed: all that is filled in
};
// Section by section; in each, what was removed stands last.
std::vector<Revised> compare(Language, Sheet const& before, Sheet const& after);

}  // namespace wasl::procedures
