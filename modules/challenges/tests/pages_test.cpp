// SPDX-License-Identifier: Apache-2.0
// The doors, without JavaScript: what each reader is shown, and what comes back where it is
// refused.
#include "modules/challenges/pages.hpp"
#include "modules/challenges/tests/challenges_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"
#include "tests/support/pdf_for_tests.hpp"

namespace wasl::challenges {

using tests::says;

class ChallengePages : public ChallengeTest {
protected:
    ChallengePages()
        : files(made().folder() + "/files"),
          pages{.desk = desk,
                .files = files,
                .site = "https://wasl.example.ma",
                .controller = {},
                .cndp_number = {},
                .letterhead =
                    [](AdministrationId) {
                        return std::vector<std::string>{"المملكة المغربية", "جماعة بركان"};
                    },
                .after = [this](db::Reader&, std::string_view, TeamId) { return after; }} {
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
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "location" || name == "Location") return value;
        return {};
    }

    std::optional<Afterlife> after;
    files::Store files;
    html::Site site;
    http::Visitor visitor;
    http::Router router;
    Pages pages;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, ChallengePages, testing::ValuesIn({db::Engine::sqlite}),
                         tests::engine_name);

TEST_P(ChallengePages, answer_each_reader_with_what_is_theirs) {
    EXPECT_TRUE(says(get(nobody, "/challenges"), "لا توجد أي دورة بعد"));
    EXPECT_EQ(get(nobody, base()).status, 404);
    open("youth-hackathon");
    EXPECT_TRUE(says(get(nobody, "/challenges"), "دورة بركان"));
    EXPECT_EQ(get(nobody, base()).status, 200);
    EXPECT_EQ(get(nobody, base() + "/teams/new").status, 303) << "to sign in first";
    auto const id = found(citizen, "الشباب");
    auto const team_page = get(nobody, of_team(id));
    EXPECT_EQ(team_page.status, 200);
    EXPECT_FALSE(says(team_page, "مريم العلوي")) << "names are for those who take part";
    EXPECT_TRUE(says(get(citizen, of_team(id)), "مريم العلوي"));
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
    EXPECT_TRUE(says(calendar, "BEGIN:VEVENT"));
    for (std::size_t at = 0; at < calendar.body.size();) {
        auto const end = calendar.body.find("\r\n", at);
        EXPECT_LE(end - at, 75U) << "RFC 5545, 3.1";
        at = end + 2;
    }
    EXPECT_TRUE(says(get(nobody, "/challenges.atom"), "<entry>"));
}

TEST_P(ChallengePages, give_back_what_was_typed) {
    open("youth-hackathon");
    http::Pairs form{{"name", " "},           {"pitch", "فكرة محفوظة"}, {"statement", "0"},
                     {"profession", "طالبة"}, {"gender", "woman"},      {"skills", "تصميم"}};
    auto const refused = post(citizen, base() + "/teams/new", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "فكرة محفوظة") && says(refused, "طالبة"));
    form.front().second = "الشباب";
    auto const founded = post(citizen, base() + "/teams/new", form);
    EXPECT_EQ(founded.status, 303);
    EXPECT_NE(location(founded).find("/teams/"), std::string::npos);
    auto const id = *edition(citizen).own_team;
    auto const span = *edition(president).call.edition.span(Phase::submission);
    auto const last = i18n::date(Language::ar, clock::day_in_morocco(span.closes_at) - Days{1});
    auto const of_the_day = "نهاية يوم <time datetime=\"";
    EXPECT_EQ(clock::time_in_morocco(span.closes_at).hour, 0);
    go_to(Phase::submission);
    for (auto const& path : {of_team(id), of_team(id) + "/submission"}) {
        auto const open = get(citizen, path);
        EXPECT_TRUE(says(open, of_the_day) && says(open, last)) << open.body;
        EXPECT_FALSE(says(open, "، 00:00")) << path;
    }
    EXPECT_TRUE(says(get(citizen, of_team(id) + "/submission"),
                     "<time datetime=\"" + iso(span.closes_at) + "\">"))
        << "the very second";
    http::Pairs project{{"title", "مشروع"}, {"summary", "ملخص محفوظ"}, {"problem", "م"},
                        {"solution", "ح"},  {"serves", "م"},           {"video", "ftp://x"}};
    auto const wrong = post(citizen, of_team(id) + "/submission", project);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "ملخص محفوظ") && says(wrong, "ftp://x"));
    project.back().second = "";
    EXPECT_TRUE(says(post(citizen, of_team(id) + "/submission", project), "ملخص محفوظ"))
        << "a team of one is too small here, and is told so beside its text";
    clock.set(span.closes_at);
    auto const late = post(citizen, of_team(id) + "/submission", project);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(says(late, "ملخص محفوظ") && says(late, "عند " + std::string(of_the_day)));
    EXPECT_FALSE(says(get(citizen, of_team(id) + "/submission"), "name=\"title\""));
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
    EXPECT_TRUE(says(wrong, "2026-05-20"));
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
    EXPECT_TRUE(says(post(president, office + "/partners", {{"row", "0"}, {"administration", "0"}}),
                     "أو كتابة اسم الشريك"));
    EXPECT_EQ(post(clerk, office + "/themes", {{"row", "0"}, {"name_ar", "غريب"}}).status, 404);
}

