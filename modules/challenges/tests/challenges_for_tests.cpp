// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/tests/challenges_for_tests.hpp"

#include "modules/directory/schema.hpp"
#include "platform/journal/journal.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/berkane_for_tests.hpp"
#include "tests/support/people_for_tests.hpp"

namespace wasl::challenges {

ChallengeTest::ChallengeTest()
    : OnEngine({journal::schema, directory::schema, people::schema_steps(), notices::schema_steps(),
                schema_steps()},
               tests::berkane),
      places(database()),
      folk(database(), places, {.secret = std::string(32, 's')}),
      outbox(database(), folk, {}),
      desk(database(), places, folk, outbox) {
    outbox.knows("challenges", msg::find);
    auto const picture = places.picture();
    commune = picture->by_slug("commune-berkane")->id;
    province = picture->by_slug("province-berkane")->id;
    other = picture->by_slug("commune-ahfir")->id;
    citizen = somebody("مريم العلوي");
    neighbour = somebody("عمر الزروالي");
    president = holding("رئيس المجلس", http::Role::head, commune);
    officer = holding("سعيد الوافي", http::Role::officer, commune);
    governor = holding("عامل الإقليم", http::Role::head, province);
    clerk = holding("نادية القادري", http::Role::officer, other);
    admin = holding("المشرف", http::Role::administrator, people::platform);
}

http::Visitor ChallengeTest::somebody(std::string_view name) {
    auto visitor = write([&](db::Writer& writer) -> Result<http::Visitor> {
        return tests::registered(writer, folk, name, clock.now());
    });
    visitor.value().csrf = "right";
    return std::move(visitor).value();
}

http::Visitor ChallengeTest::holding(std::string_view name, http::Role role,
                                     AdministrationId where) {
    auto visitor = somebody(name);
    visitor.grants.push_back({role, where, UnitId{0}});
    return visitor;
}

void ChallengeTest::open(std::string_view model) {
    auto const today = clock::day_in_morocco(clock.now());
    Opening opening{.model = std::string(model),
                    .code = code,
                    .organiser = commune,
                    .name = {.ar = "دورة بركان"},
                    .first = today};
    auto const done = does([&](db::Writer& writer) -> Outcome {
        TRY(desk.open_edition(writer, president, opening, clock.now()));
        auto typed = TRY(desk.edition(writer, president, code)).call.edition;
        typed.summary.ar = "من أجل خدمات أقرب.";
        typed.rules.ar = "فريق واحد لكل شخص.";
        TRY(desk.keep_call(writer, act(president), typed));
        TRY(desk.keep(writer, act(president), Theme{.name = {.ar = "الاستقبال"}}));
        return desk.publish(writer, act(president));
    });
    ASSERT_EQ(done, "yes");
    clock.advance(std::chrono::hours{1});
}

Profile ChallengeTest::profile(Gender gender, std::string_view profession) {
    Profile made;
    made.gender = gender;
    made.profession = profession;
    made.skills = "البرمجة";
    return made;
}

Described ChallengeTest::described(std::string_view name) {
    return {.name = std::string(name), .pitch = "نريد أن نختصر الطريق.", .wanted = "مصمم"};
}

Project ChallengeTest::project(std::string_view title) {
    return {.title = std::string(title),
            .summary = "كل الوثائق في زيارة واحدة.",
            .problem = "زيارات متكررة.",
            .solution = "ملف واحد.",
            .serves = "سكان الجماعات القروية.",
            .evidence = {},
            .video = {}};
}

TeamId ChallengeTest::found(http::Visitor const& leader, std::string_view name) {
    auto const team = write([&](db::Writer& writer) {
        return desk.found(writer, act(leader), described(name), profile());
    });
    EXPECT_EQ(told_of(team), "yes");
    return team.refused() ? TeamId{0} : team.value();
}

std::string ChallengeTest::join(http::Visitor const& leader, TeamId id, http::Visitor const& who,
                                Profile const& as) {
    return does([&](db::Writer& writer) -> Outcome {
        auto const invited = TRY(desk.invite(writer, act(leader), id, {}));
        return desk.join(writer, act(who), id, invited.id, invited.key, as);
    });
}

WholeTeam ChallengeTest::team(http::Visitor const& reader, TeamId id) {
    auto found = read([&](db::Reader& database) { return desk.team(database, reader, code, id); });
    EXPECT_EQ(told_of(found), "yes");
    return found.refused() ? WholeTeam{} : std::move(found).value();
}

WholeEdition ChallengeTest::edition(http::Visitor const& reader) {
    auto found = read([&](db::Reader& database) { return desk.edition(database, reader, code); });
    EXPECT_EQ(told_of(found), "yes");
    return found.refused() ? WholeEdition{} : std::move(found).value();
}

void ChallengeTest::go_to(Phase phase) {
    auto const span = edition(president).call.edition.span(phase);
    ASSERT_TRUE(span.has_value());
    clock.set(span->opens_at + std::chrono::hours{1});
}

void ChallengeTest::expect_journal_holds() {
    read([&](db::Reader& reader) {
        auto const verdict = journal::verify(reader);
        EXPECT_GT(verdict.entries, 0);
        EXPECT_TRUE(verdict.faults.empty());
        return 0;
    });
}

}  // namespace wasl::challenges
