// SPDX-License-Identifier: Apache-2.0
// The list of those who review: in pages, narrowed, and one step for several of its entries.
#include "modules/bank/import.hpp"
#include "modules/bank/tests/bank_pages_for_tests.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::bank {

namespace {

using tests::says;

constexpr std::string_view list_page = "/office/bank", several_page = "/office/bank/bulk";

class ReviewersList : public BankPages {
protected:
    // As a file brings them: without authors, all of one moment.
    std::vector<std::string> imported(int count) {
        std::string table = "key,title\n";
        for (int n = 0; n < count; ++n) {
            auto const sign = std::to_string(n);
            table += "k" + sign + ",project " + sign + "\n";
        }
        std::vector<std::string> numbers;
        (void)write([&](db::Writer& w) -> Outcome {
            auto const report =
                take_import(w, desk, table, {.source = "مجموعة للاختبار", .by = reviewing.person},
                            today(), clock.now());
            for (auto const& line : report.lines) numbers.push_back(line.number);
            return Done{};
        });
        return numbers;
    }
    static http::Response well_formed(http::Response page) {
        if (page.body.starts_with("<!"))
            EXPECT_EQ(html::Parsed(page.body).errors(), 0) << page.body;
        return page;
    }
    http::Response list(http::Pairs query = {}) {
        return well_formed(get(reviewing, std::string(list_page), std::move(query)));
    }
    static int boxes(http::Response const& page) {
        constexpr std::string_view box = "type=\"checkbox\" name=\"number\"";
        int count = 0;
        for (auto at = page.body.find(box); at != std::string::npos;
             at = page.body.find(box, at + 1))
            ++count;
        return count;
    }
    static http::Pairs ticked(std::string_view action, std::vector<std::string> const& numbers) {
        http::Pairs pairs{{"act", std::string(action)}};
        for (auto const& one : numbers) pairs.emplace_back("number", one);
        return pairs;
    }
    http::Response asks(http::Visitor const& who, http::Pairs pairs) {
        return well_formed(get(who, std::string(several_page), std::move(pairs)));
    }
    http::Response sends(http::Visitor const& who, http::Pairs pairs, std::string_view reason) {
        pairs.emplace_back("reason", std::string(reason));
        return well_formed(post(who, std::string(several_page), std::move(pairs)));
    }
    // As the page that asks for the reason would send it.
    std::vector<std::string> now(std::vector<std::string> numbers) {
        for (auto& one : numbers) one += ":" + std::to_string(seen(reviewing, one).entry.version);
        return numbers;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, ReviewersList, tests::both_engines(), tests::engine_name);

TEST_P(ReviewersList, tells_how_many_wait_and_shows_each_on_one_page) {
    auto const numbers = imported(60);
    ASSERT_EQ(numbers.size(), 60U);
    std::vector<http::Response> const pages{list(), list({{"page", "2"}}), list({{"page", "3"}})};
    for (std::size_t n = 0; n < numbers.size(); ++n)
        for (std::size_t page = 0; page < pages.size(); ++page)
            EXPECT_EQ(says(pages[page], numbers[n]), n / 25 == page) << n << " on " << page;
    EXPECT_EQ(boxes(pages[2]), 10);
    for (auto const& page : pages) EXPECT_TRUE(says(page, "60 مشروعا وفكرة"));
    EXPECT_TRUE(says(pages[0], "page=3"));
    auto const beyond = list({{"page", "99"}});
    EXPECT_TRUE(boxes(beyond) == 10 && says(beyond, numbers[59])) << "the last there is";
    for (auto const* const odd : {"0", "-3", "x", "99999999999999999999"})
        EXPECT_EQ(boxes(list({{"page", odd}})), 25) << odd;
    EXPECT_FALSE(says(pages[0], numbers[0] + "\" checked"));
    auto const all = list({{"tick", "all"}, {"page", "3"}});
    for (auto n = 50U; n < 60; ++n)
        EXPECT_TRUE(says(all, "id=\"pick-" + numbers[n] + "\" checked"));
}

TEST_P(ReviewersList, is_narrowed_by_stage_and_origin) {
    auto const numbers = imported(30);
    auto const idea = propose(citizen, content());
    decides(reviewing, numbers[0], Action::take_up);
    decides(reviewing, numbers[1], Action::take_up);
    decides(reviewing, numbers[1], Action::send_back, "ناقص");
    decides(reviewing, numbers[2], Action::take_up);
    decides(reviewing, numbers[2], Action::enlist, "واضح");
    struct Row {
        http::Pairs query;
        int shown;
        std::string_view total;
    };
    for (auto const& row : std::initializer_list<Row>{
             {{}, 25, "30 مشروعا وفكرة"},
             {{{"stage", "proposed"}}, 25, "28 مشروعا وفكرة"},
             {{{"stage", "in_review"}}, 1, "مشروع أو فكرة واحدة"},
             {{{"stage", "returned"}}, 1, "مشروع أو فكرة واحدة"},
             {{{"origin", "idea"}}, 1, idea},
             {{{"origin", "import"}}, 25, "29 مشروعا وفكرة"},
             {{{"origin", "import"}, {"stage", "in_review"}}, 1, numbers[0]},
             {{{"origin", "edition"}}, 0, "لا شيء بهذه الاختيارات"},
             {{{"stage", "listed"}}, 25, "30 مشروعا وفكرة"},  // does not wait
             {{{"stage", "x"}, {"origin", "x"}}, 25, "30 مشروعا وفكرة"}}) {
        auto const page = list(row.query);
        EXPECT_EQ(boxes(page), row.shown) << row.total;
        EXPECT_TRUE(says(page, row.total)) << row.total;
    }
    auto const proposed = list({{"stage", "proposed"}, {"origin", "import"}});
    EXPECT_TRUE(says(proposed, "stage=proposed&amp;origin=import&amp;page=2"));
    EXPECT_TRUE(says(proposed, "name=\"stage\" value=\"proposed\"")) << "to come back to";
}

TEST_P(ReviewersList, takes_one_step_for_those_that_are_ticked) {
    auto const numbers = imported(3);
    auto const asked = asks(reviewing, ticked("take_up", {numbers[0], numbers[1]}));
    EXPECT_TRUE(says(asked, "value=\"" + numbers[0] + ":1\""));
    EXPECT_TRUE(says(asked, "value=\"" + numbers[1] + ":1\""));
    EXPECT_FALSE(says(asked, numbers[2]));
    EXPECT_EQ(stage(numbers[0]), Stage::proposed) << "a page changes nothing";
    auto const taken = sends(reviewing, ticked("take_up", now({numbers[0], numbers[1]})), "");
    EXPECT_EQ(taken.status, 200);
    EXPECT_TRUE(says(taken, "تم الإجراء: 2 من 2."));
    EXPECT_EQ(stage(numbers[1]), Stage::in_review);
    EXPECT_EQ(stage(numbers[2]), Stage::proposed);

    EXPECT_TRUE(says(asks(reviewing, ticked("enlist", numbers)), "غير ممكن في هذه الوضعية"));
    auto const enlisting = ticked("enlist", now(numbers));
    auto const bare = sends(reviewing, enlisting, " ");
    EXPECT_EQ(bare.status, 422) << "what everybody reads is not left out";
    EXPECT_TRUE(says(bare, "value=\"" + numbers[1] + ":2\""));
    EXPECT_EQ(stage(numbers[0]), Stage::in_review);
    auto const listed = sends(reviewing, enlisting, "سجل موثوق");
    EXPECT_TRUE(says(listed, "تم الإجراء: 2 من 3."));
    EXPECT_TRUE(says(listed, "هذا الإجراء غير ممكن في هذه الوضعية")) << "nobody studied the third";
    for (auto const& one : {numbers[0], numbers[1]}) {
        auto const whole = seen(nobody, one);
        EXPECT_EQ(whole.entry.reason, "سجل موثوق");
        EXPECT_EQ(whole.steps.back().action, "enlist");
        EXPECT_EQ(whole.steps.back().by, reviewing.person);
    }
    EXPECT_EQ(picture()->lines().size(), 2U);
    EXPECT_TRUE(says(sends(reviewing, enlisting, "سجل موثوق"), "تم الإجراء: 0 من 3."))
        << "sent again it finds all of them changed";
    EXPECT_TRUE(read([&](db::Reader& r) { return journal::verify(r); }).faults.empty());
}

TEST_P(ReviewersList, ends_each_step_where_the_table_says) {
    struct Row {
        std::string_view action;
        Stage to;
    };
    auto const numbers = imported(6);
    sends(reviewing, ticked("take_up", now(numbers)), "");
    std::size_t next = 0;
    for (auto const& row : {Row{"enlist", Stage::listed}, Row{"send_back", Stage::returned},
                            Row{"refuse", Stage::refused}}) {
        std::vector<std::string> const two{numbers[next], numbers[next + 1]};
        auto const bare = sends(reviewing, ticked(row.action, now(two)), "");
        EXPECT_EQ(bare.status, 422) << row.action;
        sends(reviewing, ticked(row.action, now(two)), "سبب واحد");
        for (auto const& one : two) {
            EXPECT_EQ(stage(one), row.to) << row.action;
            EXPECT_EQ(seen(reviewing, one).entry.reason, "سبب واحد");
        }
        next += 2;
    }
}

TEST_P(ReviewersList, says_of_each_that_was_refused_why_and_does_the_others) {
    auto const own = propose(reviewing, content());
    auto const theirs = propose(citizen, content("حافلات مدرسية للدواوير البعيدة"));
    auto const numbers = imported(1);
    auto const reworded = propose(citizen, content("موعد مسبق للشباك"));
    auto const stale = reworded + ":1";
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.revise(w, act(citizen, reworded), content("موعد للشباك"), "");
              }),
              "yes");
    auto const done = sends(reviewing,
                            ticked("take_up", {own + ":1", stale, "2026-AAAA-AAAA:1", numbers[0],
                                               theirs + ":1", theirs + ":1", "x"}),
                            "");
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(says(done, "تم الإجراء: 1 من 6.")) << "one number counts once";
    EXPECT_TRUE(says(done, "لا يدرس أحد مشروعه الخاص"));
    EXPECT_TRUE(says(done, "تغيرت هذه الصفحة منذ فتحها"));
    EXPECT_TRUE(says(done, "هذا المشروع غير موجود"));
    EXPECT_EQ(stage(theirs), Stage::in_review);
    EXPECT_EQ(stage(own), Stage::proposed);
    EXPECT_EQ(stage(reworded), Stage::proposed) << "its words are others than those that were seen";
    EXPECT_EQ(stage(numbers[0]), Stage::proposed) << "without a version nobody has seen it";
    EXPECT_EQ(told(citizen.person), std::vector<std::string>{"moved"});
}

