// SPDX-License-Identifier: Apache-2.0
// A jury from its rules to what is published, on both databases.
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/results_kept.hpp"
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
    EXPECT_EQ(deliberates(president, {"محضر", {}, {}}), "chair");
    EXPECT_EQ(deliberates(judges[0], {" ", {}, {}}), "empty minutes");
    auto const last = "place_" + std::to_string(teams[4].value());
    EXPECT_EQ(deliberates(judges[0], {"محضر", {}, {{teams[3], 1}, {teams[4], 1}}}),
              "final_place " + last);
    EXPECT_EQ(deliberates(judges[0], {"محضر", {}, {{teams[4], 6}}}), "final_place " + last);
    EXPECT_EQ(deliberates(judges[0], {"محضر", {}, {{teams[4], 1}}}), "order_reason order_reason");
    EXPECT_EQ(deliberates(judges[0], {"محضر", "أثر أوسع.", {{teams[4], 1}}}), "yes");
    auto const decided =
        read([&](db::Reader& reader) { return jury.results(reader, act(judges[0])); }).value();
    ASSERT_TRUE(decided.deliberation);
    EXPECT_EQ(decided.deliberation->order.front(), teams[4]);
    EXPECT_EQ(decided.deliberation->order[1], decided.order[0]);
    EXPECT_EQ(decided.deliberation->reason, "أثر أوسع.");
    // What was looked at several times was computed once.
    EXPECT_EQ(desk.kept_results().computed(), 1u);
    EXPECT_EQ(publishes(), "yes");
    EXPECT_EQ(publishes(), "results_published");
    EXPECT_EQ(saves(judges[0], seat(judges[0]).projects.front().team, "1 1"), "results_published");
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
    auto const team = own.front().team;
    EXPECT_EQ(saves(judges[2], team, "6 1"), "marks mark_1");
    EXPECT_EQ(saves(judges[2], team, "5"), "marks marks");
    EXPECT_EQ(saves(judges[2], team, "5 -"), "yes");
    EXPECT_EQ(saves(judges[2], team, "5 4"), "yes");
    auto const ballot = opened(judges[2], team).ballot;
    ASSERT_TRUE(ballot.has_value());
    EXPECT_EQ(ballot->version, 2);
    EXPECT_EQ(ballot->said.marks, "5 4");
    auto const foreign = std::find_if(teams.begin(), teams.end(), [&](TeamId one) {
        return std::none_of(own.begin(), own.end(),
                            [&](Seated::Line const& before) { return before.team == one; });
    });
    EXPECT_EQ(saves(judges[2], *foreign, "5 5"), "not_assigned");
    EXPECT_EQ(saves(citizen, team, "5 5"), "juror");
    auto const closes = edition(president).call.edition.span(Phase::jury)->closes_at;
    clock.set(closes);
    EXPECT_NE(saves(judges[2], team, "1 1"), "yes");
}

TEST_P(Juries, exclude_whoever_worked_with_a_team_on_a_project_that_is_kept_elsewhere) {
    stand_before_the_jury();
    auto const partner = somebody("شريك");
    desk.know_coauthors([&](db::Reader&, PersonId person) {
        return person == partner.person ? std::vector{leaders[2].person} : std::vector<PersonId>{};
    });
    ASSERT_EQ(sit(partner, Jury::Seat::juror), "yes");
    ASSERT_EQ(declares(partner, {}), "yes");
    ASSERT_EQ(seat(partner).conflicts.size(), 1u);
    EXPECT_EQ(seat(partner).conflicts.front().team, teams[2]);
    EXPECT_EQ(seat(partner).conflicts.front().source, Source::coauthor);
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
    auto const team = seat(judges[1]).projects.front().team;
    ASSERT_EQ(saves(judges[1], team, "3 3"), "yes");
    ASSERT_EQ(declares(judges[1], {team}), "yes");
    EXPECT_EQ(saves(judges[1], team, "5 5"), "not_assigned");
    ASSERT_EQ(assigns(), "yes");
    for (auto const& before : seat(judges[1]).projects) EXPECT_NE(before.team, team);
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

TEST_P(Juries, are_computed_anew_after_each_change_and_not_otherwise) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    judge_all();
    auto const first = [&] {
        auto const found =
            read([&](db::Reader& reader) { return jury.results(reader, act(judges[0])); }).value();
        return found.order.front();
    };
    EXPECT_EQ(first(), teams[0]);
    EXPECT_EQ(first(), teams[0]);
    EXPECT_EQ(desk.kept_results().computed(), 1u);
    for (auto const& judge : judges)
        for (auto const& before : seat(judge).projects)
            if (before.team == teams[0]) {
                ASSERT_EQ(saves(judge, teams[0], "1 1"), "yes");
            }
    EXPECT_NE(first(), teams[0]);
    EXPECT_EQ(desk.kept_results().computed(), 2u);
}

