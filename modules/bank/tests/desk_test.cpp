// SPDX-License-Identifier: Apache-2.0
// From an idea to the gate, on both databases.
#include <algorithm>

#include "modules/bank/tests/bank_for_tests.hpp"

namespace wasl::bank {

namespace {

class Gate : public BankTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Gate, tests::both_engines(), tests::engine_name);

TEST_P(Gate, an_idea_is_private_until_a_reviewer_has_decided_with_reasons) {
    auto what = content();
    what.title = " ";
    EXPECT_EQ(told_of(try_to_propose(citizen, what)), "empty title");
    EXPECT_EQ(told_of(try_to_propose(nobody, content())), "sign_in");
    auto const number = propose(citizen, content());
    EXPECT_EQ(told_of(read([&](db::Reader& r) { return desk.see(r, neighbour, number, today()); })),
              "not_found");
    EXPECT_EQ(seen(citizen, number).entry.content, content()) << "exact, cost included";
    EXPECT_EQ(decides(citizen, number, Action::take_up), "actor");
    EXPECT_EQ(decides(reviewing, number, Action::enlist, "جيد"), "step");
    EXPECT_EQ(decides(reviewing, number, Action::take_up), "yes");
    EXPECT_EQ(decides(reviewing, number, Action::enlist), "empty reason");
    EXPECT_TRUE(picture()->lines().empty());
    EXPECT_EQ(decides(reviewing, number, Action::enlist, "واضح"), "yes");
    ASSERT_EQ(picture()->lines().size(), 1U);
    auto const whole = seen(nobody, number);
    EXPECT_EQ(whole.entry.stage, Stage::listed);
    EXPECT_EQ(whole.entry.reason, "واضح");
    ASSERT_EQ(whole.steps.size(), 3U);
    EXPECT_EQ(whole.steps.back().action, "enlist");
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"moved", "moved"}));
    EXPECT_TRUE(read([&](db::Reader& r) { return journal::verify(r); }).faults.empty());
}

TEST_P(Gate, nobody_reviews_the_own_entry) {
    auto const number = propose(reviewing, content());
    EXPECT_EQ(decides(reviewing, number, Action::take_up), "own");
    auto const other = holding("زميلة", http::Role::officer, agency);
    EXPECT_EQ(decides(other, number, Action::take_up), "yes");
}

TEST_P(Gate, a_refusal_is_published_and_can_be_reconsidered) {
    auto const number = propose(citizen, content());
    decides(reviewing, number, Action::take_up);
    EXPECT_EQ(decides(reviewing, number, Action::refuse, "موجود في المنصة"), "yes");
    EXPECT_EQ(seen(nobody, number).entry.reason, "موجود في المنصة");
    EXPECT_TRUE(picture()->lines().empty()) << "not in the list";
    EXPECT_EQ(decides(reviewing, number, Action::reconsider, "معطيات جديدة"), "yes");
    EXPECT_EQ(stage(number), Stage::in_review);
}

TEST_P(Gate, what_is_sent_back_is_completed_and_stale_pages_change_nothing) {
    auto const number = propose(citizen, content());
    decides(reviewing, number, Action::take_up);
    decides(reviewing, number, Action::send_back, "المرجو بيان الكلفة");
    auto better = content();
    better.yearly_cost = Money::dirhams(600);
    auto known = act(citizen, number);
    known.version = 1;
    EXPECT_EQ(does([&](db::Writer& w) { return desk.revise(w, known, better, ""); }), "stale");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.revise(w, act(citizen, number), better, ""); }),
              "yes");
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.revise(w, act(neighbour, number), better, ""); }),
        "not_found");
    EXPECT_EQ(decides(citizen, number, Action::resubmit), "yes");
    EXPECT_EQ(seen(citizen, number).entry.content.yearly_cost, Money::dirhams(600));
}

