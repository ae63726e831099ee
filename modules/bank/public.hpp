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
Routes adoption_routes();  // pages_adoptions.cpp
Routes import_routes();    // pages_import.cpp
Routes wording_routes();   // pages_wordings.cpp

Narrow narrow_of(http::Request const&);

}  // namespace wasl::bank
