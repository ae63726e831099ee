// SPDX-License-Identifier: Apache-2.0
// What the demonstration shows: the known facts of two editions of before, and an invented one that
// is running, its days counted from the day of the seed.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges {

// data/records.tsv. Nothing where they are there already.
Outcome seed_records(db::Writer&, directory::Picture const&, Instant now);

struct DemoPeople {
    http::Visitor organiser, leader, member, seeker, mentor;
    std::vector<http::Visitor> others;  // who lead three more teams of the edition that is over
    std::vector<http::Visitor> judges;  // five, of it; the first presides
    AdministrationId where{0};
};
Outcome seed_demo(db::Writer&, Desk const&, DemoPeople const&, Instant now);
Outcome seed_past(db::Writer&, Desk const&, DemoPeople const&, Instant now);

// Its rules, criteria and vote of the public, while nothing of it has begun (seed_jury.cpp).
Outcome seed_demo_jury(db::Writer&, Desk const&, Act const& of_organiser);
// What its jury marks, which the jury of the edition before marked too.
Outcome seed_demo_criteria(db::Writer&, Desk const&, Act const& of_organiser);

}  // namespace wasl::challenges
