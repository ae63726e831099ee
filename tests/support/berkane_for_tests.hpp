// SPDX-License-Identifier: Apache-2.0
// The ground of most tests: the territory of the kingdom and the administrations of Berkane.
#pragma once

#include "modules/directory/directory.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::tests {

inline void berkane(db::Database& database) {
    auto const written = database.write([](db::Writer& writer) -> Result<std::int64_t> {
        return directory::seed_territory(writer) + directory::seed_berkane(writer);
    });
    check(!written.refused() && written.value() > 0, "the territory is written");
}

}  // namespace wasl::tests
