// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace wasl::db {

// A consistent copy of `from`, which others go on writing, under the new name `to`.
void copy_sqlite(std::string const& from, std::string const& to);

}  // namespace wasl::db
