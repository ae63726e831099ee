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

TEST_P(Importing, does_not_bring_back_what_a_reviewer_took_out) {
    take(table);
    auto const number = picture()->lines().front().number;
    auto clean = picture()->lines().front().content;
    clean.problem = "بعد المسافة عن الجماعة";
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.revise(w, act(reviewing, number), clean, "معطى شخصي");
              }),
              "yes");
    EXPECT_EQ(verdicts(examine(table)), "fault fault fault fault ") << "and says so beforehand";
    EXPECT_EQ(verdicts(take(table)), "fault fault fault fault ");
    EXPECT_EQ(picture()->lines().front().content.problem, clean.problem);
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
    auto const queue = read([&](db::Reader& r) { return desk.queue(r, reviewing, {}); });
    EXPECT_EQ(queue.value().total, 1);
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
              "fault added fault fault added added fault fault ");
    std::string swollen = "[{\"name\": \"One\", \"sectors\": [";
    for (int n = 0; n < 100'000; ++n) swollen += "\"s" + std::to_string(n) + "\",";
    EXPECT_EQ(verdicts(examine(swollen + "0]}]")), "added ");
}

// One thing said in each shape that records have had: what is taken of it is the same.
TEST_P(Importing, reads_a_goal_a_licence_and_an_owner_in_every_shape) {
    for (std::string_view const goals :
         {R"("SDGs": [{"SDGNumber": 16, "evidenceText": "x"}])", R"("SDGs": [16])",
          R"("SDGs": "16")", R"("sdgs": {"sdg": [16], "relevance": "x"})",
          R"("SDGs": null, "sdgs": [{"sdg": 16}])"})
        for (std::string_view const licence :
             {R"("license": "MIT")", R"("license": {"spdx": ["MIT"]})",
              R"("openlicenses": [{"openLicense": "MIT", "openLicenseEvidenceURLs": "u"}])"})
            for (std::string_view const owner :
                 {R"("organizations": {"org_type": "owner", "name": "Plan "})",
                  R"("organizations": ["Plan"])", R"("owners": [{"name": "Plan"}, null])"}) {
                auto const record = "{\"name\": \"One\", " + std::string(goals) + ", " +
                                    std::string(licence) + ", " + std::string(owner) + "}";
                auto const read = incoming_from_json(record);
                ASSERT_FALSE(read.refused()) << record;
                auto const& one = read.value().front();
                EXPECT_EQ(one.content.serves, "SDG 16") << record;
                EXPECT_EQ(one.content.licence, "MIT") << record;
                EXPECT_EQ(one.owner_name, "Plan") << record;
            }
}

TEST_P(Importing, reads_what_a_record_meant_and_in_which_language) {
    auto const one = [](std::string_view record) {
        return std::move(incoming_from_json(record).value().front());
    };
    auto const listed = one(
        R"({"name": " Peace\n &amp; all ", "description": "One\r\nand &lt;two&gt; &#x202E;&no;",
            "sdgs": {"sdg": ["SDG16: Peace\u00b8 Justice", "SDG9: Industry&#184; Innovation"]},
            "website": " HTTPS://form.example.org/Path ; other", "repositories": [{"url": " "},
            {"url": "mail@example.org"}, {"url": "www.example.org/code"}], "id": 10623})");
    EXPECT_EQ(listed.content.title, "Peace & all");
    EXPECT_EQ(listed.content.solution, "One\nand <two> &no;");
    EXPECT_EQ(listed.content.serves, "SDG16: Peace, Justice, SDG9: Industry, Innovation");
    EXPECT_EQ(listed.content.website, "https://form.example.org/Path");
    EXPECT_EQ(listed.url, "https://www.example.org/code");
    EXPECT_EQ(listed.key, "dpg:10623");
    EXPECT_EQ(one(R"({"name": "a", "website": "javascript:alert(1).x"})").content.website, "");
    EXPECT_EQ(one(R"({"name": {"en": "Water", "ar": "الماء"}})").content.title, "الماء");
    std::pair<std::string_view, Language> const languages[] = {
        {"منصة مفتوحة لتدبير الشكايات API", Language::ar},
        {"Une plateforme libre pour les communes et les administrations", Language::fr},
        {"A platform for the communes of the country, pour les communes", Language::en},
        {"Plataforma para la gestión de los datos", Language::en},
        {"ⵜⴰⵎⵙⵙⵓⵜⵍⴰⵢⵜ ⵜⴰⵏⴰⵎⵓⵔⵜ", Language::zgh}};
    for (auto const& [text, language] : languages)
        EXPECT_EQ(one("{\"name\": \"" + std::string(text) + "\"}").content.language, language)
            << text;
}

TEST_P(Importing, finds_the_records_of_a_file_however_they_are_held) {
    std::string_view const two = R"({"name": "One", "id": "1"}, {"name": "Two", "id": "2"})";
    auto const names = [](std::string const& text) {
        auto const read = incoming_from_json(text);
        std::string out;
        if (read.refused()) return std::string("unread");
        for (auto const& one : read.value())
            out += one.key + " " + one.content.title + (one.faults.empty() ? "; " : "fault; ");
        return out;
    };
    std::string const both = "dpg:1 One; dpg:2 Two; ";
    EXPECT_EQ(names("[" + std::string(two) + "]"), both);
    EXPECT_EQ(names("{\"generated\": \"2026\", \"list\": [" + std::string(two) + "]}"), both);
    EXPECT_EQ(names("{\"name\": \"Registry\", \"dpgs\": [" + std::string(two) + "]}"), both);
    EXPECT_EQ(names(R"({"1": {"name": "One"}, "2": {"name": "Two"}})"), both);
    EXPECT_EQ(names("{\n \"name\": \"One\",\n \"id\": 1}\n\xEF\xBB\xBF{\n \"name\": \"Two\",\n"
                    " \"id\": 2}\n"),
              both)
        << "as files that were put together";
    EXPECT_EQ(names("{\n \"name\": \"One\",\n \"id\": 1}\n{\n \"name\":"), "dpg:1 One;  fault; ")
        << "what stands before a break is read";
    EXPECT_EQ(names(R"({"description": "x", "organizations": [{"name": "Plan"}]})"), "dpg: ; ")
        << "an organisation of a record without a name is no record";
    EXPECT_EQ(names(R"({"name": "One", "id": 1, "awards": [{"name": "Prize"}]})"), "dpg:1 One; ");
}

TEST_P(Importing, refuses_what_is_neither_and_survives_what_is_broken) {
    for (std::string_view const bytes :
         {"", "   ", "hello", "a,b\n1,2\n", "{",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]", "{\"name\": \"\xFF\"",
          "\x89PNG\r\n", "{\"name\": \"One\"}\n{\"name\": \"\xE9\"}"})
        EXPECT_TRUE(examine(bytes).refused.has_value()) << bytes;
    EXPECT_EQ(verdicts(examine("{\"name\": \"One\"}\n{\"name\": \"Two\"}\n{broken\n")),
              "added added fault ");
    std::string const hidden =
        "[{\"name\": \"A\u202Eb\", \"description\": \"" + std::string(20'000, 'x') + "\"}]";
    EXPECT_EQ(verdicts(examine(hidden)), "added ") << "cut and cleaned, not lost";
}

}  // namespace

}  // namespace wasl::bank
