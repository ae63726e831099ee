// SPDX-License-Identifier: Apache-2.0
// A step being taken, for the files of the desk.
#pragma once

#include <string>
#include <string_view>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

struct Taken {
    PersonId by{0};
    std::string reason{};
    std::string legal_note{};
    SheetId into{0};
    std::int64_t session = 0;  // of the commission; 0: none
};
// Writes it down: the sheet's row, the step, the journal of the owner.
void take_step(db::Writer&, Draft const&, Transition const&, Taken const&, Instant now);

// What art. 9 will be shown. Only a sheet without objections is submitted.
Outcome passes_the_gate(db::Reader&, directory::Picture const&, Sheet const&, Instant now);

Outcome good_reason(std::string_view reason, std::string_view field = "reason");

// The sheet that this one would be merged into: it lives, and does not end in this one again.
Result<SheetId> merging_into(db::Reader&, Draft const&, std::string_view code);

// Which administrations are what art. 9 speaks of: the commission's secretariat, the Interior. The
// platform's administrator says so; ministries change their names.
inline constexpr std::string_view authority_duties[] = {"secretariat", "interior"};
struct Authority {
    std::string_view duty;
    AdministrationId administration{0};  // 0: nobody yet
};
std::vector<Authority> authorities(db::Reader&);
Outcome appoint(db::Writer&, directory::Picture const&, std::string_view duty,
                std::string_view slug, PersonId by, Instant now);

// For the owner's heads, or for those who look at what was submitted.
struct Concerned {
    people::Desk const* people = nullptr;
    notices::Outbox const* notices = nullptr;
};
struct Tidings {
    Message const& subject;
    Message const& body;  // may name {title} and {reason}
    std::string reason{};
    std::string link{};
    std::string about{};
};
void tell_heads(db::Writer&, Concerned const&, AdministrationId, std::string_view title,
                Tidings const&, Instant now);

}  // namespace wasl::procedures
