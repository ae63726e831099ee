// SPDX-License-Identifier: Apache-2.0
// Moments as GeoReport v2 writes them: the W3C's subset of ISO 8601, with a zone and without
// fractions ("2026-11-21T19:00:00Z", "2026-11-21T20:00:00+01:00"). We write UTC.
#pragma once

#include <optional>
#include <string_view>

#include "kernel/date.hpp"

namespace wasl::reports::open311 {

// Nothing where it is no such moment. What clients send though the specification has it not is
// read: a fraction of a second, which is dropped, and a zone without its colon or with a blank
// where a plus was not escaped ("+0100", " 01:00"). A moment without a zone is no moment.
std::optional<Instant> moment_from(std::string_view);

}  // namespace wasl::reports::open311
