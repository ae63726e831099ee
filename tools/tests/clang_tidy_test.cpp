// SPDX-License-Identifier: Apache-2.0
// What is remembered of clang-tidy's looks, and that it does find faults.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tools/clang_tidy/units.hpp"

namespace wasl::clang_tidy {

namespace {

namespace fs = std::filesystem;

class ClangTidy : public testing::Test {
protected:
    fs::path folder = fs::path(testing::TempDir()) / "wasl_clang_tidy_test";
    ClangTidy() {
        fs::remove_all(folder);
        fs::create_directories(folder / "build");
    }
    ~ClangTidy() override { fs::remove_all(folder); }

    void write(std::string const& name, std::string const& text) {
        std::ofstream(folder / name) << text;
    }
    std::string sum_now(Unit const& unit, std::string const& common = "19") {
        return Sums(folder / "build", common).of(unit);
    }
    bool is_clean(std::string const& code, std::string const& compiled = "a.cpp") {
        write("a.cpp", code);
        write("build/compile_commands.json",
              R"([{"directory": ")" + (folder / "build").string() + R"(", "file": ")" +
                  (folder / compiled).string() + R"(", "output": "a.o", "command": )" +
                  R"("clang++-19 -std=c++20 -I.. -c ../)" + compiled + R"("}])");
        write(".clang-tidy",
              "Checks: '-*,bugprone-use-after-move'\nWarningsAsErrors: '*'\n"
              "HeaderFilterRegex: 'a.cpp'\n");
        auto const tools = fs::read_symlink("/proc/self/exe").parent_path().string();
        auto const status =
            std::system(("cd " + folder.string() + " && " + tools + "/clang_tidy_look " + tools +
                         "/libclang_tidy_scope.so build >look.txt 2>&1")
                            .c_str());
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
};

TEST_F(ClangTidy, looks_again_when_anything_that_a_file_reads_has_changed) {
    Unit const unit{"a.cpp", {"a.cpp"}, "clang++ -c a.cpp", {"../a.cpp", "../b.hpp"}};
    write("a.cpp", "int a;");
    write("b.hpp", "int b;");
    auto const before = sum_now(unit);
    EXPECT_EQ(sum_now(unit), before);
    EXPECT_NE(sum_now(unit, "20"), before) << "another clang-tidy, other settings";
    EXPECT_NE(sum_now({"a.cpp", {"a.cpp"}, "clang++ -O2 -c a.cpp", unit.reads}), before);
    write("b.hpp", "int c;");
    EXPECT_NE(sum_now(unit), before) << "a header";
    EXPECT_EQ(sum_now({"a.cpp", {"a.cpp"}, unit.command, {}}), "") << "not built: nothing is known";
}

TEST_F(ClangTidy, reads_what_ninja_remembers) {
    auto const deps = read_deps(
        "a.o: #deps 2, deps mtime 17 (VALID)\n    ../a.cpp\n    /usr/include/b.h\n\n"
        "c.o: #deps 1, deps mtime 18 (VALID)\n    ../c.cpp\n");
    EXPECT_THAT(deps.at("a.o"), testing::ElementsAre("../a.cpp", "/usr/include/b.h"));
    EXPECT_THAT(deps.at("c.o"), testing::ElementsAre("../c.cpp"));
}

TEST_F(ClangTidy, finds_a_value_that_is_read_after_it_was_moved_away) {
    std::string const start =
        "#include <string>\n#include <utility>\nvoid keep(std::string);\n"
        "std::size_t f(std::string text) {\n";
    EXPECT_TRUE(is_clean(start + "auto n = text.size(); keep(std::move(text)); return n; }\n"));
    EXPECT_FALSE(is_clean(start + "keep(std::move(text)); return text.size(); }\n"));
    EXPECT_THAT(read_text(folder / "look.txt"), testing::HasSubstr("bugprone-use-after-move"));

    fs::create_directory(folder / "build/together");
    write("build/together/all_0.cpp", "#include \"a.cpp\"\n");
    EXPECT_FALSE(is_clean(read_text(folder / "a.cpp"), "build/together/all_0.cpp"))
        << "compiled together with others";
    EXPECT_THAT(read_text(folder / "look.txt"), testing::HasSubstr("bugprone-use-after-move"));
}

}  // namespace

}  // namespace wasl::clang_tidy