TEST_P(ReviewersList, answers_where_nothing_or_too_much_or_no_step_was_chosen) {
    auto const numbers = imported(26);
    for (auto const& page :
         {asks(reviewing, ticked("take_up", {})), sends(reviewing, ticked("take_up", {}), "")}) {
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(says(page, "لم يتم التأشير على أي مشروع"));
        EXPECT_EQ(boxes(page), 25) << "the list stands there again";
    }
    for (auto const* const odd : {"", "merge", "withdraw", "x"}) {
        auto const page = asks(reviewing, ticked(odd, {numbers[3]}));
        EXPECT_EQ(page.status, 422) << odd;
        EXPECT_TRUE(says(page, "المرجو اختيار الإجراء")) << odd;
        EXPECT_TRUE(says(page, "id=\"pick-" + numbers[3] + "\" checked")) << "still ticked";
        EXPECT_EQ(sends(reviewing, ticked(odd, now({numbers[3]})), "سبب").status, 422) << odd;
    }
    for (auto const& page : {asks(reviewing, ticked("take_up", numbers)),
                             sends(reviewing, ticked("take_up", now(numbers)), "")}) {
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(says(page, "العدد كبير: 25 على الأكثر"));
    }
    EXPECT_EQ(asks(reviewing, ticked("take_up", {"x", "2026-AAAA-AAAA"})).status, 404);
    for (auto const& one : numbers) EXPECT_EQ(stage(one), Stage::proposed);
    EXPECT_TRUE(says(list(), "25 على الأكثر")) << "it is said beforehand";
}

TEST_P(ReviewersList, is_for_those_who_review_and_for_nobody_else) {
    auto const numbers = imported(1);
    for (auto const& other : {citizen, officer, president, governor}) {
        EXPECT_EQ(asks(other, ticked("take_up", numbers)).status, 403) << other.name;
        EXPECT_EQ(sends(other, ticked("take_up", {numbers[0] + ":1"}), "").status, 403)
            << other.name;
        EXPECT_EQ(told_of(read([&](db::Reader& r) { return desk.queue(r, other, {}); })), "actor");
    }
    EXPECT_EQ(sends(nobody, ticked("take_up", {numbers[0] + ":1"}), "").status, 401);
    EXPECT_EQ(boxes(get(officer, std::string(list_page))), 0);
    EXPECT_EQ(stage(numbers[0]), Stage::proposed);
}

}  // namespace

}  // namespace wasl::bank
