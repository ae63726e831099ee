// SPDX-License-Identifier: Apache-2.0
// A file of sheets from the page: looked at, confirmed, never lost, nobody else's.
#include <fstream>

#include "modules/procedures/tests/pages_for_tests.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::procedures {
namespace {

class ImportPages : public ProcedurePages {
protected:
    ~ImportPages() override { std::filesystem::remove(file); }

    // As a browser sends it.
    http::Response send(std::string const& text, AdministrationId owner) {
        std::ofstream(file, std::ios::binary) << text;
        http::Request request;
        request.method = http::Method::post;
        request.path = "/office/imports";
        request.target = "/ar/office/imports";
        request.language_in_path = true;
        request.form = {{"csrf", "right"}, {"owner", std::to_string(owner.value())}};
        request.uploads = {{"file", "rows.csv", file, static_cast<std::int64_t>(text.size())}};
        request.client = "127.0.0.1";
        clock.advance(std::chrono::seconds(2));
        return router.answer(request);
    }
    std::string address_in(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "location") return value.substr(3);
        return "no address";
    }
    std::optional<Draft> known(std::string_view code) {
        return database().read([&](db::Reader& db) -> std::optional<Draft> {
            auto const id = desk.sheet_of_code(db, code);
            return id ? desk.draft(db, *id) : std::nullopt;
        });
    }

    std::filesystem::path file = std::filesystem::temp_directory_path() /
                                 ("wasl-import-test-" + std::to_string(db::next_id()));
};
INSTANTIATE_TEST_SUITE_P(OnBoth, ImportPages, tests::both_engines(), tests::engine_name);

std::string const sent_table =
    "code,title_ar,delay,administration\n"
    "from-page,شهادة من الصفحة,15 يوما,\n"
    "Bad Code,شهادة أخرى,,\n"
    "of-others,شهادة لغيرنا,,justice\n";

TEST_P(ImportPages, show_row_by_row_what_would_happen_and_record_it_once_confirmed) {
    enter_as(Role::officer);
    auto const at = address_in(send(sent_table, commune));
    auto const looked = get(at);
    EXPECT_EQ(looked.status, 200);
    EXPECT_EQ(html::Parsed(looked.body).errors(), 0);
    EXPECT_TRUE(says(looked, "شهادة من الصفحة"));
    EXPECT_TRUE(says(looked, "تتعلق هذه المسطرة بإدارة أخرى"));
    EXPECT_TRUE(says(looked, msg::import_objections.texts[0])) << "the gate has looked";
    EXPECT_FALSE(known("from-page"));
    // What was found is kept with the file: turning its pages examines nothing again.
    desk.expire();
    write([&](db::Writer& db) {
        return desk.open_draft(db, "from-page", commune, {"شيء آخر", {}, {}, {}}, PersonId{9},
                               clock.now());
    }).value();
    EXPECT_EQ(get(at).body, looked.body);
    EXPECT_EQ(post(at, {}).status, 303);
    ASSERT_TRUE(known("from-page"));
    EXPECT_EQ(known("from-page")->sheet.state, SheetState::inventoried);
    EXPECT_FALSE(known("of-others"));
    auto const edition = known("from-page")->edition;
    EXPECT_EQ(post(at, {}).status, 303) << "pressed twice";
    EXPECT_EQ(known("from-page")->edition, edition);
    auto const done = get(at, {{"done", "1"}});
    EXPECT_TRUE(says(done, msg::import_done.texts[0]));
    EXPECT_TRUE(says(done, msg::import_verdict_changed.texts[0]))
        << "what was done, not what is left";
    EXPECT_EQ(post(at + "/drop", {}).status, 303);
    EXPECT_EQ(get(at).status, 404);
}

TEST_P(ImportPages, keep_a_file_for_whoever_sent_it_alone_and_for_a_day) {
    enter_as(Role::officer);
    auto const at = address_in(send(sent_table, commune));
    EXPECT_TRUE(says(get("/office/imports"), "rows.csv"));
    visitor.person = PersonId{8};
    EXPECT_EQ(get(at).status, 404);
    EXPECT_EQ(post(at, {}).status, 404);
    visitor.grants.clear();
    EXPECT_EQ(get("/office/imports").status, 403);
    EXPECT_EQ(send(sent_table, commune).status, 403);
    enter_as(Role::officer);
    clock.advance(std::chrono::hours(25));
    desk.job().run(database(), clock.now());
    EXPECT_EQ(get(at).status, 404);
}

TEST_P(ImportPages, say_what_is_wrong_with_a_file_that_cannot_be_read) {
    enter_as(Role::officer);
    EXPECT_EQ(send("", commune).status, 422);
    auto const at = address_in(send("a,b\n1,2\n", commune));
    auto const looked = get(at);
    EXPECT_EQ(looked.status, 200);
    EXPECT_TRUE(says(looked, "في السطر الأول")) << looked.body;
    EXPECT_EQ(post(at, {}).status, 303);
    for (int n = 0; n < 9; ++n) EXPECT_EQ(send(sent_table, commune).status, 303);
    auto const many = send(sent_table, commune);
    EXPECT_EQ(many.status, 409);
    EXPECT_TRUE(says(many, msg::refusal_imports_many.texts[0]));
}

// The secretariat inventories for everybody of the State.
TEST_P(ImportPages, let_the_secretariat_bring_in_sheets_of_the_state) {
    auto const secretariat = places.picture()->by_slug("transition-numerique")->id;
    enter_as(Role::officer, secretariat);
    auto const at = address_in(send(sent_table, secretariat));
    EXPECT_EQ(post(at, {}).status, 303);
    ASSERT_TRUE(known("of-others"));
    EXPECT_EQ(known("of-others")->sheet.owner, places.picture()->by_slug("justice")->id);
    EXPECT_EQ(known("of-others")->sheet.state, SheetState::inventoried);
}

}  // namespace
}  // namespace wasl::procedures
