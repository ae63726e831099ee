// SPDX-License-Identifier: Apache-2.0
// The catalogue and the editor through the router, as a browser without a script uses them.
#include "modules/procedures/tests/pages_for_tests.hpp"

#include <boost/json.hpp>

#include "modules/procedures/editor.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::procedures {
namespace {

INSTANTIATE_TEST_SUITE_P(OnBoth, ProcedurePages, tests::both_engines(), tests::engine_name);

TEST_P(ProcedurePages, show_every_sheet_in_each_language_as_valid_html) {
    for (auto const each : languages) {
        language = each;
        auto const held = desk.picture();
        for (auto const& entry : held->entries()) {
            auto const page = get("/procedures/" + entry.code);
            EXPECT_EQ(page.status, 200) << entry.code;
            EXPECT_EQ(html::Parsed(page.body).errors(), 0) << entry.code;
            EXPECT_TRUE(page.shared) << "nobody is signed in";
        }
        for (auto const* path : {"/procedures", "/decisions/2.22.141-3", "/decisions/2.22.386-117",
                                 "/procedures/building-permit/places"}) {
            auto const page = get(path);
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_EQ(html::Parsed(page.body).errors(), 0) << path;
        }
    }
    EXPECT_EQ(get("/procedures/no-such-thing").status, 404);
    EXPECT_EQ(get("/decisions/9.99.999-1").status, 404);
}

// What is kept for everybody follows from the two pictures: a change of either makes it anew.
TEST_P(ProcedurePages, are_kept_until_a_sheet_or_an_administration_changes) {
    http::Request request;
    request.target = "/ar/procedures/building-permit";
    request.path = "/procedures/building-permit";
    request.language_in_path = true;
    auto const& door = *router.find(request.method, request.path).door;
    auto const kept = [&] {
        places.picture();  // asks where that is due
        auto const response = router.kept(request, door);
        return response ? *response->kept->plain : std::string();
    };
    EXPECT_EQ(kept(), "") << "the database was not asked yet";
    get("/procedures/building-permit");  // while this one is made the pictures are taken in
    auto const page = get("/procedures/building-permit");
    EXPECT_TRUE(kept() == page.body);
    visitor.person = PersonId{7};
    visitor.name = "فاطمة";
    EXPECT_TRUE(says(get("/procedures/building-permit"), "فاطمة"));
    visitor = {};
    EXPECT_TRUE(kept() == page.body) << "hers is not kept for others";

    write([&](db::Writer& db) {
        return places.set_contact(db, commune, {.phone = "0536000000"}, PersonId{1}, clock.now());
    }).value();
    EXPECT_EQ(kept(), "") << "an administration changed";
    get("/procedures/building-permit");
    get("/procedures/building-permit");
    EXPECT_NE(kept(), "");

    auto const sheet = desk.picture()->entry("building-permit")->id;
    write([&](db::Writer& db) {
        return desk.act(db, sheet,
                        {.action = Action::suspend, .reason = "يعاد النظر في الوثائق المطلوبة"},
                        {PersonId{1}, hands::head}, clock.now());
    }).value();
    desk.expire();
    EXPECT_EQ(kept(), "") << "its own process knows at once";
    auto const suspended = get("/procedures/building-permit");
    EXPECT_TRUE(suspended.body != page.body) << "it says so";
    get("/procedures/building-permit");  // while the first was made the sheet was taken in anew
    EXPECT_TRUE(kept() == suspended.body);
}

TEST_P(ProcedurePages, lay_out_what_a_citizen_asks_and_lead_to_filing_at_the_chosen_commune) {
    auto const here = "/procedures/building-permit/in/" + std::to_string(commune.value());
    auto const page = get(here);
    for (auto const* text : {"رخصة البناء", "يدلي به المرتفق", "تحصل عليه الإدارة",
                             "القانون رقم 12.90 المتعلق بالتعمير", "المادتان 50 و53",
                             "السكوت بعد انصرام الأجل بمثابة موافقة", "تؤكده الإدارة", "2.22.141-3",
                             "مصلحة التعمير", "داخل 30 يوما من التوصل به"})
        EXPECT_TRUE(says(page, text)) << text;
    EXPECT_TRUE(says(page, "/ar/dossiers/new?procedure=building-permit&amp;administration=" +
                               std::to_string(commune.value())));
    EXPECT_FALSE(says(get("/procedures/building-permit"), "/dossiers/new"))
        << "first choose the commune";
    auto const ministry = places.picture()->by_slug("justice")->id.value();
    EXPECT_EQ(get("/procedures/building-permit/in/" + std::to_string(ministry)).status, 404);
    EXPECT_EQ(get("/procedures/building-permit/in/12x").status, 404);
    EXPECT_FALSE(
        says(get("/procedures/signature-legalisation/in/" + std::to_string(commune.value())),
             "/dossiers/new"))
        << "delivered at the counter, on the spot";
    EXPECT_TRUE(says(get("/decisions/2.22.386-117"), "جرد"));
    EXPECT_TRUE(says(get("/decisions/2.22.141-3"), "/ar/procedures/building-permit"));
}

TEST_P(ProcedurePages, list_search_and_filter) {
    EXPECT_TRUE(says(get("/procedures", {{"q", "rokhsat lbni"}}), "/procedures/building-permit"));
    auto const silent = get("/procedures", {{"silence", "1"}});
    EXPECT_TRUE(says(silent, "/procedures/demolition-permit"));
    EXPECT_FALSE(says(silent, "/procedures/burial-permit"));
    auto const dead = get("/procedures", {{"theme", "death"}, {"free", "1"}});
    EXPECT_TRUE(says(dead, "/procedures/burial-permit"));
    EXPECT_FALSE(says(dead, "/procedures/death-record-copy")) << "it costs a fee";
    EXPECT_TRUE(says(get("/procedures", {{"list", "decisions"}, {"q", "المطارات"}}),
                     "/decisions/2.22.386-117"));
    auto const nothing = get("/procedures", {{"q", "zzzzqqqq"}});
    EXPECT_EQ(nothing.status, 200);
    EXPECT_TRUE(says(nothing, "لا توجد مسطرة مطابقة لهذا البحث"));
    EXPECT_EQ(html::Parsed(get("/procedures", {{"q", "<script>\"'&"}}).body).errors(), 0);
}

// Fifteen hundred communes fit no list: a region is chosen, then one of its provinces, then a
// commune.
TEST_P(ProcedurePages, narrow_to_a_place_step_by_step) {
    auto const directory = places.picture();
    auto const& here = *directory->territory(*directory->administration(commune)->territory);
    auto const& province = *directory->territory(*here.parent);
    auto const& region = *directory->territory(*province.parent);
    auto const choice = [](directory::Territory const& one) {
        return "<option value=\"" + std::to_string(one.id.value()) + "\"";
    };
    auto const at = [&](directory::Territory const& one) {
        return get("/procedures", {{"territory", std::to_string(one.id.value())}});
    };
    auto const all = get("/procedures");
    EXPECT_TRUE(says(all, choice(region)));
    EXPECT_FALSE(says(all, choice(province)));
    for (auto const* const other : directory->parts_of(TerritoryId{0}))
        if (other->id != region.id)
            EXPECT_FALSE(says(all, choice(*other))) << "nothing is offered there";
    EXPECT_TRUE(says(at(region), choice(province)));
    EXPECT_FALSE(says(at(region), choice(here)));
    EXPECT_TRUE(says(at(province), choice(here)));
    auto const page = at(here);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    EXPECT_TRUE(says(page, choice(here) + " selected"));
    EXPECT_TRUE(says(page, choice(region))) << "and back again";
    EXPECT_TRUE(says(page, "/procedures/building-permit"));
    // With an administration that lies elsewhere nothing is left.
    auto const ahfir = directory->by_slug("commune-ahfir")->id;
    auto const both = get("/procedures", {{"territory", std::to_string(here.id.value())},
                                          {"administration", std::to_string(ahfir.value())}});
    EXPECT_FALSE(says(both, "/procedures/building-permit"));
    EXPECT_EQ(get("/procedures", {{"territory", "999999999"}}).status, 200);
}

TEST_P(ProcedurePages, answer_as_json) {
    auto const list = boost::json::parse(get("/api/v1/procedures", {{"q", "رخصة البناء"}}).body);
    EXPECT_EQ(list.at("items").at(0).at("code").as_string(), "building-permit");
    auto const one = boost::json::parse(get("/api/v1/procedures/building-permit").body);
    EXPECT_EQ(one.at("offered_by").as_array().size(), 16U);
    EXPECT_EQ(one.at("content").at("silence").as_string(), "acceptance");
    EXPECT_EQ(get("/api/v1/procedures/none").status, 404);
}

TEST_P(ProcedurePages, let_the_owners_officer_write_and_its_head_publish) {
    auto const sheet = office("building-permit");
    enter_as(Role::officer);
    for (auto const name : section_names()) {
        auto const form = get(sheet + "/edit/" + std::string(name));
        EXPECT_EQ(form.status, 200) << name;
        EXPECT_EQ(html::Parsed(form.body).errors(), 0) << name;
    }
    auto const before = draft("building-permit");
    auto const saved = post(sheet + "/edit/general", general(before, "Permis de bâtir"));
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(draft("building-permit").sheet.title.fr, "Permis de bâtir");
    EXPECT_EQ(draft("building-permit").sheet.documents.size(), before.sheet.documents.size());
    EXPECT_TRUE(says(get(sheet + "/preview"), "رخصة البناء"));

    auto const late = post(sheet + "/edit/general", general(before, "Trop tard"));
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(says(late, "Trop tard")) << "what was typed is kept";
    EXPECT_EQ(draft("building-permit").sheet.title.fr, "Permis de bâtir");

    auto const edition = std::to_string(draft("building-permit").edition);
    auto const take = [&](std::string action, http::Pairs more = {}) {
        http::Pairs form{{"edition", edition}, {"do", std::move(action)}};
        form.insert(form.end(), more.begin(), more.end());
        return post(sheet + "/steps", std::move(form)).status;
    };
    EXPECT_EQ(take("submit"), 403) << "that is for the head";
    enter_as(Role::head);
    EXPECT_EQ(take("publish"), 409) << "nobody has looked at it";
    EXPECT_EQ(take("submit"), 303);
    EXPECT_EQ(take("check", {{"reference", "المراسلة رقم 3"}}), 403);

    enter_as(Role::officer, places.picture()->by_slug("interieur")->id);
    EXPECT_TRUE(says(get("/office/review"), "رخصة البناء"));
    EXPECT_EQ(get(sheet + "/edit/general").status, 404) << "looking is not writing";
    EXPECT_EQ(html::Parsed(get(sheet).body).errors(), 0);
    EXPECT_EQ(take("check"), 422);
    EXPECT_EQ(take("check", {{"reference", "المراسلة رقم 3"}}), 303);

    enter_as(Role::head);
    EXPECT_EQ(take("publish"), 303);
    EXPECT_TRUE(says(get("/procedures/building-permit"), "رخصة البناء"));
    EXPECT_EQ(desk.picture()->entry("building-permit")->version, 2);
    auto const shown = get(sheet);
    EXPECT_EQ(html::Parsed(shown.body).errors(), 0);
    EXPECT_EQ(html::Parsed(get(sheet + "/offers").body).errors(), 0);
}

TEST_P(ProcedurePages, add_move_and_remove_items_by_buttons) {
    auto const sheet = office("burial-permit");
    enter_as(Role::head);
    auto const typed = [&](std::string const& act) {
        return http::Pairs{{"edition", std::to_string(draft("burial-permit").edition)},
                           {"count", "2"},
                           {"fees.0.name_ar", "رسم أول"},
                           {"fees.0.amount", "12,50"},
                           {"fees.0.basis.0.text_ar", "القانون رقم 47.06"},
                           {"fees.1.name_ar", "رسم ثان"},
                           {"fees.1.code", "second"},
                           {"do", act}};
    };
    EXPECT_EQ(post(sheet + "/edit/fees", typed("add")).status, 303);
    auto fees = draft("burial-permit").sheet.fees;
    ASSERT_EQ(fees.size(), 3U);
    EXPECT_EQ(fees[0].amount, Money::centimes(1250));
    EXPECT_EQ(fees[0].code, "item-1");
    EXPECT_EQ(post(sheet + "/edit/fees", typed("up.1")).status, 303);
    fees = draft("burial-permit").sheet.fees;
    ASSERT_EQ(fees.size(), 2U);
    EXPECT_EQ(fees[0].code, "second");
    EXPECT_EQ(post(sheet + "/edit/fees", typed("remove.0")).status, 303);
    EXPECT_EQ(draft("burial-permit").sheet.fees.size(), 1U);
    EXPECT_EQ(post(sheet + "/edit/fees", typed("remove.99")).status, 303);

    auto wrong = typed("save");
    wrong[3].second = "a lot";
    auto const again = post(sheet + "/edit/fees", wrong);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "رسم أول"));
    EXPECT_TRUE(says(get(sheet), "لا يُستخلص رسم بلا نص يحدثه")) << "the gate says so beside";
    EXPECT_TRUE(says(get(sheet + "/edit/fees"), "لا يُستخلص رسم بلا نص يحدثه"));
}

