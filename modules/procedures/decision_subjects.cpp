// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/decision_subjects.hpp"

#include <map>

#include "kernel/result.hpp"
#include "modules/procedures/data.hpp"

namespace wasl::procedures {
namespace {

std::vector<std::string_view> cut(std::string_view text, char at) {
    std::vector<std::string_view> out;
    for (;;) {
        auto const end = text.find(at);
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> codes(std::string_view cell) {
    std::vector<std::string> out;
    for (auto const each : cut(cell, ' '))
        if (!each.empty()) out.emplace_back(each);
    return out;
}

std::string_view table() {
    for (auto const& file : data)
        if (file.name == "decision_subjects.tsv") return file.text;
    throw Bug("procedures: no embedded decision_subjects.tsv");
}

}  // namespace

void classify(std::vector<InventoriedDecision>& decisions) {
    std::map<std::string_view, std::vector<std::string_view>> rows;
    for (auto const line : cut(table(), '\n'))
        if (auto cells = cut(line, '\t'); cells.size() == 5)
            rows.emplace(cells.front(), std::move(cells));
    for (auto& one : decisions) {
        auto const row = rows.find(one.code);
        if (row == rows.end()) continue;
        one.name_fr = row->second[1];
        one.themes = codes(row->second[2]);
        one.life_events = codes(row->second[3]);
        one.audience = codes(row->second[4]);
    }
}

}  // namespace wasl::procedures
