// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

#include "kernel/result.hpp"
#include "modules/procedures/models.hpp"

namespace wasl::procedures {

inline Sheet model_named(std::string_view code) {
    auto const all = models();
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](Sheet const& sheet) { return sheet.code == code; });
    check(found != all.end(), "the model exists");
    return *found;
}

}  // namespace wasl::procedures
