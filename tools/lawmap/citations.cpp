// SPDX-License-Identifier: Apache-2.0
#include "tools/lawmap/citations.hpp"

#include <algorithm>
#include <fstream>
#include <regex>

namespace wasl::lawmap {

namespace fs = std::filesystem;

namespace {

// "09.08" and "09-08" are one law.
std::string one_spelling(std::string law) {
    if (law == "09.08") return "09-08";
    return law;
}

void add_articles(std::string const& law, std::string text,
                  std::vector<std::pair<std::string, int>>& found) {
    static std::regex const range(R"((\d+)(?:\s*(?:-|to)\s*(\d+))?)");
    for (auto at = std::sregex_iterator(text.begin(), text.end(), range);
         at != std::sregex_iterator(); ++at) {
        int const first = std::stoi((*at)[1].str());
        int const last = (*at)[2].matched ? std::stoi((*at)[2].str()) : first;
        for (int article = first; article <= last && last < 1000; ++article)
            found.emplace_back(law, article);
    }
}

// The name before the first bracket of a line that begins a function, or of a type.
std::string symbol_of(std::string const& line) {
    static std::regex const test(R"(^(TEST|TEST_F|TEST_P)\((\w+), *(\w*))");
    static std::regex const type(R"(^\s*(?:enum class|struct|class) (\w+))");
    static std::regex const function(R"(([\w~]+(?:::[\w~]+)*)\()");
    static std::regex const value(R"((\w+)(?:\{|\[| =))");
    std::smatch part;
    if (std::regex_search(line, part, test)) return part[2].str() + "." + part[3].str();
    if (std::regex_search(line, part, type)) return part[1];
    if (std::regex_search(line, part, function)) return part[1];
    if (std::regex_search(line, part, value)) return part[1];
    return {};
}

bool is_comment(std::string const& line) {
    auto const start = line.find_first_not_of(' ');
    return start != std::string::npos && line.compare(start, 2, "//") == 0;
}

// A line without indent that is neither an end, a comment nor an instruction: something begins.
bool begins(std::string const& line) {
    return !line.empty() && line[0] != ' ' && line[0] != '}' && line[0] != '#' && line[0] != '/' &&
           !line.starts_with("namespace") && !line.starts_with("using");
}

std::string symbol_around(std::vector<std::string> const& lines, std::size_t at) {
    if (is_comment(lines[at])) {
        auto next = at;
        while (next < lines.size() && is_comment(lines[next])) ++next;
        // A comment at the head of a file is about all of it.
        if (next >= lines.size() || lines[next].starts_with("#")) return {};
        return symbol_of(lines[next]);
    }
    for (auto back = at + 1; back-- > 0;)
        if (begins(lines[back])) return symbol_of(lines[back]);
    return {};
}

std::vector<std::string> lines_of(fs::path const& path) {
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

std::vector<std::pair<std::string, int>> cited_in(std::string_view line) {
    static std::regex const words(
        R"((?:law|decree) (\d+[.-]\d+(?:\.\d+)?),? arts?\.? (\d+(?:(?:, | and |-| to )\d+)*))");
    static std::regex const refusal(R"re("(\d+\.\d+(?:\.\d+)?)/(\d+)")re");
    std::vector<std::pair<std::string, int>> found;
    std::string const text(line);
    for (auto const* const pattern : {&words, &refusal})
        for (auto at = std::sregex_iterator(text.begin(), text.end(), *pattern);
             at != std::sregex_iterator(); ++at)
            add_articles(one_spelling((*at)[1]), (*at)[2], found);
    return found;
}

std::vector<Citation> citations_of(std::string const& path, std::vector<std::string> const& lines) {
    std::vector<Citation> found;
    bool const test = path.find("/tests/") != std::string::npos;
    for (std::size_t n = 0; n < lines.size(); ++n)
        for (auto const& [law, article] : cited_in(lines[n]))
            found.push_back(
                {law, article, path, path.ends_with(".txt") ? "" : symbol_around(lines, n), test});
    return found;
}

std::vector<Citation> citations_below(fs::path const& root) {
    std::vector<std::string> paths;
    for (auto const* const row : {"kernel", "platform", "modules", "app"})
        for (auto const& entry : fs::recursive_directory_iterator(root / row)) {
            auto const kind = entry.path().extension();
            auto const path = entry.path().lexically_relative(root).generic_string();
            bool const cases = kind == ".txt" && path.find("/tests/") != std::string::npos;
            if (kind == ".cpp" || kind == ".hpp" || cases) paths.push_back(path);
        }
    std::sort(paths.begin(), paths.end());
    std::vector<Citation> found;
    for (auto const& path : paths) {
        auto more = citations_of(path, lines_of(root / path));
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

}  // namespace wasl::lawmap
