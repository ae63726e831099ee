// SPDX-License-Identifier: Apache-2.0
// The rows of the settings as JSON, for their history.
#pragma once

#include <string>

#include "modules/reports/settings.hpp"

namespace wasl::reports {

std::string json_of(Category const&);
std::string json_of(Question const&);
std::string json_of(NamedState const&);
std::string json_of(Template const&);
std::string json_of(NumberedRoute const&);
std::string json_of(Escalation const&);
// [{"key":"l","ar":"...","fr":"...","en":"..."}], as the table of questions keeps them.
std::string json_of(std::vector<Choice> const&);

}  // namespace wasl::reports
