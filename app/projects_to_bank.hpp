// SPDX-License-Identifier: Apache-2.0
// What teams made goes on living in the bank of projects: challenges and the bank know nothing of
// one another, so that here one's words become the other's.
#pragma once

#include "modules/bank/bank.hpp"
#include "modules/challenges/challenges.hpp"
#include "modules/challenges/pages.hpp"

namespace wasl::app {

// `site`: the address of this house. An awarded project was looked at by a jury and is listed; any
// other is a proposal, which the bank's reviewers look at.
bank::EditionProject for_bank(challenges::HandedOn const&, std::string_view site);

// What stands in the way of services, as the bank divides it.
std::vector<challenges::Desk::Obstacle> obstacles_of_bank();
// And what became of it there.
std::optional<challenges::Afterlife> after_in_bank(bank::Desk const&, db::Reader&,
                                                   std::string_view edition, challenges::TeamId);

}  // namespace wasl::app
