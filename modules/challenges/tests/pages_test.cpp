// SPDX-License-Identifier: Apache-2.0
// The doors, without JavaScript: what each reader is shown, and what comes back where it is
// refused.
#include "modules/challenges/pages.hpp"
#include "modules/challenges/tests/challenges_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::challenges {

class ChallengePages : public ChallengeTest {
protected:
    ChallengePages()
        : files(made().folder() + "/files"),
          pages{.desk = desk,
                .files = files,
                .site = "https://wasl.example.ma",
                .controller = {},
                .cndp_number = {}} {
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }
    http::Response get(http::Visitor const& who, std::string const& path, http::Pairs query = {}) {
        visitor = who;
        return tests::ask(router, http::Method::get, path, std::move(query), {});
    }
    http::Response post(http::Visitor const& who, std::string const& path, http::Pairs form) {
        visitor = who;
        return tests::ask(router, http::Method::post, path, {}, std::move(form));
    }
    std::string base() const { return "/challenges/" + code; }
    std::string of_team(TeamId id) const { return base() + "/teams/" + std::to_string(id.value()); }
    static bool has(http::Response const& response, std::string_view text) {
        return response.body.find(text) != std::string::npos;
    }
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "location" || name == "Location") return value;
        return {};
    }

    files::Store files;
    html::Site site;
    http::Visitor visitor;
    http::Router router;
    Pages pages;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, ChallengePages, testing::ValuesIn({db::Engine::sqlite}),
                         tests::engine_name);

TEST_P(ChallengePages, answer_each_reader_with_what_is_theirs) {
    EXPECT_TRUE(has(get(nobody, "/challenges"), "لا توجد أي دورة بعد"));
    EXPECT_EQ(get(nobody, base()).status, 404);
    open("youth-hackathon");
    EXPECT_TRUE(has(get(nobody, "/challenges"), "دورة بركان"));
    EXPECT_EQ(get(nobody, base()).status, 200);
    EXPECT_EQ(get(nobody, base() + "/teams/new").status, 303) << "to sign in first";
    auto const id = found(citizen, "الشباب");
    auto const team_page = get(nobody, of_team(id));
    EXPECT_EQ(team_page.status, 200);
    EXPECT_FALSE(has(team_page, "مريم العلوي")) << "names are for those who take part";
    EXPECT_TRUE(has(get(citizen, of_team(id)), "مريم العلوي"));
    for (auto const* const inner : {"/work", "/work/define", "/submission", "/preview"}) {
        EXPECT_EQ(get(neighbour, of_team(id) + inner).status, 403) << inner;
        EXPECT_EQ(get(citizen, of_team(id) + inner).status, 200) << inner;
        EXPECT_EQ(get(president, of_team(id) + inner).status, 200) << inner;
    }
    EXPECT_EQ(get(citizen, of_team(id) + "/work/nonsense").status, 404);
    EXPECT_EQ(get(citizen, base() + "/teams/99").status, 404);
    EXPECT_EQ(get(officer, "/office/challenges/" + code).status, 403);
    EXPECT_EQ(get(citizen, "/office/challenges").status, 403) << "who holds no position";
    for (auto const* const part : {"", "/call", "/phases", "/targets", "/themes", "/statements",
                                   "/prizes", "/partners", "/teams"})
        EXPECT_EQ(get(president, "/office/challenges/" + code + part).status, 200) << part;
    auto const calendar = get(nobody, base() + "/calendar.ics");
    EXPECT_TRUE(has(calendar, "BEGIN:VEVENT"));
    for (std::size_t at = 0; at < calendar.body.size();) {
        auto const end = calendar.body.find("\r\n", at);
        EXPECT_LE(end - at, 75U) << "RFC 5545, 3.1";
        at = end + 2;
    }
    EXPECT_TRUE(has(get(nobody, "/challenges.atom"), "<entry>"));
}

TEST_P(ChallengePages, give_back_what_was_typed) {
    open("youth-hackathon");
    http::Pairs form{{"name", " "},           {"pitch", "فكرة محفوظة"}, {"statement", "0"},
                     {"profession", "طالبة"}, {"gender", "woman"},      {"skills", "تصميم"}};
    auto const refused = post(citizen, base() + "/teams/new", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "فكرة محفوظة") && has(refused, "طالبة"));
    form.front().second = "الشباب";
    auto const founded = post(citizen, base() + "/teams/new", form);
    EXPECT_EQ(founded.status, 303);
    EXPECT_NE(location(founded).find("/teams/"), std::string::npos);
    auto const id = *edition(citizen).own_team;
    go_to(Phase::submission);
    http::Pairs project{{"title", "مشروع"}, {"summary", "ملخص محفوظ"}, {"problem", "م"},
                        {"solution", "ح"},  {"serves", "م"},           {"video", "ftp://x"}};
    auto const wrong = post(citizen, of_team(id) + "/submission", project);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "ملخص محفوظ") && has(wrong, "ftp://x"));
    project.back().second = "";
    EXPECT_TRUE(has(post(citizen, of_team(id) + "/submission", project), "ملخص محفوظ"))
        << "a team of one is too small here, and is told so beside its text";
    clock.set(edition(president).call.edition.span(Phase::submission)->closes_at);
    auto const late = post(citizen, of_team(id) + "/submission", project);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(has(late, "ملخص محفوظ"));
    EXPECT_FALSE(has(get(citizen, of_team(id) + "/submission"), "name=\"title\""));
}

TEST_P(ChallengePages, let_an_organiser_write_an_edition) {
    auto const made = post(president, "/office/challenges/new",
                           {{"model", "local-challenge"},
                            {"organiser", std::to_string(commune.value())},
                            {"name_ar", "تحدي بركان"},
                            {"code", code},
                            {"first", "2026-05-04"}});
    EXPECT_EQ(made.status, 303);
    auto const office = "/office/challenges/" + code;
    EXPECT_EQ(post(president, office, {{"do", "publish"}}).status, 422);
    http::Pairs days{{"formation", "2026-05-04"},
                     {"formation_until", "2026-05-20"},
                     {"submission", "2026-05-10"},
                     {"submission_until", "not a day"}};
    auto const wrong = post(president, office + "/phases", days);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "2026-05-20"));
    days.back().second = "2026-05-25";
    EXPECT_EQ(post(president, office + "/phases", days).status, 303);
    EXPECT_FALSE(edition(president).call.edition.span(Phase::jury));
    EXPECT_EQ(post(president, office + "/themes", {{"row", "0"}, {"name_ar", "الماء"}}).status,
              303);
    auto const theme = edition(president).call.themes.front().id.value();
    EXPECT_EQ(post(president, office + "/themes",
                   {{"row", std::to_string(theme)}, {"name_ar", "الماء والبيئة"}})
                  .status,
              303);
    EXPECT_EQ(edition(president).call.themes.front().name.ar, "الماء والبيئة");
    EXPECT_EQ(post(president, office + "/themes", {{"remove", std::to_string(theme)}}).status, 303);
    EXPECT_TRUE(edition(president).call.themes.empty());
    EXPECT_EQ(post(clerk, office + "/themes", {{"row", "0"}, {"name_ar", "غريب"}}).status, 404);
}

}  // namespace wasl::challenges
