// SPDX-License-Identifier: Apache-2.0
// How terms are kept, for everybody (law 55.19 art. 28).
#pragma once

#include <string>
#include <vector>

#include "modules/dossiers/office.hpp"

namespace wasl::dossiers::office {

struct CompliancePage {
    ComplianceAsk ask;
    std::string part;  // of the year: "q2", "08", or nothing
    std::vector<ComplianceLine> lines;
    // What the period has figures of, to choose from.
    std::vector<AdministrationId> administrations;
    std::vector<std::string> procedures;
    procedures::Picture const& published;
    directory::Picture const& places;
    Date today;
};
void compliance(html::Html&, CompliancePage const&);
// The address of these figures, with all that was chosen.
html::Url compliance_url(CompliancePage const&, std::string_view path);
std::string compliance_csv(Language, CompliancePage const&);

inline constexpr int first_year = 2021;  // article 28 is in force

}  // namespace wasl::dossiers::office
