// SPDX-License-Identifier: Apache-2.0
// Files from elsewhere: what would happen, and what happened. On both databases.
#include <fstream>

#include "modules/bank/import.hpp"
#include "modules/bank/tests/bank_for_tests.hpp"

namespace wasl::bank {

namespace {

constexpr std::string_view table =
    "\xEF\xBB\xBFkey,title,problem,solution,cost,obstacles,owner\r\n"
    "a,\"شباك متنقل، للدواوير\",بعد المسافة,سيارة مجهزة,\"12 500,50\",equipment | "
    "connectivity,جماعة\r\n"
    "b,,بلا عنوان,,,,\r\n"
    "a,مرة أخرى,,,,,\r\n"
    "c,ثمن غير مقروء,,,كثير,,\r\n";

// The two shapes that are about, the second as it is listed; a person's name and address stand in
// it.
constexpr std::string_view records = R"json([
    {"name": "OpenCRVS", "aliases": [""], "description": "Civil registration for all.",
     "website": "https://www.opencrvs.org",
     "license": [{"spdx": "MPL-2.0", "licenseURL": "https://x"}],
     "SDGs": [{"SDGNumber": 16, "evidenceText": "", "evidenceURL": ""}], "sectors": ["Government"],
     "type": ["software"], "repositories": [{"name": "main", "url": "https://github.com/opencrvs"}],
     "organizations": [{"name": "Plan", "org_type": "owner", "contact_name": "Jane Roe",
                        "contact_email": "jane@example.org"}], "stage": "DPG"},
    {"id": "10146", "name": "Antura", "categories": ["Open Content"], "description": " ",
     "website": " ", "sdgs": [{"sdg": "SDG4: Quality Education", "relevance": " "}],
     "openlicenses": [{"openLicense": "0BSD", "openLicenseEvidenceURLs": " "}],
     "repositories": [{"name": "main", "url": " "}], "aliases": "", "organizations": []},
    {"name": " "}, 7
])json";

class Importing : public BankTest {
protected:
    ImportReport examine(std::string_view bytes) {
        return read([&](db::Reader& r) { return examine_import(r, desk, bytes, ask); });
    }
    ImportReport take(std::string_view bytes) {
        ImportReport report;
        (void)write([&](db::Writer& w) -> Outcome {
            report = take_import(w, desk, bytes, ask, today(), clock.now());
            return Done{};
        });
        return report;
    }
    static std::string verdicts(ImportReport const& report) {
        std::string out;
        for (auto const& line : report.lines) out += std::string(name_of(line.verdict)) + " ";
        return out;
    }
    ImportAsk ask{.source = "مجموعة للاختبار", .as_listed = true, .by = PersonId{7}};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Importing, tests::both_engines(), tests::engine_name);

TEST_P(Importing, says_what_a_table_would_do_does_it_once_and_sees_what_changed) {
    EXPECT_EQ(verdicts(examine(table)), "added fault fault fault ");
    EXPECT_TRUE(picture()->lines().empty()) << "a look writes nothing";
    auto const taken = take(table);
    EXPECT_EQ(verdicts(taken), "added fault fault fault ");
    auto const first = picture();
    ASSERT_EQ(first->lines().size(), 1U);
    auto const& line = first->lines().front();
    EXPECT_EQ(line.content.cost, Money::centimes(1'250'050));
    EXPECT_EQ(line.content.touches.obstacles,
              (std::vector<std::string>{"connectivity", "equipment"}));
    EXPECT_EQ(verdicts(take(table)), "same fault fault fault ");
    std::string changed(table);
    changed.replace(changed.find("سيارة مجهزة"), std::string("سيارة مجهزة").size(), "حافلة");
    EXPECT_EQ(verdicts(take(changed)), "changed fault fault fault ");
    EXPECT_EQ(picture()->lines().front().content.solution, "حافلة");
    EXPECT_EQ(picture()->lines().front().number, line.number) << "the same entry";
}

