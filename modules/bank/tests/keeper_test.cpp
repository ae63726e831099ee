// SPDX-License-Identifier: Apache-2.0
// What nobody answers for is corrected by a reviewer, and by nobody else.
#include "modules/bank/tests/bank_pages_for_tests.hpp"

namespace wasl::bank {

namespace {

using tests::says;

class Keeper : public BankPages {
protected:
    static constexpr std::string_view telephone = "الهاتف 0600000000";

    // Nobody's, as an import or an edition without accounts brings it: it may know little.
    std::string nobodys(bool listed) {
        EditionProject project;
        project.edition = "دورة سابقة";
        project.key = "one";
        project.content.title = "شباك متنقل";
        project.content.problem = telephone;
        project.listed = listed;
        auto const number = write(
            [&](db::Writer& w) { return desk.from_edition(w, project, today(), clock.now()); });
        EXPECT_EQ(told_of(number), "yes");
        return number.refused() ? std::string() : number.value();
    }
    std::string revises(http::Visitor const& who, std::string_view number, Content const& what,
                        std::string_view why) {
        return does([&](db::Writer& w) { return desk.revise(w, act(who, number), what, why); });
    }
    std::string strikes(http::Visitor const& who, std::string_view number, StepId step) {
        return does(
            [&](db::Writer& w) { return desk.strike(w, act(who, number), step, "رقم هاتف شخصي"); });
    }
    void erase(http::Visitor const& who) {
        (void)write([&](db::Writer& w) -> Outcome {
            (void)desk.contributor().erases(w, who.person, clock.now());
            return Done{};
        });
    }
    std::vector<StepLine> rewordings(http::Visitor const& who, std::string_view number) {
        return read([&](db::Reader& r) { return desk.rewordings(r, who, number); }).value().steps;
    }
    std::string former_problem(http::Visitor const& who, std::string_view number, StepId step) {
        return read([&](db::Reader& r) { return desk.former(r, who, number, step); })
            .value()
            .then.content.problem;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Keeper, tests::both_engines(), tests::engine_name);

TEST_P(Keeper, takes_personal_data_out_of_what_stands_now_and_out_of_what_stood_before) {
    auto const number = nobodys(true);
    auto clean = seen(nobody, number).entry.content;
    EXPECT_EQ(clean.problem, telephone);
    clean.problem.clear();
    for (auto const& other : {citizen, officer, governor, admin}) {
        EXPECT_FALSE(seen(other, number).may_write) << other.name;
        EXPECT_EQ(revises(other, number, clean, "معطى شخصي"), "actor") << other.name;
    }
    EXPECT_EQ(revises(reviewing, number, clean, " "), "empty reason") << "it is public";
    auto untitled = clean;
    untitled.title.clear();
    EXPECT_EQ(revises(reviewing, number, untitled, "معطى شخصي"), "empty title");
    EXPECT_EQ(revises(reviewing, number, clean, "معطى شخصي"), "yes")
        << "what the record never told need not be invented";

    auto const after = seen(nobody, number);
    EXPECT_EQ(after.entry.content.problem, "");
    EXPECT_EQ(after.entry.author, PersonId{0}) << "who corrects is not its author";
    EXPECT_FALSE(seen(reviewing, number).is_author);
    EXPECT_EQ(after.steps.back().reason, "معطى شخصي");
    auto const kept = rewordings(nobody, number);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(former_problem(nobody, number, kept[0].id), telephone) << "until it is struck";
    EXPECT_EQ(strikes(citizen, number, kept[0].id), "actor");
    EXPECT_EQ(strikes(officer, number, kept[0].id), "actor");
    EXPECT_EQ(strikes(reviewing, number, kept[0].id), "yes");
    EXPECT_EQ(former_problem(nobody, number, kept[0].id), "");
    EXPECT_EQ(former_problem(reviewing, number, kept[0].id), "");
    EXPECT_EQ(decides(reviewing, number, Action::rest, "لا أحد يتتبعه"), "yes")
        << "and still reviews it";
}

TEST_P(Keeper, is_nobody_where_an_author_or_an_owner_can_write) {
    auto const written = enlist(citizen, content());
    auto text = content();
    text.title = "عنوان ثان";
    EXPECT_EQ(revises(reviewing, written, text, "تدقيق"), "actor");
    Proposal owned;
    owned.content = content("شباك متنقل للدواوير");
    owned.owner = commune;
    owned.relations = {{written, Relation::differs, "للدواوير"}};
    auto const stands_by =
        write([&](db::Writer& w) { return desk.propose(w, officer, owned, today(), clock.now()); });
    ASSERT_EQ(told_of(stands_by), "yes");
    erase(citizen);
    erase(officer);
    EXPECT_FALSE(seen(reviewing, stands_by.value()).may_write) << "its head answers for it";
    EXPECT_TRUE(seen(president, stands_by.value()).may_write);
    EXPECT_TRUE(seen(reviewing, written).may_write);
    EXPECT_EQ(revises(reviewing, written, text, "تدقيق"), "yes");
}

TEST_P(Keeper, stands_in_until_its_owner_has_a_head) {
    auto const colleague = holding("يوسف الطاهري", http::Role::officer, agency);
    Proposal owned;
    owned.content = content();
    owned.owner = agency;
    auto const number = write(
        [&](db::Writer& w) { return desk.propose(w, colleague, owned, today(), clock.now()); });
    ASSERT_EQ(told_of(number), "yes");
    EXPECT_FALSE(seen(reviewing, number.value()).may_write) << "its author answers";
    erase(colleague);
    auto text = content();
    text.title = "عنوان ثان";
    EXPECT_TRUE(seen(reviewing, number.value()).may_write);
    EXPECT_EQ(revises(reviewing, number.value(), text, "تدقيق"), "yes");
    auto const director = holding("مدير الوكالة", http::Role::head, agency);
    EXPECT_FALSE(seen(reviewing, number.value()).may_write);
    text.title = "عنوان ثالث";
    EXPECT_EQ(revises(reviewing, number.value(), text, "تدقيق"), "actor");
    EXPECT_EQ(revises(director, number.value(), text, "تدقيق"), "yes");
}

TEST_P(Keeper, corrects_at_every_stage_and_sends_on_what_was_sent_back) {
    auto const number = nobodys(false);
    auto text = seen(reviewing, number).entry.content;
    auto const corrects = [&](std::string_view at) {
        text.solution = at;
        EXPECT_EQ(revises(reviewing, number, text, "تصحيح"), "yes") << at;
        EXPECT_EQ(seen(reviewing, number).entry.content.solution, at);
    };
    text.solution = "بلا سبب";
    EXPECT_EQ(revises(reviewing, number, text, ""), "empty reason") << "before the gate, too";
    corrects("proposed");
    EXPECT_EQ(decides(reviewing, number, Action::take_up), "yes");
    corrects("in_review");
    EXPECT_EQ(decides(reviewing, number, Action::send_back, "ناقص"), "yes");
    corrects("returned");
    EXPECT_EQ(decides(officer, number, Action::resubmit), "not_found");
    EXPECT_EQ(decides(reviewing, number, Action::resubmit), "yes") << "nobody else could";
    EXPECT_EQ(decides(reviewing, number, Action::take_up), "yes");
    EXPECT_EQ(decides(reviewing, number, Action::refuse, "مكرر"), "yes");
    corrects("refused");
    auto const theirs = propose(citizen, content());
    decides(reviewing, theirs, Action::take_up);
    decides(reviewing, theirs, Action::send_back, "ناقص");
    EXPECT_EQ(decides(reviewing, theirs, Action::resubmit), "actor") << "its author answers";
}

TEST_P(Keeper, is_offered_the_form_and_nobody_else_is) {
    auto const number = nobodys(true);
    auto const page = "/bank/" + number, form = page + "/edit";
    auto const link = "href=\"/ar" + form + "\"";
    EXPECT_TRUE(says(get(reviewing, page), link));
    for (auto const& other : {citizen, officer, governor}) {
        EXPECT_FALSE(says(get(other, page), link)) << other.name;
        EXPECT_EQ(get(other, form).status, 404) << other.name;
        EXPECT_EQ(post(other, form, {{"title", "x"}, {"then", "send"}}).status, 404);
    }
    auto const shown = get(reviewing, form);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(says(shown, "فيصححه من يدرس المشاريع") && says(shown, std::string(telephone)));
    http::Pairs sent{{"version", std::to_string(seen(nobody, number).entry.version)},
                     {"title", "شباك متنقل"},
                     {"problem", ""},
                     {"solution", ""},
                     {"serves", ""},
                     {"language", "ar"},
                     {"then", "send"}};
    EXPECT_EQ(post(reviewing, form, sent).status, 422) << "without a reason";
    sent.emplace_back("reason", "معطى شخصي");
    EXPECT_EQ(post(reviewing, form, sent).status, 303);
    EXPECT_FALSE(says(get(nobody, page), std::string(telephone)));
    auto const former =
        page + "/wordings/" + std::to_string(rewordings(nobody, number)[0].id.value());
    auto const list = get(nobody, page + "/wordings");
    EXPECT_TRUE(says(list, "من يدرس المشاريع") && says(list, "معطى شخصي"));
    EXPECT_TRUE(says(get(nobody, former), std::string(telephone)));
    EXPECT_EQ(post(citizen, former, {{"reason", "معطى شخصي"}}).status, 403);
    EXPECT_EQ(post(officer, former, {{"reason", "معطى شخصي"}}).status, 403);
    EXPECT_EQ(post(reviewing, former, {{"reason", "معطى شخصي"}}).status, 303);
    EXPECT_FALSE(says(get(nobody, former), std::string(telephone)));
    EXPECT_FALSE(says(get(reviewing, former), std::string(telephone)));
}

}  // namespace

}  // namespace wasl::bank
