// SPDX-License-Identifier: Apache-2.0
// What was typed into the form of an entry: kept word for word, so that nothing is lost where a
// part of it cannot be read.
#pragma once

#include "modules/bank/views.hpp"

namespace wasl::bank {

// What cannot be read (an amount, a number) is a fault of its field.
views::Typed typed(http::Request const&, html::Faults&);
views::Typed typed_from(Entry const&);

}  // namespace wasl::bank
