// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/category_search.hpp"
#include "modules/reports/image.hpp"
#include "modules/reports/photos.hpp"
#include "modules/reports/seed.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

class FilingPages : public PublicTest {
protected:
    // The place and the category as the first two steps hand them on.
    http::Pairs words(std::string const& category, http::Pairs more = {}) {
        http::Pairs form{{"territory", std::to_string(town.value())},
                         {"category", category},
                         {"landmark", "أمام المدرسة"},
                         {"title", "مصباح لا يضيء"}};
        for (auto& one : more) form.push_back(std::move(one));
        return form;
    }
    std::string place() { return "territory=" + std::to_string(town.value()); }
    static http::Pairs with(http::Pairs form, std::string name, std::string value) {
        form.emplace_back(std::move(name), std::move(value));
        return form;
    }
    // A camera's picture: held upright, so it lies in the file, and tells where it was taken.
    static std::string camera_picture() {
        Image image{600, 300, {}};
        image.rgb.assign(std::size_t{600} * 300 * 3, 200);
        auto jpeg = jpeg_of(image, 90);
        std::string const exif(
            "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
            "\0\0\0\0GPS 34.92 -2.32",
            47);
        std::string segment("\xFF\xE1", 2);
        segment += static_cast<char>((exif.size() + 2) >> 8);
        segment += static_cast<char>((exif.size() + 2) & 0xFF);
        return jpeg.insert(2, segment + exif);
    }
    std::string number_in(http::Response const& response) {
        auto const to = location(response);
        auto const from = to.find("/reports/") + 9;
        return to.substr(from, to.find_first_of("/?", from) - from);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, FilingPages, tests::both_engines(), tests::engine_name);

TEST_P(FilingPages, take_the_photos_first_and_carry_them_to_the_last_step) {
    EXPECT_TRUE(says(get(nobody, "/reports/new"), "البدء بالصور"));
    auto const none =
        post(nobody, "/reports/new/photos", hidden_of(get(nobody, "/reports/new/photos")));
    EXPECT_EQ(none.status, 422);
    auto const where =
        location(post(nobody, "/reports/new/photos", hidden_of(none), {camera_picture()}));
    ASSERT_TRUE(where.starts_with("/reports/new?"));
    auto const photos = where.substr(where.find('?') + 1);
    // They go with each step: the search for a place, the categories, the words.
    auto const page = get(nobody, where + "&q=" + "بركان");
    EXPECT_TRUE(says(page, "هذه الصور ترافق الإشعار"));
    EXPECT_TRUE(says(page, "photo="));
    auto const categories = get(nobody, "/reports/new/category?" + place() + "&" + photos);
    EXPECT_TRUE(says(categories, "category=lamp-out&amp;once="));
    auto const write =
        get(nobody, "/reports/new/write?" + place() + "&category=lamp-out&" + photos);
    auto const check =
        post(nobody, "/reports/new",
             with(with(hidden_of(write), "title", "مصباح لا يضيء"), "then", "check"));
    auto const filed = post(nobody, "/reports/new", with(hidden_of(check), "then", "send"));
    auto const report = read([&](db::Reader& reader) {
        return desk.see(reader, officer, number_in(filed), {}).value();
    });
    EXPECT_EQ(report.photos.size(), 1U);
    // Another's reference in a link proves nothing.
    auto const forged =
        get(nobody, "/reports/new/write?" + place() +
                        "&category=lamp-out&once=1.AAAA&photo=" + std::string(64, 'a') + ".BBBB");
    EXPECT_FALSE(says(forged, "/reports/new/photo?"));
}

TEST_P(FilingPages, ask_where_then_what) {
    EXPECT_TRUE(says(get(nobody, "/reports/new"), "بركان"));
    EXPECT_TRUE(says(get(nobody, "/reports/new?q=%D8%A7%D9%94%D9%83%D9%84%D9%8A%D9%85"), "أكليم"));
    EXPECT_TRUE(
        says(get(nobody, "/reports/new?q=zzz"), "لا توجد جماعة ولا حي ولا معلم بهذا الاسم"));
    EXPECT_EQ(get(nobody, "/reports/new/category").status, 422);
    for (auto const* const sea : {"lat=40&lon=-20", "lat=0&lon=0", "lat=x&lon=1", "lat=99&lon=1"})
        EXPECT_EQ(get(nobody, "/reports/new/category?" + std::string(sea)).status, 422) << sea;
    auto const what =
        get(nobody, "/reports/new/category?" + place() + "&q=%D8%A7%D9%84%D8%B6%D9%88");
    EXPECT_TRUE(says(what, "category=lamp-out"));
    EXPECT_TRUE(says(what, "tel:15"));
    EXPECT_EQ(get(nobody, "/reports/new/write?" + place()).status, 303);
    EXPECT_EQ(get(nobody, "/reports/new/write?category=fire&" + place()).status, 303);
    auto const form = get(nobody, "/reports/new/write?category=lamp-out&" + place());
    EXPECT_EQ(form.status, 200);
    auto const settings = read([&](db::Reader& db) { return desk.settings(db, clock.now()); });
    auto const like = [&](std::string_view words) {
        auto const found = categories_like(*settings, words, 1);
        return found.empty() ? std::string() : found.front()->code;
    };
    EXPECT_EQ(like("الزبل ف الحاوية"), "bin-full");
    EXPECT_EQ(like("nid de poule"), "pothole");
    EXPECT_EQ(like("الكلاب الضالة"), "stray-dogs");
    EXPECT_EQ(like("؟"), "");
}

TEST_P(FilingPages, show_what_the_public_will_see_and_file_once) {
    auto const before = get(nobody, "/reports/new/write?category=lamp-out&" + place());
    auto form = with(words("lamp-out"), "details", "اتصلوا بي 0661234567 شكرا");
    for (auto const& [name, value] : hidden_of(before))
        if (name == "once") form.emplace_back(name, value);
    auto const check = post(nobody, "/reports/new", with(form, "then", "check"));
    EXPECT_EQ(check.status, 200);
    EXPECT_TRUE(says(check, "في النص معلومات شخصية"));
    auto const redacted = post(nobody, "/reports/new", with(hidden_of(check), "then", "redact"));
    EXPECT_FALSE(says(redacted, "0661234567"));
    auto const sending = with(hidden_of(redacted), "then", "send");
    auto const sent = post(nobody, "/reports/new", sending);
    EXPECT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(location(post(nobody, "/reports/new", sending)), location(sent));
    auto const page = get(nobody, location(sent));
    EXPECT_TRUE(says(page, "رمز يحفظ"));
    EXPECT_TRUE(says(page, "أمام المدرسة"));
    EXPECT_FALSE(says(page, "0661234567"));
    // The next one is shown the first before writing.
    EXPECT_TRUE(says(get(neighbour, "/reports/new/write?category=lamp-out&" + place()),
                     "هل هو أحد هذه الإشعارات؟"));
    expect_consistent();
}

TEST_P(FilingPages, lose_nothing_that_was_typed) {
    auto const long_title = std::string(130, 'x');
    auto form = words("noise", {{"details", "كل ليلة"}, {"then", "check"}});
    auto const contactless = post(nobody, "/reports/new", form);
    EXPECT_EQ(contactless.status, 422);
    EXPECT_TRUE(says(contactless, "كل ليلة"));
    EXPECT_TRUE(says(contactless, "رقم هاتف أو بريد إلكتروني لتأكيد"));
    for (auto& [name, value] : form)
        if (name == "title") value = long_title;
    auto const refused = post(citizen, "/reports/new", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, long_title));
    auto const edit =
        post(nobody, "/reports/new", words("noise", {{"contact", "0661234567"}, {"then", "edit"}}));
    EXPECT_TRUE(says(edit, "0661234567"));
}

