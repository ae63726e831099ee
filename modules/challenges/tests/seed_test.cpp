// SPDX-License-Identifier: Apache-2.0
// The edition of the demonstration that is over: what a visitor finds of its jury.
#include "modules/challenges/seed.hpp"

#include <set>

#include "modules/challenges/jury.hpp"
#include "modules/challenges/tests/challenges_for_tests.hpp"

namespace wasl::challenges {

class Seeds : public ChallengeTest {
protected:
    Seeds() { code = "berkane-spring"; }

    DemoPeople cast() {
        DemoPeople people{.organiser = governor,
                          .leader = citizen,
                          .member = neighbour,
                          .seeker = somebody("خديجة أمزيان"),
                          .mentor = officer,
                          .others = {},
                          .judges = {president, clerk},
                          .where = province};
        for (auto const* const name : {"سلمى", "حمزة", "إكرام"})
            people.others.push_back(somebody(name));
        for (auto const* const name : {"سمير", "محمد", "إدريس"})
            people.judges.push_back(somebody(name));
        return people;
    }
    std::string seeds(DemoPeople const& people) {
        return does(
            [&](db::Writer& writer) { return seed_past(writer, desk, people, clock.now()); });
    }
    PublishedResults published() {
        auto const found = read([&](db::Reader& reader) {
            return Jury(desk).published(reader, edition(governor).call.edition.id);
        });
        EXPECT_TRUE(found.has_value());
        return found.value_or(PublishedResults{});
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Seeds, tests::both_engines(), tests::engine_name);

TEST_P(Seeds, publish_ballots_of_an_edition_that_is_over_once) {
    auto const people = cast();
    ASSERT_EQ(seeds(people), "yes");
    ASSERT_EQ(seeds(people), "yes") << "nothing more, the second time";
    EXPECT_EQ(edition(governor).call.edition.state, State::closed);
    auto const shown = published();
    EXPECT_EQ(std::get<std::string>(recomputed(shown.record)), shown.table);
    auto const read_back = jury_record_of(shown.record);
    auto const& record = std::get<JuryRecord>(read_back);
    EXPECT_EQ(record.projects.size(), 6u);
    EXPECT_EQ(record.judges, 5);
    EXPECT_EQ(record.scores.size(), 24u);
    auto const results = results_of(record);
    EXPECT_EQ(results.method, Method::mixed_model);
    EXPECT_TRUE(results.needs_deliberation()) << "as its minutes say\n" << shown.table;
    std::set<int> groups;
    for (auto const& one : results.projects) {
        EXPECT_TRUE(one.interval.has_value());
        groups.insert(one.group);
    }
    EXPECT_EQ(results.projects[0].group, results.projects[1].group) << shown.table;
    EXPECT_GT(groups.size(), 1u) << "not all are alike\n" << shown.table;
    // Prizes follow the order that stands.
    auto const projects = read([&](db::Reader& reader) {
        return desk.projects(reader, edition(governor).call.edition.id);
    });
    ASSERT_EQ(projects.size(), 6u);
    for (auto const& one : projects) {
        if (!one.award) continue;
        auto const place = static_cast<std::size_t>(one.award->place) - 1;
        auto const project = static_cast<std::size_t>(results.projects.at(place).project);
        EXPECT_EQ(shown.teams.at(project), one.team.id) << shown.table;
    }
    auto const seen = read([&](db::Reader& reader) {
        auto const whole = edition(citizen);
        return Jury(desk).seen(reader, citizen, whole.call.edition, whole.own_team);
    });
    ASSERT_TRUE(seen.own && seen.deliberation);
    EXPECT_EQ(seen.own->comments.size(), 1u) << "of one who read it";
    expect_journal_holds();
}

// Days of the seed are counted back from now: at each hour, in Ramadan and out of it.
TEST_P(Seeds, hold_at_any_hour_of_the_year) {
    auto const people = cast();
    for (auto const today :
         {day(2026, 3, 10), day(2026, 4, 20), day(2026, 5, 17), day(2026, 11, 22)})
        for (auto const minute : {1, 90, 720, 1379, 1438}) {
            clock.set(clock::start_of_day_in_morocco(today) + std::chrono::minutes{minute});
            auto const tried = write([&](db::Writer& writer) -> Outcome {
                TRY(seed_past(writer, desk, people, clock.now()));
                return Refusal{Refused::conflict, say(msg::refused_record)};  // and taken back
            });
            EXPECT_EQ(told_of(tried), "record") << iso(clock.now());
        }
}

}  // namespace wasl::challenges
