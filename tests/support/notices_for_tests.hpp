// SPDX-License-Identifier: Apache-2.0
// What somebody was told, as the house keeps it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/id.hpp"
#include "platform/db/db.hpp"

namespace wasl::tests {

// The short names of a module's notices, oldest first: "registered" of
// "dossiers.notice.registered.subject".
inline std::vector<std::string> told(db::Reader& reader, PersonId person, std::string_view module) {
    static constexpr db::Sql select{
        "test.notices", "select subject from notices_inbox where person = $1 order by id"};
    auto const before = std::string(module) + ".notice.";
    return reader.select(
        select,
        [&](db::Row const& row) {
            auto const text = row.str(0);  // the key stands in the JSON of what is kept
            auto const from = text.find(before) + before.size();
            return text.substr(from, text.find(".subject") - from);
        },
        person);
}

}  // namespace wasl::tests
