// SPDX-License-Identifier: Apache-2.0
// People who are told something, and what they are told through.
#pragma once

#include <gtest/gtest.h>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/messages.hpp"
#include "modules/notices/notices.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::notices::testing {

class NoticesTest : public tests::OnEngine {
protected:
    NoticesTest()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), schema_steps()}),
          places(database()),
          desk(database(), places, people::Settings{.secret = std::string(32, 's')}) {}

    // A counter person has a contact without an account: enough to be written to.
    PersonId somebody(std::string name, std::string contact) {
        return write([&](db::Writer& writer) {
                   return desk.register_at_counter(
                       writer, {std::move(name), std::move(contact), "", Language::ar}, PersonId{1},
                       clock.now());
               })
            .value();
    }
    void post(Outbox const& box, Notice const& what) {
        ASSERT_FALSE(write([&](db::Writer& writer) -> Outcome {
                         box.post(writer, what, clock.now());
                         return Done{};
                     }).refused());
    }

    directory::Desk places;
    people::Desk desk;
};

}  // namespace wasl::notices::testing
