// SPDX-License-Identifier: Apache-2.0
// A report as it is kept, and what hangs on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/geography.hpp"
#include "kernel/id.hpp"
#include "kernel/message.hpp"
#include "modules/reports/names.hpp"

namespace wasl::reports {

using ReportId = Id<struct ReportTag>;
using PhotoId = Id<struct PhotoTag>;
using UpdateId = Id<struct UpdateTag>;

struct Report {
    ReportId id{0};
    std::string number;
    std::string title, details;
    std::string category;
    geography::Point place;
    std::string landmark;  // in words: quarter, landmark
    TerritoryId territory{0};
    AdministrationId body{0};
    UnitId unit{0};
    PersonId assigned{0};
    Phase phase = Phase::open;
    std::string state;
    Sight sight = Sight::everybody;
    PersonId author{0};
    std::string author_name;
    bool name_shown = false;
    std::string contact;
    Language language = Language::ar;
    std::string channel;
    Instant filed_at{};
    Date filed_on{};
    std::optional<Date> due;
    int level = 0;
    std::optional<Instant> closed_at;
    Instant changed_at{};
    std::optional<ReportId> duplicate_of;
    int supporters = 0, updates = 0, photos = 0, reopened = 0;
    int rating = 0;
    int priority = 0;
    std::int64_t version = 0;

    bool is_open() const { return phase == Phase::open; }
    bool is_public() const { return phase != Phase::unconfirmed && sight == Sight::everybody; }
};

// What lists and maps show.
struct Pin {
    ReportId id{0};
    std::string number, title, category, state;
    Phase phase = Phase::open;
    geography::Point place;
    TerritoryId territory{0};
    Instant filed_at{};
    std::optional<Date> due;
    int supporters = 0;
};

struct Answered {
    std::string question;
    std::vector<std::string> values;
};

struct Photo {
    PhotoId id{0};
    UpdateId update{0};  // 0: of the report itself
    std::string sha256, thumbnail;
    bool is_hidden = false;
    int position = 0;
};

// One line of the timeline.
struct Update {
    UpdateId id{0};
    Instant at{};
    PersonId by{0};
    AdministrationId body{0};  // that spoke; 0: the author, or the public
    std::string action;  // a name of Action, or: comment, note, escalate, redact, hide_photo ...
    std::string state;   // after it
    std::string text;
    bool is_public = true;
    std::string about;
    std::string source;  // the id that a remote system gave it; empty: ours
    Instant said_at{};   // by that system's clock; of ours, the same as `at`
};

// What the public itself added in words; the office's own answers and notes are not concealed.
inline bool may_be_hidden(Update const& one) {
    return one.body.value() == 0 && !one.text.empty() &&
           (one.action == "comment" || one.action == "fix" || one.action == "withdraw" ||
            one.action == "reopen");
}

}  // namespace wasl::reports
