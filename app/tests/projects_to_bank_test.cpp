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
}

}  // namespace
}  // namespace wasl::app
