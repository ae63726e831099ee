// SPDX-License-Identifier: Apache-2.0
// The sections of a long page, to jump to.
#pragma once

#include <vector>

#include "platform/html/html.hpp"

namespace wasl::html {

struct ContentsEntry {
    std::string_view section;  // the id of its heading
    Words title;
};
void contents(Html&, std::vector<ContentsEntry> const&);

}  // namespace wasl::html
