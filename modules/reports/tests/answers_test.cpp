// SPDX-License-Identifier: Apache-2.0
// What is said about a report with pictures, by the office and by the public, and what of it the
// public is not to see.
#include "modules/reports/image.hpp"
#include "modules/reports/photos.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

class Answers : public PublicTest {
protected:
    Answers() { add_office_pages(router, pages); }

    // Each of its own grey, so that no two are one content.
    static std::string picture(int grey) {
        Image image{64, 48, {}};
        image.rgb.assign(std::size_t{64} * 48 * 3, static_cast<std::uint8_t>(grey));
        return jpeg_of(image, 90);
    }
    static std::string act_at(Report const& report, std::string const& name) {
        return "/office/reports/" + report.number + "/do/" + name;
    }
    http::Pairs on_version(Report const& report, http::Pairs form) {
        form.emplace_back("version", std::to_string(seen(officer, report).report.version));
        return form;
    }
    // What is typed, and what the page's form keeps to itself beside it.
    static http::Pairs filled(http::Response const& page, http::Pairs form) {
        auto const typed = form;
        for (auto& kept : hidden_of(page)) {
            auto const same = [&](auto const& one) { return one.first == kept.first; };
            if (std::none_of(typed.begin(), typed.end(), same)) form.push_back(std::move(kept));
        }
        return form;
    }
    void make_photos() { photos_job(store).run(database(), clock.now()); }
    static std::size_t count(std::string_view text, std::string_view part) {
        std::size_t found = 0;
        for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Answers, tests::both_engines(), tests::engine_name);

TEST_P(Answers, of_several_bring_one_photo_and_a_ready_text_in_each_authors_language) {
    auto french = filing();
    french.language = Language::fr;
    auto const one = file(citizen), two = file(neighbour, french);
    std::string const at = "/office/reports/bulk";
    auto const page =
        get(officer, at + "?act=move:investigating&number=" + one.number + "&number=" + two.number);
    EXPECT_TRUE(says(page, "multipart/form-data"));
    auto const settings =
        read([&](db::Reader& reader) { return desk.settings(reader, clock.now()); });
    auto const found = settings->templates_for("investigating", "lamp-out");
    ASSERT_FALSE(found.empty());
    auto const& ready = *found.front();
    auto const chosen = post(
        officer, at, filled(page, {{"template", std::to_string(ready.id.value())}}), {picture(90)});
    EXPECT_TRUE(says(chosen, ready.text.ar));
    EXPECT_EQ(seen(nobody, one).report.state, "received") << "nothing is done yet";
    auto const done = post(officer, at, filled(chosen, {{"text", ready.text.ar}}));
    EXPECT_EQ(done.status, 200);
    for (auto const& report : {one, two}) {
        auto const whole = seen(nobody, report);
        ASSERT_EQ(whole.photos.size(), 1U);
        EXPECT_EQ(whole.updates.back().text, directory::in(report.language, ready.text));
    }
    EXPECT_NE(ready.text.ar, ready.text.fr);
}

TEST_P(Answers, of_the_office_show_the_repair_in_the_timeline) {
    auto const report = file(citizen);
    auto const at = act_at(report, "move");
    auto const form = get(officer, at + "?state=fixed");
    EXPECT_TRUE(says(form, "multipart/form-data"));
    auto const done = post(officer, at, filled(form, {{"text", "تم تغيير المصباح."}}),
                           {picture(40), picture(200)});
    ASSERT_EQ(done.status, 303) << done.body;
    EXPECT_TRUE(says(get(nobody, "/reports/" + report.number), "صورة قيد التهيئة"));
    make_photos();
    auto const whole = seen(nobody, report);
    ASSERT_EQ(whole.photos.size(), 2U);
    for (auto const& photo : whole.photos) {
        EXPECT_EQ(photo.update, whole.updates.back().id);
        auto const address = "/reports/" + report.number + "/photos/";
        EXPECT_EQ(get(nobody, address + std::to_string(photo.id.value())).status, 200);
        EXPECT_TRUE(says(get(nobody, "/reports/" + report.number),
                         address + std::to_string(photo.id.value()) + "/small"));
    }
    EXPECT_EQ(count(get(officer, "/office/reports/" + report.number).body, "/small\""), 2U);
    expect_consistent();
}

TEST_P(Answers, that_are_refused_lose_neither_words_nor_photos) {
    auto const report = file(citizen);
    auto const at = act_at(report, "move");
    // A refusal without its reason, and with something that is no picture.
    auto const form = get(officer, at + "?state=not_responsible");
    auto const silent = post(officer, at, filled(form, {{"text", " "}}), {picture(70)});
    EXPECT_EQ(silent.status, 422);
    EXPECT_EQ(count(silent.body, "/reports/new/photo?"), 1U);
    auto const worse =
        post(officer, at, filled(silent, {{"text", "لشركة الكهرباء"}}), {"no picture"});
    EXPECT_EQ(worse.status, 422);
    EXPECT_TRUE(says(worse, "لشركة الكهرباء"));
    EXPECT_TRUE(says(worse, "#field-photos"));
    EXPECT_EQ(count(worse.body, "/reports/new/photo?"), 1U);
    EXPECT_EQ(seen(officer, report).report.phase, Phase::open);
    // Somebody was faster: it comes back, and counts when it is sent again.
    ASSERT_EQ(
        post(officer, act_at(report, "priority"), on_version(report, {{"priority", "1"}})).status,
        303);
    auto const late = post(officer, at, filled(worse, {{"text", "لشركة الكهرباء"}}));
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(count(late.body, "/reports/new/photo?"), 1U);
    EXPECT_EQ(post(officer, at, filled(late, {{"text", "لشركة الكهرباء"}})).status, 303);
    EXPECT_EQ(seen(nobody, report).photos.size(), 1U);
    EXPECT_EQ(seen(nobody, report).report.phase, Phase::refused);
}

TEST_P(Answers, of_the_public_come_with_photos_and_only_once) {
    auto const report = file(citizen);
    auto const at = "/reports/" + report.number;
    auto const page = get(neighbour, at);
    auto const empty = post(neighbour, at, filled(page, {{"do", "comment"}, {"text", ""}}),
                            {picture(10), picture(90)});
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(count(empty.body, "/reports/new/photo?"), 2U);
    http::Pairs form;
    std::string dropped;
    for (auto& [name, value] : hidden_of(empty)) {
        if (name == "do") continue;
        if (name == "photo" && dropped.empty()) dropped = "drop-" + value.substr(0, 64);
        form.emplace_back(name, value);
    }
    form.emplace_back("do", "comment");
    form.emplace_back("text", "والمصباح الذي بعده.");
    form.emplace_back(dropped, "1");
    EXPECT_EQ(post(neighbour, at, form).status, 303);
    EXPECT_EQ(post(neighbour, at, form).status, 303) << "pressed twice";
    auto const whole = seen(nobody, report);
    EXPECT_EQ(whole.updates.size(), 1U);
    EXPECT_EQ(whole.photos.size(), 1U);
    // Whose session ended meanwhile finds what was written again.
    auto const gone = post(nobody, at, {{"do", "comment"}, {"text", "كتبت هذا قبل قليل"}});
    EXPECT_EQ(gone.status, 422);
    EXPECT_TRUE(says(gone, "كتبت هذا قبل قليل"));
    auto const many = post(neighbour, at, {{"do", "comment"}, {"text", "صور كثيرة"}},
                           {picture(1), picture(31), picture(61), picture(91), picture(121),
                            picture(151), picture(181)});
    EXPECT_EQ(many.status, 422);
    EXPECT_TRUE(says(many, "صور كثيرة"));
    expect_consistent();
}

TEST_P(Answers, may_be_hidden_part_by_part_and_whoever_sent_them_is_told_why) {
    auto const report = file(citizen);
    auto const at = "/reports/" + report.number;
    ASSERT_EQ(post(neighbour, at,
                   filled(get(neighbour, at), {{"do", "comment"}, {"text", "جاري فلان هو السبب"}}),
                   {picture(20)})
                  .status,
              303);
    make_photos();
    auto const whole = seen(officer, report);
    auto const photo = "photo-" + std::to_string(whole.photos.front().id.value());
    auto const words = "words-" + std::to_string(whole.updates.back().id.value());
    auto const form_at = act_at(report, "part");
    EXPECT_TRUE(says(get(officer, "/office/reports/" + report.number), "part=" + photo));
    EXPECT_EQ(get(officer, form_at).status, 404) << "no part is named";
    EXPECT_EQ(get(officer, form_at + "?part=words-1").status, 404);
    EXPECT_EQ(get(neighbour, form_at + "?part=" + photo).status, 403);
    auto const hide = [&](std::string const& part, std::string reason) {
        return post(officer, form_at,
                    filled(get(officer, form_at + "?part=" + part), {{"reason", reason}}));
    };
    EXPECT_EQ(hide(photo, "").status, 422);
    EXPECT_EQ(hide(photo, "وجه شخص").status, 303);
    EXPECT_EQ(told(neighbour.person).back(), "photo_hidden");
    EXPECT_TRUE(seen(nobody, report).photos.empty());
    EXPECT_TRUE(says(get(officer, "/office/reports/" + report.number), "محجوب عن العموم"));
    // The same form shows it again.
    EXPECT_EQ(hide(photo, "تم إخفاء الوجه").status, 303);
    EXPECT_EQ(seen(nobody, report).photos.size(), 1U);
    EXPECT_EQ(hide(words, "اتهام لشخص").status, 303);
    EXPECT_EQ(told(neighbour.person).back(), "words_hidden");
    EXPECT_FALSE(says(get(nobody, at), "جاري فلان"));
    EXPECT_TRUE(seen(nobody, report).photos.empty()) << "with its words";
    EXPECT_TRUE(says(get(officer, "/office/reports/" + report.number), "جاري فلان"));
    EXPECT_EQ(hide(words, "تصحيح").status, 303);
    EXPECT_TRUE(says(get(nobody, at), "جاري فلان"));
    expect_consistent();
}

TEST_P(Answers, tell_an_author_what_was_hidden_and_let_them_take_a_photo_back) {
    auto what = filing("noise");
    what.photos.clear();
    auto const page = get(
        citizen, "/reports/new/write?category=pothole&territory=" + std::to_string(town.value()));
    auto const check =
        post(citizen, "/reports/new", filled(page, {{"title", "حفرة"}, {"then", "check"}}),
             {picture(15), picture(215)});
    auto const filed = location(post(citizen, "/reports/new", filled(check, {{"then", "send"}})));
    auto const at = filed.substr(0, filed.find('?'));
    Report report;
    report.number = at.substr(9);
    make_photos();
    auto const photos = seen(citizen, report).photos;
    ASSERT_EQ(photos.size(), 2U);
    auto const id = [&](std::size_t n) { return std::to_string(photos[n].id.value()); };
    EXPECT_TRUE(says(get(citizen, at), "حجب صورة عن العموم"));
    EXPECT_FALSE(says(get(neighbour, at), "حجب صورة عن العموم"));
    EXPECT_EQ(post(citizen, at, {{"do", "hide_photo"}}).status, 404);
    EXPECT_EQ(post(neighbour, at, {{"do", "hide_photo"}, {"of", id(0)}}).status, 422);
    EXPECT_EQ(post(citizen, at, {{"do", "hide_photo"}, {"of", id(0)}}).status, 303);
    EXPECT_EQ(seen(nobody, report).photos.size(), 1U);
    auto const form = get(officer, act_at(report, "moderate"));
    EXPECT_EQ(post(officer, act_at(report, "moderate"),
                   filled(form, {{"sight", "author_and_office"}, {"reason", "فيه اسم شخص"}}))
                  .status,
              303);
    EXPECT_TRUE(says(get(citizen, at), "فيه اسم شخص")) << "beside the report, too";
    EXPECT_EQ(get(nobody, at).status, 404);
}

TEST_P(Answers, do_not_stand_for_a_complaint_which_the_author_is_led_to) {
    auto const report = file(citizen);
    auto const at = "/reports/" + report.number;
    ASSERT_EQ(post(officer, act_at(report, "move"),
                   on_version(report, {{"state", "not_responsible"}, {"text", "لشركة الكهرباء"}}))
                  .status,
              303);
    EXPECT_TRUE(says(get(citizen, at), at + "/complaint"));
    EXPECT_FALSE(says(get(neighbour, at), at + "/complaint"));
    auto const page = get(citizen, at + "/complaint");
    for (auto const* const text :
         {"2.17.265", "chikaya.ma", "مصباح أمام المدرسة", "لشركة الكهرباء", "جماعة بركان"})
        EXPECT_TRUE(says(page, text)) << text;
    EXPECT_EQ(location(get(neighbour, at + "/complaint")), "/reports/about");
    EXPECT_EQ(get(nobody, "/reports/2026-AAAA-AAAA/complaint").status, 404);
}

}  // namespace wasl::reports
