// SPDX-License-Identifier: Apache-2.0
// What people and programs send that nobody wants: it is shown as the text that it is, or refused
// with a word about it, and nothing else happens.
#include <jpeglib.h>
#include <cstdio>

#include "modules/reports/image.hpp"
#include "modules/reports/open311/hearing.hpp"
#include "modules/reports/photos.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/tests/georeport_for_tests.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

namespace {

constexpr std::string_view script = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>";

std::string numeral(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

// A PNG that says how large it is, whatever it holds.
std::string png_claiming(std::uint32_t width, std::uint32_t height) {
    std::string out("\x89PNG\r\n\x1A\n", 8);
    auto const chunk = [&](std::string const& name, std::string const& content) {
        std::uint32_t crc = 0xFFFFFFFFU;
        for (char const one : name + content) {
            crc ^= static_cast<unsigned char>(one);
            for (int n = 0; n < 8; ++n) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0);
        }
        out += numeral(static_cast<std::uint32_t>(content.size())) + name + content + numeral(~crc);
    };
    chunk("IHDR", numeral(width) + numeral(height) + std::string("\x08\x02\0\0\0", 5));
    chunk("IDAT", std::string("\x78\x9C\x03\0\0\0\0\x01", 8));
    chunk("IEND", {});
    return out;
}

// A progressive JPEG whose first scan is gone over `times` more.
std::string endless_jpeg(int times) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = info.image_height = 64;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    std::vector<unsigned char> row(64 * 3, 120);
    while (info.next_scanline < info.image_height) {
        auto* at = row.data();
        jpeg_write_scanlines(&info, &at, 1);
    }
    jpeg_finish_compress(&info);
    std::string jpeg(reinterpret_cast<char const*>(bytes), size);
    jpeg_destroy_compress(&info);
    std::free(bytes);
    auto const from = jpeg.find("\xFF\xDA");
    auto const scan = jpeg.substr(from, jpeg.find("\xFF\xC4", from) - from);
    std::string more;
    for (int n = 0; n < times; ++n) more += scan;
    return jpeg.insert(from, more);
}

}  // namespace

using BadInput = PublicTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, BadInput, tests::both_engines(), tests::engine_name);

TEST_P(BadInput, is_shown_as_the_text_that_it_is) {
    add_map_pages(router, pages);
    std::string const bad(script);
    http::Pairs form{{"territory", std::to_string(town.value())},
                     {"category", "lamp-out"},
                     {"landmark", bad},
                     {"title", bad},
                     {"details", bad},
                     {"name", bad},
                     {"name_shown", "1"}};
    auto const expect_tame = [&](http::Response const& page) {
        EXPECT_EQ(page.status, 200);
        EXPECT_FALSE(says(page, "<script>alert"));
        EXPECT_FALSE(says(page, "<img src=x"));
        EXPECT_TRUE(says(page, "&lt;script>alert(1)") || says(page, "&lt;script&gt;alert(1)"))
            << page.body;
    };
    form.emplace_back("then", "check");
    expect_tame(post(nobody, "/reports/new", form));
    form.back().second = "edit";
    expect_tame(post(nobody, "/reports/new", form));
    form.back().second = "send";
    auto const sent = location(post(nobody, "/reports/new", form));
    auto const number = sent.substr(9, 14);
    ASSERT_EQ(get(nobody, "/reports/" + number).status, 200) << sent;
    EXPECT_EQ(post(citizen, "/reports/" + number, {{"do", "comment"}, {"text", bad}}).status, 303);
    auto const report = read(
        [&](db::Reader& reader) { return desk.see(reader, officer, number, {}).value().report; });
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.move(writer, act(officer, report), "investigating", bad, {});
              }),
              "yes");
    for (auto const& at : {"/reports/" + number, std::string("/reports"),
                           std::string("/reports/map"), std::string("/reports.atom")})
        expect_tame(get(nobody, at));
    for (auto const* const field : {"q", "category", "state", "commune", "from", "landmark", "lat"})
        for (auto const* const at : {"/reports", "/reports/map", "/reports/new"}) {
            auto const page = get(
                nobody, std::string(at) + "?" + field + "=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
            EXPECT_FALSE(says(page, "<script>alert")) << at << " " << field;
        }
    expect_consistent();
}

TEST_P(BadInput, of_places_is_answered_by_the_form_again) {
    for (auto const* const place :
         {"lat=0&lon=0", "lat=36.9&lon=-3.0", "lat=48.85&lon=2.35", "lat=91&lon=0", "lat=nan&lon=1",
          "lat=1e400&lon=1", "lat=34.92", "lat=34.92&lon=x", "lat=-&lon=-", "territory=1",
          "territory=-9223372036854775808", "territory=99999999999999999999"}) {
        auto const page = get(nobody, std::string("/reports/new/category?") + place);
        EXPECT_EQ(page.status, 422) << place;
        EXPECT_TRUE(says(page, "aria-describedby") || says(page, "error")) << place;
        EXPECT_EQ(get(nobody, std::string("/reports/new/write?category=lamp-out&") + place).status,
                  303)
            << place;
    }
}

