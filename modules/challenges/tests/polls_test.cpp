// SPDX-License-Identifier: Apache-2.0
// The vote of the public.
#include "modules/challenges/polls.hpp"

#include "modules/challenges/tests/jury_pages_for_tests.hpp"

namespace wasl::challenges {

namespace {

Instant at(int day) { return Instant{Days{20'000 + day}}; }

Poll poll(Voters voters, bool own_team = false) {
    return {.span = {at(10), at(20)}, .voters = voters, .own_team = own_team};
}

}  // namespace

TEST(Poll, gives_a_vote_to_those_whom_its_data_name_and_in_its_days) {
    Elector const nobody, holder{.signed_in = true},
        confirmed{.signed_in = true, .is_confirmed = true},
        verified{.signed_in = true, .is_verified = true},
        servant{.signed_in = true, .is_confirmed = true, .is_civil_servant = true};
    struct Case {
        Elector const& elector;
        Voters voters;
        int day;
        std::string_view told;
    };
    for (auto const& [elector, voters, day, told] : {
             Case{verified, Voters::verified, 9, "not_yet"},
             Case{verified, Voters::verified, 10, "yes"},
             Case{verified, Voters::verified, 19, "yes"},
             Case{verified, Voters::verified, 20, "poll_closed"},
             Case{nobody, Voters::confirmed, 15, "not_signed_in"},
             Case{nobody, Voters::confirmed, 9, "not_yet"},
             Case{holder, Voters::confirmed, 15, "poll_confirmed"},
             Case{confirmed, Voters::confirmed, 15, "yes"},
             Case{verified, Voters::confirmed, 15, "yes"},
             Case{confirmed, Voters::verified, 15, "poll_verified"},
             Case{verified, Voters::civil_servants, 15, "poll_civil_servants"},
             Case{servant, Voters::civil_servants, 15, "yes"},
             Case{servant, Voters::verified, 15, "poll_verified"},
         })
        EXPECT_EQ(told_of(may_vote(poll(voters), elector, at(day))), told)
            << name_of(voters) << " " << day;
    Elector const member{.signed_in = true, .is_verified = true, .own_team = TeamId{3}};
    EXPECT_EQ(told_of(may_vote_for(poll(Voters::verified), member, TeamId{3})),
              "poll_own_team team");
    EXPECT_EQ(told_of(may_vote_for(poll(Voters::verified), member, TeamId{4})), "yes");
    EXPECT_EQ(told_of(may_vote_for(poll(Voters::verified, true), member, TeamId{3})), "yes");
}

TEST(Poll, opens_later_than_now_and_than_the_last_project) {
    Edition edition;
    edition.phases[static_cast<std::size_t>(Phase::submission)] = Span{at(5), at(12)};
    auto one = poll(Voters::verified);
    EXPECT_EQ(told_of(fits(one, edition, at(1))), "poll_opens first");
    one.span.opens_at = at(12);
    EXPECT_EQ(told_of(fits(one, edition, at(1))), "yes");
    EXPECT_EQ(told_of(fits(one, edition, at(12))), "poll_opens first");
    one.span.closes_at = at(12);
    EXPECT_EQ(told_of(fits(one, edition, at(1))), "phase_ends last");
}

class Votes : public JuryPagesTest {
protected:
    // Of those who hold a position, while the jury sits.
    void stand_with_a_poll() {
        stand_before_the_jury();
        auto const jury_days = *edition(president).call.edition.span(Phase::jury);
        Poll const typed{.span = {clock.now() + std::chrono::hours{2}, jury_days.closes_at},
                         .voters = Voters::civil_servants};
        ASSERT_EQ(keeps(president, typed), "yes");
        opens = typed.span.opens_at;
        closes = typed.span.closes_at;
    }
    std::string keeps(http::Visitor const& who, Poll const& typed) {
        return does([&](db::Writer& writer) { return polls.keep(writer, act(who), typed); });
    }
    std::string votes(http::Visitor const& who, TeamId team) {
        return does([&](db::Writer& writer) { return polls.vote(writer, act(who), team); });
    }
    std::optional<PollResult> result() {
        auto const one = edition(president).call.edition;
        return read([&](db::Reader& reader) { return polls.result(reader, one, clock.now()); });
    }
    http::Response vote_page(http::Visitor const& who) {
        visitor = who;
        return tests::ask(router, http::Method::get, "/challenges/" + code + "/vote", {}, {});
    }
    int press_vote(http::Visitor const& who, std::string const& below, http::Pairs form) {
        visitor = who;
        return tests::ask(router, http::Method::post, "/challenges/" + code + "/vote" + below, {},
                          std::move(form))
            .status;
    }
    std::string exported(http::Visitor const& who) {
        return read(
            [&](db::Reader& reader) { return desk.contributor().exports(reader, who.person); });
    }

    Polls polls{desk};
    Instant opens{}, closes{};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Votes, tests::both_engines(), tests::engine_name);

TEST_P(Votes, count_once_for_each_person_and_are_shown_beside_the_jurys_table) {
    stand_with_a_poll();
    ASSERT_EQ(assigns(), "yes");
    EXPECT_EQ(votes(officer, teams[0]), "not_yet");
    clock.set(opens);
    EXPECT_EQ(votes(citizen, teams[0]), "poll_civil_servants");
    EXPECT_EQ(votes(leaders[0], teams[0]), "poll_own_team team");
    EXPECT_EQ(votes(officer, TeamId{7}), "poll_choose team");
    EXPECT_EQ(votes(leaders[0], teams[1]), "yes");
    EXPECT_EQ(votes(officer, teams[0]), "yes");
    EXPECT_EQ(votes(officer, teams[2]), "yes");  // changes it
    EXPECT_EQ(votes(clerk, teams[2]), "yes");
    EXPECT_EQ(votes(governor, teams[1]), "yes");
    judge_all();
    EXPECT_FALSE(result());
    clock.set(closes);
    EXPECT_EQ(votes(president, teams[2]), "poll_closed_day");
    EXPECT_FALSE(result());  // the jury's are not published
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return jury.deliberate(writer, act(judges[0]), {"محضر", {}, {}});
              }),
              "yes");
    ASSERT_EQ(publishes(), "yes");
    auto const shown = result();
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->votes, 4);
    EXPECT_EQ(shown->lines[0].place, 1);
    EXPECT_EQ(shown->lines[1].place, 1);
    EXPECT_EQ(shown->lines[2].place, 3);
    EXPECT_EQ(shown->lines[0].team, teams[1]);
    EXPECT_EQ(shown->lines[1].team, teams[2]);
    EXPECT_NE(look(nobody, "").body.find("نتيجة تصويت العموم"), std::string::npos);
    // An account that goes takes its name along, not its vote.
    EXPECT_NE(exported(officer).find("فريق ج"), std::string::npos);
    (void)write([&](db::Writer& writer) -> Outcome {
        EXPECT_FALSE(desk.contributor().erases(writer, officer.person, clock.now()).empty());
        return Done{};
    });
    EXPECT_EQ(exported(officer).find("فريق ج"), std::string::npos);
    EXPECT_EQ(result()->votes, 4);
    expect_journal_holds();
}

