// SPDX-License-Identifier: Apache-2.0
// What a decision costs whoever asks for it, in five numbers, before and after each revision. What
// a sheet does not say is not counted: half of a comparison is none.
#pragma once

#include <optional>
#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

struct Burden {
    int documents = 0;          // that the user brings, also those asked in some cases alone
    int copies = 0;             // papers handed in: one plan in three copies is three
    std::optional<int> visits;  // none: no steps are declared
    std::optional<int> days;    // full days to the answer; none: no term is set
    std::optional<Money> fees;  // none: computed from the answers, or varies with the place

    friend bool operator==(Burden const&, Burden const&) = default;
};
Burden burden_of(Sheet const&);
// Whether there is anything to compare with: an inventory of what is asked, not an empty sheet.
bool says_anything(Burden const&);

// Of one version; 0 is the practice as it was inventoried, before its study.
struct VersionBurden {
    int version = 0;
    Burden burden;
};

// Sums over sheets, each against its own former text. A number is added up only where both texts
// say it, so each has its own count of sheets.
struct Saving {
    std::int64_t sheets = 0, before = 0, after = 0;

    std::int64_t saved() const { return before - after; }
};
struct Simplification {
    AdministrationId owner{0};  // 0: everybody
    std::int64_t sheets = 0;    // with a text before the one in force
    Saving documents, copies, visits, days;
    Saving fees;  // in centimes
};

// One sheet: its first known text and the one in force.
struct Simplified {
    SheetId id{0};
    std::string code;
    Names title;  // Arabic alone
    int version = 0;
    Burden before, after;
};

std::string to_csv(std::vector<Simplification> const&, directory::Picture const&);

}  // namespace wasl::procedures