TEST_P(BadInput, of_days_and_pages_narrows_nothing_or_everything) {
    add_map_pages(router, pages);
    auto const report = file(citizen);
    for (auto const* const asked :
         {"from=0001-01-01&until=9999-12-31", "from=2026-02-30&until=yesterday", "from=-999-01-01",
          "after=x&id=y", "after=9223372036854775807&id=9223372036854775807"})
        EXPECT_TRUE(says(get(nobody, std::string("/reports?") + asked), report.number)) << asked;
    for (auto const* const asked :
         {"from=9999-12-31&until=0001-01-01", "until=0001-01-01",
          "after=-9223372036854775808&id=-9223372036854775808", "commune=-1"})
        EXPECT_FALSE(says(get(nobody, std::string("/reports?") + asked), report.number)) << asked;
    for (auto const* const box : {"-180,-90,180,90", "0,0,0,0", "1e308,1e308,-1e308,-1e308",
                                  "-180,-90,-180,-90", "180,90,180,90", "nan,nan,nan,nan"})
        for (auto const* const at : {"/reports/map?box=", "/reports.atom?box="})
            EXPECT_EQ(get(nobody, std::string(at) + box).status, 200) << at << box;
}

TEST_P(BadInput, too_long_is_kept_in_the_form) {
    std::string const text(5'000, 'x');
    auto const page = post(nobody, "/reports/new",
                           {{"territory", std::to_string(town.value())},
                            {"category", "lamp-out"},
                            {"title", "مصباح"},
                            {"details", text},
                            {"then", "send"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(says(page, text)) << "what was typed is not lost";
}

TEST_P(BadInput, of_pictures_that_swell_is_refused_or_shown_to_nobody) {
    auto const bombs = {png_claiming(60'000, 60'000), png_claiming(0x7FFFFFFF, 0x7FFFFFFF),
                        png_claiming(7'000, 7'000), endless_jpeg(300)};
    for (auto const& bomb : bombs) {
        auto const page = post(nobody, "/reports/new",
                               {{"territory", std::to_string(town.value())},
                                {"category", "lamp-out"},
                                {"title", "مصباح"},
                                {"then", "send"}},
                               {bomb});
        if (page.status == 422) continue;
        auto const number = location(page).substr(9, 14);
        photos_job(store).run(database(), clock.now());
        EXPECT_FALSE(says(get(nobody, "/reports/" + number), "/photos/"));
    }
    EXPECT_TRUE(read([](db::Reader& reader) {
                    return store::photos_without_thumbnail(reader, 10);
                }).empty());
}

TEST(Pictures, that_claim_more_than_they_hold_are_not_read) {
    EXPECT_FALSE(read_image(png_claiming(60'000, 60'000), 100));
    EXPECT_FALSE(read_image(png_claiming(0x7FFFFFFF, 0x7FFFFFFF), 100));
    EXPECT_FALSE(read_image(png_claiming(0, 1), 100));
    EXPECT_FALSE(read_image(png_claiming(300, 300), 100)) << "its rows are missing";
    EXPECT_TRUE(read_image(endless_jpeg(3), 100));
    EXPECT_FALSE(read_image(endless_jpeg(300), 100));
}

TEST(Open311Hearing, opens_no_entity_and_no_file) {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE errors [<!ENTITY a0 \"ha\">";
    for (int n = 1; n < 30; ++n) {
        auto const before = "&a" + std::to_string(n - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(n) + " \"" + before + before + "\">";
    }
    bomb +=
        "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><errors><error><code>1</code>"
        "<description>&a29;&file;&lt;</description></error></errors>";
    auto const said = open311::heard_errors(bomb);
    ASSERT_TRUE(said);
    EXPECT_EQ(*said, "&a29;&file;<");
    std::string deep;
    for (int n = 0; n < 200'000; ++n) deep += "<a>";
    EXPECT_FALSE(open311::heard_errors(deep));
    EXPECT_FALSE(open311::heard_requests("<service_requests>" + deep));
}

using BadCall = GeoreportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, BadCall, tests::both_engines(), tests::engine_name);

TEST_P(BadCall, is_said_again_as_text_in_both_formats) {
    auto form = lamp(key_for(AdministrationId{0}), std::string(script));
    form.emplace_back("address_string", std::string(script));
    auto const number = number_of(post("/open311/v2/requests.json", form));
    for (auto const* const extended : {"", "?extensions=true"})
        for (auto const* const format : {".xml", ".json"}) {
            auto const said =
                get("/open311/v2/requests/" + number + format + std::string(extended));
            EXPECT_EQ(said.status, 200);
            EXPECT_EQ(said.body.find("<script"), std::string::npos) << said.body;
        }
}

TEST_P(BadCall, from_a_clock_that_runs_ahead_silences_nobody) {
    auto const own = key_for(commune);
    auto const report = file(citizen);
    auto const say = [&](std::string const& id, std::string const& status, std::string const& at) {
        return post("/open311/v2/servicerequestupdates.json",
                    {{"api_key", own},
                     {"service_request_id", report.number},
                     {"update_id", id},
                     {"status", status},
                     {"updated_datetime", at},
                     {"description", "خبر"}})
            .status;
    };
    EXPECT_EQ(say("1", "INVESTIGATING", "9999-12-31T23:59:59Z"), 200);
    EXPECT_EQ(seen(citizen, report).report.state, "investigating");
    clock.advance(std::chrono::hours(1));
    EXPECT_EQ(say("2", "FIXED", iso(clock.now())), 200);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed);
    EXPECT_EQ(say("3", "OPEN", "0001-01-01T00:00:00Z"), 200);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed) << "that was long ago";
    // The same once more, and in the other order: nothing is doubled.
    for (auto const* const id : {"3", "2", "1"}) EXPECT_EQ(say(id, "OPEN", iso(clock.now())), 200);
    EXPECT_EQ(seen(citizen, report).updates.size(), 3u);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed);
    expect_consistent();
}

}  // namespace wasl::reports
