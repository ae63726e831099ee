// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/html/panels.hpp"

namespace wasl::html {

Lit name_of(Tone);  // the class that gives its colour

}  // namespace wasl::html
