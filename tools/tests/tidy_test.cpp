// SPDX-License-Identifier: Apache-2.0
// A small tree that breaks every rule once, and one that breaks none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tools/tidy/tree.hpp"

namespace wasl::tidy {

namespace {

namespace fs = std::filesystem;

class Tidy : public testing::Test {
protected:
    fs::path root =
        fs::path(testing::TempDir()) /
        ("wasl_tidy_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    Tidy() {
        fs::remove_all(root);
        write("modules/map.txt", "people :\ndossiers : people\nreports : people\n");
    }
    ~Tidy() override { fs::remove_all(root); }

    void write(std::string const& path, std::string const& text) {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path) << text;
    }
    void code(std::string const& path, std::string const& text) {
        write(path, "// SPDX-License-Identifier: Apache-2.0\n" + text + "\n");
    }
    std::vector<std::string> complaints() {
        std::vector<std::string> said;
        for (auto const& one : check(Tree(root)))
            said.push_back(one.path + ":" + std::to_string(one.line) + " " + one.what);
        return said;
    }
    void expect_one(std::string const& start) {
        EXPECT_THAT(complaints(), testing::ElementsAre(testing::StartsWith(start)));
    }
};

TEST_F(Tidy, is_content_with_a_tree_that_keeps_the_rules) {
    code("kernel/date.hpp", "#include <string>");
    code("platform/db/db.hpp", "#include \"kernel/date.hpp\"");
    code("modules/people/people.hpp", "#include \"platform/db/db.hpp\"");
    code("modules/dossiers/clock.hpp", "#include \"kernel/date.hpp\"");
    code("modules/dossiers/store.cpp", "auto const find = \"select a from b \";");
    code("modules/dossiers/desk.cpp",
         "#include \"modules/dossiers/store.hpp\"\n#include \"modules/people/people.hpp\"");
    code("modules/dossiers/pages.cpp",
         "#include \"modules/dossiers/dossiers.hpp\"\nusing namespace html::literals;");
    code("app/main.cpp", "#include \"modules/people/schema.hpp\"");
    write("design/ground.css", "p { margin-inline-start: 1rem; text-align: start; }\n");
    EXPECT_THAT(complaints(), testing::IsEmpty());
}

TEST_F(Tidy, keeps_the_walls_between_rows) {
    code("kernel/date.cpp", "#include \"platform/db/db.hpp\"");
    expect_one("kernel/date.cpp:2 the kernel knows nobody");
    fs::remove_all(root / "kernel");
    code("platform/db/db.cpp", "#include \"modules/people/people.hpp\"");
    expect_one("platform/db/db.cpp:2 the platform knows the kernel alone");
    fs::remove_all(root / "platform");
    code("judging/mixed.cpp", "#include \"platform/db/db.hpp\"");
    expect_one("judging/mixed.cpp:2 the mathematics of juries knows the kernel alone");
    fs::remove_all(root / "judging");
    code("tools/messages.cpp", "#include \"kernel/date.hpp\"");
    expect_one("tools/messages.cpp:2 the tools of the build know no library of the house");
}

TEST_F(Tidy, keeps_the_map_in_rows) {
    write("modules/map.txt", "# lowest first\npeople : dossiers\ndossiers : people\n");
    expect_one("modules/map.txt:2 people may only know those above it: dossiers");
    write("modules/map.txt", "people :\ndossiers : dossiers\n");
    expect_one("modules/map.txt:2 dossiers may only know those above it: dossiers");
    write("modules/map.txt", "people :\ndossiers :\npeople : dossiers\n");
    expect_one("modules/map.txt:3 people is named twice");
    write("modules/map.txt", "people :\ndossiers people\n");
    expect_one("modules/map.txt:2 a module, a colon");
    write("modules/map.txt", "people :\n");
    code("modules/dossiers/desk.cpp", "");
    expect_one("modules/map.txt:0 the module dossiers is not named");
}

TEST_F(Tidy, keeps_the_map_and_the_front_doors) {
    code("modules/reports/desk.cpp", "#include \"modules/dossiers/dossiers.hpp\"");
    expect_one("modules/reports/desk.cpp:2 reports may not know dossiers");
    code("modules/reports/desk.cpp", "#include \"modules/people/store.hpp\"");
    expect_one("modules/reports/desk.cpp:2 knock at the front door");
    code("modules/reports/desk.cpp", "#include \"app/house.hpp\"");
    expect_one("modules/reports/desk.cpp:2 a module does not know the house");
}

TEST_F(Tidy, keeps_law_pure_and_pages_away_from_the_store) {
    code("modules/dossiers/deadline.cpp", "#include \"platform/db/db.hpp\"");
    expect_one("modules/dossiers/deadline.cpp:2 a pure file");
    fs::remove(root / "modules/dossiers/deadline.cpp");
    code("modules/dossiers/pages_office.cpp", "#include \"modules/dossiers/store_steps.hpp\"");
    expect_one("modules/dossiers/pages_office.cpp:2 pages ask the desk");
}

TEST_F(Tidy, keeps_sql_money_and_days_in_their_places) {
    code("modules/dossiers/desk.cpp", "auto const sql = \"delete from dossiers where id = $1\";");
    expect_one("modules/dossiers/desk.cpp:2 SQL stands in the store");
    code("modules/dossiers/desk.cpp",
         "auto const sql = R\"sql(\n    select a\n    from b\n)sql\";");
    expect_one("modules/dossiers/desk.cpp:2 SQL stands in the store");
    code("modules/dossiers/desk.cpp", "static constexpr db::Sql late{name, text};");
    expect_one("modules/dossiers/desk.cpp:2 SQL stands in the store");
    code("modules/dossiers/desk.cpp", "double const fee = 20;");
    expect_one("modules/dossiers/desk.cpp:2 money is kernel/money.hpp");
    code("modules/dossiers/desk.cpp", "auto const due = day(2026, 3, 30);");
    expect_one("modules/dossiers/desk.cpp:2 a day is derived");
    code("modules/dossiers/desk.cpp", "using namespace wasl::people;");
    expect_one("modules/dossiers/desk.cpp:2 say whose name it is");
    code("modules/dossiers/desk.cpp", "int get_number();");
    expect_one("modules/dossiers/desk.cpp:2 no get_");
}

TEST_F(Tidy, keeps_schemas_in_the_dialect_of_both_engines) {
    for (auto const* const word :
         {"id integer primary key autoincrement", "id serial", "at text default now()",
          "at timestamp", "day text default ''::text"}) {
        write("modules/dossiers/schema/0001_dossiers.sql",
              "create table dossiers (\n    " + std::string(word) + "\n);\n");
        expect_one("modules/dossiers/schema/0001_dossiers.sql:2 one dialect for both engines");
    }
    fs::remove_all(root / "modules/dossiers/schema");
    for (auto const* const words :
         {"name like $1", "lower(name) = $1", "day > now()", "id = $1::bigint"}) {
        code("modules/dossiers/store.cpp", "auto const a = \"" + std::string(words) + "\";");
        expect_one("modules/dossiers/store.cpp:2 one dialect for both engines");
    }
    fs::remove(root / "modules/dossiers/store.cpp");
    write("modules/dossiers/schema/0001_dossiers.sql", "-- A timestamp is never kept.\n");
    EXPECT_THAT(complaints(), testing::IsEmpty());
}

TEST_F(Tidy, lets_a_write_read_through_its_writer_only) {
    code("modules/dossiers/pages.cpp",
         "auto before = see(asked.db);\n"
         "auto done = acted.write([&](db::Writer& writer) -> Outcome {\n"
         "    if (see(writer)) { return Done{}; }\n"
         "    return see(acted.db);\n"
         "});\n"
         "auto more = acted.write([&](db::Writer& writer) { return see(writer); });\n"
         "auto after = see(acted.db);");
    expect_one("modules/dossiers/pages.cpp:5 a write reads through its writer");
}

TEST_F(Tidy, keeps_styles_free_of_left_and_right) {
    write("design/ground.css", "p { margin-left: 1rem; }\n");
    expect_one("design/ground.css:1 logical properties");
    write("design/ground.css", "p { inset: 0;\n  right: 0; }\n");
    expect_one("design/ground.css:2 logical properties");
}

TEST_F(Tidy, keeps_files_and_lines_short_and_clean) {
    write("kernel/date.cpp", "int x;\n");
    expect_one("kernel/date.cpp:1 the first line names the licence");
    code("kernel/date.cpp", "int x; ");
    expect_one("kernel/date.cpp:2 blanks at the end");
    code("kernel/date.cpp", "\tint x;");
    expect_one("kernel/date.cpp:2 a tab");
    write("kernel/date.cpp", "// SPDX-License-Identifier: Apache-2.0\nint x;");
    expect_one("kernel/date.cpp:2 the last line has no end");
    code("kernel/date.cpp", "int x;\r");
    expect_one("kernel/date.cpp:2 blanks at the end");
    code("kernel/date.cpp", "// " + std::string("TO") + "DO: later");
    expect_one("kernel/date.cpp:2 an unfinished note");
    code("kernel/date.cpp", "// " + std::string(98, 'x'));
    expect_one("kernel/date.cpp:2 more than 100 columns");
    std::string arabic = "// ";
    for (int n = 0; n < 97; ++n) arabic += "م";
    code("kernel/date.cpp", arabic);
    EXPECT_THAT(complaints(), testing::IsEmpty()) << "signs are counted, not bytes";
    std::string many;
    for (int n = 0; n < 400; ++n) many += "int x;\n";
    code("kernel/date.cpp", many + "int y;");
    expect_one("kernel/date.cpp:0 more than 400 lines");
}

}  // namespace

}  // namespace wasl::tidy
