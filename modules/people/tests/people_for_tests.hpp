// SPDX-License-Identifier: Apache-2.0
// A desk on a fresh database, and the letters it wanted to send.
#pragma once

#include <gtest/gtest.h>

#include <mutex>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/people/account.hpp"
#include "modules/people/mandates.hpp"
#include "modules/people/people.hpp"
#include "modules/people/roles.hpp"
#include "modules/people/sign_in.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::people {

class PeopleTest : public tests::OnEngine {
protected:
    PeopleTest()
        : OnEngine({journal::schema, directory::schema, schema_steps()}),
          places(database()),
          desk(database(), places, Settings{.secret = std::string(32, 's')}) {
        desk.send_with([this](db::Writer&, Letter const& letter, Instant) {
            std::lock_guard const lock(mutex_);
            letters.push_back(letter);
        });
    }

    Date today() const { return clock::day_in_morocco(clock.now()); }

    static std::string code_in(Letter const& letter) {
        for (auto const& value : letter.body.values)
            if (value.name == "code") return std::get<std::string>(value.what);
        return {};
    }

    // A code asked for and typed as it was sent.
    Proof proven(Purpose purpose, std::string_view contact_text,
                 std::optional<PersonId> whose = {}) {
        handle = ask_code(desk, purpose, contact(contact_text).value(), whose, Language::ar, "1",
                          clock.now())
                     .value();
        return use_code(desk, purpose, handle, code_in(letters.back()), "1", clock.now()).value();
    }

    SignedIn account(std::string_view name, std::string_view contact_text,
                     std::string_view password = {}) {
        proven(Purpose::sign_in, contact_text);
        return create_account(desk, handle, {name, Language::ar, password}, {"1", "", ""},
                              clock.now())
            .value();
    }

    http::Visitor visitor(SignedIn const& signed_in) { return visitor(signed_in.token); }
    http::Visitor visitor(std::string const& token) {
        http::Request request;
        request.cookies.emplace_back("wasl_session", token);
        return read(
            [&](db::Reader& reader) { return desk.recognise(request, reader, clock.now()); });
    }

    // Somebody who may do everything on the platform.
    http::Visitor root() {
        http::Visitor by;
        by.person = PersonId{1};
        by.grants.push_back({http::Role::administrator, platform, UnitId{0}});
        return by;
    }

    AdministrationId commune(std::string_view name) {
        directory::Founding founding;
        founding.kind = directory::Kind::collectivity;
        founding.name.ar = name;
        auto const id = write([&](db::Writer& writer) {
            return places.found_administration(writer, founding, PersonId{1}, clock.now());
        });
        return id.value();
    }

    directory::Desk places;
    Desk desk;
    std::vector<Letter> letters;
    std::string handle;

private:
    std::mutex mutex_;
};

}  // namespace wasl::people
