// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/subjects.hpp"

#include <string>

#include "modules/procedures/messages.hpp"

namespace wasl::procedures {

static constexpr std::string_view theme_codes[] = {
    "urbanism", "economy",   "public_space", "civil_status", "certificates", "death", "events",
    "hygiene",  "transport", "social",       "environment",  "education",    "health"};
static constexpr std::string_view audience_codes[] = {"citizens", "companies", "associations",
                                                      "abroad", "foreigners"};

std::span<std::string_view const> themes() { return theme_codes; }
std::span<std::string_view const> audiences() { return audience_codes; }

Message const* theme_named(std::string_view code) {
    return msg::find("theme." + std::string(code));
}
Message const* audience_named(std::string_view code) {
    return msg::find("audience." + std::string(code));
}

}  // namespace wasl::procedures
