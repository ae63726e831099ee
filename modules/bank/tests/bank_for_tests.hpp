// SPDX-License-Identifier: Apache-2.0
// The province of Berkane, its offices with people in them, a few published sheets, and the desk of
// the bank on a fresh database.
#pragma once

#include <gtest/gtest.h>

#include "modules/bank/bank.hpp"
#include "modules/bank/messages.hpp"
#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"
#include "tests/support/notices_for_tests.hpp"

namespace wasl::bank {

// "yes", or the refusal: its key behind "bank.refused.", and its field.
template<typename T>
std::string told_of(Result<T> const& outcome) {
    if (!outcome.refused()) return "yes";
    auto const& refusal = outcome.refusal();
    auto const field = std::string(refusal.field);
    return std::string(refusal.what.message->key.substr(13)) + (field.empty() ? "" : " " + field);
}

class BankTest : public tests::OnEngine {
protected:
    BankTest();

    http::Visitor somebody(std::string_view name);
    http::Visitor holding(std::string_view name, http::Role, AdministrationId);

    Content content(std::string_view title = "تتبع ملفات التعمير عبر رسالة قصيرة") const;
    Result<std::string> try_to_propose(http::Visitor const&, Content const&,
                                       std::vector<RelationTyped> = {});
    std::string propose(http::Visitor const&, Content const&, std::vector<RelationTyped> = {});
    // Through the gate, into the bank.
    std::string enlist(http::Visitor const& by, Content const&);

    Act act(http::Visitor const& by, std::string_view number) const {
        return {.by = by, .number = number, .now = clock.now(), .today = today()};
    }
    FileAct act(http::Visitor const& by, AdoptionId id) const {
        return {.by = by, .adoption = id, .now = clock.now(), .today = today()};
    }
    template<typename Work>
    std::string does(Work work) {
        return told_of(write(work));
    }
    std::string decides(http::Visitor const& by, std::string_view number, Action,
                        std::string_view reason = {}, std::string_view into = {});
    Whole seen(http::Visitor const&, std::string_view number);
    Stage stage(std::string_view number) { return seen(reviewing, number).entry.stage; }
    AdoptionId adopt(std::string_view number);
    std::string moves(http::Visitor const& by, AdoptionId, Deed, std::string_view reason = {});
    // From asked to the pilot.
    void pilot(AdoptionId);
    Effect measured(std::int64_t before, std::int64_t after) const;
    std::shared_ptr<Picture const> picture() {
        return read([&](db::Reader& reader) { return desk.picture(reader, clock.now()); });
    }
    std::vector<std::string> told(PersonId person) {
        return read([&](db::Reader& reader) { return tests::told(reader, person, "bank"); });
    }
    Date today() const { return clock::day_in_morocco(clock.now()); }
    void run_job() { desk.job().run(database(), clock.now()); }

    directory::Desk places;
    people::Desk folk;
    notices::Outbox outbox;
    procedures::Desk registry;
    Desk desk;
    AdministrationId commune{0}, province{0}, agency{0};
    http::Visitor nobody, citizen, neighbour, reviewing, officer, president, governor, admin;
};

}  // namespace wasl::bank
