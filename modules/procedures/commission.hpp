// SPDX-License-Identifier: Apache-2.0
// Sessions of the National Commission (law 55.19 arts 9 and 27): who was there, what was before
// them, what they decided. Decisions are noted while a session is open and take effect together
// when it is closed; from then on nothing in it changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

using CommissionId = Id<struct CommissionTag>;

enum class Verdict : std::uint8_t { approved, sent_back, merged, deleted };
std::string_view name_of(Verdict);
std::optional<Verdict> verdict_named(std::string_view);

struct Ruling {
    Verdict verdict = Verdict::approved;
    std::string reason;      // of all but an approval
    std::string legal_note;  // of a deletion
    std::string into;        // of a merger: the code
};

struct AgendaItem {
    SheetId sheet{0};
    std::string code, title;
    AdministrationId owner{0};
    std::optional<Ruling> ruling;
};

struct Attendant {
    std::string name, capacity;
};

struct CommissionSession {
    CommissionId id{0};
    std::string number;  // "2026/3": what an approval refers to
    Date held_on{};
    std::string place;
    bool closed = false;
    std::vector<Attendant> present;
    std::vector<AgendaItem> agenda;

    AgendaItem const* item(SheetId) const;
};

// The minutes, in Arabic, with what every decision rests on.
std::string minutes_paper(CommissionSession const&, directory::Picture const&,
                          std::string_view site);

}  // namespace wasl::procedures
