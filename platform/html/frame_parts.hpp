// SPDX-License-Identifier: Apache-2.0
// What stands around the body; used by layout.cpp alone.
#pragma once

#include "platform/html/layout.hpp"

namespace wasl::html {

Foreign name_of_place(Site const&, Language);
// The same page in that language, its prefix already written.
Url same_page(Language, Frame const&);
void header(Html&, Frame const&);
void footer(Html&, Frame const&);

}  // namespace wasl::html
