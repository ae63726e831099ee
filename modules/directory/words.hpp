// SPDX-License-Identifier: Apache-2.0
// Small rules about what is typed: addresses that stand in a URL, contacts.
#pragma once

#include <string>
#include <string_view>

#include "modules/directory/directory.hpp"

namespace wasl::directory {

// Lower-case Latin letters, digits and single hyphens, 2 to 80 of them.
bool is_slug(std::string_view);
// "Aïn Erreggada" is "ain-erreggada"; from the id where there is no French name.
std::string slug_of(Names const&, std::int64_t id);

// Trimmed, and refused where a field cannot be what it claims to be.
Result<Contact> checked(Contact);

}  // namespace wasl::directory
