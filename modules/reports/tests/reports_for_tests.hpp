// SPDX-License-Identifier: Apache-2.0
// The province of Berkane, its offices with people in them, and the desk of reports on a fresh
// database.
#pragma once

#include <gtest/gtest.h>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/reports.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::reports {

// "yes", or the refusal: its key behind "reports.refused.", and its field.
template<typename T>
std::string told_of(Result<T> const& outcome) {
    if (!outcome.refused()) return "yes";
    auto const& refusal = outcome.refusal();
    auto const field = std::string(refusal.field);
    return std::string(refusal.what.message->key.substr(16)) + (field.empty() ? "" : " " + field);
}

class ReportTest : public tests::OnEngine {
protected:
    ReportTest();

    http::Visitor somebody(std::string_view name);
    // In the database too, so that notices find them.
    http::Visitor holding(std::string_view name, http::Role, AdministrationId);

    // A lamp in the town, by whoever files it.
    Filing filing(std::string_view category = "lamp-out");
    Result<Filed> try_to_file(http::Visitor const&, Filing const&);
    Report file(http::Visitor const&, Filing const&);
    Report file(http::Visitor const& by) { return file(by, filing()); }

    Act act(http::Visitor const& by, Report const&, std::string_view author_key = {}) const;
    // The key of the refusal, or "yes".
    template<typename Work>
    std::string does(Work work) {
        return told_of(write(work));
    }
    Whole seen(http::Visitor const&, Report const&, std::string_view author_key = {});
    bool sees(http::Visitor const&, Report const&);

    void go_to(Date day) { clock.set(clock::start_of_day_in_morocco(day) + std::chrono::hours{9}); }
    Date today() const { return clock::day_in_morocco(clock.now()); }
    void run_job() { desk.job().run(database(), clock.now()); }

    std::vector<std::string> told(PersonId);  // keys of the notices' subjects, in order
    std::vector<std::string> letters();       // bodies of letters that wait, in order
    // The counts are what a recount gives, and the journal holds.
    void expect_consistent();

    directory::Desk places;
    people::Desk folk;
    notices::Outbox outbox;
    Desk desk;
    AdministrationId commune{0}, province{0}, region{0};
    TerritoryId town{0};
    geography::Point square;  // before the town hall
    http::Visitor nobody, citizen, neighbour, officer, president, governor, regional, admin;

private:
    int filed_ = 0;
};

}  // namespace wasl::reports