TEST_P(FilingPages, wait_for_the_contact_or_take_it_at_the_counter) {
    auto const sent =
        post(nobody, "/reports/new", words("noise", {{"contact", "0661234567"}, {"then", "send"}}));
    EXPECT_TRUE(location(sent).ends_with("/confirm")) << location(sent);
    auto const counter =
        post(officer, "/reports/new",
             words("noise", {{"contact", "0661234567"}, {"counter", "1"}, {"then", "send"}}));
    EXPECT_TRUE(location(counter).ends_with("?done=filed")) << location(counter);
    EXPECT_EQ(
        post(citizen, "/reports/new", words("noise", {{"counter", "1"}, {"then", "send"}})).status,
        422);
    EXPECT_TRUE(location(post(citizen, "/reports/new", words("noise", {{"then", "send"}})))
                    .ends_with("?done=filed"));
}

TEST_P(FilingPages, show_photos_upright_and_without_what_a_camera_hides) {
    auto const check =
        post(nobody, "/reports/new", words("lamp-out", {{"then", "check"}}), {camera_picture()});
    ASSERT_EQ(check.status, 200) << check.body;
    auto sending = with(hidden_of(check), "then", "send");
    auto const sent = location(post(nobody, "/reports/new", sending));
    auto const number = sent.substr(9, 14);
    EXPECT_TRUE(says(get(nobody, "/reports/" + number), "صورة قيد التهيئة"));
    photos_job(store).run(database(), clock.now());
    auto const page = get(nobody, "/reports/" + number);
    auto const from = page.body.find("/photos/");
    ASSERT_NE(from, std::string::npos);
    auto const at = "/reports/" + number + page.body.substr(from, page.body.find('"', from) - from);
    for (std::string const& address : {at, at + "/small"}) {
        auto const photo = get(nobody, address);
        ASSERT_EQ(photo.status, 200);
        std::ifstream in(photo.file, std::ios::binary);
        std::string const bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("GPS"), std::string::npos);
        EXPECT_EQ(bytes.find("Exif"), std::string::npos);
        auto const image = read_image(bytes, 5'000);
        ASSERT_TRUE(image);
        EXPECT_LT(image->width, image->height);
    }
    // Another's picture cannot be taken over by its name alone.
    std::string reference;
    for (auto const& [name, value] : hidden_of(check))
        if (name == "photo") reference = value;
    auto const stolen = post(neighbour, "/reports/new",
                             words("pothole", {{"photo", reference}, {"then", "check"}}));
    EXPECT_EQ(stolen.status, 200);
    EXPECT_FALSE(says(stolen, reference.substr(0, 64)));
}

