// SPDX-License-Identifier: Apache-2.0
// The demonstration's edition from its last days to the bank: what a jury awarded is listed, and
// what else was sent waits for the bank's reviewers.
#include "app/projects_to_bank.hpp"

#include "app/tests/seeded_house.hpp"

namespace wasl::app {
namespace {

class ProjectsToBank : public SeededHouse {
protected:
    static constexpr std::string_view code = "berkane-youth";

    http::Visitor organiser() {
        http::Visitor who;
        who.person = PersonId{1};
        who.name = "سعاد العلمي";
        who.grants = {{http::Role::head, place("province-berkane"), UnitId{0}}};
        return who;
    }
    challenges::WholeEdition edition() {
        return house()
            .database
            ->read([&](db::Reader& reader) {
                return house().challenges.edition(reader, organiser(), code);
            })
            .value();
    }
    template<typename Work>
    void does(Work work) {
        auto const done = house().database->write(work);
        ASSERT_FALSE(done.refused()) << done.refusal().what.message->key;
    }
    challenges::Act act(http::Visitor const& by, challenges::Phase phase) {
        auto const opens = edition().call.edition.span(phase)->opens_at;
        return {.by = by, .edition = code, .now = opens + std::chrono::hours{1}};
    }
};

TEST_F(ProjectsToBank, bring_awarded_ones_when_the_edition_is_closed) {
    auto const teams = house().database->read([&](db::Reader& reader) {
        return house().challenges.teams(reader, edition().call.edition.id);
    });
    ASSERT_FALSE(teams.empty());
    auto const& team = teams.front().team;
    http::Visitor leader;
    leader.person = team.leader;
    using challenges::Phase;
    challenges::Project const project{.title = "حافلة الوثائق",
                                      .summary = "خدمات تأتي إلى القرى",
                                      .problem = "المسافة",
                                      .solution = "حافلة كل أسبوع",
                                      .serves = "سكان القرى",
                                      .evidence = "جولة واحدة",
                                      .video = {}};
    auto const who = organiser();
    auto const submits = act(leader, Phase::submission), awards = act(who, Phase::award),
               closes = act(who, Phase::follow_up);
    auto const prize = edition().call.prizes.front().id;
    auto const& desk = house().challenges;
    does([&](db::Writer& writer) { return desk.submit(writer, submits, team.id, project, {}); });
    does([&](db::Writer& writer) {
        return desk.award(writer, awards,
                          {.team = team.id, .place = 1, .prize = prize, .reason = {}});
    });
    does([&](db::Writer& writer) { return desk.close(writer, closes); });
    auto browser = entered("fatima");
    browser.get("/ar/bank");
    EXPECT_TRUE(browser.shows("حافلة الوثائق"));
    EXPECT_TRUE(browser.shows("هاكاثون شباب إقليم بركان"));
    auto const after = house().database->read(
        [&](db::Reader& reader) { return after_in_bank(house().bank, reader, code, team.id); });
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->is_public);
    EXPECT_EQ(after->adoptions, 0);
}

// An edition that is over: its certificates prove themselves, its report and its projects are read.
TEST_F(ProjectsToBank, lead_from_the_first_page_and_from_an_edition_that_is_over) {
    tests::Browser reader(house().router);
    reader.get("/ar");
    EXPECT_TRUE(reader.shows("/bank\"") && reader.shows("في بنك المشاريع"));
    reader.get("/ar/challenges/berkane-spring/awards");
    EXPECT_TRUE(reader.shows("مواكبة المشروع ستة أشهر")) << "the prize of its place";
    auto const awarded = reader.response.body.find("/projects/");
    ASSERT_NE(awarded, std::string::npos);
    auto const ends = reader.response.body.find('"', awarded);
    reader.get("/ar/challenges/berkane-spring" +
               reader.response.body.substr(awarded, ends - awarded));
    EXPECT_TRUE(reader.shows("/ar/bank/2")) << "from the edition on to the bank";
    reader.get("/ar/challenges/berkane-spring/report.pdf");
    EXPECT_TRUE(reader.shows("%PDF"));
    auto holder = entered("fatima");
    holder.get("/ar/account/challenges");
    EXPECT_TRUE(holder.shows("شهادة تتويج") && holder.shows("/certificates/2"));
    auto mentor = entered("nadia");
    mentor.get("/ar/account/challenges");
    EXPECT_TRUE(mentor.shows("شهادة مواكبة"));
    EXPECT_FALSE(house().challenges.obstacles().empty()) << "as the bank divides them";
}

}  // namespace
}  // namespace wasl::app
