// SPDX-License-Identifier: Apache-2.0
// A jury from its rules to what is published, on both databases.
#include "modules/challenges/tests/jury_for_tests.hpp"

namespace wasl::challenges {

class Juries : public JuryTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Juries, tests::both_engines(), tests::engine_name);

TEST_P(Juries, publish_a_table_that_anybody_can_make_again) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    auto const whole =
        read([&](db::Reader& reader) { return jury.whole(reader, act(president)); }).value();
    ASSERT_EQ(whole.teams.size(), 5u);
    for (auto const& one : whole.teams) EXPECT_EQ(one.assigned, 3);
    for (auto const& one : whole.jurors) EXPECT_EQ(one.assigned, 3);
    EXPECT_EQ(publishes(), "ballots_lack");
    judge_all();
    auto const chair =
        read([&](db::Reader& reader) { return jury.results(reader, act(judges[0])); }).value();
    EXPECT_EQ(chair.results.projects.front().project, 0);
    EXPECT_EQ(chair.results.judges.size(), 5u);
    auto const organiser =
        read([&](db::Reader& reader) { return jury.results(reader, act(president)); }).value();
    EXPECT_TRUE(organiser.results.judges.empty());
    if (chair.results.needs_deliberation()) {
        EXPECT_EQ(publishes(), "deliberate_first");
    }
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return jury.deliberate(writer, act(president), "محضر", {});
              }),
              "chair");
    auto const order = std::vector{teams[1], teams[0]};
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return jury.deliberate(writer, act(judges[0]), "محضر", order);
              }),
              "order order");
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return jury.deliberate(writer, act(judges[0]), "محضر", {});
              }),
              "yes");
    EXPECT_EQ(publishes(), "yes");
    EXPECT_EQ(publishes(), "results_published");
    EXPECT_EQ(saves(judges[0], seat(judges[0]).projects.front().team.id, "1 1"),
              "results_published");
    auto const published = read([&](db::Reader& reader) {
        return jury.published(reader, edition(president).call.edition.id);
    });
    ASSERT_TRUE(published.has_value());
    EXPECT_EQ(published->teams, teams);
    EXPECT_EQ(std::get<std::string>(recomputed(published->record)), published->table);
    EXPECT_EQ(published->record.find("محكم"), std::string::npos);
    expect_journal_holds();
}

TEST_P(Juries, keep_every_version_and_count_the_last) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    auto const own = seat(judges[2]).projects;
    auto const team = own.front().team.id;
    EXPECT_EQ(saves(judges[2], team, "6 1"), "marks mark_1");
    EXPECT_EQ(saves(judges[2], team, "5"), "marks marks");
    EXPECT_EQ(saves(judges[2], team, "5 -"), "yes");
    EXPECT_EQ(saves(judges[2], team, "5 4"), "yes");
    auto const ballot = seat(judges[2]).projects.front().ballot;
    ASSERT_TRUE(ballot.has_value());
    EXPECT_EQ(ballot->version, 2);
    EXPECT_EQ(ballot->said.marks, "5 4");
    auto const foreign = std::find_if(teams.begin(), teams.end(), [&](TeamId one) {
        return std::none_of(own.begin(), own.end(),
                            [&](Before const& before) { return before.team.id == one; });
    });
    EXPECT_EQ(saves(judges[2], *foreign, "5 5"), "not_assigned");
    EXPECT_EQ(saves(citizen, team, "5 5"), "juror");
    auto const closes = edition(president).call.edition.span(Phase::jury)->closes_at;
    clock.set(closes);
    EXPECT_NE(saves(judges[2], team, "1 1"), "yes");
}

TEST_P(Juries, exclude_whoever_is_near_and_whoever_says_so) {
    stand_before_the_jury();
    // One more judge, of the commune from which all teams come: nothing is left to judge.
    auto const near = holding("قريب", http::Role::officer, commune);
    ASSERT_EQ(sit(near, Jury::Seat::juror), "yes");
    ASSERT_EQ(declares(near, {}), "yes");
    EXPECT_EQ(seat(near).conflicts.size(), 5u);
    EXPECT_EQ(seat(near).conflicts.front().source, Source::administration);
    ASSERT_EQ(assigns(), "yes");
    EXPECT_TRUE(seat(near).projects.empty());
    // Told late: the ballot that is there is void, and another judge gets the project.
    auto const team = seat(judges[1]).projects.front().team.id;
    ASSERT_EQ(saves(judges[1], team, "3 3"), "yes");
    ASSERT_EQ(declares(judges[1], {team}), "yes");
    EXPECT_EQ(saves(judges[1], team, "5 5"), "not_assigned");
    ASSERT_EQ(assigns(), "yes");
    for (auto const& before : seat(judges[1]).projects) EXPECT_NE(before.team.id, team);
    auto const whole =
        read([&](db::Reader& reader) { return jury.whole(reader, act(president)); }).value();
    for (auto const& one : whole.teams) {
        EXPECT_EQ(one.assigned, 3);
        EXPECT_EQ(one.done, 0);
    }
    // With three judges gone, no project has three any more.
    for (std::size_t n = 2; n < 5; ++n)
        EXPECT_EQ(
            does([&](db::Writer& writer) { return jury.recuse(writer, act(judges[n]), "سفر"); }),
            "yes");
    EXPECT_EQ(assigns(), "too_few_judges");
}

TEST_P(Juries, stand_still_once_they_have_begun) {
    stand_before_the_jury();
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return jury.keep(writer, act(president), criterion("آخر", 100));
              }),
              "jury_begun");
    JuryRules rules;
    rules.version = 1;
    EXPECT_EQ(
        does([&](db::Writer& writer) { return jury.keep_rules(writer, act(president), rules); }),
        "jury_begun");
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return jury.take_seat(writer, act(citizen), "a@example.ma", "AAAA-BBBB-CCCC");
              }),
              "invitation");
}

}  // namespace wasl::challenges
