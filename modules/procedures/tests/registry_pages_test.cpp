// SPDX-License-Identifier: Apache-2.0
// Journeys by role: the officer and the head of an owner, the secretariat of the commission, the
// Interior, the platform's administrator, and anybody.
#include <boost/json.hpp>

#include "kernel/csv.hpp"
#include "modules/procedures/tests/pages_for_tests.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::procedures {
namespace {

class RegistryJourney : public ProcedurePages {
protected:
    RegistryJourney() {
        outbox.knows("procedures", msg::find);
        outbox.knows("people", [](std::string_view key) { return people::message_named(key); });
        desk.tell_through(persons, outbox);
        check(!people::seed_demo(database(), persons, {.commune = commune}, clock.now()).refused(),
              "the commune has a head");
        ministry = places.picture()->by_slug("justice")->id;
        secretariat = places.picture()->by_slug("transition-numerique")->id;
        interior = places.picture()->by_slug("interieur")->id;
    }

    // A sheet of the State, lawful and submitted.
    std::string submitted(std::string const& code, std::string const& title) {
        auto sheet = draft("signature-legalisation").sheet;
        auto const id = write([&](db::Writer& db) -> Result<SheetId> {
            auto const opened =
                TRY(desk.open_draft(db, code, ministry, {title, {}, {}, {}}, PersonId{7}, now()));
            sheet.title = {title, {}, {}, {}};
            sheet.silence = Silence::none;
            sheet.silence_list_item.clear();
            TRY(desk.save_draft(db, opened, 1, sheet, PersonId{7}, now()));
            return opened;
        });
        check(!id.refused(), "a draft is opened");
        enter_as(Role::head, ministry);
        auto const at = "/office/sheets/" + std::to_string(id.value().value());
        EXPECT_EQ(post(at + "/steps", {{"do", "submit"}, {"edition", "2"}}).status, 409)
            << "what was only inventoried is studied first";
        EXPECT_EQ(post(at + "/steps", {{"do", "take_up"}}).status, 303);
        EXPECT_EQ(post(at + "/steps", {{"do", "submit"}, {"edition", "2"}}).status, 303);
        return at;
    }
    Instant now() { return clock.now(); }
    std::string id_in(std::string const& address) { return address.substr(address.rfind('/') + 1); }
    std::int64_t notices_about(std::string_view code) {
        static constexpr db::Sql count{"test.notices",
                                       "select count(*) from notices_inbox where about = $1"};
        return database().read([&](db::Reader& db) { return db.count(count, code); });
    }

