// SPDX-License-Identifier: Apache-2.0
// The ground of tests about procedures: Berkane, and the sheets that it publishes.
#pragma once

#include "modules/procedures/procedures.hpp"
#include "tests/support/berkane_for_tests.hpp"

namespace wasl::tests {

inline void berkane_with_sheets(db::Database& database) {
    berkane(database);
    directory::Desk const places(database);
    auto const written = database.write([&](db::Writer& writer) {
        return procedures::seed_berkane(writer, *places.picture(), TestClock::start_of_tests());
    });
    check(!written.refused(), "the sheets of Berkane are lawful");
}

}  // namespace wasl::tests