// Said twice it would weigh twice, and the published file would be refused.
TEST_P(Juries, take_a_pair_once_in_whichever_order_it_is_said) {
    stand_with_projects();
    ASSERT_EQ(does([&](db::Writer& writer) {
                  JuryRules const rules{.ballots = Ballots::pair, .each = 3, .version = 1};
                  return jury.keep_rules(writer, act(president), rules);
              }),
              "yes");
    go_to(Phase::jury);
    for (auto const& judge : judges) ASSERT_EQ(declares(judge, {}), "yes");
    ASSERT_EQ(assigns(), "yes");
    for (auto const& judge : judges) {
        auto const own = seat(judge).projects;
        ASSERT_EQ(own.size(), 3u);
        auto const says = [&](std::size_t first, std::size_t second, std::string preferred) {
            return does([&](db::Writer& writer) {
                return jury.save(writer, act(judge), own[first].team, own[second].team,
                                 {std::move(preferred), {}});
            });
        };
        ASSERT_EQ(says(0, 1, "first"), "yes");
        ASSERT_EQ(says(1, 2, "tie"), "yes");
        ASSERT_EQ(says(1, 0, "first"), "yes");
        auto const turned = seat(judge).ballots;
        ASSERT_EQ(turned.size(), 2u);
        EXPECT_TRUE(std::any_of(turned.begin(), turned.end(), [&](KeptBallot const& one) {
            return one.team == own[1].team && one.other == own[0].team && one.said.marks == "first";
        })) << "what he said last";
        ASSERT_EQ(says(0, 1, "second"), "yes");
        EXPECT_EQ(seat(judge).ballots.size(), 2u);
    }
    ASSERT_EQ(deliberates(judges[0], {"محضر", {}, {}}), "yes");
    ASSERT_EQ(publishes(), "yes");
    auto const published = read([&](db::Reader& reader) {
        return jury.published(reader, edition(president).call.edition.id);
    });
    EXPECT_EQ(std::get<std::string>(recomputed(published->record)), published->table);
}

// As an earlier program kept them.
TEST_P(Juries, that_kept_a_pair_in_both_orders_count_the_newer) {
    open("idarathon");
    auto const id = edition(president).call.edition.id;
    auto const kept = [&](int team, int other, int seconds) {
        return KeptBallot{.person = officer.person,
                          .team = TeamId{team},
                          .other = TeamId{other},
                          .version = 1,
                          .said = {"first", {}},
                          .source = "screen",
                          .at = clock.now() + std::chrono::seconds{seconds}};
    };
    (void)write([&](db::Writer& writer) -> Outcome {
        for (auto const& one : {kept(1, 2, 0), kept(2, 1, 1), kept(4, 3, 1), kept(3, 4, 0),
                                kept(5, 6, 0), kept(8, 7, 0), kept(7, 8, 0)})
            store::insert(writer, id, one, officer.person);
        return Done{};
    });
    auto const steps = schema_steps();
    auto const step = std::find_if(steps.begin(), steps.end(), [](db::SchemaStep const& one) {
        return one.name == "0016_pairs_once";
    });
    ASSERT_NE(step, steps.end());
    db::SchemaStep const again{step->module, "9999_pairs_once", step->text};
    ASSERT_EQ(db::migrate(database(), {&again, 1}, clock.now()).size(), 1u);
    std::string left;
    for (auto const& one : read([&](db::Reader& reader) { return store::ballots(reader, id); }))
        left += std::to_string(one.team.value()) + ">" + std::to_string(one.other.value()) + " ";
    EXPECT_EQ(left, "2>1 4>3 5>6 8>7 ");
}

TEST(FinalOrder, gives_typed_places_first_and_leaves_the_rest_as_computed) {
    std::vector<TeamId> const computed{TeamId{1}, TeamId{2}, TeamId{3}, TeamId{4}};
    struct Case {
        std::vector<TypedPlace> typed;
        std::string_view order;
    };
    for (auto const& [typed, wanted] : std::vector<Case>{
             {{}, "1 2 3 4"},
             {{{TeamId{3}, 1}}, "3 1 2 4"},
             {{{TeamId{1}, 2}}, "2 1 3 4"},
             {{{TeamId{4}, 1}, {TeamId{1}, 4}}, "4 2 3 1"},
             {{{TeamId{1}, 1}, {TeamId{2}, 2}, {TeamId{3}, 3}, {TeamId{4}, 4}}, "1 2 3 4"},
             {{{TeamId{1}, 2}, {TeamId{2}, 2}}, "final_place place_2"},
             {{{TeamId{1}, 0}}, "final_place place_1"},
             {{{TeamId{1}, 5}}, "final_place place_1"},
             {{{TeamId{9}, 1}}, "final_place place_9"},
             {{{TeamId{1}, 1}, {TeamId{1}, 2}}, "final_place place_1"},
         }) {
        auto const found = final_order(computed, typed);
        std::string said = found.refused() ? told_of(found) : std::string();
        if (!found.refused())
            for (auto const team : found.value())
                said += (said.empty() ? "" : " ") + std::to_string(team.value());
        EXPECT_EQ(said, wanted);
    }
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
