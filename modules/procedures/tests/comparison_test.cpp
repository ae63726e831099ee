// SPDX-License-Identifier: Apache-2.0
// What changed between two texts, what it costs people, and the sheets that others start from.
#include <algorithm>

#include "kernel/csv.hpp"
#include "modules/procedures/comparison.hpp"
#include "modules/procedures/tests/models_for_tests.hpp"
#include "modules/procedures/tests/pages_for_tests.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::procedures {
namespace {

TEST(Comparison, names_each_item_that_came_went_or_changed) {
    auto const before = model_named("building-permit");
    EXPECT_TRUE(compare(Language::ar, before, before).empty());
    auto after = before;
    after.term_days = 20;
    after.documents.front().copies = 3;
    auto const gone = after.documents.back();
    after.documents.pop_back();
    after.documents.push_back({.code = "new", .title = {"وثيقة جديدة", {}, {}, {}}});
    std::swap(after.form[0], after.form[1]);
    auto const found = compare(Language::ar, before, after);
    auto const says = [&](Alteration how, std::string const& section, std::string const& item) {
        return std::any_of(found.begin(), found.end(), [&](Revised const& one) {
            return one.how == how && one.section == section && one.item == item;
        });
    };
    EXPECT_TRUE(says(Alteration::changed, "term", ""));
    EXPECT_TRUE(says(Alteration::changed, "documents", after.documents.front().code));
    EXPECT_TRUE(says(Alteration::removed, "documents", gone.code));
    EXPECT_TRUE(says(Alteration::added, "documents", "new"));
    EXPECT_TRUE(says(Alteration::moved, "form", after.form[0].code));
    EXPECT_EQ(found.front().section, "documents") << "in the order of the editor's sections";
}

TEST(Burden, counts_what_a_sheet_says_and_nothing_else) {
    Sheet sheet;
    EXPECT_FALSE(says_anything(burden_of(sheet)));
    sheet.documents = {{.code = "a", .copies = 3},
                       {.code = "b", .supplier = Supplier::administration, .copies = 9}};
    auto burden = burden_of(sheet);
    EXPECT_EQ(burden.documents, 1);
    EXPECT_EQ(burden.copies, 3);
    EXPECT_FALSE(burden.visits) << "no steps are declared";
    EXPECT_FALSE(burden.days);
    sheet.steps = {{.code = "s"}, {.code = "t", .visit = false}};
    sheet.term_days = 30;
    sheet.fees = {{.code = "f", .amount = Money::centimes(1)},
                  {.code = "g", .amount = Money::centimes(1050)}};
    burden = burden_of(sheet);
    EXPECT_EQ(burden.visits, 1);
    EXPECT_EQ(burden.days, 30);
    EXPECT_EQ(burden.fees, Money::centimes(1051));
    sheet.fees.push_back({.code = "varies"});
    EXPECT_FALSE(burden_of(sheet).fees) << "not one amount for everybody";
    sheet.immediate = true;
    EXPECT_EQ(burden_of(sheet).days, 0);
}

TEST(Address, is_one_answer_of_four_lines) {
    Address const address{{"12 زنقة فاس", "", "63300", "بركان"}};
    auto const answer = answer_from(address);
    EXPECT_EQ(answer, "12 زنقة فاس\n\n63300\nبركان");
    EXPECT_EQ(address_from(answer).parts, address.parts);
    EXPECT_EQ(in_one_line(Language::ar, address), "12 زنقة فاس، 63300 بركان");
    EXPECT_EQ(in_one_line(Language::fr, {{"12 rue Fès", "Al Massira", "", ""}}),
              "12 rue Fès, Al Massira");
    EXPECT_EQ(answer_from({}), "");
    EXPECT_EQ(answer_from(address_from("كما كان يُكتب")), "كما كان يُكتب");
}

class Comparing : public ProcedurePages {
protected:
    // A second version with one document less and two days less.
    void revise() {
        auto work = draft("burial-permit");
        work.sheet.documents.pop_back();
        work.sheet.title.fr = "Permis révisé";
        write([&](db::Writer& db) -> Result<std::int64_t> {
            auto const id = work.sheet.id;
            auto const edition =
                TRY(desk.save_draft(db, id, work.edition, work.sheet, PersonId{7}, clock.now()));
            Actor const all{PersonId{7}, hands::officer | hands::head | hands::interior};
            TRY(desk.act(db, id, {.action = Action::submit, .edition = edition}, all, clock.now()));
            TRY(desk.act(db, id, {.action = Action::check, .reference = "12/2026"}, all,
                         clock.now()));
            TRY(desk.act(db, id, {.action = Action::publish, .edition = edition}, all,
                         clock.now()));
            return 1;
        }).value();
        desk.expire();
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Comparing, tests::both_engines(), tests::engine_name);

TEST_P(Comparing, shows_everybody_two_versions_and_the_sum_of_simplification) {
    EXPECT_TRUE(says(get("/simplification"), "empty")) << "nothing has a former text yet";
    revise();
    for (auto const each : languages) {
        language = each;
        auto const page = get("/procedures/burial-permit/compare");
        EXPECT_EQ(page.status, 200);
        EXPECT_EQ(html::Parsed(page.body).errors(), 0);
        EXPECT_TRUE(says(page, "Permis révisé"));
        for (auto const* const path : {"/simplification", "/procedures/burial-permit"})
            EXPECT_EQ(html::Parsed(get(path).body).errors(), 0) << path;
        auto const owner = "/simplification/" + std::to_string(commune.value());
        auto const list = get(owner);
        EXPECT_EQ(list.status, 200);
        EXPECT_EQ(html::Parsed(list.body).errors(), 0);
        EXPECT_TRUE(says(list, "burial-permit/compare"));
    }
    auto const csv = get("/simplification.csv").body;
    EXPECT_TRUE(csv.starts_with(csv_begin))
        << "or a spreadsheet reads the Arabic as something else";
    EXPECT_NE(csv.find(std::to_string(commune.value()) + ",\""), std::string::npos);
    auto const sums = database().read([&](db::Reader& db) { return desk.simplifications(db); });
    ASSERT_EQ(sums.size(), 1U);
    EXPECT_EQ(sums[0].sheets, 1);
    EXPECT_EQ(sums[0].documents.saved(), 1);
    EXPECT_EQ(sums[0].days.saved(), 0);
    EXPECT_EQ(get("/procedures/burial-permit/compare", {{"from", "1"}, {"to", "9"}}).status, 404);
    EXPECT_EQ(get("/procedures/nothing/compare").status, 404);
}

TEST_P(Comparing, starts_from_a_model_and_compares_with_it) {
    enter_as(Role::officer);
    EXPECT_TRUE(says(get("/office/models"), "/office/models/building-permit"));
    EXPECT_EQ(html::Parsed(get("/office/models/building-permit").body).errors(), 0);
    auto const owner = std::to_string(commune.value());
    EXPECT_EQ(post("/office/models/building-permit", {{"owner", owner}, {"code", "burial-permit"}})
                  .status,
              409)
        << "the code is taken";
    auto const made =
        post("/office/models/building-permit", {{"owner", owner}, {"code", "our-permit"}});
    EXPECT_EQ(made.status, 303);
    auto const id =
        *database().read([&](db::Reader& db) { return desk.sheet_of_code(db, "our-permit"); });
    auto const clone = *database().read([&](db::Reader& db) { return desk.draft(db, id); });
    auto const original = *desk.model("building-permit");
    EXPECT_EQ(clone.sheet.model, "building-permit");
    EXPECT_EQ(clone.sheet.state, SheetState::inventoried);
    EXPECT_EQ(clone.sheet.documents.size(), original.documents.size());
    EXPECT_TRUE(clone.sheet.contact.ar.empty()) << "each administration has its own";
    auto const page = get("/office/sheets/" + std::to_string(id.value()) + "/compare");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    visitor.grants.clear();
    EXPECT_EQ(get("/office/models").status, 403);
}

TEST_P(Comparing, lets_a_place_vary_its_contact_and_its_ways_in_alone) {
    auto const other = places.picture()->by_slug("commune-ahfir")->id;
    auto const offers = office("building-permit") + "/offers";
    enter_as(Role::head, other);
    auto const page = get(offers);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    auto const where = std::to_string(other.value());
    http::Pairs variant{{"administration", where},
                        {"contact_ar", "الطابق الأول"},
                        {"channels", "online"},
                        {"do", "save"}};
    EXPECT_EQ(post(offers, variant).status, 422) << "never online alone (art. 30)";
    variant[2].second = "counter";
    EXPECT_EQ(post(offers, variant).status, 303);
    (void)get("/procedures");  // takes the new picture
    auto const there = desk.published("building-permit", other);
    auto const here = desk.published("building-permit", commune);
    EXPECT_EQ(there->contact.ar, "الطابق الأول");
    EXPECT_FALSE(there->online);
    EXPECT_TRUE(here->online);
    EXPECT_EQ(there->documents.size(), here->documents.size());
    EXPECT_TRUE(says(get("/procedures/building-permit/in/" + where), "الطابق الأول"));
    variant[0].second = std::to_string(commune.value());
    EXPECT_EQ(post(offers, variant).status, 403) << "another place's variant";
    variant[0].second = where;
    variant[3].second = "remove";
    EXPECT_EQ(post(offers, variant).status, 403) << "the owner says where it is offered";
}

TEST_P(Comparing, previews_the_form_in_two_languages_without_saving) {
    enter_as(Role::officer);
    auto const edition = draft("burial-permit").edition;
    auto const page =
        post(office("burial-permit") + "/edit/form", {{"edition", std::to_string(edition)},
                                                      {"do", "try"},
                                                      {"count", "2"},
                                                      {"form.0.code", "area"},
                                                      {"form.0.label_ar", "المساحة"},
                                                      {"form.0.label_fr", "Superficie"},
                                                      {"form.0.kind", "number"},
                                                      {"form.1.code", "where"},
                                                      {"form.1.label_ar", "العنوان"},
                                                      {"form.1.kind", "address"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
    EXPECT_TRUE(says(page, "preview-ar-area"));
    EXPECT_TRUE(says(page, "preview-fr-area"));
    EXPECT_TRUE(says(page, "preview-fr-where.postcode"));
    EXPECT_EQ(draft("burial-permit").edition, edition);
}

TEST_P(Comparing, lets_the_platform_say_who_looks_before_publication) {
    enter_as(Role::head);
    http::Pairs form{{"duty", "interior"}, {"interior", "commune-ahfir"}, {"do", "authority"}};
    EXPECT_EQ(post("/admin/evidence", form).status, 403);
    visitor.grants = {{Role::administrator, people::platform, UnitId{0}}};
    EXPECT_EQ(html::Parsed(get("/admin/evidence").body).errors(), 0);
    EXPECT_EQ(post("/admin/evidence", form).status, 422) << "nobody looks at the own kind (art. 9)";
    form[1].second = "province-berkane";
    EXPECT_EQ(post("/admin/evidence", form).status, 303);
    enter_as(Role::officer, places.picture()->by_slug("province-berkane")->id);
    auto const actor =
        database().read([&](db::Reader& db) { return desk.actor(db, visitor, commune); });
    EXPECT_TRUE(actor.hands.hold(hands::interior));
}

TEST_P(Comparing, counts_the_practice_that_was_inventoried_as_what_was_before) {
    auto const id = write([&](db::Writer& db) -> Result<SheetId> {
                        auto const opened =
                            TRY(desk.open_draft(db, "practice", commune, {"ممارسة", {}, {}, {}},
                                                PersonId{7}, clock.now()));
                        auto sheet = model_named("burial-permit");
                        sheet.documents.front().copies = 4;
                        TRY(desk.save_draft(db, opened, 1, sheet, PersonId{7}, clock.now()));
                        TRY(desk.act(db, opened, {.action = Action::take_up},
                                     {PersonId{7}, hands::officer}, clock.now()));
                        return opened;
                    }).value();
    auto const burdens = database().read([&](db::Reader& db) { return desk.burdens(db, id); });
    ASSERT_EQ(burdens.size(), 1U);
    EXPECT_EQ(burdens[0].version, 0);
    EXPECT_EQ(burdens[0].burden, [] {
        auto sheet = model_named("burial-permit");
        sheet.documents.front().copies = 4;
        return burden_of(sheet);
    }());
}

}  // namespace
}  // namespace wasl::procedures
