// SPDX-License-Identifier: Apache-2.0
// Habits that cost citizens something when they slip: a query beside the store, money in floating
// point, a day typed where it should be derived, a style that knows left from right.
#include <regex>

#include "tools/tidy/tree.hpp"

namespace wasl::tidy {

namespace {

struct Habit {
    std::regex pattern;
    char const* what;
    bool (*concerns)(File const&);
};

std::regex words(char const* pattern) {
    return std::regex(pattern, std::regex::ECMAScript | std::regex::optimize);
}

bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> starts) {
    for (auto const start : starts)
        if (name.starts_with(start)) return true;
    return false;
}

bool outside_the_store(File const& file) {
    return file.is_code() && !file.is_test() && !file.stem().starts_with("store") &&
           (file.below("modules/") || file.below("app/"));
}

bool is_the_store(File const& file) {
    return file.is_code() && !file.is_test() && file.stem().starts_with("store");
}

bool counts_money(File const& file) {
    return file.is_code() && (file.below("modules/") || file.below("kernel/"));
}

bool derives_days(File const& file) {
    return file.below("modules/") && file.is_code() && !file.is_test() &&
           !starts_with_any(file.stem(), {"seed", "holidays", "demo"});
}

bool is_our_code(File const& file) { return file.is_code() && !file.below("tools/"); }
bool is_style(File const& file) { return file.path.ends_with(".css"); }
bool is_schema(File const& file) { return file.path.ends_with(".sql"); }

std::vector<Habit> const& habits() {
    static std::vector<Habit> const all = [] {
        std::vector<Habit> made;
        made.push_back(
            {words(R"re(R?"[^"]*\b(select .* from|insert into|update \w+ set|delete from) |)re"
                   R"re(\bdb::Sql \w+[{(]|R"sql\()re"),
             "SQL stands in the store", outside_the_store});
        made.push_back({words(R"re(\b(double|float)\b.*(amount|fee|price|dirham|centime|money))re"),
                        "money is kernel/money.hpp, never floating point", counts_money});
        made.push_back({words(R"re("(19|20)\d\d-\d\d-\d\d"|\bday\((19|20)\d\d, *\d)re"),
                        "a day is derived or data, never typed into code", derives_days});
        made.push_back({words(R"re(^\s*using namespace (?!(html::|std::)?(chrono_)?literals))re"
                              R"re((?!std::chrono;|html;))re"),
                        "say whose name it is", is_our_code});
        made.push_back({words(R"re(^\s*(?!return\b)[\w:<>]+[&*]? +get_[a-z]\w*\()re"),
                        "no get_: name it after what it answers", is_our_code});
        made.push_back({words(R"re((margin|padding|border)-(left|right)|-(left|right)-radius|)re"
                              R"re((^|[\s;{])(left|right|top-left|top-right)\s*:|)re"
                              R"re((text-align|float)\s*:\s*(left|right))re"),
                        "logical properties: start and end, not left and right", is_style});
        made.push_back(
            {words(R"re(\b(autoincrement|serial|timestamp|i?like)\b|\b(now|lower)\(|::)re"),
             "one dialect for both engines", is_schema});
        made.push_back({words(R"re(\bi?like ['$]|\b(now|lower)\(|\$\d+::)re"),
                        "one dialect for both engines", is_the_store});
        return made;
    }();
    return all;
}

std::string_view without_comment(File const& file, std::string_view line) {
    auto const mark = file.path.ends_with(".sql") ? line.find("--") : line.find("//");
    // "https://" is no comment.
    if (mark == std::string_view::npos || (mark > 0 && line[mark - 1] == ':')) return line;
    return line.substr(0, mark);
}

// The view of the request is given back while a write runs: what the closure reads, it reads
// through its writer. Closures are found by their parameter and left with their last brace.
void check_closures(File const& file, Complaints& found) {
    static std::regex const start = words(R"re(\]\(db::Writer& ?\w*\))re");
    static std::regex const outside = words(R"re(\b(asked|acted)\.db\b)re");
    int depth = 0;
    bool inside = false, opened = false;
    for (std::size_t n = 0; n < file.lines.size(); ++n) {
        std::string line(without_comment(file, file.lines[n]));
        if (std::smatch at; !inside && std::regex_search(line, at, start)) {
            inside = true;
            opened = false;
            depth = 0;
            line = at.suffix();
        }
        if (!inside) continue;
        if (std::regex_search(line, outside))
            found.push_back({file.path, n + 1, "a write reads through its writer"});
        for (char const sign : line) {
            if (sign != '{' && sign != '}') continue;
            depth += sign == '{' ? 1 : -1;
            opened = true;
        }
        inside = !opened || depth > 0;
    }
}

}  // namespace

void check_habits(File const& file, Complaints& found) {
    if (file.is_code() && !file.is_test()) check_closures(file, found);
    for (auto const& habit : habits()) {
        if (!habit.concerns(file)) continue;
        for (std::size_t n = 0; n < file.lines.size(); ++n) {
            auto const line = std::string(without_comment(file, file.lines[n]));
            if (std::regex_search(line, habit.pattern))
                found.push_back({file.path, n + 1, habit.what});
        }
    }
}

}  // namespace wasl::tidy