TEST_P(Importing, takes_records_of_digital_public_goods_and_leaves_persons_behind) {
    auto const report = take(records);
    EXPECT_EQ(verdicts(report), "added added fault fault ");
    auto const bank = picture();
    auto const found = bank->find("civil registration", {}, 10, 0);
    ASSERT_FALSE(found.lines.empty());
    auto const& one = *found.lines.front();
    EXPECT_EQ(one.content.title, "OpenCRVS");
    EXPECT_EQ(one.content.language, Language::en);
    EXPECT_EQ(one.content.licence, "MPL-2.0");
    EXPECT_EQ(one.owner_name, "Plan");
    EXPECT_EQ(one.source.name, "مجموعة للاختبار");
    auto const whole = seen(nobody, one.number).entry;
    for (auto const& text : {whole.content.contacts, whole.owner_name, whole.content.solution})
        EXPECT_EQ(text.find("ane"), std::string::npos) << text;
    EXPECT_EQ(verdicts(take(records)), "same same fault fault ");
}

TEST_P(Importing, goes_through_the_gate_unless_somebody_vouches_for_it) {
    ask.as_listed = false;
    take(table);
    EXPECT_TRUE(picture()->lines().empty());
    auto const queue = read([&](db::Reader& r) { return desk.queue(r, reviewing); });
    EXPECT_EQ(queue.value().size(), 1U);
}

TEST_P(Importing, checks_every_code_and_names_the_row) {
    auto const report = examine(
        "key,title,procedures,obstacles,indicators,life_events,evidence,language\n"
        "a,one,building-permits,queues,k99,moon,e7,xx\n"
        "b,two,,equipment,k1,,e1,fr\n");
    EXPECT_EQ(verdicts(report), "fault added ");
    ASSERT_EQ(report.lines.size(), 2U);
    EXPECT_EQ(report.lines[0].what.size(), 6U) << report.text();
    auto const text = report.text();
    for (std::string_view const part : {"row 2, one: ", "queues", "k99", "moon", "e7", "xx",
                                        "1 added, 0 changed, 0 same, 1 not taken"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
    EXPECT_EQ(text.find("row 3"), std::string::npos);
}

TEST_P(Importing, is_not_made_to_swell_by_records_that_mean_harm) {
    std::string deep = "{\"name\": \"One\", \"SDGs\": ";
    for (int n = 0; n < 5'000; ++n) deep += '[';
    EXPECT_TRUE(examine("[" + deep).refused.has_value());
    std::string many = "[";
    for (std::size_t n = 0; n < import_rows_max + 1; ++n) many += "{\"name\":\"n\"},";
    many.back() = ']';
    EXPECT_TRUE(examine(many).refused.has_value()) << "more rows than a file may have";
    EXPECT_EQ(verdicts(examine(
                  R"json([{"name": {"a": 1}}, {"name": ["x"]}, {"name": 1e999}, {"name": null},
                          {"name": "ok", "SDGs": {"a": [[[]]]}, "license": 7, "website": [],
                           "organizations": "x", "repositories": {}, "description": {}},
                          {"name": "ok", "name": "twice"}, [], "x"])json")),
              "fault fault fault fault added added fault fault ");
}

TEST_P(Importing, refuses_what_is_neither_and_survives_what_is_broken) {
    for (std::string_view const bytes : {"", "   ", "hello", "a,b\n1,2\n", "{",
                                         "[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]",
                                         "{\"name\": \"\xFF\"", "\x89PNG\r\n"})
        EXPECT_TRUE(examine(bytes).refused.has_value()) << bytes;
    EXPECT_EQ(verdicts(examine("{\"name\": \"One\"}\n{\"name\": \"Two\"}\n{broken\n")),
              "added added fault ");
    std::string const hidden =
        "[{\"name\": \"A\u202Eb\", \"description\": \"" + std::string(20'000, 'x') + "\"}]";
    EXPECT_EQ(verdicts(examine(hidden)), "added ") << "cut and cleaned, not lost";
}

}  // namespace

}  // namespace wasl::bank
