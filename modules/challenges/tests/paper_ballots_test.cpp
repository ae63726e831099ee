// SPDX-License-Identifier: Apache-2.0
// Ballots on paper, from the printer to the table.
#include "modules/challenges/paper_ballots.hpp"

#include <set>

#include "modules/challenges/ballot_sheets.hpp"
#include "modules/challenges/tests/jury_for_tests.hpp"
#include "tests/support/notices_for_tests.hpp"
#include "tests/support/pdf_for_tests.hpp"
#include "tests/support/words_for_tests.hpp"

namespace wasl::challenges {

namespace {

// "1:4 5" is what person 1 read, "2!4 5" what person 2 settled.
std::vector<PaperReading> readings(std::string_view text) {
    std::vector<PaperReading> all;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('|', at), text.size());
        auto const one = text.substr(at, end - at);
        PaperReading reading{.version = std::ssize(all) + 1, .by = PersonId{one[0] - '0'}};
        reading.settles = one[1] == '!';
        auto const said = one.substr(2);
        auto const slash = said.find('/');
        reading.said.marks = said.substr(0, slash);
        if (slash != std::string_view::npos) reading.said.comment = said.substr(slash + 1);
        all.push_back(std::move(reading));
        at = end + 1;
    }
    return all;
}

}  // namespace

TEST(PaperBallots, count_once_two_persons_read_the_same_or_it_is_settled) {
    struct Case {
        std::string_view readings, state, agreed;
    };
    for (auto const& one : {
             Case{"", "blank", ""},
             Case{"1:4 5", "once", ""},
             Case{"1:4 5|1:4 4", "once", ""},             // corrects himself
             Case{"1:4 5|1:4 5", "once", ""},             // twice the same person is one reading
             Case{"1:4 5|2:4 5", "agreed", "4 5"},        //
             Case{"1:4 4|1:4 5|2:4 5", "agreed", "4 5"},  // the corrected one is compared
             Case{"1:4 5|2:5 4", "differs", ""},          //
             Case{"1:4 5|2:4 -", "differs", ""},          //
             Case{"1:4 5|2:5 4|2!4 4", "agreed", "4 4"},  // what neither of them read
             Case{"1:4 5|2:5 4|3!5 4", "agreed", "5 4"},  //
             Case{"1:4/جيد جدا|2:4/جيد", "differs", ""},  //
             Case{"1:4/جيد جدا|2:4/جيد\n جدا ", "agreed", "4"},
         }) {
        auto const standing = standing_of(readings(one.readings));
        EXPECT_EQ(name_of(standing.state), one.state) << one.readings;
        EXPECT_EQ(standing.agreed ? standing.agreed->marks : "", one.agreed) << one.readings;
    }
}

TEST(PaperBallots, wait_for_one_thing_at_a_time) {
    auto const told = [](std::string_view text, Turn turn) {
        return told_of(may_type(standing_of(readings(text)), turn));
    };
    EXPECT_EQ(told("", Turn::reads), "yes");
    EXPECT_EQ(told("1:4", Turn::reads), "yes");
    EXPECT_EQ(told("1:4", Turn::settles), "paper_moved");
    EXPECT_EQ(told("1:4|2:5", Turn::reads), "paper_moved");
    EXPECT_EQ(told("1:4|2:5", Turn::settles), "yes");
    EXPECT_EQ(told("1:4|2:4", Turn::reads), "paper_agreed");
    EXPECT_EQ(told("1:4|2:4", Turn::settles), "paper_agreed");
}

TEST(PaperBallots, that_were_opened_again_are_read_anew) {
    auto const state = [](std::string_view text, std::vector<Reopening> const& reopened) {
        return name_of(standing_of(readings(text), reopened).state);
    };
    EXPECT_EQ(state("1:4|2:4", {}), "agreed");
    EXPECT_EQ(state("1:4|2:4", {{.after = 2}}), "reopened");
    EXPECT_EQ(state("1:4|2:4|1:5", {{.after = 2}}), "once") << "what was read before is past";
    EXPECT_EQ(state("1:4|2:4|1:5|2:4", {{.after = 2}}), "differs");
    EXPECT_EQ(state("1:4|2:4|2:5|1:5", {{.after = 2}}), "agreed");
    EXPECT_EQ(state("1:4|2:4|2:5|1:5", {{.after = 2}, {.after = 4}}), "reopened");
}

