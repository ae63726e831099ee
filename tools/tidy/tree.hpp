// SPDX-License-Identifier: Apache-2.0
// The house rules as checks over the tree of files (STYLE.md gives the reasons). A rule that
// nobody can check by program stands in STYLE.md alone; what is in neither is not a rule.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::tidy {

struct File {
    std::string path;  // from the root, with '/': "modules/dossiers/desk.cpp"
    std::vector<std::string> lines;
    bool ends_with_newline = true;

    std::string_view stem() const;    // "desk" of modules/dossiers/desk_reply.cpp is "desk_reply"
    std::string_view module() const;  // "dossiers", or nothing outside modules/
    bool is_code() const;             // .cpp or .hpp
    bool is_test() const;
    bool below(std::string_view folder) const { return path.starts_with(folder); }
};

struct Complaint {
    std::string path;
    std::size_t line;  // from 1; 0: the file as a whole
    std::string what;
};

class Tree {
public:
    explicit Tree(std::filesystem::path const& root);
    std::vector<File> const& files() const { return files_; }
    File const* find(std::string_view path) const;
    // modules/map.txt: which modules a module may know; nothing where it is not named.
    std::map<std::string, std::set<std::string>, std::less<>> const& map() const { return map_; }

private:
    void read_map();
    std::vector<File> files_;  // by path
    std::map<std::string, std::set<std::string>, std::less<>> map_;
};

// Each adds what it finds.
using Complaints = std::vector<Complaint>;
void check_form(File const&, Complaints&);  // form.cpp: lengths, spaces, first line
void check_map(Tree const&, Complaints&);   // map.cpp: modules/map.txt itself
void check_includes(Tree const&, File const&, Complaints&);  // includes.cpp: who may know whom
void check_habits(File const&, Complaints&);                 // habits.cpp: SQL, money, days, names

Complaints check(Tree const&);

// The file wanted by a line `#include "kernel/date.hpp"`, or nothing.
std::string_view included(std::string_view line);

}  // namespace wasl::tidy
