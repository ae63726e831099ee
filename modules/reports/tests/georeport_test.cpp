// SPDX-License-Identifier: Apache-2.0
// GeoReport v2 beside its vectors: keys and their limits, tokens, pictures, what is said twice.
#include <sodium.h>
#include <pugixml.hpp>

#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/photos.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/tests/georeport_for_tests.hpp"

namespace wasl::reports {

class Georeport : public GeoreportTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Georeport, tests::both_engines(), tests::engine_name);

TEST_P(Georeport, files_what_everybody_sees_and_nothing_of_who_said_it) {
    auto form = lamp(key_for(AdministrationId{0}));
    form.insert(form.end(), {{"email", "secret@example.ma"},
                             {"first_name", "Meryem"},
                             {"last_name", "Alaoui"},
                             {"phone", "0612345678"}});
    auto const number = number_of(post("/open311/v2/requests.json", form));
    auto const report = read([&](db::Reader& reader) { return *store::by_number(reader, number); });
    EXPECT_EQ(report.title, "مصباح");
    EXPECT_EQ(report.details, "لا يضيء.");
    EXPECT_EQ(report.contact, "secret@example.ma");
    EXPECT_EQ(report.channel, "open311");
    EXPECT_EQ(report.body, commune);
    auto const base = "/open311/v2/requests";
    for (auto const& target :
         {base + std::string(".xml?extensions=true"), base + std::string(".json"),
          base + std::string(".csv"), base + ("/" + number) + ".json?extensions=true"}) {
        auto const said = get(target);
        EXPECT_NE(said.body.find(number), std::string::npos) << target;
        for (auto const* const secret : {"secret", "Meryem", "Alaoui", "0612345678"})
            EXPECT_EQ(said.body.find(secret), std::string::npos) << target << " tells " << secret;
        EXPECT_NE(
            std::find(said.headers.begin(), said.headers.end(),
                      std::pair<std::string, std::string>("Access-Control-Allow-Origin", "*")),
            said.headers.end());
    }
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(get("/open311/v2/requests.xml").body.c_str()));
    EXPECT_EQ(document.child("service_requests").child("request").child_value("description"),
              std::string("مصباح\n\nلا يضيء."));
}

TEST_P(Georeport, leaves_out_a_number_that_nobody_here_can_call) {
    for (auto const& [phone, kept] :
         std::vector<std::pair<std::string, std::string>>{{"111111111", ""},
                                                          {"+33 6 12 34 56 78", "+33612345678"},
                                                          {"0612345678", "+212612345678"}}) {
        auto form = lamp(key_for(AdministrationId{0}));
        form.emplace_back("phone", phone);
        auto const number = number_of(post("/open311/v2/requests.json", form));
        read([&](db::Reader& reader) {
            EXPECT_EQ(store::by_number(reader, number)->contact, kept) << phone;
            return 0;
        });
    }
    // Where nobody vouches for the author, and a name is asked, nobody is left to ask.
    auto form = lamp(key_for(AdministrationId{0}, false));
    form.emplace_back("phone", "111111111");
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 200);
    form.at(1).second = "other-matter";
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 400);
}

TEST_P(Georeport, takes_a_report_once_by_its_reference) {
    auto form = lamp(key_for(AdministrationId{0}));
    form.emplace_back("attribute[fixmystreet_id]", "4711");
    auto const first = number_of(post("/open311/v2/requests.json", form));
    EXPECT_EQ(number_of(post("/open311/v2/requests.json", form)), first);
    // Another client's 4711 is another report.
    form.front().second = key_for(AdministrationId{0});
    EXPECT_NE(number_of(post("/open311/v2/requests.json", form)), first);
    expect_consistent();
}

TEST_P(Georeport, gives_a_token_until_the_author_has_confirmed) {
    auto form = lamp(key_for(AdministrationId{0}, false));
    form.emplace_back("email", "who@example.ma");
    auto const answered = json(post("/open311/v2/requests.json", form));
    auto const token = std::string(answered.as_array().at(0).as_object().at("token").as_string());
    EXPECT_FALSE(answered.as_array().at(0).as_object().contains("service_request_id"));
    EXPECT_EQ(number_of(get("/open311/v2/tokens/" + token + ".json")), "");
    auto const letter = letters().at(0);
    auto const at = letter.find("/reports/") + 9;
    auto const number = letter.substr(at, letter.find('/', at) - at);
    auto const code = letter.substr(letter.find("key=") + 4);
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.confirm(writer, number, code, today(), clock.now());
              }),
              "yes");
    EXPECT_EQ(number_of(get("/open311/v2/tokens/" + token + ".json")), number);
    EXPECT_EQ(number_of(get("/open311/v2/requests/" + number + ".json")), number);
}

TEST_P(Georeport, limits_each_key_and_forgets_it_when_it_is_stopped) {
    auto const key = key_for(AdministrationId{0}, true, 2);
    auto const form = lamp(key);
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 200);
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 200);
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 429);
    clock.advance(std::chrono::hours(1));
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 200);
    (void)write([&](db::Writer& writer) -> Outcome {
        auto const all = store::clients(writer);
        EXPECT_TRUE(store::set_client_active(writer, all.at(0).id, false));
        return Done{};
    });
    EXPECT_EQ(error(post("/open311/v2/requests.json", form)), "403 api_key provided is not valid");
}