TEST_P(Gate, what_an_entry_said_before_is_kept_and_public_where_it_was) {
    auto const number = propose(citizen, content());
    decides(reviewing, number, Action::take_up);
    decides(reviewing, number, Action::send_back, "المرجو بيان الكلفة");
    auto text = content();
    auto const revise = [&](std::string_view what) {
        clock.advance(std::chrono::minutes(1));
        return does(
            [&](db::Writer& w) { return desk.revise(w, act(citizen, number), text, what); });
    };
    text.yearly_cost = Money::dirhams(600);
    text.touches.data = {"رخص البناء", "رسوم"};
    EXPECT_EQ(revise(""), "yes");
    decides(citizen, number, Action::resubmit);
    decides(reviewing, number, Action::take_up);
    EXPECT_EQ(decides(reviewing, number, Action::enlist, "واضح"), "yes");
    auto const listed = seen(citizen, number).entry.content;
    text.solution = "رسالة قصيرة عند كل مرحلة.";
    EXPECT_EQ(revise("حل أبسط"), "yes");
    std::reverse(text.touches.data.begin(), text.touches.data.end());
    EXPECT_EQ(revise("لا شيء"), "yes");
    text.title = "عنوان ثالث";
    EXPECT_EQ(revise("عنوان أوضح"), "yes");

    auto const steps = [&](http::Visitor const& who) {
        return read([&](db::Reader& r) { return desk.rewordings(r, who, number); }).value().steps;
    };
    auto const former = [&](http::Visitor const& who, StepId step) {
        return read([&](db::Reader& r) { return desk.former(r, who, number, step); });
    };
    ASSERT_EQ(steps(citizen).size(), 3U) << "in another order it is the same";
    ASSERT_EQ(steps(reviewing).size(), 3U);
    auto const shown = steps(nobody);
    ASSERT_EQ(shown.size(), 2U) << "not what stood before the gate";
    EXPECT_EQ(seen(nobody, number).former_wordings, 2);
    EXPECT_EQ(shown.front().reason, "عنوان أوضح");
    auto const first = former(nobody, shown.back().id).value();
    EXPECT_EQ(first.then.content, listed) << "exact, cost and what it touches included";
    EXPECT_EQ(first.after.solution, text.solution);
    EXPECT_EQ(first.after_step, shown.front().id);
    auto const last = former(nobody, shown.front().id).value();
    EXPECT_EQ(last.after.title, "عنوان ثالث");
    EXPECT_EQ(last.after_step, StepId{0}) << "which stands now";
    auto const hidden = steps(citizen).back().id;
    EXPECT_EQ(told_of(former(nobody, hidden)), "not_found");
    EXPECT_EQ(former(citizen, hidden).value().then.content, content());
    EXPECT_NE(read([&](db::Reader& r) {
                  return desk.contributor().exports(r, citizen.person);
              }).find("\"until\""),
              std::string::npos);
}

