// SPDX-License-Identifier: Apache-2.0
// What the page files of this module share.
#pragma once

#include "modules/bank/views.hpp"

namespace wasl::bank {

using Routes = std::span<http::Route<Pages> const>;
Routes list_routes();      // pages_list.cpp
Routes entry_routes();     // pages_entry.cpp
Routes writing_routes();   // pages_writing.cpp
Routes widget_routes();    // pages_widget.cpp
Routes office_routes();    // pages_office.cpp
Routes queue_routes();     // pages_queue.cpp
Routes adoption_routes();  // pages_adoptions.cpp
Routes import_routes();    // pages_import.cpp
Routes wording_routes();   // pages_wordings.cpp

Narrow narrow_of(http::Request const&);
// How reviewers narrowed their list, in an address or in a form.
QueueAsk queue_ask(http::Request const&);
// The desk of reviewers and administrations; what a step for several lacks stands above it.
Shown office_page(Pages const&, http::Asked const&, html::Faults const&);

}  // namespace wasl::bank
