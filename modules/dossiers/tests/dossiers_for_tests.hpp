// SPDX-License-Identifier: Apache-2.0
// The province of Berkane with its sheets, a few people, and the desk on a fresh database.
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "modules/directory/schema.hpp"
#include "modules/dossiers/dossiers.hpp"
#include "modules/dossiers/messages.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::dossiers {

class DossierTest : public tests::OnEngine {
protected:
    DossierTest();

    http::Visitor somebody(std::string_view name);
    http::Visitor holding(std::string_view name, http::Role, AdministrationId, UnitId);
    // Answers and documents that the sheet takes, without the requirements in `without`.
    Filing filing(std::string_view procedure, std::vector<std::string> const& without = {});
    static Supplied paper(std::string_view requirement, char mark = 'a');
    Filed file(http::Visitor const&, Filing const&);

    Act act(http::Visitor const& by, std::string_view number);  // on the version of now
    Dossier seen(http::Visitor const&, std::string_view number);
    void go_to(Date day) { clock.set(clock::start_of_day_in_morocco(day) + std::chrono::hours{9}); }
    Date today() const { return clock::day_in_morocco(clock.now()); }
    void run_jobs();
    // The sheet goes its way to a new version that says something else.
    void revise(std::string_view procedure, std::function<void(procedures::Sheet&)> const& change);

    std::int64_t count(db::Sql const& sql);
    std::vector<std::string> told(PersonId);  // keys of the notices' subjects, in order
    // Counters are what a recount gives, and the journal holds.
    void expect_consistent();

    directory::Desk places;
    people::Desk folk;
    notices::Outbox outbox;
    procedures::Desk sheets;
    Desk desk;
    AdministrationId commune{0}, province{0};
    UnitId unit{0}, other_unit{0};
    http::Visitor citizen, officer, colleague, president, governor, auditor;
};

// "yes", or the key and article of the refusal.
template<typename T>
std::string told_of(Result<T> const& outcome) {
    if (!outcome.refused()) return "yes";
    auto const& refusal = outcome.refusal();
    return std::string(refusal.what.message->key.substr(9)) + " " + std::string(refusal.article);
}

}  // namespace wasl::dossiers
