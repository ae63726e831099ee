// SPDX-License-Identifier: Apache-2.0
// Every component once, as on real pages: for the tests, and for the eye.
#pragma once

#include <string>

#include "platform/html/layout.hpp"

namespace wasl::html::gallery {

Site site();
// A page that shows all components; `hostile` stands where a person's text would.
std::string show(Site const&, Language, std::string_view hostile);

}  // namespace wasl::html::gallery
