// SPDX-License-Identifier: Apache-2.0
// The province of Berkane with people in its offices, and an edition among them.
#pragma once

#include <gtest/gtest.h>

#include "modules/challenges/challenges.hpp"
#include "modules/challenges/messages.hpp"
#include "modules/directory/directory.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "platform/clock/clock.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::challenges {

// "yes", or the refusal: its key behind "challenges.refused.", and its field.
template<typename T>
std::string told_of(Result<T> const& outcome) {
    if (!outcome.refused()) return "yes";
    auto const& refusal = outcome.refusal();
    constexpr std::string_view before = "challenges.refused.";
    std::string key(refusal.what.message->key);
    if (key.starts_with(before)) key.erase(0, before.size());
    auto const field = std::string(refusal.field);
    return key + (field.empty() ? "" : " " + field);
}

class ChallengeTest : public tests::OnEngine {
protected:
    ChallengeTest();

    http::Visitor somebody(std::string_view name);
    // In the database too, so that notices find them.
    http::Visitor holding(std::string_view name, http::Role, AdministrationId);

    // Of that model, from today on, published: the call and the formation of teams are open.
    void open(std::string_view model);
    Act act(http::Visitor const& by, std::string_view once = {}) const {
        return {.by = by, .edition = code, .now = clock.now(), .once = once};
    }
    static Profile profile(Gender gender = Gender::woman, std::string_view profession = "تقنية");
    static Described described(std::string_view name);
    static Project project(std::string_view title = "شباك واحد");

    template<typename Work>
    std::string does(Work work) {
        return told_of(write(work));
    }
    TeamId found(http::Visitor const& leader, std::string_view name);
    std::string join(http::Visitor const& leader, TeamId, http::Visitor const& who,
                     Profile const& as = profile());
    WholeTeam team(http::Visitor const& reader, TeamId);
    WholeEdition edition(http::Visitor const& reader);
    // Into that phase, an hour after it began.
    void go_to(Phase);

    void expect_journal_holds();

    directory::Desk places;
    people::Desk folk;
    notices::Outbox outbox;
    Desk desk;
    AdministrationId commune{0}, province{0}, other{0};
    http::Visitor nobody, citizen, neighbour, president, officer, governor, clerk, admin;
    std::string code = "berkane-test";
};

}  // namespace wasl::challenges
