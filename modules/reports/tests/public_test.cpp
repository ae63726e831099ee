// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

using PublicReports = PublicTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, PublicReports, tests::both_engines(), tests::engine_name);

TEST_P(PublicReports, are_listed_for_everybody_newest_first_and_by_page) {
    EXPECT_TRUE(says(get(nobody, "/reports"), "لا يوجد أي إشعار بعد"));
    for (int n = 0; n < 21; ++n) {
        auto one = filing();
        one.title = "مصباح رقم " + std::to_string(n) + ".";
        file(citizen, one);
        clock.advance(std::chrono::minutes(1));
    }
    file(citizen, filing("noise"));  // private
    auto const first = get(nobody, "/reports");
    EXPECT_TRUE(says(first, "مصباح رقم 20."));
    EXPECT_FALSE(says(first, "مصباح رقم 0."));
    auto const from = first.body.find("/ar/reports?after=");
    ASSERT_NE(from, std::string::npos);
    auto next = first.body.substr(from + 3, first.body.find('"', from) - from - 3);
    next.replace(next.find("&amp;"), 5, "&");
    auto const second = get(nobody, next);
    EXPECT_TRUE(says(second, "مصباح رقم 0."));
    EXPECT_FALSE(says(second, "مصباح رقم 1."));
    EXPECT_TRUE(says(get(nobody, "/reports?category=pothole"), "لا يوجد إشعار بهذه الاختيارات"));
    EXPECT_TRUE(says(get(nobody, "/reports?state=fixed&commune=x&from=yesterday"),
                     "لا يوجد إشعار بهذه الاختيارات"));
    auto const here = std::to_string(town.value());
    EXPECT_TRUE(says(get(nobody, "/reports?state=open&category=lamp-out&commune=" + here),
                     "مصباح رقم 20."));
}

TEST_P(PublicReports, show_who_answers_and_until_when) {
    auto const report = file(citizen);
    auto const page = get(nobody, "/reports/" + report.number);
    EXPECT_EQ(page.status, 200);
    for (auto const* const text :
         {"لا يضيء منذ أسبوع.", "جماعة بركان", "أجل الجواب", "الإشعار ليس شكاية"})
        EXPECT_TRUE(says(page, text)) << text;
    EXPECT_FALSE(says(page, "مريم"));
    EXPECT_EQ(get(nobody, "/reports/2026-AAAA-AAAA").status, 404);
    auto const hidden = file(citizen, filing("noise"));
    EXPECT_EQ(get(nobody, "/reports/" + hidden.number).status, 404);
    EXPECT_TRUE(says(get(citizen, "/reports/" + hidden.number), "إشعار خاص"));
    EXPECT_TRUE(says(get(citizen, "/account/reports"), report.number));
    EXPECT_TRUE(says(get(nobody, "/reports/about"), "2.17.265"));
}

TEST_P(PublicReports, are_supported_added_to_mended_opened_again_and_rated) {
    auto const report = file(citizen);
    auto const at = "/reports/" + report.number;
    EXPECT_EQ(post(nobody, at, {{"do", "support"}}).status, 401);
    EXPECT_EQ(post(neighbour, at, {{"do", "support"}}).status, 303);
    EXPECT_TRUE(says(get(nobody, at), "داعم واحد"));
    // What was typed is not lost.
    auto const late = post(neighbour, at, {{"do", "fixed"}, {"text", "رأيته يضيء البارحة"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_EQ(post(neighbour, at, {{"do", "comment"}, {"text", "والمصباح الذي بعده."}}).status,
              303);
    EXPECT_EQ(post(citizen, at, {{"do", "comment"}, {"text", " "}}).status, 422);
    EXPECT_TRUE(says(get(nobody, at), "والمصباح الذي بعده."));
    EXPECT_EQ(post(citizen, at, {{"do", "fixed"}, {"text", ""}}).status, 303);
    EXPECT_EQ(post(citizen, at, {{"do", "rate"}, {"rating", "9"}}).status, 422);
    EXPECT_EQ(post(citizen, at, {{"do", "rate"}, {"rating", "4"}}).status, 303);
    EXPECT_TRUE(says(get(nobody, at), "4 من 5"));
    EXPECT_EQ(post(citizen, at, {{"do", "reopen"}, {"reason", "انطفأ من جديد."}}).status, 303);
    auto const whole = seen(citizen, report);
    EXPECT_EQ(whole.report.phase, Phase::open);
    EXPECT_EQ(whole.report.reopened, 1);
    auto const version = std::to_string(whole.report.version);
    http::Pairs const cut{{"do", "redact"}, {"title", "مصباح"}, {"details", ""}};
    auto stale = cut;
    stale.emplace_back("version", "1");
    EXPECT_EQ(post(citizen, at, stale).status, 422);
    auto fresh = cut;
    fresh.emplace_back("version", version);
    EXPECT_EQ(post(citizen, at, fresh).status, 303);
    EXPECT_FALSE(says(get(nobody, at), "المدرسة"));
    EXPECT_EQ(post(citizen, at, {{"do", "withdraw"}}).status, 303);
    EXPECT_EQ(post(citizen, at, {{"do", "vanish"}}).status, 422);
    expect_consistent();
}

TEST_P(PublicReports, of_whoever_has_no_account_wait_for_the_code) {
    auto what = filing();
    what.contact = "0661234567";
    auto const report = file(nobody, what);
    auto const at = "/reports/" + report.number;
    EXPECT_EQ(get(nobody, at).status, 404);
    auto const letter = letters().back();
    auto const key = letter.substr(letter.find("key=") + 4, 14);
    auto const opened = get(nobody, at + "/confirm?key=" + key);
    EXPECT_TRUE(says(opened, key));
    EXPECT_EQ(post(nobody, at + "/confirm", {{"code", "7K3M-9QXD-2HTA"}}).status, 422);
    auto const confirmed = post(nobody, at + "/confirm", {{"code", key}});
    EXPECT_EQ(location(confirmed), at + "?key=" + key + "&done=confirm");
    EXPECT_EQ(get(nobody, at).status, 200);
    EXPECT_FALSE(says(get(nobody, at), "لصاحب الإشعار"));
    EXPECT_TRUE(says(get(nobody, at + "?key=" + key), "لصاحب الإشعار"));
    EXPECT_EQ(post(nobody, at, {{"do", "fixed"}, {"key", key}}).status, 303);
    EXPECT_EQ(post(nobody, at + "/confirm", {{"do", "again"}}).status, 303);
}

}  // namespace wasl::reports
