// SPDX-License-Identifier: Apache-2.0
// What the law gives the applicant, in the same words on every page and paper.
#pragma once

#include <string_view>
#include <vector>

#include "kernel/message.hpp"
#include "modules/dossiers/clock.hpp"

namespace wasl::dossiers {

// The term of a file that is not complete yet: it has its length, and no day (law 55.19 art. 16).
Said term_to_come(Term);
// How one appeals against a decision there (law 55.19 arts. 21 and 22).
std::vector<Said> appeal_way(Route, std::string_view authority);

}  // namespace wasl::dossiers
