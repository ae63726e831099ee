// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: what a paper is made with.
#pragma once

#include "platform/pdf/composer.hpp"

namespace wasl::pdf {

// How large things are written, and how much air stands around them.
struct Setting {
    double body, label, heading, banner, note;
    double above_heading, between_rows, after_block;
};

struct Paper::Inside {
    Composer composer;
    std::string title;
    Setting set;
};

}  // namespace wasl::pdf
