// SPDX-License-Identifier: Apache-2.0
// How it is said when something ends. An end at midnight is the end of the day before: "until
// 29 November, 00:00" is read as a day too many, and "28 November at midnight" as one too few.
#pragma once

#include "kernel/message.hpp"

namespace wasl::challenges {

// `at_midnight` with that day as {day} where a day is over in Morocco at that moment, else `within`
// with {moment}.
Said said_end(Message const& at_midnight, Message const& within, Instant end, Values others = {});

}  // namespace wasl::challenges
