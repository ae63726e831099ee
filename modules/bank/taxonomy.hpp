// SPDX-License-Identifier: Apache-2.0
// The words by which the bank is divided beside what the registry of procedures knows. A code's
// message is "obstacle.CODE", "indicator.CODE", "check.CODE".
#pragma once

#include <span>
#include <string_view>

#include "kernel/message.hpp"

namespace wasl::bank {

// What stands in the way of a service (study days, evaluations).
std::span<std::string_view const> obstacles();
// What services are measured by: k1 to k20.
std::span<std::string_view const> indicators();
// What an administration looks at before it begins: the checklist of each adoption file.
std::span<std::string_view const> checks();
// SPDX codes, most used first, and "internal": between administrations alone.
std::span<std::string_view const> licences();

Message const* obstacle_named(std::string_view code);
Message const* indicator_named(std::string_view code);
Message const* check_named(std::string_view code);

}  // namespace wasl::bank
