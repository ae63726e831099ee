// SPDX-License-Identifier: Apache-2.0
#include "app/export.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>

#include "app/house.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::app {
namespace {

namespace fs = std::filesystem;

class Export : public tests::OnEngine {
protected:
    Export() : OnEngine({House::schema()}) { fs::create_directories(folder / "store"); }
    ~Export() override { fs::remove_all(folder); }

    static std::vector<boost::json::value> lines(fs::path const& file) {
        std::vector<boost::json::value> found;
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) found.push_back(boost::json::parse(line));
        return found;
    }
    void fill() {
        static constexpr db::Sql person{"test.person", R"sql(
            insert into people_persons (id, name, language, password, id_document, made_at)
            values ($1, $2, 'ar', 'argon', 'hash', 0)
        )sql"};
        static constexpr db::Sql session{"test.session", R"sql(
            insert into people_sessions (id, person, token, device, strong, made_at, seen_at,
                expires_at)
            values (1, 11, 'token', '', 0, 0, 0, 0)
        )sql"};
        static constexpr db::Sql dossier{"test.dossier", R"sql(
            insert into dossiers (id, number, revision, procedure, administration, unit, applicant,
                applicant_name, filed_by, filed_as, channel, state, is_open, term_days, cap_days,
                silence_accepts, extension_listed, extension_days_max, route, assigned, version,
                calendar_version, changed_at, retention_years, warned)
            values ($1, $2, 1, 'x', $3, 0, $4, $5, 1, 'self', 'online', 'lodged', 1, 30, 60, 0, 0,
                0, 'council', 0, 1, 0, 9007199254740993, 1, 0)
        )sql"};
        static constexpr db::Sql values{"test.values",
                                        "insert into dossier_values (dossier, content) "
                                        "values ($1, '{}')"};
        write([&](db::Writer& writer) -> Outcome {
            writer.execute(person, 11, "فاطمة");
            writer.execute(person, 12, "أحمد");
            writer.execute(session);
            writer.execute(dossier, 1, "A", 101, 11, "فاطمة");
            writer.execute(dossier, 2, "B", 102, 12, "أحمد");
            writer.execute(values, 1);
            writer.execute(values, 2);
            return Done{};
        }).value();
    }

    fs::path folder =
        fs::path(testing::TempDir()) / ("wasl_export_" + std::to_string(db::next_id()));
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Export, tests::both_engines(), tests::engine_name);

TEST_P(Export, of_the_house_has_every_table_and_no_secret) {
    fill();
    files::Store const store(folder / "store");
    auto const done = export_to(database(), store, folder / "all", {});
    EXPECT_GT(done.tables, 35);
    auto const persons = lines(folder / "all/people/people_persons.jsonl");
    ASSERT_EQ(persons.size(), 2u);
    EXPECT_EQ(persons.front().at("name"), "فاطمة");
    EXPECT_FALSE(persons.front().as_object().contains("password"));
    EXPECT_TRUE(persons.front().at("closed_at").is_null());
    EXPECT_FALSE(fs::exists(folder / "all/people/people_sessions.jsonl"));
    auto const dossiers = lines(folder / "all/dossiers/dossiers.jsonl");
    ASSERT_EQ(dossiers.size(), 2u);
    EXPECT_EQ(dossiers.front().at("changed_at"), "9007199254740993");

    // The description names each file and says what stands in it.
    auto const tables = lines(folder / "all/tables.json").front().as_array();
    EXPECT_EQ(static_cast<int>(tables.size()), done.tables);
    for (auto const& table : tables)
        EXPECT_TRUE(fs::exists(folder / "all" / std::string(table.at("file").as_string())));
    EXPECT_THROW(export_to(database(), store, folder / "all", {}), std::runtime_error);
}

TEST_P(Export, of_one_administration_has_nothing_of_another) {
    fill();
    files::Store const store(folder / "store");
    export_to(database(), store, folder / "one", AdministrationId{101});
    auto const dossiers = lines(folder / "one/dossiers/dossiers.jsonl");
    ASSERT_EQ(dossiers.size(), 1u);
    EXPECT_EQ(dossiers.front().at("number"), "A");
    EXPECT_EQ(lines(folder / "one/dossiers/dossier_values.jsonl").size(), 1u);
    auto const persons = lines(folder / "one/people/people_persons.jsonl");
    ASSERT_EQ(persons.size(), 1u);
    EXPECT_EQ(persons.front().at("name"), "فاطمة");
    // What people were told is nobody else's; who subscribed for the administration is its own.
    EXPECT_FALSE(fs::exists(folder / "one/notices/notices_inbox.jsonl"));
    EXPECT_FALSE(fs::exists(folder / "one/notices/notices_letters.jsonl"));
    EXPECT_TRUE(fs::exists(folder / "one/notices/notices_hooks.jsonl"));
}

// A table that a later schema file adds must not be forgotten here.
TEST(ExportTables, are_all_that_the_schema_makes) {
    auto const steps = House::schema();
    auto const count = [&](std::string_view words) {
        std::size_t found = 0;
        for (auto const& step : steps)
            for (auto at = step.text.find(words); at != std::string_view::npos;
                 at = step.text.find(words, at + 1))
                ++found;
        return found;
    };
    auto const tables = tables_of(steps);
    EXPECT_EQ(tables.size(), count("create table ") - count("drop table "));
    for (auto const& table : tables) EXPECT_FALSE(table.columns.empty()) << table.name;
    auto const sheets = std::find_if(tables.begin(), tables.end(), [](Table const& one) {
        return one.name == "procedure_sheets";
    });
    ASSERT_NE(sheets, tables.end());
    EXPECT_TRUE(sheets->has("certified_on")) << "columns that a later step adds are read too";
}

}  // namespace
}  // namespace wasl::app