TEST_P(Gate, a_reviewer_strikes_a_former_wording_whose_words_may_not_be_read) {
    auto const number = enlist(citizen, content());
    auto text = content();
    for (auto const* title : {"الهاتف 0600000000", "عنوان ثان", "عنوان ثالث"}) {
        text.title = title;
        does([&](db::Writer& w) { return desk.revise(w, act(citizen, number), text, "تدقيق"); });
    }
    auto const steps =
        read([&](db::Reader& r) { return desk.rewordings(r, nobody, number); }).value().steps;
    ASSERT_EQ(steps.size(), 3U);
    auto const told = steps[1].id;
    auto const former = [&](http::Visitor const& who, StepId step) {
        return read([&](db::Reader& r) { return desk.former(r, who, number, step); }).value();
    };
    auto const strikes = [&](http::Visitor const& who, std::string_view reason) {
        return does([&](db::Writer& w) { return desk.strike(w, act(who, number), told, reason); });
    };
    EXPECT_EQ(former(nobody, told).then.content.title, "الهاتف 0600000000");
    EXPECT_TRUE(former(reviewing, told).may_strike);
    EXPECT_FALSE(former(citizen, told).may_strike || former(nobody, told).may_strike);
    EXPECT_EQ(strikes(nobody, "x"), "actor");
    EXPECT_EQ(strikes(citizen, "x"), "actor") << "the trace is not its author's to take away";
    EXPECT_EQ(strikes(reviewing, " "), "empty reason");
    EXPECT_EQ(strikes(reviewing, "رقم هاتف شخصي"), "yes");
    EXPECT_EQ(strikes(reviewing, "مرة أخرى"), "yes") << "pressed twice it acts once";
    for (auto const& who : {nobody, citizen, reviewing}) {
        auto const page = former(who, told);
        EXPECT_EQ(page.then.content.title + page.then.content.problem, "");
        EXPECT_FALSE(page.may_strike);
        ASSERT_TRUE(page.struck.has_value());
        EXPECT_EQ(page.struck->reason, "رقم هاتف شخصي");
    }
    EXPECT_TRUE(former(nobody, steps[2].id).after_struck);
    EXPECT_EQ(former(nobody, steps[2].id).then.content, content()) << "the others stand";
    EXPECT_EQ(former(nobody, steps[0].id).then.content.title, "عنوان ثان");
    EXPECT_EQ(seen(nobody, number).steps.back().action, "strike_wording");
    EXPECT_EQ(seen(nobody, number).entry.content.title, "عنوان ثالث");
    EXPECT_EQ(read([&](db::Reader& r) {
                  return desk.contributor().exports(r, citizen.person);
              }).find("0600000000"),
              std::string::npos);
}

TEST_P(Gate, a_merge_waits_for_the_authors_consent_and_leaves_its_trace) {
    auto const first = enlist(citizen, content());
    auto twin = content("رسائل قصيرة لتتبع الرخص");
    auto const second = propose(neighbour, twin, {{first, Relation::joins, "نفس الحل تقريبا"}});
    decides(reviewing, second, Action::take_up);
    EXPECT_EQ(decides(reviewing, second, Action::merge, "نفس الفكرة", second), "into into");
    EXPECT_EQ(decides(reviewing, second, Action::merge, "نفس الفكرة", first), "yes");
    EXPECT_EQ(stage(second), Stage::in_review) << "nothing happened yet";
    EXPECT_EQ(decides(reviewing, second, Action::merge, "نفس الفكرة", first), "merge_waits");
    auto const answers = [&](http::Visitor const& who, bool agrees) {
        return does([&](db::Writer& w) { return desk.answer_merge(w, act(who, second), agrees); });
    };
    EXPECT_EQ(answers(reviewing, true), "actor");
    EXPECT_EQ(answers(neighbour, false), "yes");
    EXPECT_EQ(stage(second), Stage::in_review);
    EXPECT_EQ(decides(reviewing, second, Action::merge, "نفس الفكرة", first), "yes");
    EXPECT_EQ(answers(neighbour, true), "yes");
    auto const merged = seen(nobody, second);
    EXPECT_EQ(merged.entry.stage, Stage::merged);
    EXPECT_EQ(merged.entry.merged_into, seen(nobody, first).entry.id);
    EXPECT_EQ(seen(nobody, first).steps.back().action, "absorb");
    EXPECT_EQ(seen(neighbour, first).follows, true) << "its author follows what it became";
    auto const near = [&](http::Visitor const& who) {
        return read([&](db::Reader& r) { return desk.coauthors(r, who.person); });
    };
    EXPECT_EQ(near(citizen), std::vector{neighbour.person}) << "who wrote what became one";
    EXPECT_EQ(near(neighbour), std::vector{citizen.person});
    EXPECT_TRUE(near(reviewing).empty() && near(nobody).empty());
}