TEST(PaperBallots, compare_all_of_few_projects_and_connect_many) {
    auto const pairs = [](int count) {
        std::vector<TeamId> teams;
        for (int n = 1; n <= count; ++n) teams.emplace_back(n);
        return pairs_of(teams);
    };
    EXPECT_TRUE(pairs(1).empty());
    EXPECT_EQ(pairs(2), (std::vector{TeamId{1}, TeamId{2}}));
    EXPECT_EQ(pairs(5).size(), 20u);
    for (int const count : {6, 7, 20}) {
        auto const found = pairs(count);
        EXPECT_EQ(found.size(), static_cast<std::size_t>(count) * 4);
        std::set<std::pair<TeamId, TeamId>> once;
        for (std::size_t n = 0; n < found.size(); n += 2)
            once.insert(std::minmax(found[n], found[n + 1]));
        EXPECT_EQ(once.size(), static_cast<std::size_t>(count) * 2) << "no pair twice";
        for (int team = 1; team <= count; ++team)
            EXPECT_EQ(std::count(found.begin(), found.end(), TeamId{team}), 4);
    }
    EXPECT_EQ(marks_from(Ballots::pair, {"first", "-", "tie"}, {}), "first - tie");
    EXPECT_EQ(values_of(Ballots::pair, "first - tie", {}), (PaperValues{"first", "-", "tie"}));
}

TEST(PaperBallots, keep_rankings_as_the_places_that_stand_on_them) {
    std::vector<TeamId> const teams{TeamId{12}, TeamId{7}, TeamId{9}};
    EXPECT_EQ(marks_from(Ballots::ranking, {"1", "3", "1"}, teams), "12=9>7");
    EXPECT_EQ(values_of(Ballots::ranking, "12=9>7", teams), (PaperValues{"1", "2", "1"}));
    EXPECT_EQ(marks_from(Ballots::ranking, {"1", "2", "1"}, teams), "12=9>7");
    EXPECT_EQ(marks_from(Ballots::ranking, {"1", "", "2"}, teams), "");
    EXPECT_EQ(marks_from(Ballots::score, {"4", "-", ""}, teams), "4 - -");
    EXPECT_EQ(values_of(Ballots::score, "4 - 5", teams), (PaperValues{"4", "-", "5"}));
}

class Papers : public JuryTest {
protected:
    void print_all() {
        stand_before_the_jury();
        ASSERT_EQ(assigns(), "yes");
        president_two = holding("نائبة", http::Role::officer, commune);
        for (auto const& judge : judges)
            ASSERT_EQ(does([&](db::Writer& writer) {
                          return papers.print(writer, act(officer), judge.person);
                      }),
                      "yes");
    }
    PrintedPapers printed(http::Visitor const& judge) {
        return read([&](db::Reader& reader) {
                   return papers.printed(reader, act(officer), judge.person);
               })
            .value();
    }
    // The state afterwards, or the refusal.
    std::string types(http::Visitor const& who, std::string_view number, std::string marks,
                      Turn turn = Turn::reads) {
        auto const done = write([&](db::Writer& writer) {
            return papers.type(writer, act(who), number, turn, {std::move(marks), "عمل جيد"});
        });
        return done.refused() ? told_of(done) : std::string(name_of(done.value()));
    }
    std::size_t ballots() {
        auto const judged =
            read([&](db::Reader& reader) { return jury.whole(reader, act(president)).value(); });
        std::size_t all = 0;
        for (auto const& one : judged.jurors) all += static_cast<std::size_t>(one.done);
        return all;
    }