// Whose people are called, who waits for an answer, and which recorded obstacles it takes away.
TEST_P(ChallengePages, let_an_organiser_invite_administrations_and_name_who_waits) {
    static constexpr Message queues{.key = "bank.obstacle.procedure_design",
                                    .texts = {"تصميم المسطرة", "Conception de la procédure"}};
    desk.know_obstacles({{"procedure_design", &queues}});
    open("idarathon");
    auto const office = "/office/challenges/" + code;
    auto const invites = [&](std::string const& value) {
        return post(president, office + "/invited", {{"administration", value}});
    };
    EXPECT_EQ(invites("0").status, 422);
    EXPECT_EQ(invites("77").status, 422);
    EXPECT_EQ(post(clerk, office + "/invited", {{"administration", "1"}}).status, 403);
    EXPECT_EQ(invites(std::to_string(province.value())).status, 303);
    EXPECT_EQ(invites(std::to_string(province.value())).status, 303) << "twice is once";
    EXPECT_EQ(edition(president).call.edition.invited.size(), 1u);
    EXPECT_TRUE(says(get(president, office + "/invited"), "إقليم بركان"));
    EXPECT_TRUE(says(get(nobody, base()), "إقليم بركان"));
    EXPECT_EQ(edition(president).call.edition.summary.ar, "من أجل خدمات أقرب.")
        << "the rest of the call stays";
    EXPECT_EQ(
        post(president, office + "/invited", {{"remove", std::to_string(province.value())}}).status,
        303);
    EXPECT_TRUE(edition(president).call.edition.invited.empty());

    auto const units = places.picture()->open_units_of(commune);
    ASSERT_FALSE(units.empty());
    auto const theme = std::to_string(edition(president).call.themes.front().id.value());
    http::Pairs form{{"row", "0"},
                     {"theme", theme},
                     {"title_ar", "كيف نقلص الانتظار؟"},
                     {"text_ar", "ساعتان أمام الشباك"},
                     {"sponsor", std::to_string(commune.value())},
                     {"unit", std::to_string(units.front()->id.value())},
                     {"obstacle", "nonsense"}};
    auto const refused = post(president, office + "/statements", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "ساعتان أمام الشباك")) << "what was typed stands there";
    form.back().second = "procedure_design";
    EXPECT_EQ(post(president, office + "/statements", form).status, 303);
    auto const kept = edition(president).call.statements.front();
    EXPECT_EQ(kept.sponsor_unit, units.front()->id);
    EXPECT_EQ(kept.obstacle_codes, std::vector<std::string>{"procedure_design"});
    auto const shown = get(nobody, base());
    EXPECT_TRUE(says(shown, "/bank?obstacle=procedure_design") && says(shown, "تصميم المسطرة"));
    auto const again =
        get(president, office + "/statements", {{"row", std::to_string(kept.id.value())}});
    EXPECT_TRUE(says(again, "name=\"unit\"")) << "units of the administration that is kept";
    EXPECT_TRUE(says(get(president, office), base() + "/jury/office"));
}

