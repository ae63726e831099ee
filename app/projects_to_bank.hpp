// SPDX-License-Identifier: Apache-2.0
// What teams made goes on living in the bank of projects: challenges and the bank know nothing of
// one another, so that here one's words become the other's.
#pragma once

#include "modules/bank/bank.hpp"
#include "modules/challenges/challenges.hpp"

namespace wasl::app {

// `site`: the address of this house. An awarded project was looked at by a jury and is listed; any
// other is a proposal, which the bank's reviewers look at.
bank::EditionProject for_bank(challenges::HandedOn const&, std::string_view site);

}  // namespace wasl::app