TEST_P(Georeport, keeps_nothing_of_what_the_test_endpoint_is_told) {
    auto const number =
        number_of(post("/open311/test/v2/requests.json", lamp(key_for(AdministrationId{0}))));
    EXPECT_FALSE(number.empty());
    EXPECT_EQ(get("/open311/v2/requests/" + number + ".json").status, 404);
    EXPECT_EQ(get("/open311/test/v2/requests/" + number + ".json").status, 404);
}

TEST_P(Georeport, takes_pictures_with_the_report_and_shows_them) {
    auto const answered = ask(http::Method::post, "/open311/v2/requests.json",
                              lamp(key_for(AdministrationId{0})), {picture(), picture()});
    auto const number = number_of(answered);
    auto const said = json(get("/open311/v2/requests/" + number + ".json"));
    auto const url = std::string(said.as_array().at(0).as_object().at("media_url").as_string());
    ASSERT_TRUE(url.starts_with("https://wasl.test/open311/v2/media/")) << url;
    auto const path = url.substr(std::string_view("https://wasl.test").size());
    EXPECT_EQ(get(path).status, 404) << "not before it was written anew";
    photos_job(files).run(database(), clock.now());
    EXPECT_FALSE(get(path).file.empty());
    auto const report = read([&](db::Reader& reader) { return *store::by_number(reader, number); });
    EXPECT_EQ(report.photos, 2);
    // Moderation hides the pictures too.
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.moderate(writer, act(officer, report), Sight::nobody_but_office,
                                       "صورة شخص");
              }),
              "yes");
    EXPECT_EQ(get(path).status, 404);
    auto text = picture();
    std::filesystem::resize_file(text.path, 20);
    EXPECT_EQ(ask(http::Method::post, "/open311/v2/requests.json",
                  lamp(key_for(AdministrationId{0})), {text})
                  .status,
              400);
}

TEST_P(Georeport, takes_a_picture_inside_its_address) {
    std::ifstream sent(picture().path, std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(sent), {});
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), 0);
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // its end
    auto form = lamp(key_for(AdministrationId{0}));
    form.emplace_back("media_url", "data:image/jpeg;base64," + text);
    form.emplace_back("media_url", "data:image/jpeg;base64,bm90IGEgcGljdHVyZQ==");
    auto const number = number_of(post("/open311/v2/requests.json", form));
    georeport_media_job(files, {}).run(database(), clock.now());
    photos_job(files).run(database(), clock.now());
    auto const report = read([&](db::Reader& reader) { return *store::by_number(reader, number); });
    EXPECT_EQ(report.photos, 1);
    form.back().second = "data:image/jpeg;base64,not a picture!";
    EXPECT_EQ(post("/open311/v2/requests.json", form).status, 400);
}

TEST_P(Georeport, hears_a_bodys_own_system_once_and_in_any_order) {
    auto const own = key_for(commune);
    auto const report = file(citizen);
    auto const say = [&](std::string const& id, std::string const& status, std::string const& at,
                         std::string const& key) {
        return post("/open311/v2/servicerequestupdates.json",
                    {{"api_key", key},
                     {"service_request_id", report.number},
                     {"update_id", id},
                     {"status", status},
                     {"updated_datetime", at},
                     {"description", "تم الإصلاح"}});
    };
    // People's programs tell, and close nothing.
    EXPECT_EQ(say("1", "FIXED", "2026-05-04T08:00:00Z", key_for(AdministrationId{0})).status, 200);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::open);
    // Nor does another body.
    EXPECT_EQ(say("2", "FIXED", "2026-05-04T08:00:00Z", key_for(province)).status, 404);
    auto const first = say("3", "FIXED", "2026-05-04T09:00:00Z", own);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed);
    EXPECT_EQ(say("3", "FIXED", "2026-05-04T09:00:00Z", own).body, first.body);
    // It happened before, and comes after.
    EXPECT_EQ(say("4", "INVESTIGATING", "2026-05-04T08:30:00Z", own).status, 200);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed);
    EXPECT_EQ(seen(citizen, report).updates.size(), 3u);
    auto const window = get("/open311/v2/servicerequestupdates.json");
    EXPECT_EQ(json(window).as_array().size(), 3u) << window.body;
    EXPECT_NE(window.body.find(std::string(
                  json(first).as_array().at(0).as_object().at("update_id").as_string())),
              std::string::npos);
    expect_consistent();
}

TEST_P(Georeport, answers_a_browser_of_another_site) {
    auto const before = ask(http::Method::options, "/open311/v2/requests.json");
    EXPECT_EQ(before.status, 204);
    EXPECT_EQ(before.headers.size(), 4u);
    EXPECT_EQ(error(ask(http::Method::del, "/open311/v2/requests.json")),
              "405 this resource is not asked in this way");
}

}  // namespace wasl::reports