    notices::Outbox outbox{database(), persons, {}};
    AdministrationId ministry{0}, secretariat{0}, interior{0};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, RegistryJourney, tests::both_engines(), tests::engine_name);

TEST_P(RegistryJourney, leads_sheets_of_the_state_through_a_session_of_the_commission) {
    auto const first = submitted("registration-a", "تسجيل شركة");
    auto const second = submitted("registration-b", "تسجيل مقاولة");
    auto const third = submitted("registration-c", "إيداع سجل قديم");
    EXPECT_EQ(get("/office/sessions").status, 403) << "an owner does not sit there";
    enter_as(Role::officer, interior);
    EXPECT_EQ(post(first + "/steps", {{"do", "check"}, {"reference", "رقم 9"}}).status, 404)
        << "the Interior looks at collectivities";

    enter_as(Role::officer, secretariat);
    auto const opened = post("/office/sessions", {{"held_on", "2026-04-15"}, {"place", "الرباط"}});
    ASSERT_EQ(opened.status, 303);
    std::string session;
    for (auto const& [name, value] : opened.headers)
        if (name == "location") session = value.substr(3);
    auto const step = [&](http::Pairs form) { return post(session, std::move(form)).status; };
    for (auto const& sheet : {first, second, third})
        EXPECT_EQ(post(session + "/agenda", {{"sheet", id_in(sheet)}}).status, 303);
    EXPECT_EQ(post(session + "/agenda", {{"sheet", id_in(first)}}).status, 409);
    EXPECT_EQ(step({{"do", "close"}}), 409) << "nobody is present";
    EXPECT_EQ(step({{"do", "presence"}, {"present", "عضو أول | رئاسة الحكومة\nعضو ثان | المالية"}}),
              303);
    EXPECT_EQ(step({{"do", "close"}}), 409) << "nothing is decided";
    auto const rule = [&](std::string const& sheet, std::string verdict, std::string reason,
                          std::string note = {}) {
        return step({{"do", "rule"},
                     {"sheet", id_in(sheet)},
                     {"verdict", std::move(verdict)},
                     {"reason", std::move(reason)},
                     {"legal_note", std::move(note)}});
    };
    EXPECT_EQ(rule(first, "approved", ""), 303);
    EXPECT_EQ(rule(second, "sent_back", ""), 422) << "remarks are owed";
    EXPECT_EQ(rule(second, "sent_back", "الأجل المقترح غير معلل"), 303);
    EXPECT_EQ(rule(third, "deleted", "لا نص يؤسس هذه المسطرة"), 422) << "a legal note is owed";
    EXPECT_EQ(rule(third, "deleted", "لا نص يؤسس هذه المسطرة", "بحث في النصوص دون نتيجة"), 303);
    EXPECT_EQ(html::Parsed(get(session).body).errors(), 0);
    auto const minutes = get(session + "/minutes");
    EXPECT_TRUE(minutes.body.starts_with("%PDF"));
    EXPECT_EQ(step({{"do", "close"}}), 303);
    EXPECT_EQ(step({{"do", "presence"}, {"present", "آخر | صفة"}}), 409) << "closed for good";
    EXPECT_TRUE(get(session + "/minutes").body.starts_with("%PDF"));

    enter_as(Role::head, ministry);
    EXPECT_EQ(post(first + "/steps", {{"do", "publish"}, {"edition", "2"}}).status, 303);
    EXPECT_EQ(post(second + "/steps", {{"do", "publish"}, {"edition", "2"}}).status, 409);
    visitor = {};
    EXPECT_TRUE(says(get("/procedures/registration-a"), "2026/1"))
        << "the session is the approval's reference";
    EXPECT_TRUE(says(get("/procedures/registration-c"), "لا نص يؤسس هذه المسطرة"));
    EXPECT_EQ(get("/procedures/registration-b").status, 404);
    auto const kept = get("/registry/sessions/" + id_in(session));
    EXPECT_EQ(kept.status, 200);
    EXPECT_TRUE(says(kept, "تسجيل شركة"));
    EXPECT_EQ(html::Parsed(kept.body).errors(), 0);
}

TEST_P(RegistryJourney, counts_for_everybody_and_opens_the_list_behind_each_number) {
    submitted("registration-a", "تسجيل شركة");
    visitor = {};
    for (auto const each : languages) {
        language = each;
        for (auto const* path : {"/registry", "/registry/lines", "/registry/sessions"}) {
            auto const page = get(path);
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_EQ(html::Parsed(page.body).errors(), 0) << path;
        }
    }
    auto const list = get("/registry/sheets", {{"state", "submitted"}});
    EXPECT_TRUE(says(list, "تسجيل شركة"));
    EXPECT_FALSE(says(list, "/procedures/registration-a")) << "it has no page yet";
    EXPECT_EQ(get("/registry/sheets", {{"state", "nonsense"}}).status, 404);
    auto const answered = boost::json::parse(get("/api/v1/registry").body);
    EXPECT_EQ(answered.at("sheets").at("published").as_int64(), 26);
    EXPECT_EQ(answered.at("sheets").at("submitted").as_int64(), 1);
    EXPECT_EQ(answered.at("decree_lines").as_int64(), 244);
    EXPECT_EQ(answered.at("decree_lines_without_sheet").as_int64(), 235)
        << "nine are named by the sheets of the communes";
    EXPECT_EQ(answered.at("months").as_array().size(), 4U)
        << "inventoried, in study, submitted; published with the program";
    EXPECT_TRUE(says(get("/registry.csv"), "all,"));
    for (auto const* const table : {"/registry.csv", "/registry-months.csv"})
        EXPECT_TRUE(get(table).body.starts_with(csv_begin)) << table;
}

TEST_P(RegistryJourney, counts_each_administration_over_time) {
    submitted("registration-a", "تسجيل شركة");
    visitor = {};
    auto const of = [](AdministrationId id) { return std::to_string(id.value()); };
    auto const month = iso(clock::day_in_morocco(now())).substr(0, 7);
    auto const page = get("/registry/administrations/" + of(ministry));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    EXPECT_TRUE(says(page, month));
    EXPECT_TRUE(says(page, "administration=" + of(ministry)));
    auto const behind = [&](AdministrationId owner) {
        return get("/registry/sheets",
                   {{"state", "submitted"}, {"administration", of(owner)}, {"month", month}});
    };
    EXPECT_TRUE(says(behind(ministry), "تسجيل شركة"));
    EXPECT_FALSE(says(behind(commune), "تسجيل شركة"));
    EXPECT_FALSE(says(get("/registry/administrations/" + of(commune)), "state=submitted"))
        << "numbers of others stand elsewhere";
    EXPECT_EQ(get("/registry/administrations/999").status, 404);
    auto const csv = get("/registry-months.csv");
    EXPECT_TRUE(says(csv, "," + month + ",submitted,1\r\n"));
    EXPECT_TRUE(says(csv, of(commune) + ","));
}

TEST_P(RegistryJourney, hands_what_was_asked_beyond_the_sheet_to_the_head) {
    visitor.csrf = "right";  // nobody, with a form
    auto const page = get("/procedures/building-permit/claim");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    EXPECT_TRUE(says(page, "09.08") || says(page, "09-08")) << "the notice of the law";
    http::Pairs const form{{"administration", std::to_string(commune.value())},
                           {"asked", "نسخة مصادق عليها من البطاقة الوطنية"},
                           {"asked_on", iso(clock::day_in_morocco(now()))},
                           {"contact", "0612345678"}};
    auto wrong = form;
    wrong[2].second = "2999-01-01";
    auto const refused = post("/procedures/building-permit/claim", wrong);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "نسخة مصادق عليها")) << "what was typed is kept";
    EXPECT_EQ(post("/procedures/building-permit/claim", form).status, 303);
    EXPECT_GE(notices_about("building-permit"), 1);

    enter_as(Role::officer);
    EXPECT_EQ(get("/office/claims").status, 403);
    enter_as(Role::head);
    auto const list = get("/office/claims");
    EXPECT_TRUE(says(list, "نسخة مصادق عليها"));
    EXPECT_EQ(html::Parsed(list.body).errors(), 0);
    auto const claims =
        database().read([&](db::Reader& db) { return desk.claims_of(db, commune); });
    ASSERT_EQ(claims.size(), 1U);
    auto const at = "/office/claims/" + std::to_string(claims[0].id.value());
    EXPECT_EQ(post(at, {{"do", "put_right"}, {"answer", ""}}).status, 422);
    EXPECT_EQ(post(at, {{"do", "put_right"}, {"answer", "تم تذكير الشباك بالبطاقة"}}).status, 303);
    EXPECT_EQ(post(at, {{"do", "answered"}, {"answer", "جواب آخر بعد ذلك"}}).status, 409);
    visitor = {};
    auto const counted = boost::json::parse(get("/api/v1/registry").body);
    EXPECT_EQ(counted.at("sheets").at("claims_put_right").as_int64(), 1);
    for (auto const& owner : {std::to_string(commune.value()), std::string()}) {
        auto const behind = get("/registry/claims", {{"administration", owner}});
        EXPECT_EQ(html::Parsed(behind.body).errors(), 0);
        EXPECT_TRUE(says(behind, "رخصة البناء"));
        EXPECT_TRUE(says(behind, "تم إصلاحه"));
        for (auto const words : {"نسخة مصادق عليها", "0612345678", "تم تذكير الشباك"})
            EXPECT_FALSE(says(behind, words)) << words;
    }
    EXPECT_FALSE(
        says(get("/registry/claims", {{"administration", std::to_string(ministry.value())}}),
             "رخصة البناء"));
}

