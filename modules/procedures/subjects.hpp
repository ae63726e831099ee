// SPDX-License-Identifier: Apache-2.0
// The words by which the catalogue is divided. A code's message is "theme.CODE",
// "life_event.CODE", "audience.CODE".
#pragma once

#include <span>
#include <string_view>

#include "kernel/message.hpp"

namespace wasl::procedures {

std::span<std::string_view const> themes();
std::span<std::string_view const> life_events();
std::span<std::string_view const> audiences();
// Null for a code that nobody knows.
Message const* theme_named(std::string_view code);
Message const* life_event_named(std::string_view code);
Message const* audience_named(std::string_view code);

}  // namespace wasl::procedures