TEST_P(FilingPages, take_no_file_that_is_no_picture_and_hide_what_cannot_be_read) {
    EXPECT_EQ(
        post(nobody, "/reports/new", words("lamp-out", {{"then", "check"}}), {"no picture"}).status,
        422);
    auto broken = camera_picture();
    auto const scan = broken.find("\xFF\xC4");
    ASSERT_NE(scan, std::string::npos);
    broken[scan + 5] = '\x7F';  // a table that cannot be
    auto const check =
        post(nobody, "/reports/new", words("lamp-out", {{"then", "check"}}), {broken});
    ASSERT_EQ(check.status, 200);
    auto const sent =
        location(post(nobody, "/reports/new", with(hidden_of(check), "then", "send")));
    photos_job(store).run(database(), clock.now());
    auto const page = get(nobody, "/reports/" + sent.substr(9, 14));
    EXPECT_FALSE(says(page, "/photos/"));
    EXPECT_FALSE(says(page, "قيد التهيئة"));
}

TEST_P(FilingPages, are_shown_by_a_demonstration_that_may_be_repeated) {
    auto everywhere = officer;
    for (auto const* const slug : {"commune-saidia", "commune-ahfir"})
        everywhere.grants.push_back(
            {http::Role::officer, places.picture()->by_slug(slug)->id, UnitId{0}});
    for (int n = 0; n < 2; ++n)
        EXPECT_EQ(does([&](db::Writer& writer) {
                      return seed_demo(writer, desk, everywhere, clock.now());
                  }),
                  "yes");
    auto const all = read([&](db::Reader& reader) { return desk.latest(reader, {}, 50); });
    EXPECT_EQ(all.size(), 12U);
    EXPECT_TRUE(says(get(nobody, "/reports"), "حاوية ممتلئة"));
    auto const version =
        read([&](db::Reader& db) { return desk.settings(db, clock.now()); })->version();
    EXPECT_EQ(does([&](db::Writer& writer) { return begin(writer, *places.picture()); }), "yes");
    EXPECT_EQ(read([&](db::Reader& db) { return desk.settings(db, clock.now()); })->version(),
              version);
    expect_consistent();
}

TEST(Pictures, are_read_within_limits_only) {
    EXPECT_FALSE(read_image("", 100));
    EXPECT_FALSE(read_image("\xFF\xD8\xFF", 100));
    EXPECT_FALSE(read_image("\x89PNG\r\n\x1A\n", 100));
    // A frame of 65,500 by 65,500 pixels and nothing in it.
    std::string bomb(
        "\xFF\xD8\xFF\xC0\x00\x11\x08\xFF\xDC\xFF\xDC\x03\x01\x22\x00\x02\x11\x01"
        "\x03\x11\x01\xFF\xDA\x00\x0C\x03\x01\x00\x02\x11\x03\x11\x00\x3F\x00",
        35);
    EXPECT_FALSE(read_image(bomb, 100));
    Image wide{300, 100, std::vector<std::uint8_t>(300 * 100 * 3, 9)};
    auto const small = shrunk(wide, 30);
    EXPECT_EQ(small.width, 30);
    EXPECT_EQ(small.height, 10);
    EXPECT_EQ(small.rgb.at(5), 9);
    // One row, red on the left; held so that its left side is above.
    Image row{2, 1, {255, 0, 0, 0, 0, 255}};
    EXPECT_EQ(upright(row, 6).height, 2);
    EXPECT_EQ(upright(row, 6).rgb.at(0), 255);
    EXPECT_EQ(upright(row, 8).rgb.at(0), 0);
    EXPECT_EQ(upright(row, 3).rgb.at(0), 0);
    EXPECT_EQ(orientation_in(std::string("Exif\0\0MM\0*\0\0\0\x08\xFF\xFF", 16)), 1);
}

}  // namespace wasl::reports
