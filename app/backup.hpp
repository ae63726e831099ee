// SPDX-License-Identifier: Apache-2.0
// All state as one file, taken while others write, and the way back. The database first, the
// documents after it: a document is on the disk before a row names it, so every document that the
// copied rows name is in the copy too.
#pragma once

#include <filesystem>

#include "platform/db/db.hpp"

namespace wasl::app {

struct Place {
    std::filesystem::path data;  // the data folder
    db::Settings database;
};

// Returns how many documents went along.
int back_up(Place const&, std::filesystem::path const& file);
// The data folder must be empty (and, on PostgreSQL, the database). Returns how many files came.
int restore(Place const&, std::filesystem::path const& file);

}  // namespace wasl::app