    PaperBallots papers;
    http::Visitor president_two;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Papers, tests::both_engines(), tests::engine_name);

TEST_P(Papers, become_ballots_once_two_persons_agree) {
    print_all();
    auto const sheets = printed(judges[1]).sheets;
    ASSERT_EQ(sheets.size(), 3u);
    auto const& number = sheets[0].paper.number;
    EXPECT_EQ(types(officer, number, "9 1"), "marks mark_1");
    EXPECT_EQ(types(officer, number, "4 5"), "once");
    EXPECT_EQ(types(officer, number, "4 4"), "once");
    EXPECT_EQ(ballots(), 0u);
    EXPECT_EQ(types(president_two, number, "4 4"), "agreed");
    EXPECT_EQ(ballots(), 1u);
    EXPECT_EQ(types(officer, number, "4 5"), "paper_agreed");
    auto const kept = opened(judges[1], sheets[0].paper.teams[0]);
    ASSERT_TRUE(kept.ballot);
    EXPECT_EQ(kept.ballot->source, "paper");
    EXPECT_EQ(kept.ballot->said.marks, "4 4");
    EXPECT_EQ(kept.number, sheets[0].paper.numbers[0]) << "on the screen as on paper";
    // Two readings that differ count nothing until they are settled.
    auto const& other = sheets[1].paper.number;
    EXPECT_EQ(types(officer, other, "3 3"), "once");
    EXPECT_EQ(types(president_two, other, "3 2"), "differs");
    EXPECT_EQ(ballots(), 1u);
    EXPECT_EQ(types(president_two, other, "3 3"), "paper_moved");
    EXPECT_EQ(types(officer, other, "3 2", Turn::settles), "agreed");
    EXPECT_EQ(ballots(), 2u);
    expect_journal_holds();
}

TEST_P(Papers, are_typed_by_whoever_wants_nothing_of_the_result) {
    print_all();
    auto const number = printed(judges[1]).sheets[0].paper.number;
    EXPECT_EQ(types(citizen, number, "4 4"), "paper_office");
    EXPECT_EQ(types(clerk, number, "4 4"), "paper_office");
    EXPECT_EQ(types(leaders[0], number, "4 4"), "paper_near");  // of a team, and of the commune
    ASSERT_EQ(sit(president_two, Jury::Seat::juror), "yes");
    EXPECT_EQ(types(president_two, number, "4 4"), "paper_near");
    // A sign misread, two signs exchanged, a number of elsewhere.
    auto wrong = number;
    wrong[6] = wrong[6] == 'A' ? 'C' : 'A';
    EXPECT_EQ(types(officer, wrong, "4 4"), "paper_code number");
    auto exchanged = number;
    for (std::size_t n = 5; n < 8; ++n)
        if (exchanged[n] != exchanged[n + 1]) {
            std::swap(exchanged[n], exchanged[n + 1]);
            break;
        }
    EXPECT_EQ(types(officer, exchanged, "4 4"), "paper_code number");
    EXPECT_EQ(types(officer, "2026-AAAA-AAAA", "4 4").substr(0, 5), "paper");
}

TEST_P(Papers, hold_the_ranking_back_until_all_that_came_in_time_are_settled) {
    print_all();
    auto const sheets = printed(judges[0]).sheets;
    EXPECT_EQ(types(officer, sheets[0].paper.number, "4 4"), "once");
    judge_all(1);
    auto const closes = edition(president).call.edition.span(Phase::jury)->closes_at;
    clock.set(closes + std::chrono::hours{1});
    auto const results = [&] {
        return told_of(
            read([&](db::Reader& reader) { return jury.results(reader, act(president)); }));
    };
    EXPECT_EQ(results(), "papers_wait");
    EXPECT_EQ(publishes(), "papers_wait");
    EXPECT_NE(types(officer, sheets[1].paper.number, "4 4"), "once");  // nothing new comes
    EXPECT_EQ(types(president_two, sheets[0].paper.number, "4 3"), "differs");
    EXPECT_EQ(results(), "papers_wait");
    auto const aside = [&](http::Visitor const& who, std::string_view reason) {
        return does([&](db::Writer& writer) {
            return papers.set_aside(writer, act(who), sheets[0].paper.number, reason);
        });
    };
    EXPECT_EQ(aside(officer, "ضاعت"), "organiser");
    EXPECT_EQ(aside(president, " "), "empty reason");
    EXPECT_EQ(aside(president, "ضاعت"), "yes");
    EXPECT_EQ(types(officer, sheets[0].paper.number, "4 4", Turn::settles), "paper_set_aside");
    EXPECT_EQ(results(), "yes");
}

