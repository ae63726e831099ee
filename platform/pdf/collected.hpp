// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: what is drawn, as the bytes of a file.
#pragma once

#include <functional>
#include <string>

#include "platform/pdf/owned.hpp"

namespace wasl::pdf {

std::string collected(double width, double height, std::string const& title,
                      std::function<void(cairo_t*)> const& draw);

}  // namespace wasl::pdf
