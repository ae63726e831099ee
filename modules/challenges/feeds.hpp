// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "modules/challenges/edition.hpp"

namespace wasl::challenges {

// The days of an edition for a calendar program (RFC 5545): an event for each phase.
std::string calendar_of(Language, Edition const&, std::string_view site, Instant now);
std::string atom_of(Language, std::span<Edition const>, std::string_view site);

}  // namespace wasl::challenges
