// SPDX-License-Identifier: Apache-2.0
// Projects are sent until the second of the deadline; mentors and workspaces, on both databases.
#include <algorithm>
#include <atomic>
#include <thread>

#include "modules/challenges/tests/challenges_for_tests.hpp"

namespace wasl::challenges {

class Submissions : public ChallengeTest {
protected:
    Result<std::int64_t> sends(http::Visitor const& who, TeamId id, Project const& what = project(),
                               std::string_view once = {}) {
        return write(
            [&](db::Writer& writer) { return desk.submit(writer, act(who, once), id, what, {}); });
    }
};
class Coaching : public ChallengeTest {
protected:
    // Accepted by its link, with hours on the first day of coaching.
    void mentor(http::Visitor const& who, int count = 2) {
        auto const invited = write([&](db::Writer& writer) {
            return desk.call_mentor(writer, act(president), "mentor@example.ma");
        });
        ASSERT_EQ(told_of(invited), "yes");
        Mentor const typed{.person = PersonId{0}, .skills = "تجربة المستعمل"};
        ASSERT_EQ(does([&](db::Writer& writer) {
                      return desk.accept_mentoring(writer, act(who), "mentor@example.ma",
                                                   invited.value().key, typed);
                  }),
                  "yes");
        ASSERT_EQ(offers(who, first_hour(), count), "yes");
    }
    Instant first_hour() {
        return edition(president).call.edition.span(Phase::coaching)->opens_at +
               std::chrono::hours{10};
    }
    std::string offers(http::Visitor const& who, Instant first, int count) {
        return does([&](db::Writer& writer) {
            return desk.offer_hours(writer, act(who), first, count, "قاعة الاجتماعات");
        });
    }
    std::string books(http::Visitor const& who, TeamId team, HourId hour) {
        return does([&](db::Writer& writer) {
            return desk.book(writer, act(who), team, hour, "النموذج الأولي");
        });
    }
    std::vector<Hour> hours() {
        return read([&](db::Reader& reader) {
            return desk.hours(reader, edition(president).call.edition.id, Instant{});
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Submissions, tests::both_engines(), tests::engine_name);
INSTANTIATE_TEST_SUITE_P(OnBoth, Coaching, tests::both_engines(), tests::engine_name);

TEST_P(Submissions, are_kept_in_versions_until_the_last_second) {
    open("idarathon");
    go_to(Phase::formation);
    auto const id = found(officer, "الأمل");
    EXPECT_EQ(told_of(sends(officer, id)), "not_yet");
    go_to(Phase::formation);
    ASSERT_EQ(join(officer, id, president), "yes");
    auto third = holding("هند", http::Role::officer, commune);
    ASSERT_EQ(join(officer, id, third), "yes");
    go_to(Phase::submission);
    EXPECT_EQ(told_of(sends(clerk, id)), "member");
    EXPECT_EQ(told_of(sends(officer, id)), "too_few_administrations") << "all of one commune";
    auto blank = project();
    blank.solution = " ";
    EXPECT_EQ(told_of(sends(officer, id, blank)), "empty solution");
    auto film = project();
    film.video = "javascript:alert(1)";
    EXPECT_EQ(told_of(sends(officer, id, film)), "video video");
}

TEST_P(Submissions, are_late_from_the_deadline_on_but_for_a_recorded_decision) {
    open("local-challenge");
    auto const id = found(citizen, "الساكنة");
    go_to(Phase::submission);
    EXPECT_EQ(sends(citizen, id, project("أولى"), "key-1").value(), 1);
    EXPECT_EQ(sends(citizen, id, project("أولى"), "key-1").value(), 1) << "pressed twice";
    auto const closes = edition(president).call.edition.span(Phase::submission)->closes_at;
    clock.set(closes - std::chrono::microseconds{1});
    EXPECT_EQ(sends(citizen, id, project("أخيرة")).value(), 2);
    clock.set(closes);
    EXPECT_EQ(told_of(sends(citizen, id, project("متأخرة"))), "late_day");
    EXPECT_EQ(sends(citizen, id, project("أولى"), "key-1").value(), 1)
        << "what was taken is said again, whenever it is asked";
    EXPECT_EQ(team(citizen, id).latest->project.title, "أخيرة");
    auto const grants = [&](http::Visitor const& who, Instant until, std::string_view why) {
        return does(
            [&](db::Writer& writer) { return desk.grant_grace(writer, act(who), id, until, why); });
    };
    auto const until = closes + std::chrono::hours{6};
    EXPECT_EQ(grants(citizen, until, "انقطاع الشبكة"), "organiser");
    EXPECT_EQ(grants(president, until, " "), "empty reason");
    EXPECT_EQ(grants(president, closes + Days{8}, "انقطاع الشبكة"), "grace until");
    // The jury's day has come with this very second: nothing changes under its eyes.
    clock.set(closes - std::chrono::hours{1});
    EXPECT_EQ(grants(president, until, "انقطاع الشبكة عن الجماعة"), "yes");
    clock.set(closes + std::chrono::hours{1});
    EXPECT_EQ(grants(president, until, "مرة أخرى"), "grace_judged");
    EXPECT_EQ(sends(citizen, id, project("بقرار")).value(), 3);
    EXPECT_TRUE(team(citizen, id).latest->is_grace);
    clock.set(until);
    EXPECT_EQ(told_of(sends(citizen, id)), "late_day");
    expect_journal_holds();
}

TEST_P(Submissions, go_on_to_the_bank_when_their_edition_ends) {
    std::vector<std::string> handed;
    desk.hand_projects_to([&](db::Writer&, HandedOn const& one, Instant) -> Outcome {
        if (one.call.edition.state != State::closed) return Refusal{Refused::conflict, {}};
        handed.push_back(one.project.submission.project.title +
                         (one.project.award ? " awarded" : ""));
        return Done{};
    });
    open("local-challenge");
    auto const first = found(citizen, "الساكنة");
    auto const second = found(neighbour, "الجيران");
    found(clerk, "بدون مشروع");
    go_to(Phase::submission);
    ASSERT_EQ(told_of(sends(citizen, first, project("قديمة"))), "yes");
    ASSERT_EQ(told_of(sends(citizen, first, project("أولى"))), "yes");
    ASSERT_EQ(told_of(sends(neighbour, second, project("ثانية"))), "yes");
    go_to(Phase::award);
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return desk.award(writer, act(president), {.team = second, .place = 1});
              }),
              "yes");
    ASSERT_EQ(does([&](db::Writer& writer) { return desk.close(writer, act(president)); }), "yes");
    EXPECT_EQ(handed, (std::vector<std::string>{"ثانية awarded", "أولى"}));
}

// Sixteen at a time, as a server's threads do: none is lost, and nobody is left without an answer.
TEST_P(Submissions, of_five_hundred_teams_in_the_last_minute_are_all_accepted_or_told) {
    open("local-challenge");
    constexpr std::size_t count = 500;
    std::vector<http::Visitor> people(count);
    std::vector<TeamId> ids(count, TeamId{0});
    for (std::size_t n = 0; n < count; ++n) {
        people[n].person = PersonId{static_cast<std::int64_t>(1'000 + n)};
        people[n].name = "عضو";
    }
    ASSERT_EQ(does([&](db::Writer& writer) -> Outcome {
                  for (std::size_t n = 0; n < count; ++n)
                      ids[n] = TRY(desk.found(writer, act(people[n]),
                                              described("فريق " + std::to_string(n)), profile()));
                  return Done{};
              }),
              "yes");
    auto const closes = edition(president).call.edition.span(Phase::submission)->closes_at;
    std::atomic<std::size_t> next = 0;
    std::atomic<int> accepted = 0, told = 0, other_answers = 0;
    auto const work = [&] {
        for (auto n = next++; n < 2 * count; n = next++) {
            // Each once in the last minute, and once in the minute after.
            bool const in_time = n < count;
            auto const who = n % count;
            Act const at{.by = people[who],
                         .edition = code,
                         .now = in_time ? closes - std::chrono::milliseconds(60 + 100 * who)
                                        : closes + std::chrono::milliseconds(who)};
            auto const answer = database().write([&](db::Writer& writer) {
                return desk.submit(writer, at, ids[who], project(), {});
            });
            if (!answer.refused())
                ++accepted;
            else if (told_of(answer) == "late_day")
                ++told;
            else
                ++other_answers;
        }
    };
    std::vector<std::thread> threads;
    for (int n = 0; n < 16; ++n) threads.emplace_back(work);
    for (auto& one : threads) one.join();
    EXPECT_EQ(accepted, static_cast<int>(count));
    EXPECT_EQ(told, static_cast<int>(count));
    EXPECT_EQ(other_answers, 0);
    auto const kept = read([&](db::Reader& reader) {
        return desk.projects(reader, desk.editions(reader).front().id);
    });
    EXPECT_EQ(kept.size(), count);
    EXPECT_TRUE(std::all_of(kept.begin(), kept.end(), [&](Exhibit const& one) {
        return one.submission.version == 1 && one.submission.at < closes;
    }));
    expect_journal_holds();
}

TEST_P(Coaching, books_each_half_hour_once) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب"), second = found(neighbour, "الجيران");
    mentor(officer);
    EXPECT_EQ(offers(officer, first_hour() + std::chrono::minutes{10}, 1), "hour_there day")
        << "half hours do not overlap";
    EXPECT_EQ(offers(citizen, first_hour(), 1), "mentor");
    EXPECT_EQ(offers(officer, clock.now() - Days{1}, 1), "past day");
    EXPECT_EQ(offers(officer, clock.now() + Days{2}, 1), "no_coaching day");
    auto const offered = hours();
    ASSERT_EQ(offered.size(), 2u);
    EXPECT_EQ(books(citizen, id, offered[0].id), "not_yet");
    go_to(Phase::coaching);
    EXPECT_EQ(books(citizen, second, offered[0].id), "member");
    EXPECT_EQ(books(citizen, id, offered[0].id), "yes");
    EXPECT_EQ(books(neighbour, second, offered[0].id), "hour_taken");
    // Another mentor's hour of the same time.
    mentor(clerk);
    auto const all = hours();
    auto const same = std::find_if(all.begin(), all.end(), [&](Hour const& one) {
        return one.mentor == clerk.person && one.slot == offered[0].slot;
    });
    ASSERT_NE(same, all.end());
    EXPECT_EQ(books(citizen, id, same->id), "hour_busy");
    auto const cancels = [&](http::Visitor const& who) {
        return does([&](db::Writer& writer) {
            return desk.cancel_booking(writer, act(who), offered[0].id);
        });
    };
    EXPECT_EQ(cancels(neighbour), "member");
    EXPECT_EQ(cancels(citizen), "yes");
    EXPECT_EQ(books(neighbour, second, offered[0].id), "yes");
    EXPECT_EQ(books(citizen, id, same->id), "yes");
}

TEST_P(Coaching, is_noted_for_the_team_and_counted_for_each_person) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب");
    ASSERT_EQ(join(citizen, id, neighbour), "yes");
    mentor(officer);
    go_to(Phase::coaching);
    auto const hour = hours().front();
    ASSERT_EQ(books(citizen, id, hour.id), "yes");
    auto const notes = [&](http::Visitor const& who) {
        std::vector<PersonId> const present{citizen.person, president.person};
        return does([&](db::Writer& writer) {
            return desk.note(writer, act(who), hour.id, "ابدؤوا بأصغر نموذج.", true, present);
        });
    };
    EXPECT_EQ(notes(officer), "not_begun");
    clock.set(hour.ends());
    EXPECT_EQ(notes(citizen), "mentor");
    EXPECT_EQ(notes(officer), "yes");
    EXPECT_EQ(notes(officer), "yes") << "and once more counts once";
    auto const counted = read([&](db::Reader& reader) {
        std::map<std::int64_t, std::int64_t> minutes;
        for (auto const& one : desk.coached(reader, hour.edition))
            minutes[one.person.value()] = one.minutes;
        return minutes;
    });
    EXPECT_EQ(counted, (std::map<std::int64_t, std::int64_t>{{citizen.person.value(), 30},
                                                             {officer.person.value(), 30}}))
        << "who was not of the team was not there";
    EXPECT_EQ(
        read([&](db::Reader& reader) { return desk.hours_of_team(reader, id).front().notes; }),
        "ابدؤوا بأصغر نموذج.");
}

TEST_P(Coaching, leaves_questions_in_a_workspace_that_loses_nothing) {
    open("youth-hackathon");
    auto const id = found(citizen, "الشباب");
    ASSERT_EQ(join(citizen, id, neighbour), "yes");
    mentor(officer);
    go_to(Phase::coaching);
    auto const writes = [&](http::Visitor const& who, std::int64_t version, std::string_view text) {
        WorkPage page{.step = Step::define, .version = version};
        page.fields[0] = text;
        return does([&](db::Writer& writer) { return desk.write(writer, act(who), id, page); });
    };
    EXPECT_EQ(writes(citizen, 0, "زيارات متكررة"), "yes");
    EXPECT_EQ(writes(neighbour, 0, "وثائق كثيرة"), "written_meanwhile");
    EXPECT_EQ(writes(neighbour, 1, "وثائق كثيرة وزيارات متكررة"), "yes");
    EXPECT_EQ(writes(president, 2, "تدخل"), "member");
    auto const pages = read([&](db::Reader& reader) { return desk.work(reader, id); });
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages.front().version, 2);
    auto const asks = [&] {
        return does([&](db::Writer& writer) {
            return desk.ask(writer, act(officer), id, Step::define, "من قال ذلك؟");
        });
    };
    EXPECT_EQ(asks(), "its_mentor");
    ASSERT_EQ(books(citizen, id, hours().front().id), "yes");
    EXPECT_EQ(asks(), "yes");
    EXPECT_TRUE(team(officer, id).sees_inside());
    EXPECT_FALSE(team(clerk, id).sees_inside());
    auto const question = read([&](db::Reader& reader) { return desk.questions(reader, id); });
    ASSERT_EQ(question.size(), 1u);
    auto const answers = [&](std::string_view text) {
        return does([&](db::Writer& writer) {
            return desk.answer(writer, act(neighbour), id, question.front().id, text);
        });
    };
    EXPECT_EQ(answers("عشرون مرتفقا."), "yes");
    EXPECT_EQ(answers("غيره"), "answered");
}

}  // namespace wasl::challenges
