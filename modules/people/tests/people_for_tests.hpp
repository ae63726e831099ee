// SPDX-License-Identifier: Apache-2.0
// A desk on a fresh database, and the letters it wanted to send.
#pragma once

#include <gtest/gtest.h>

#include <mutex>
#include <utility>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/people/account.hpp"
#include "modules/people/mandates.hpp"
#include "modules/people/people.hpp"
#include "modules/people/roles.hpp"
#include "modules/people/sign_in.hpp"
#include "platform/i18n/i18n.hpp"
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
        desk.tell_with([this](db::Writer&, Told const& what, Instant) {
            std::lock_guard const lock(mutex_);
            told.push_back(what);
        });
        desk.choose_from({.named = procedure, .find = procedures_with});
    }

    // A registry of two.
    static std::optional<NamedProcedure> procedure(Language, std::string_view code) {
        if (code == "building-permit") return NamedProcedure{"building-permit", "رخصة البناء"};
        if (code == "occupancy") return NamedProcedure{"occupancy", "رخصة السكن"};
        return std::nullopt;
    }
    static std::vector<NamedProcedure> procedures_with(Language language, std::string_view words,
                                                       std::size_t most) {
        std::vector<NamedProcedure> found;
        for (auto const* code : {"building-permit", "occupancy"}) {
            auto one = procedure(language, code).value();
            if (found.size() < most && one.title.find(words) != std::string::npos)
                found.push_back(std::move(one));
        }
        return found;
    }
    // Who was told what, in Arabic, since the last time.
    std::vector<std::string> told_since() {
        std::vector<std::string> said;
        for (auto const& one : std::exchange(told, {}))
            said.push_back(read([&](db::Reader& reader) { return desk.name_of(reader, one.to); }) +
                           ": " + std::string(one.body.message->key) + " → " +
                           i18n::sentence(Language::ar, one.body));
        return said;
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
    std::vector<Told> told;
    std::string handle;

private:
    std::mutex mutex_;
};

}  // namespace wasl::people