TEST_P(Papers, follow_their_judge) {
    print_all();
    auto const sheets = printed(judges[2]).sheets;
    // What he pressed himself is what he says.
    ASSERT_EQ(saves(judges[2], sheets[0].paper.teams[0], "2 2"), "yes");
    EXPECT_EQ(types(officer, sheets[0].paper.number, "4 4"), "paper_on_screen");
    // What he may not judge any more counts nowhere.
    ASSERT_EQ(declares(judges[2], {sheets[1].paper.teams[0]}), "yes");
    EXPECT_EQ(types(officer, sheets[1].paper.number, "4 4"), "paper_freed");
    // What was agreed he may still change, until the jury's time is over.
    EXPECT_EQ(types(officer, sheets[2].paper.number, "4 4"), "once");
    EXPECT_EQ(types(president_two, sheets[2].paper.number, "4 4"), "agreed");
    EXPECT_EQ(saves(judges[2], sheets[2].paper.teams[0], "5 5"), "yes");
    // Nothing is printed twice.
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return papers.print(writer, act(officer), judges[1].person);
              }),
              "yes");
    EXPECT_EQ(printed(judges[1]).sheets.size(), 3u);
}

TEST_P(Papers, are_opened_again_by_the_chair_with_a_reason) {
    print_all();
    auto const sheets = printed(judges[1]).sheets;
    auto const& number = sheets[0].paper.number;
    auto const team = sheets[0].paper.teams[0];
    auto const reopens = [&](http::Visitor const& who, std::string_view reason) {
        return does([&](db::Writer& writer) {
            return papers.reopen(writer, desk.house(), act(who), number, reason);
        });
    };
    EXPECT_EQ(reopens(judges[0], "خطأ في النقل"), "paper_not_agreed number");
    EXPECT_EQ(types(officer, number, "4 4"), "once");
    EXPECT_EQ(types(president_two, number, "4 4"), "agreed");
    EXPECT_EQ(reopens(president, "خطأ"), "chair") << "the organiser does not";
    EXPECT_EQ(reopens(judges[2], "خطأ"), "chair");
    EXPECT_EQ(reopens(judges[0], " "), "empty reason");
    EXPECT_EQ(reopens(judges[0], "نقلت نقطة الجدوى خطأ"), "yes");
    EXPECT_EQ(ballots(), 0u) << "what it said counts no more";
    EXPECT_FALSE(opened(judges[1], team).ballot);
    EXPECT_EQ(read([&](db::Reader& r) { return tests::told(r, judges[1].person, "challenges"); }),
              std::vector<std::string>{"paper_reopened"});
    auto const agreed = [&] {
        return read([&](db::Reader& reader) { return papers.agreed(reader, act(judges[0])); })
            .value();
    };
    ASSERT_EQ(agreed().papers.size(), 1u);
    EXPECT_EQ(agreed().papers[0].reopened.at(0).reason, "نقلت نقطة الجدوى خطأ");
    // In time it came, and is read to the end; the ranking waits for it.
    auto const closes = edition(president).call.edition.span(Phase::jury)->closes_at;
    judge_all(2);
    clock.set(closes + std::chrono::hours{1});
    EXPECT_EQ(told_of(read([&](db::Reader& r) { return jury.results(r, act(president)); })),
              "papers_wait");
    EXPECT_EQ(types(officer, number, "4 5"), "once");
    EXPECT_EQ(types(president_two, number, "4 5"), "agreed");
    EXPECT_EQ(opened(judges[1], team).ballot->said.marks, "4 5");
    EXPECT_EQ(opened(judges[1], team).ballot->version, 2) << "the first one is kept";
    EXPECT_NE(reopens(judges[0], "مرة أخرى"), "yes") << "the jury's time is over";
    expect_journal_holds();
}

