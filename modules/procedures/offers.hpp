// SPDX-License-Identifier: Apache-2.0
// The small columns of an offer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

std::string units_to_json(std::vector<UnitId> const&);  // [12,13]
std::vector<UnitId> units_from_json(std::string_view);
std::string contact_to_json(Names const&);  // {"ar":"...","fr":"..."}; empty where there is none
Names contact_from_json(std::string_view);
std::string text_of(std::vector<Channel> const&);  // "online counter"
std::vector<Channel> channels_from(std::string_view);

}  // namespace wasl::procedures
