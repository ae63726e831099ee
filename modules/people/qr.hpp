// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "platform/html/html.hpp"

namespace wasl::people {

// The text as a QR code, drawn as one SVG path; black on white in dark mode too, since cameras
// expect it.
void qr(html::Html&, std::string_view text, Message const& described);

}  // namespace wasl::people