TEST_P(Papers, hold_pairs_where_a_jury_compares_pairs) {
    stand_with_projects();
    ASSERT_EQ(
        does([&](db::Writer& writer) {
            auto rules =
                read([&](db::Reader& r) { return jury.whole(r, act(president)); }).value().rules;
            rules.ballots = Ballots::pair;
            return jury.keep_rules(writer, act(president), rules);
        }),
        "yes");
    go_to(Phase::jury);
    for (auto const& judge : judges) EXPECT_EQ(declares(judge, {}), "yes");
    ASSERT_EQ(assigns(), "yes");
    president_two = holding("نائبة", http::Role::officer, commune);
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return papers.print(writer, act(officer), judges[1].person);
              }),
              "yes");
    auto const all = printed(judges[1]);
    ASSERT_EQ(all.sheets.size(), 1u);
    auto const& paper = all.sheets[0].paper;
    ASSERT_EQ(paper.teams.size(), 6u) << "three projects are three pairs";
    auto const text = tests::text_of_pdf(
        ballot_sheets({all, "محكم ثان", "جماعة بركان", "https://wasl.example.ma"}));
    EXPECT_NE(text.find(paper.number), std::string::npos);
    for (std::string_view const words : {"متعادلان", "الأول", "مع"})
        EXPECT_EQ(missing_word(text, words), "") << text;
    // One pair he has said on a screen already: that holds.
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return jury.save(writer, act(judges[1]), paper.teams[1], paper.teams[0],
                                   {"tie", {}});
              }),
              "yes");
    EXPECT_EQ(types(officer, paper.number, "first second"), "marks marks");
    EXPECT_EQ(types(officer, paper.number, "first better -"), "marks preferred");
    EXPECT_EQ(types(officer, paper.number, "first second -"), "once");
    EXPECT_EQ(types(president_two, paper.number, "first second -"), "agreed");
    auto const kept = seat(judges[1]).ballots;
    ASSERT_EQ(kept.size(), 2u) << "that of the screen, and one of the paper";
    auto const read_back = std::find_if(
        kept.begin(), kept.end(), [](KeptBallot const& one) { return one.source == "paper"; });
    ASSERT_NE(read_back, kept.end());
    EXPECT_EQ(read_back->said.marks, "second");
    EXPECT_EQ(read_back->team, paper.teams[2]);
    EXPECT_EQ(read_back->other, paper.teams[3]);
    ASSERT_EQ(does([&](db::Writer& writer) {
                  return papers.reopen(writer, desk.house(), act(judges[0]), paper.number, "خطأ");
              }),
              "yes");
    EXPECT_EQ(seat(judges[1]).ballots.size(), 1u) << "the screen's stays";
    expect_journal_holds();
}

TEST_P(Papers, carry_the_scales_and_a_code_each) {
    print_all();
    auto const sheets = printed(judges[3]);
    auto const pdf = ballot_sheets({sheets, "محكم رابع", "جماعة بركان", "https://wasl.example.ma"});
    auto const text = tests::text_of_pdf(pdf);
    for (auto const& sheet : sheets.sheets)
        EXPECT_NE(text.find(sheet.paper.number), std::string::npos) << text;
    for (std::string_view const words : {"محكم رابع", "جماعة بركان", "الأثر", "الجدوى", "5 ممتاز"})
        EXPECT_EQ(missing_word(text, words), "") << text;
}

}  // namespace wasl::challenges
