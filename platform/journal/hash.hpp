// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "platform/journal/journal.hpp"

namespace wasl::journal {

// The hash that `entry` must have after an entry whose hash is `previous` (empty for the first).
std::string hash_of(std::string_view previous, Entry const& entry);

}  // namespace wasl::journal
