// SPDX-License-Identifier: Apache-2.0
// Editions are opened and teams form, on both databases.
#include "modules/challenges/tests/challenges_for_tests.hpp"
#include "tests/support/notices_for_tests.hpp"

namespace wasl::challenges {

class Editions : public ChallengeTest {};
class Teams : public ChallengeTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Editions, tests::both_engines(), tests::engine_name);
INSTANTIATE_TEST_SUITE_P(OnBoth, Teams, tests::both_engines(), tests::engine_name);

TEST_P(Editions, are_opened_by_whoever_heads_or_administers_the_organiser) {
    Opening const opening{.model = "idarathon",
                          .code = code,
                          .organiser = commune,
                          .name = {.ar = "دورة"},
                          .first = day(2026, 5, 4)};
    auto const tries = [&](http::Visitor const& who, Opening const& what) {
        return does(
            [&](db::Writer& writer) { return desk.open_edition(writer, who, what, clock.now()); });
    };
    EXPECT_EQ(tries(officer, opening), "organiser");
    EXPECT_EQ(tries(governor, opening), "organiser");
    EXPECT_EQ(tries(citizen, opening), "organiser");
    auto wrong = opening;
    wrong.code = "Berkane 2026";
    EXPECT_EQ(tries(president, wrong), "code code");
    wrong = opening;
    wrong.model = "olympics";
    EXPECT_EQ(tries(president, wrong), "model model");
    wrong = opening;
    wrong.name.ar = " ";
    EXPECT_EQ(tries(president, wrong), "empty name_ar");
    EXPECT_EQ(tries(president, opening), "yes");
    EXPECT_EQ(tries(admin, opening), "code_taken code");
    // Nobody else sees a draft.
    auto const sees = [&](http::Visitor const& who) {
        return told_of(read([&](db::Reader& reader) { return desk.edition(reader, who, code); }));
    };
    EXPECT_EQ(sees(citizen), "no_edition");
    EXPECT_EQ(sees(president), "yes");
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.publish(writer, act(president)); }),
              "no_summary");
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.organised_by(reader, admin).size(); }),
              1u);
    EXPECT_EQ(read([&](db::Reader& reader) { return desk.organised_by(reader, governor).size(); }),
              0u);
}

TEST_P(Editions, keep_what_has_begun_and_end_after_submission) {
    open("idarathon");
    auto phases = edition(president).call.edition.phases;
    auto& formation = *phases[static_cast<std::size_t>(Phase::formation)];
    auto& call = *phases[static_cast<std::size_t>(Phase::call)];
    auto const keeps = [&] {
        return does(
            [&](db::Writer& writer) { return desk.keep_phases(writer, act(president), phases); });
    };
    call.opens_at -= Days{1};
    EXPECT_EQ(keeps(), "phase_begun call");
    call.opens_at += Days{1};
    formation.closes_at += Days{2};
    EXPECT_EQ(keeps(), "yes");
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.close(writer, act(president)); }),
              "close");
    Statement statement{.title = {.ar = "كيف نقلص الزيارات؟"}, .text = {.ar = "نص"}};
    auto const states = [&] {
        return does(
            [&](db::Writer& writer) { return desk.keep(writer, act(president), statement); });
    };
    EXPECT_EQ(states(), "theme theme");
    statement.theme = edition(president).call.themes.front().id;
    statement.sponsor = AdministrationId{77};
    EXPECT_EQ(states(), "administration sponsor");
    statement.sponsor = province;
    EXPECT_EQ(states(), "yes");
    auto const theme = edition(president).call.themes.front().id;
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.remove(writer, act(president), theme); }),
              "theme_used");
    std::vector<Target> const targets{{Trait::women, 101}};
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.keep_targets(writer, act(president), targets);
              }),
              "target women");
    go_to(Phase::jury);
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.close(writer, act(president)); }), "yes");
    EXPECT_EQ(keeps(), "edition_closed");
    EXPECT_EQ(edition(nobody).call.edition.state, State::closed);
    expect_journal_holds();
}

TEST_P(Teams, are_for_whoever_may_take_part) {
    open("idarathon");
    auto const tries = [&](http::Visitor const& who, Described const& what) {
        return does(
            [&](db::Writer& writer) { return desk.found(writer, act(who), what, profile()); });
    };
    EXPECT_EQ(tries(nobody, described("الأمل")), "not_signed_in");
    EXPECT_EQ(tries(citizen, described("الأمل")), "civil_servants");
    EXPECT_EQ(tries(officer, described("الأمل")), "not_yet") << "the call alone is open";
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.look(writer, act(officer), profile()); }),
              "yes");
    EXPECT_EQ(edition(officer).own_profile->skills, "البرمجة");
    EXPECT_TRUE(edition(officer).own_profile->is_looking);
    go_to(Phase::formation);
    EXPECT_EQ(tries(officer, described(" ")), "empty name");
    EXPECT_EQ(tries(officer, described("الأمل")), "yes");
    EXPECT_FALSE(edition(officer).own_profile->is_looking) << "who is in a team looks for none";
    EXPECT_EQ(tries(officer, described("النجاح")), "in_team");
    EXPECT_EQ(tries(clerk, described("أَلأمل")), "name_taken name") << "however it is spelled";
    EXPECT_FALSE(edition(clerk).own_team) << "a refusal leaves nothing behind";
    EXPECT_EQ(tries(clerk, described("النجاح")), "yes");
    EXPECT_EQ(edition(nobody).teams, 2);
    auto const own = *edition(officer).own_team;
    EXPECT_TRUE(team(officer, own).is_leader);
    EXPECT_EQ(team(officer, own).members.front().profile.administration, commune);
}