TEST_P(Votes, have_a_page_in_each_of_their_states) {
    stand_before_the_jury();
    EXPECT_EQ(vote_page(nobody).status, 404);
    visitor = president;
    auto const today = clock::day_in_morocco(clock.now());
    auto const form = [&](int first, int last) {
        return http::Pairs{{"do", "keep"},
                           {"first", iso(today + Days{first})},
                           {"last", iso(today + Days{last})},
                           {"voters", "civil_servants"},
                           {"version", "0"}};
    };
    EXPECT_EQ(press_vote(citizen, "/office", form(1, 1)), 403);
    EXPECT_EQ(press_vote(president, "/office", form(0, 1)), 422);
    EXPECT_EQ(press_vote(president, "/office", form(2, 1)), 422);
    EXPECT_EQ(press_vote(president, "/office", {{"do", "keep"}, {"first", "x"}}), 422);
    EXPECT_EQ(press_vote(president, "/office", form(1, 1)), 303);
    EXPECT_EQ(press_vote(president, "/office", form(1, 2)), 422);  // of an older page
    EXPECT_NE(vote_page(nobody).body.find("يفتح التصويت في"), std::string::npos);
    clock.set(clock::start_of_day_in_morocco(today + Days{1}));
    EXPECT_NE(vote_page(nobody).body.find("/sign-in?next="), std::string::npos);
    EXPECT_NE(vote_page(citizen).body.find("مخصص للموظفات"), std::string::npos);
    EXPECT_EQ(press_vote(officer, "", {}), 422);
    EXPECT_EQ(press_vote(officer, "", {{"team", std::to_string(teams[3].value())}}), 303);
    EXPECT_NE(vote_page(officer).body.find("الصوت المسجل"), std::string::npos);
    EXPECT_EQ(vote_page(leaders[0]).body.find("value=\"" + std::to_string(teams[0].value())),
              std::string::npos);
    EXPECT_EQ(press_vote(president, "/office", form(1, 2)), 422);
    clock.set(clock::start_of_day_in_morocco(today + Days{2}));
    EXPECT_NE(vote_page(officer).body.find("أغلق التصويت"), std::string::npos);
}

TEST_P(Votes, leave_what_a_judge_said_in_the_copy_of_his_data) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    auto const team = seat(judges[1]).projects.front().team;
    ASSERT_EQ(saves(judges[1], team, "3 3"), "yes");
    ASSERT_EQ(saves(judges[1], team, "4 3"), "yes");
    ASSERT_EQ(declares(judges[1], {team}), "yes");
    auto const copy = exported(judges[1]);
    for (std::string_view const held : {"\"4 3\"", "\"3 3\"", "عمل جيد", "قرابة", "declared"})
        EXPECT_NE(copy.find(held), std::string::npos) << held << " in " << copy;
    (void)write([&](db::Writer& writer) -> Outcome {
        auto const stays = desk.contributor().erases(writer, judges[1].person, clock.now());
        EXPECT_EQ(stays.size(), 1u);
        return Done{};
    });
    EXPECT_EQ(exported(judges[1]).find("قرابة"), std::string::npos);
}

}  // namespace wasl::challenges
