// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: pictures as people sent them, ready to be put on a page.
#pragma once

#include <memory>
#include <string_view>

#include "platform/pdf/owned.hpp"

namespace wasl::pdf {

// Null where it is neither JPEG nor PNG, is broken, or too large.
std::shared_ptr<cairo_surface_t> image_of(std::string_view bytes);

}  // namespace wasl::pdf
