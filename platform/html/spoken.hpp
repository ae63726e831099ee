// SPDX-License-Identifier: Apache-2.0
// Elements whose text may hold no tag (an option, say): what is in another language than the page
// is said of the element itself.
#pragma once

#include "platform/html/html.hpp"

namespace wasl::html {

// lang and dir, inside the opening tag: of text whose language nobody knows, that its direction is
// found from it; nothing where the words are in the page's language.
void spoken_in(Html&, Words const&);

}  // namespace wasl::html