// One person, one project, and the day of the awards.
TEST_P(ChallengePages, give_certificates_to_their_holders_and_prove_them_to_everybody) {
    open("local-challenge");
    auto const id = found(citizen, "الساكنة");
    go_to(Phase::submission);
    ASSERT_EQ(does([&](db::Writer& writer) -> Outcome {
                  TRY(desk.submit(writer, act(citizen), id, project(), {}));
                  return Done{};
              }),
              "yes");
    auto const office = "/office/challenges/" + code + "/certificates";
    EXPECT_TRUE(says(get(president, office), "لم تسلم أي شهادة بعد"));
    auto const early = post(president, office, {});
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(says(early, "تسلم الشهادات ابتداء من"));
    EXPECT_EQ(get(president, office + ".pdf").status, 404);
    EXPECT_EQ(get(nobody, base() + "/report.pdf").status, 404);
    EXPECT_TRUE(get(president, base() + "/report.pdf").body.starts_with("%PDF"));
    go_to(Phase::award);
    EXPECT_EQ(post(clerk, office, {}).status, 403);
    EXPECT_EQ(post(president, office, {}).status, 303);
    EXPECT_TRUE(says(get(president, office), "مريم العلوي"));
    EXPECT_TRUE(get(president, office + ".pdf").body.starts_with("%PDF"));
    EXPECT_EQ(get(president, office + ".pdf", {{"from", "2"}}).status, 404);
    EXPECT_EQ(get(clerk, office + ".pdf").status, 403);

    auto const mine = get(citizen, "/account/challenges");
    constexpr std::string_view before = "/certificates/";
    auto const at = mine.body.find(before);
    ASSERT_NE(at, std::string::npos);
    auto const number = mine.body.substr(at + before.size(), 14);
    auto const page = std::string(before) + number;
    EXPECT_TRUE(get(citizen, page + "/paper").body.starts_with("%PDF"));
    EXPECT_EQ(get(neighbour, page + "/paper").status, 404);
    EXPECT_EQ(get(nobody, page + "/paper").status, 303) << "to sign in first";
    auto const proof = get(nobody, page);
    EXPECT_TRUE(says(proof, "شهادة صحيحة") && says(proof, "مريم العلوي"));
    EXPECT_EQ(location(get(nobody, "/certificates", {{"number", number}})), "/ar" + page);
    EXPECT_TRUE(get(nobody, base() + "/report.pdf").body.starts_with("%PDF"));
    after.emplace();
    after->number = "2026-AAAA-AAAA";
    after->stage = msg::report_in_bank;
    auto const shown = base() + "/projects/" + std::to_string(id.value());
    auto const in_bank = [&] {
        auto const text = tests::text_of_pdf(get(nobody, base() + "/report.pdf").body);
        auto const label = text.find("مشاريع في بنك المشاريع");
        auto const from = text.rfind('\n', label) + 1;
        return label == std::string::npos ? text : text.substr(from, text.find('\n', label) - from);
    };
    EXPECT_FALSE(says(get(nobody, shown), after->number)) << "what the bank does not show";
    EXPECT_NE(in_bank().find('0'), std::string::npos) << in_bank() << " proposed is not listed";
    after->is_public = true;
    EXPECT_TRUE(says(get(nobody, shown), "/bank/2026-AAAA-AAAA"));
    EXPECT_NE(in_bank().find('1'), std::string::npos) << in_bank();
    auto const wrong = get(nobody, "/certificates/2026-XXXX");
    EXPECT_EQ(wrong.status, 404);
    EXPECT_TRUE(says(wrong, "2026-XXXX")) << "what was typed stands there";
}

}  // namespace wasl::challenges
