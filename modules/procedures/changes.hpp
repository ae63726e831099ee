// SPDX-License-Identifier: Apache-2.0
// What became of published sheets, in order.
#pragma once

#include <functional>
#include <vector>

#include "modules/procedures/sheet.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures {

enum class ChangeKind : std::uint8_t {
    published,
    revised,
    suspended,
    resumed,
    withdrawn,
    merged,  // another sheet holds it now
    deleted  // no text founds it
};
std::string_view name_of(ChangeKind);

struct Change {
    std::int64_t number = 0;  // 1, 2, 3 ... in the order of commits
    ChangeKind kind = ChangeKind::published;
    SheetId sheet{0};
    std::string code;
    AdministrationId owner{0};
    Names title;
    int version = 0;
    Instant at{};
    std::string into{};  // of a merged one: the code of the sheet that holds it; only told
};
// Told within the transaction of the change.
using TellChange = std::function<void(db::Writer&, Change const&, Instant now)>;

// The change as subscribers are told it (JSON).
std::string event_text(Change const&, std::string_view site);

namespace store {
// After touch_picture(), whose lock makes the numbers the order of commits.
std::int64_t note_change(db::Writer&, SheetId, ChangeKind, int version, Instant now);
std::vector<Change> latest_changes(db::Reader&, int most);  // newest first; Arabic titles alone
}  // namespace store

}  // namespace wasl::procedures
