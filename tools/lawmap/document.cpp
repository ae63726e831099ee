// SPDX-License-Identifier: Apache-2.0
#include "tools/lawmap/citations.hpp"

namespace wasl::lawmap {

namespace {

struct Places {
    std::map<std::string, std::set<std::string>> rules, tests;  // file to the symbols in it
};

std::string title_of(std::string const& law) {
    static std::map<std::string, std::string> const titles{
        {"55.19", "القانون رقم 55.19 المتعلق بتبسيط المساطر والإجراءات الإدارية"},
        {"03.01", "القانون رقم 03.01 بشأن إلزام الإدارات بتعليل قراراتها"},
        {"09-08", "القانون رقم 09.08 المتعلق بحماية المعطيات ذات الطابع الشخصي"},
        {"31.13", "القانون رقم 31.13 المتعلق بالحق في الحصول على المعلومات"},
    };
    auto const found = titles.find(law);
    if (found != titles.end()) return found->second;
    return law.find('.') != law.rfind('.') ? "المرسوم رقم " + law : "القانون رقم " + law;
}

std::string listed(std::map<std::string, std::set<std::string>> const& places) {
    std::string out;
    for (auto const& [path, symbols] : places) {
        out += (out.empty() ? "" : "<br>") + ("[" + path + "](../" + path + ")");
        std::string names;
        for (auto const& symbol : symbols)
            if (!symbol.empty()) names += (names.empty() ? ": `" : ", `") + symbol + "`";
        out += names;
    }
    return out;
}

}  // namespace

std::string document(std::vector<Citation> const& citations) {
    std::map<std::string, std::map<int, Places>> laws;
    for (auto const& one : citations) {
        auto& places = laws[one.law][one.article];
        (one.test ? places.tests : places.rules)[one.path].insert(one.symbol);
    }
    std::string out =
        "# القانون في الشفرة · The law in the code\n\n"
        "Made by `tools/lawmap` from the citations in the code; a test keeps it fresh (`bin/docs` "
        "writes it).\nA rule names its article in a comment, or in the refusal that it leads to.\n";
    for (auto const& [law, articles] : laws) {
        out += "\n## " + title_of(law) + "\n\n| article | rules | tests |\n|---|---|---|\n";
        for (auto const& [article, places] : articles)
            out += "| " + std::to_string(article) + " | " + listed(places.rules) + " | " +
                   listed(places.tests) + " |\n";
    }
    return out;
}

}  // namespace wasl::lawmap
