// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "platform/html/html.hpp"

namespace wasl::html {

// What a person must be told where personal data are collected (law 09.08 art. 5): by whom, what
// for, who receives them, what must be answered, which rights, and the CNDP's reference.
struct DataNotice {
    Words controller;
    Words purpose;
    Words recipients;
    std::string_view cndp_number{};  // left out where the installation has none yet
};
// Stands at the foot of each form that asks for personal data, above its button.
void data_notice(Html&, DataNotice const&);

}  // namespace wasl::html
