// SPDX-License-Identifier: Apache-2.0
// The doors of the bank, without JavaScript: what each reader is shown, and what comes back where
// it is refused.
#include "modules/bank/tests/bank_pages_for_tests.hpp"

namespace wasl::bank {

using tests::says;

INSTANTIATE_TEST_SUITE_P(OnBoth, BankPages, tests::both_engines(), tests::engine_name);

TEST_P(BankPages, show_each_reader_what_is_theirs) {
    EXPECT_EQ(get(nobody, "/bank").status, 200);
    auto const waiting = propose(citizen, content("فكرة لم يقرأها أحد"));
    auto const listed = enlist(neighbour, content());
    EXPECT_TRUE(says(get(nobody, "/bank"), "تتبع ملفات التعمير"));
    EXPECT_FALSE(says(get(nobody, "/bank"), "فكرة لم يقرأها أحد"));
    EXPECT_EQ(get(nobody, "/bank/" + waiting).status, 404) << "what nobody has looked at yet";
    EXPECT_EQ(get(citizen, "/bank/" + waiting).status, 200);
    EXPECT_EQ(get(reviewing, "/bank/" + waiting).status, 200);
    EXPECT_EQ(get(nobody, "/bank/" + listed).status, 200);
    EXPECT_EQ(get(nobody, "/bank/2026-AAAA-AAAA").status, 404);
    EXPECT_EQ(get(nobody, "/bank/" + listed + "/edit").status, 303) << "to sign in first";
    EXPECT_EQ(get(citizen, "/bank/" + listed + "/edit").status, 404) << "another's";
    EXPECT_EQ(get(citizen, "/bank/" + listed + "/adopt").status, 403) << "who holds no position";
    EXPECT_EQ(get(officer, "/bank/" + listed + "/adopt").status, 200);
    EXPECT_FALSE(says(get(officer, "/office/bank"), waiting)) << "no reviewer";
    EXPECT_TRUE(says(get(reviewing, "/office/bank"), waiting));
    EXPECT_EQ(get(officer, "/office/bank/imports").status, 403);
    EXPECT_EQ(get(reviewing, "/office/bank/imports/7").status, 404);
    EXPECT_EQ(get(nobody, "/bank", {{"q", std::string(4'000, 'x')}}).status, 200);
    EXPECT_EQ(get(nobody, "/bank", {{"page", "-7"}, {"evidence", "e9"}}).status, 200);
}

TEST_P(BankPages, show_what_an_entry_said_before) {
    auto const waiting = propose(neighbour, content("فكرة لم يقرأها أحد"));
    auto const number = enlist(citizen, content());
    auto const page = "/bank/" + number + "/wordings";
    EXPECT_EQ(get(nobody, page).status, 200) << "without any";
    EXPECT_FALSE(says(get(nobody, "/bank/" + number), page));
    auto text = content();
    text.problem = "مشكل بصيغة ثانية";
    does([&](db::Writer& w) { return desk.revise(w, act(citizen, number), text, "صيغة أدق"); });
    EXPECT_TRUE(says(get(nobody, "/bank/" + number), page));
    auto const list = get(nobody, page);
    EXPECT_TRUE(says(list, "صيغة أدق"));
    auto const at = list.body.find(page + "/") + page.size() + 1;
    auto const link = page + "/" + list.body.substr(at, list.body.find('"', at) - at);
    auto const former = get(nobody, link);
    EXPECT_TRUE(says(former, content().problem) && says(former, "مشكل بصيغة ثانية"));
    auto const sign = "action=\"/ar" + link;
    EXPECT_FALSE(says(former, sign) || says(get(citizen, link), sign));
    EXPECT_TRUE(says(get(reviewing, link), sign));
    EXPECT_EQ(post(officer, link, {{"reason", "معطى شخصي"}}).status, 403);
    EXPECT_EQ(post(reviewing, link, {{"reason", ""}}).status, 422);
    EXPECT_EQ(post(reviewing, link, {{"reason", "معطى شخصي"}}).status, 303);
    auto const struck = get(nobody, link);
    EXPECT_TRUE(says(struck, "معطى شخصي"));
    EXPECT_FALSE(says(struck, content().problem));
    EXPECT_TRUE(says(get(nobody, "/bank/" + number), "معطى شخصي")) << "in the history too";
    EXPECT_EQ(get(nobody, page + "/7").status, 404);
    EXPECT_EQ(get(nobody, page + "/x").status, 404);
    EXPECT_EQ(get(nobody, "/bank/" + waiting + "/wordings").status, 404);
}

TEST_P(BankPages, give_back_what_was_typed) {
    http::Pairs form{{"title", "حافلة الخدمات"},  {"problem", "مشكل محفوظ"}, {"solution", " "},
                     {"serves", "سكان الدواوير"}, {"language", "ar"},        {"then", "send"}};
    auto const refused = post(citizen, "/bank/new", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "مشكل محفوظ") && says(refused, "حافلة الخدمات"));
    form[2].second = std::string(7'000, 'x');
    auto const long_one = post(citizen, "/bank/new", form);
    EXPECT_EQ(long_one.status, 422) << "longer than a part may be";
    EXPECT_TRUE(says(long_one, "مشكل محفوظ"));
    auto const number = enlist(citizen, content());
    auto const version = std::to_string(seen(citizen, number).entry.version);
    auto const stale = post(citizen, "/bank/" + number + "/edit",
                            {{"version", "77"},
                             {"title", "عنوان جديد"},
                             {"problem", "م"},
                             {"solution", "ح"},
                             {"serves", "س"},
                             {"language", "ar"},
                             {"then", "send"}});
    EXPECT_TRUE(says(stale, "عنوان جديد")) << stale.status;
    EXPECT_EQ(std::to_string(seen(citizen, number).entry.version), version);
    auto const bare = post(officer, "/bank/" + number + "/adopt", {{"why", " "}});
    EXPECT_EQ(bare.status, 422);
    EXPECT_EQ(post(citizen, "/bank/" + number + "/do/withdraw", {{"reason", " "}}).status, 422);
    EXPECT_EQ(get(citizen, "/bank/" + number + "/do/nonsense").status, 404);
    EXPECT_EQ(post(nobody, "/bank/new", form).status, 401);
}

}  // namespace wasl::bank