TEST_P(Gate, what_nobody_confirms_goes_to_rest_after_a_reminder_and_can_be_woken) {
    auto const number = enlist(citizen, content());
    clock.advance(Days{340});
    run_job();
    run_job();
    auto notices = told(citizen.person);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "confirm"), 1) << "once";
    EXPECT_EQ(stage(number), Stage::listed);
    clock.advance(Days{30});
    run_job();
    EXPECT_EQ(stage(number), Stage::dormant);
    EXPECT_EQ(picture()->find("", {}, 10, 0).total, 0U);
    EXPECT_EQ(picture()->find("", {.dormant = true}, 10, 0).total, 1U);
    EXPECT_EQ(decides(citizen, number, Action::wake), "yes");
    EXPECT_EQ(picture()->find("", {}, 10, 0).total, 1U);
    EXPECT_EQ(decides(citizen, number, Action::withdraw), "empty reason");
    EXPECT_EQ(decides(citizen, number, Action::withdraw, "تغير المشروع"), "yes");
    EXPECT_EQ(seen(nobody, number).entry.stage, Stage::withdrawn) << "its page stays";
}

TEST_P(Gate, the_same_form_sent_twice_and_the_same_project_of_an_edition_are_one) {
    Proposal const proposal{.content = content(), .key = "once"};
    auto const send = [&] {
        return write([&](db::Writer& w) {
                   return desk.propose(w, citizen, proposal, today(), clock.now());
               })
            .value();
    };
    EXPECT_EQ(send(), send());
    EditionProject const project{.content = content("تنسيق"),
                                 .edition = "إدارثون 2020",
                                 .team = "الخوارزمي",
                                 .challenge = "الاستقبال",
                                 .award = "الجائزة",
                                 .url = {},
                                 .key = "idarathon-2020-etansik",
                                 .leader = citizen.person,
                                 .authors = "فريق الخوارزمي"};
    auto const bring = [&] {
        return write([&](db::Writer& w) {
                   return desk.from_edition(w, project, today(), clock.now());
               })
            .value();
    };
    auto const number = bring();
    EXPECT_EQ(bring(), number);
    auto const brought = [&](std::string_view key) {
        return read([&](db::Reader& r) { return desk.brought(r, key); });
    };
    EXPECT_FALSE(brought("another"));
    EXPECT_TRUE(brought(project.key)->adoptions.empty());
    adopt(number);
    EXPECT_EQ(brought(project.key)->adoptions.size(), 1U);
    EXPECT_EQ(brought(project.key)->entry.number, number);
    EXPECT_EQ(seen(nobody, number).entry.source.team, "الخوارزمي");
    EXPECT_EQ(picture()->lines().size(), 1U);
}

TEST_P(Gate, similar_ones_are_found_by_the_common_analyser_and_filters_narrow) {
    auto const first = enlist(citizen, content());
    auto other = content("حافلات مدرسية للدواوير البعيدة");
    other.problem = "ينقطع تلاميذ القرى عن الدراسة لغياب النقل.";
    other.solution = "مسارات تحدد حسب عناوين التلاميذ.";
    other.serves = "تلاميذ القرى";
    other.touches = {};
    other.touches.obstacles = {"equipment"};
    auto const second = enlist(neighbour, other);
    auto const seen = picture();
    auto const similar = seen->similar("رخصة بناء وتتبع ملفي بالهاتف", 5);
    ASSERT_FALSE(similar.empty());
    EXPECT_EQ(similar.front()->number, first);
    EXPECT_EQ(seen->find("النقل المدرسي", {}, 10, 0).lines.at(0)->number, second);
    Narrow narrow;
    narrow.obstacle = "equipment";
    EXPECT_EQ(seen->find("", narrow, 10, 0).lines.at(0)->number, second);
    narrow = {};
    narrow.indicator = "k5";
    EXPECT_EQ(seen->find("", narrow, 10, 0).lines.at(0)->number, first);
    EXPECT_EQ(seen->counts(Touch::obstacle).at("equipment"), 1);
}

}  // namespace

}  // namespace wasl::bank