TEST_P(Teams, grow_by_invitation_and_by_request) {
    open("idarathon");
    go_to(Phase::formation);
    auto const id = found(officer, "الأمل");
    auto const invited =
        write([&](db::Writer& writer) { return desk.invite(writer, act(officer), id, {}); });
    ASSERT_EQ(told_of(invited), "yes");
    auto const accept = [&](http::Visitor const& who, std::string_view key) {
        return does([&](db::Writer& writer) {
            return desk.join(writer, act(who), id, invited.value().id, key,
                             profile(Gender::man, "متصرف"));
        });
    };
    EXPECT_EQ(accept(clerk, "AAAA-AAAA-AAAA"), "invitation");
    EXPECT_EQ(accept(citizen, invited.value().key), "civil_servants");
    EXPECT_EQ(accept(clerk, invited.value().key), "yes");
    EXPECT_EQ(accept(governor, invited.value().key), "invitation_used");
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.invite(writer, act(clerk), id, {}); }),
              "leader");
    // By asking.
    auto const asks = [&](http::Visitor const& who) {
        return does([&](db::Writer& writer) {
            return desk.ask_to_join(writer, act(who), id, profile(), "أعرف المساطر.");
        });
    };
    auto const answers = [&](http::Visitor const& by, PersonId whom, bool yes,
                             std::string_view why) {
        return does([&](db::Writer& writer) {
            return desk.answer_request(writer, act(by), id, whom, yes, why);
        });
    };
    EXPECT_EQ(asks(clerk), "in_team");
    EXPECT_EQ(asks(governor), "yes");
    EXPECT_EQ(team(officer, id).requests.size(), 1u);
    EXPECT_TRUE(team(governor, id).requests.empty()) << "for members alone";
    EXPECT_EQ(answers(officer, governor.person, false, ""), "empty reason");
    EXPECT_EQ(answers(clerk, governor.person, true, ""), "leader");
    EXPECT_EQ(answers(officer, governor.person, false, "نبحث عن مصمم."), "yes");
    EXPECT_EQ(answers(officer, governor.person, true, ""), "request");
    EXPECT_EQ(asks(governor), "yes");
    EXPECT_EQ(answers(officer, governor.person, true, ""), "yes");
    auto const whole = team(officer, id);
    EXPECT_EQ(whole.members.size(), 3u);
    EXPECT_EQ(whole.composition.front().value, 66) << "two women of three";
    using Told = std::vector<std::string>;
    auto const told = [&](http::Visitor const& who) {
        return read(
            [&](db::Reader& reader) { return tests::told(reader, who.person, "challenges"); });
    };
    EXPECT_EQ(told(governor), (Told{"declined", "accepted"}));
    EXPECT_EQ(told(officer), (Told{"joined", "asked", "asked"}));
    expect_journal_holds();
}

TEST_P(Teams, hold_as_many_as_they_may_and_one_person_once) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب");
    for (auto const* const name : {"هند", "سلمى", "أيوب", "زكرياء"})
        EXPECT_EQ(join(citizen, id, somebody(name)), "yes");
    EXPECT_EQ(join(citizen, id, neighbour), "full");
    auto const second = found(neighbour, "الجيران");
    EXPECT_EQ(join(neighbour, second, citizen), "in_team");
    EXPECT_EQ(team(neighbour, second).members.size(), 1u);
}

TEST_P(Teams, pass_the_lead_and_are_left) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب");
    ASSERT_EQ(join(citizen, id, neighbour), "yes");
    auto const hands = [&](http::Visitor const& by, PersonId to) {
        return does([&](db::Writer& writer) { return desk.hand_over(writer, act(by), id, to); });
    };
    EXPECT_EQ(hands(neighbour, neighbour.person), "leader");
    EXPECT_EQ(hands(citizen, officer.person), "not_member person");
    EXPECT_EQ(hands(citizen, neighbour.person), "yes");
    EXPECT_TRUE(team(neighbour, id).is_leader);
    auto const leaves = [&](http::Visitor const& who) {
        return does([&](db::Writer& writer) { return desk.leave(writer, act(who), id); });
    };
    EXPECT_EQ(leaves(officer), "member");
    EXPECT_EQ(leaves(neighbour), "yes");
    EXPECT_TRUE(team(citizen, id).is_leader) << "the lead goes to whoever is left";
    EXPECT_EQ(leaves(citizen), "yes");
    EXPECT_EQ(
        told_of(read([&](db::Reader& reader) { return desk.team(reader, citizen, code, id); })),
        "no_team");
    found(neighbour, "الشباب");  // its name is free again
    go_to(Phase::jury);
    auto const again = *edition(neighbour).own_team;
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.leave(writer, act(neighbour), again); }),
              "over_day");
}

TEST_P(Teams, take_each_person_once_even_where_two_press_at_once) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب");
    auto const second = found(neighbour, "الجيران");
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return desk.ask_to_join(writer, act(officer), id, profile(), "أنا");
              }),
              "yes");
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return desk.ask_to_join(writer, act(officer), second, profile(), "أنا");
              }),
              "yes");
    auto const accepts = [&](http::Visitor const& by, TeamId team) {
        return does([&](db::Writer& writer) {
            return desk.answer_request(writer, act(by), team, officer.person, true, "");
        });
    };
    EXPECT_EQ(accepts(citizen, id), "yes");
    EXPECT_EQ(accepts(neighbour, second), "in_team");
    EXPECT_EQ(edition(officer).own_team, id);
}

}  // namespace wasl::challenges