TEST_P(ProcedurePages, keep_strangers_out_of_drafts) {
    auto const sheet = office("building-permit");
    EXPECT_NE(get(sheet).status, 200) << "not signed in";
    enter_as(Role::citizen);
    EXPECT_EQ(get("/office/sheets").status, 403);
    EXPECT_EQ(get(sheet).status, 404);
    EXPECT_EQ(post(sheet + "/edit/general", {}).status, 404);
    EXPECT_EQ(
        post("/office/sheets",
             {{"owner", std::to_string(commune.value())}, {"title", "رخصة"}, {"code", "mine"}})
            .status,
        403);
    enter_as(Role::officer);
    EXPECT_EQ(get("/office/sheets").status, 200);
    EXPECT_EQ(post("/office/sheets", {{"owner", std::to_string(commune.value())},
                                      {"title", "رخصة"},
                                      {"code", "building-permit"}})
                  .status,
              409)
        << "the code is taken; the form comes back";
    EXPECT_EQ(post("/office/sheets", {{"owner", std::to_string(commune.value())},
                                      {"title", "رخصة جديدة"},
                                      {"code", "market-stall"}})
                  .status,
              303);
    EXPECT_EQ(post(sheet + "/steps", {{"do", "withdraw"}, {"reason", "سبب طويل بما يكفي"}}).status,
              403)
        << "that is for the head";
    enter_as(Role::head);
    EXPECT_EQ(post(sheet + "/steps", {{"do", "withdraw"}, {"reason", "سبب طويل بما يكفي"}}).status,
              303);
    visitor = {};
    auto const ended = get("/procedures/building-permit");
    EXPECT_EQ(ended.status, 200) << "its page stays";
    EXPECT_TRUE(says(ended, "سبب طويل بما يكفي"));
    EXPECT_EQ(html::Parsed(ended.body).errors(), 0);
}

TEST(Dirhams, are_read_exactly_or_not_at_all) {
    EXPECT_EQ(dirhams("50"), Money::dirhams(50));
    EXPECT_EQ(dirhams("12,5"), Money::centimes(1250));
    EXPECT_EQ(dirhams("0.05"), Money::centimes(5));
    EXPECT_EQ(written(Money::centimes(1205)), "12.05");
    for (auto const* bad : {"", "-1", "1,234,5", "1.005", "x", "12 ", "9999999999"})
        EXPECT_FALSE(dirhams(bad)) << bad;
}

}  // namespace
}  // namespace wasl::procedures
