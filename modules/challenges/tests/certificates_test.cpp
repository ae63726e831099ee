// SPDX-License-Identifier: Apache-2.0
// Who is certified what, and what a number proves, on both databases.
#include "modules/challenges/certificates.hpp"

#include <algorithm>

#include "modules/challenges/papers.hpp"
#include "modules/challenges/report.hpp"
#include "modules/challenges/tests/jury_for_tests.hpp"

namespace wasl::challenges {

namespace {

constexpr PersonId amina{1}, badr{2}, chama{3}, driss{4}, hind{5};

Exhibit sent(TeamId team, std::string name, std::optional<Award> award = {}) {
    Exhibit one{.team = {.id = team}, .submission = {}, .award = std::move(award)};
    one.team.name = std::move(name);
    one.submission.project.title = "مشروع";
    return one;
}
std::string told(std::vector<Merit> const& all) {
    std::string out;
    for (auto const& one : all) {
        out += std::string(name_of(one.kind)) + " " + std::to_string(one.holder.value());
        if (one.place != 0) out += " place " + std::to_string(one.place);
        if (!one.prize.empty()) out += " " + one.prize;
        if (one.minutes != 0) out += " " + std::to_string(one.minutes);
        if (one.presides) out += " presides";
        out += "\n";
    }
    return out;
}

TEST(Merits, follow_from_what_happened) {
    Deserved all;
    all.members = {{TeamId{1}, amina}, {TeamId{1}, badr}, {TeamId{2}, chama}, {TeamId{9}, hind}};
    all.projects = {sent(TeamId{1}, "الأمل", Award{.team = TeamId{1}, .place = 2, .reason = {}}),
                    sent(TeamId{2}, "النجاح", Award{.team = TeamId{2}, .place = 0, .reason = {}})};
    all.prizes = {{.id = PrizeId{7}, .place = 2, .name = {.ar = "مواكبة"}}};
    all.mentors = {driss, hind};
    all.coached = {{driss, 150}, {badr, 30}};
    all.judges = {{PersonId{6}, true}, {PersonId{7}, false}};
    EXPECT_EQ(told(merits(all)),
              "participation 1\naward 1 place 2 مواكبة\n"
              "participation 2 30\naward 2 place 2 مواكبة\n"
              "participation 3\naward 3\n"
              "mentor 4 150\n"
              "juror 6 presides\njuror 7\n")
        << "a team that sent nothing and a mentor without hours have nothing";
    EXPECT_TRUE(merits({}).empty());
}

TEST(Merits, are_counted_in_half_hours) {
    struct Case {
        std::int64_t minutes;
        std::string_view said;
    };
    for (auto const& [minutes, said] : {Case{30, "نصف ساعة"},
                                        {60, "ساعة واحدة"},
                                        {90, "ساعة ونصف"},
                                        {120, "ساعتان"},
                                        {150, "ساعتان ونصف"},
                                        {180, "3 ساعات"},
                                        {330, "5 ساعات ونصف"},
                                        {660, "11 ساعة"},
                                        {690, "11 ساعة ونصف"},
                                        {6'030, "100 ساعة ونصف"}})
        EXPECT_EQ(papers::said(papers::hours_said(minutes)), said) << minutes;
}

TEST(Certifying, begins_with_the_awards) {
    auto const at = [](int hours) { return Instant{std::chrono::hours{hours}}; };
    Edition edition;
    edition.state = State::published;
    auto const when = [&](int hours) { return !may_certify(edition, at(hours)).refused(); };
    EXPECT_FALSE(when(100)) << "nothing can be judged yet";
    edition.phases[static_cast<std::size_t>(Phase::submission)] = Span{at(10), at(20)};
    edition.phases[static_cast<std::size_t>(Phase::jury)] = Span{at(30), at(40)};
    EXPECT_FALSE(when(39));
    EXPECT_TRUE(when(40)) << "without a day of awards, once all is judged";
    edition.phases[static_cast<std::size_t>(Phase::award)] = Span{at(50), at(60)};
    EXPECT_FALSE(when(49));
    EXPECT_TRUE(when(50));
    edition.state = State::draft;
    EXPECT_FALSE(when(50));
    edition.state = State::closed;
    EXPECT_TRUE(when(0));
    edition.source = "example.ma";
    EXPECT_FALSE(when(50)) << "nobody knows who was in an edition of before";
}

}  // namespace

class CertificateDesk : public JuryTest {
protected:
    CertificateDesk() : certificates(desk) {}
    std::string issues(http::Visitor const& who) {
        return does([&](db::Writer& writer) -> Outcome {
            issued = TRY(certificates.issue(writer, act(who)));
            return Done{};
        });
    }
    std::vector<Certificate> all() {
        return read([&](db::Reader& reader) {
            return certificates.of_edition(reader, edition(president).call.edition.id);
        });
    }
    std::vector<Certificate> of(http::Visitor const& who) {
        return read([&](db::Reader& reader) { return certificates.of_person(reader, who.person); });
    }
    std::string opens(http::Visitor const& who, std::string_view number) {
        return told_of(
            read([&](db::Reader& reader) { return certificates.open(reader, who, number); }));
    }
    std::optional<Certificates::Verified> verified(std::string_view typed) {
        return read([&](db::Reader& reader) { return certificates.verify(reader, typed); });
    }
    std::string awards(TeamId team, int place) {
        return does([&](db::Writer& writer) {
            return desk.award(writer, act(president),
                              {.team = team, .place = place, .reason = "أثر واضح"});
        });
    }

    Certificates certificates;
    Certificates::Issued issued;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, CertificateDesk, tests::both_engines(), tests::engine_name);

TEST_P(CertificateDesk, certifies_who_took_part_won_and_judged_and_takes_back_what_changed) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    judge_all();
    EXPECT_EQ(issues(president), "certify_from");
    go_to(Phase::award);
    ASSERT_EQ(awards(teams[0], 1), "yes");
    EXPECT_EQ(issues(governor), "organiser");
    EXPECT_EQ(issues(leaders[0]), "organiser");
    ASSERT_EQ(issues(president), "yes");
    EXPECT_EQ(issued.fresh, 11) << "five participants, one winner, five judges";
    ASSERT_EQ(issues(president), "yes");
    EXPECT_EQ(issued.fresh, 0) << "what is there stays";
    auto const own = of(leaders[0]);
    ASSERT_EQ(own.size(), 2u);
    EXPECT_EQ(of(judges[0]).front().merit.presides, true);

    // The first place goes to another team: one certificate is taken back, one is new.
    auto const first = std::find_if(own.begin(), own.end(), [](Certificate const& one) {
        return one.merit.kind == Certified::award;
    });
    ASSERT_NE(first, own.end());
    ASSERT_EQ(awards(teams[0], 2), "yes");
    ASSERT_EQ(awards(teams[1], 1), "yes");
    ASSERT_EQ(issues(president), "yes");
    EXPECT_EQ(issued.fresh, 2);
    EXPECT_EQ(issued.withdrawn, 1);
    EXPECT_EQ(all().size(), 12u);
    auto const old = verified(first->number);
    ASSERT_TRUE(old);
    EXPECT_TRUE(old->certificate.withdrawn.has_value());
    EXPECT_EQ(opens(leaders[0], first->number), "no_certificate");
    expect_journal_holds();
}

TEST_P(CertificateDesk, opens_for_its_holder_and_proves_itself_to_everybody) {
    stand_before_the_jury();
    go_to(Phase::award);
    ASSERT_EQ(issues(president), "yes");
    EXPECT_EQ(issued.fresh, 5) << "nobody judged anything";
    auto const one = of(leaders[2]).at(0);
    EXPECT_EQ(opens(leaders[2], one.number), "yes");
    EXPECT_EQ(opens(president, one.number), "yes");
    EXPECT_EQ(opens(leaders[1], one.number), "no_certificate");
    EXPECT_EQ(opens(nobody, one.number), "no_certificate");
    auto const found = verified(" " + one.number + " ");
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->authentic);
    EXPECT_EQ(found->certificate.name, leaders[2].name);
    EXPECT_EQ(found->certificate.merit.project, "مشروع 3");
    EXPECT_FALSE(verified("2026-AAAA-AAAA"));
    EXPECT_FALSE(verified("x"));

    // A name goes when its holder does; that a certificate was given stays.
    (void)write([&](db::Writer& writer) -> Outcome {
        desk.contributor().erases(writer, leaders[2].person, clock.now());
        return Done{};
    });
    EXPECT_EQ(verified(one.number)->certificate.name, "");
    EXPECT_EQ(opens(president, one.number), "no_certificate") << "no paper without a name";
    ASSERT_EQ(does([&](db::Writer& writer) { return desk.close(writer, act(president)); }), "yes");
    EXPECT_EQ(issues(president), "yes") << "a closed edition is certified too";
}

TEST_P(CertificateDesk, and_the_report_count_the_same_edition) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    judge_all();
    After const after = [&](db::Reader&, std::string_view edition, TeamId team) {
        std::optional<Afterlife> known;
        if (edition == code && team == teams[1]) {
            known.emplace();
            known->number = "2026-AAAA-AAAA";
            known->stage = msg::awards_winner;
            known->adoptions = 2;
            known->live = 1;
            known->is_public = true;
        }
        return known;
    };
    auto const report = [&](http::Visitor const& who) {
        return read([&](db::Reader& reader) {
            return report_of(desk, reader, who, code, after, clock.now());
        });
    };
    EXPECT_EQ(told_of(report(nobody)), "no_report") << "before the day of the awards";
    EXPECT_EQ(told_of(report(president)), "yes");
    go_to(Phase::award);
    ASSERT_EQ(awards(teams[0], 1), "yes");
    auto const all = report(nobody).value();
    EXPECT_EQ(all.figures.participants, 5);
    EXPECT_EQ(all.figures.teams, 5);
    EXPECT_EQ(all.figures.sent, 5);
    EXPECT_EQ(all.figures.awarded, 1);
    EXPECT_EQ(all.figures.judges, 5);
    EXPECT_EQ(all.figures.ballots, 15) << "five projects, three ballots each";
    EXPECT_EQ(all.figures.administrations.at(commune), 5);
    ASSERT_EQ(all.projects.size(), 5u);
    EXPECT_TRUE(all.projects[0].project.award) << "awarded ones first";
    EXPECT_TRUE(all.projects[1].after);
    files::Store const files(made().folder() + "/files");
    auto const paper = report_paper(
        {all, *places.picture(), {"جماعة بركان"}, "https://wasl.example.ma", files, clock.now()});
    EXPECT_TRUE(paper.starts_with("%PDF"));
    EXPECT_EQ(paper, report_paper({all,
                                   *places.picture(),
                                   {"جماعة بركان"},
                                   "https://wasl.example.ma",
                                   files,
                                   clock.now()}))
        << "the same report is the same bytes";
}

}  // namespace wasl::challenges
