// SPDX-License-Identifier: Apache-2.0
// What ICU knows of our four languages, asked once: names of months and days, separators. The
// rest is joined by hand, a hundred times quicker than through a formatter object.
#pragma once

#include <array>
#include <string>

#include "kernel/message.hpp"

namespace wasl::i18n {

struct Names {
    std::array<std::string, 12> months;
    std::array<std::string, 12> hijri_months;
    std::array<std::string, 7> weekdays;  // Sunday first
    std::string group;
    std::string decimal;
    std::string minus;
};

Names const& names_in(Language);

}  // namespace wasl::i18n
