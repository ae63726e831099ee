// SPDX-License-Identifier: Apache-2.0
// Five projects before five judges of other places.
#pragma once

#include <algorithm>

#include "modules/challenges/jury.hpp"
#include "modules/challenges/tests/challenges_for_tests.hpp"

namespace wasl::challenges {

class JuryTest : public ChallengeTest {
protected:
    JuryTest() : jury(desk) {}

    void stand_before_the_jury() {
        stand_with_projects();
        go_to(Phase::jury);
        for (auto const& judge : judges) EXPECT_EQ(declares(judge, {}), "yes");
    }

    // Five projects of teams of one, five judges of other places; the first one presides.
    void stand_with_projects() {
        open("idarathon");
        auto model = edition(president).call.edition;
        model.team_min = 1;
        model.administrations_min = 1;
        ASSERT_EQ(
            does([&](db::Writer& writer) { return desk.keep_call(writer, act(president), model); }),
            "yes");
        go_to(Phase::formation);
        for (auto const* name : {"أ", "ب", "ج", "د", "ه"}) {
            leaders.push_back(holding(std::string("عضو ") + name, http::Role::officer, commune));
            teams.push_back(found(leaders.back(), std::string("فريق ") + name));
        }
        ASSERT_EQ(does([&](db::Writer& writer) -> Outcome {
                      JuryRules rules;
                      rules.each = 3;
                      TRY(jury.keep_rules(writer, act(president), rules));
                      TRY(jury.keep(writer, act(president), criterion("الأثر", 6000)));
                      return jury.keep(writer, act(president), criterion("الجدوى", 4000));
                  }),
                  "yes");
        go_to(Phase::submission);
        for (std::size_t n = 0; n < teams.size(); ++n)
            ASSERT_EQ(does([&](db::Writer& writer) -> Outcome {
                          TRY(desk.submit(writer, act(leaders[n]), teams[n],
                                          project("مشروع " + std::to_string(n + 1)), {}));
                          return Done{};
                      }),
                      "yes");
        for (auto const* name : {"الرئيسة", "ثان", "ثالث", "رابع", "خامس"}) {
            judges.push_back(somebody(std::string("محكم ") + name));
            EXPECT_EQ(
                sit(judges.back(), judges.size() == 1 ? Jury::Seat::chair : Jury::Seat::juror),
                "yes");
        }
    }

    static JuryCriterion criterion(std::string_view name, int weight) {
        JuryCriterion one;
        one.name.ar = name;
        one.rule.weight = weight;
        one.labels.ar = "ضعيف\nمقبول\nمتوسط\nجيد\nممتاز";
        return one;
    }

    std::string sit(http::Visitor const& who, Jury::Seat seat) {
        return does([&](db::Writer& writer) -> Outcome {
            auto const address = "juror" + std::to_string(who.person.value()) + "@example.ma";
            auto const invited = TRY(jury.call(writer, act(president), address, seat));
            return jury.take_seat(writer, act(who), address, invited.key);
        });
    }
    std::string declares(http::Visitor const& who, std::vector<TeamId> const& conflicts) {
        return does([&](db::Writer& writer) {
            return jury.declare(writer, act(who), conflicts, conflicts.empty() ? "" : "قرابة");
        });
    }
    std::string assigns() {
        return does([&](db::Writer& writer) { return jury.assign(writer, act(president)); });
    }
    std::string saves(http::Visitor const& who, TeamId team, std::string marks) {
        return does([&](db::Writer& writer) {
            return jury.save(writer, act(who), team, TeamId{0}, {std::move(marks), "عمل جيد"});
        });
    }
    Seated seat(http::Visitor const& who) {
        return read([&](db::Reader& reader) { return jury.seat(reader, act(who)); }).value();
    }
    BeforeJudge opened(http::Visitor const& who, TeamId team) {
        return read([&](db::Reader& reader) { return jury.before_judge(reader, act(who), team); })
            .value();
    }
    // The better project is the earlier one; judges differ by a mark.
    void judge_all(std::size_t from = 0) {
        for (std::size_t j = from; j < judges.size(); ++j)
            for (auto const& before : seat(judges[j]).projects) {
                auto const n = std::find(teams.begin(), teams.end(), before.team) - teams.begin();
                auto const mark = std::clamp(5 - static_cast<int>(n) + (j % 2 == 0 ? 0 : -1), 1, 5);
                ASSERT_EQ(saves(judges[j], before.team,
                                std::to_string(mark) + " " + std::to_string(mark)),
                          "yes");
            }
    }
    std::string deliberates(http::Visitor const& who, Jury::Decided const& decided) {
        return does([&](db::Writer& writer) { return jury.deliberate(writer, act(who), decided); });
    }
    std::string publishes() {
        return does([&](db::Writer& writer) { return jury.publish(writer, act(president)); });
    }

    Jury jury;
    std::vector<http::Visitor> leaders, judges;
    std::vector<TeamId> teams;
};
}  // namespace wasl::challenges
