// SPDX-License-Identifier: Apache-2.0
// Who holds what: each known type of evidence with the administration that issues it. What an
// administration holds is not asked of people (law 55.19 arts 23 and 25), unless somebody has
// written down why, from which day and until which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/date.hpp"
#include "modules/directory/directory.hpp"

namespace wasl::procedures {

struct EvidenceType {
    std::string code;  // "criminal_record": stands in sheets
    directory::Names title;
    std::string holder;               // as people call it; empty: nobody but the user holds it
    AdministrationId holder_id{0};    // in the directory, where it stands there
    std::string service;              // of the exchange; empty: there is none yet
    bool publicly_available = false;  // art. 7: never asked
    bool on_identity_card = false;    // law 04.20 art. 11: never asked of who has the card
    // The terms that name it in the title of a paper, for whoever did not choose a type.
    std::vector<std::vector<std::string>> phrases{};
};

// Good from its first day to its last, both included.
struct Exemption {
    std::int64_t id = 0;
    std::string evidence_type;
    std::string sheet;  // code; empty: of every sheet
    std::string reason;
    Date first{}, last{};
    PersonId by{0};

    bool holds_on(Date today) const { return first <= today && today <= last; }
    bool is_about(std::string_view type, std::string_view sheet_code) const {
        return evidence_type == type && (sheet.empty() || sheet == sheet_code);
    }
};

// What comes with the program: data/evidence_types.tsv.
std::vector<EvidenceType> known_evidence_types();

}  // namespace wasl::procedures