TEST_P(RegistryJourney, shows_a_sheet_that_nobody_confirmed_for_a_year) {
    visitor = {};
    EXPECT_FALSE(says(get("/procedures/repair-permit"), "لم يؤكَّد"));
    clock.advance(std::chrono::hours(24 * 340));
    desk.job().run(database(), now());
    auto const told = notices_about("repair-permit");
    EXPECT_GE(told, 1) << "the owner is told before";
    desk.job().run(database(), now());
    EXPECT_EQ(notices_about("repair-permit"), told) << "once";
    clock.advance(std::chrono::hours(24 * 30));
    EXPECT_TRUE(says(get("/procedures/repair-permit"), "لم يؤكَّد"));
    enter_as(Role::head);
    EXPECT_TRUE(says(get("/office/sheets"), "بطاقات تنتظر التأكيد"));
    EXPECT_EQ(post(office("repair-permit") + "/certification", {}).status, 303);
    visitor = {};
    EXPECT_FALSE(says(get("/procedures/repair-permit"), "لم يؤكَّد"));
}

TEST_P(RegistryJourney, keeps_the_registry_of_holders_with_its_administrator) {
    enter_as(Role::head);
    EXPECT_EQ(get("/admin/evidence").status, 403);
    visitor.grants = {{Role::administrator, people::platform, UnitId{0}}};
    auto const page = get("/admin/evidence");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    EXPECT_EQ(post("/admin/evidence", {{"do", "type"},
                                       {"code", "fire_certificate"},
                                       {"title_ar", "شهادة الوقاية المدنية"},
                                       {"holder", "الوقاية المدنية"}})
                  .status,
              303);
    http::Pairs exemption{{"do", "exempt"},
                          {"evidence_type", "fire_certificate"},
                          {"reason", "لا توجد خدمة تبادل بعد"},
                          {"first", "2026-04-01"},
                          {"last", "2026-12-31"}};
    EXPECT_EQ(post("/admin/evidence", exemption).status, 303);
    exemption.back().second = "2036-12-31";
    EXPECT_EQ(post("/admin/evidence", exemption).status, 422) << "it ends within two years";
}

TEST_P(RegistryJourney, puts_form_and_sheet_side_by_side) {
    enter_as(Role::officer);
    auto work = draft("building-permit");
    work.sheet.form.push_back({.code = "more", .label = {"سؤال زائد", {}, {}, {}}});
    write([&](db::Writer& db) {
        return desk.save_draft(db, work.sheet.id, work.edition, work.sheet, PersonId{7}, now());
    }).value();
    auto const at = office("building-permit") + "/information";
    auto const page = get(at);
    EXPECT_TRUE(says(page, "سؤال زائد"));
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    auto const edition = std::to_string(draft("building-permit").edition);
    EXPECT_EQ(ask(http::Method::post, at, {{"edition", edition}}, {{"code", "more"}}).status, 303);
    EXPECT_FALSE(says(get(at), "سؤال زائد"));
}

}  // namespace
}  // namespace wasl::procedures
