// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/decision_subjects.hpp"

#include <map>

#include "kernel/embedded.hpp"
#include "kernel/text/parts.hpp"
#include "modules/procedures/data.hpp"

namespace wasl::procedures {
namespace {

std::vector<std::string> codes_in(std::string_view cell) {
    std::vector<std::string> out;
    for (auto const each : lexis::parts_of(cell, ' '))
        if (!each.empty()) out.emplace_back(each);
    return out;
}

}  // namespace

void classify(std::vector<InventoriedDecision>& decisions) {
    std::map<std::string_view, std::vector<std::string_view>> rows;
    for (auto const line : lexis::parts_of(embedded(data, "decision_subjects.tsv"), '\n'))
        if (auto cells = lexis::parts_of(line, '\t'); cells.size() == 5)
            rows.emplace(cells.front(), std::move(cells));
    for (auto& one : decisions) {
        auto const row = rows.find(one.code);
        if (row == rows.end()) continue;
        one.name_fr = row->second[1];
        one.themes = codes_in(row->second[2]);
        one.life_events = codes_in(row->second[3]);
        one.audience = codes_in(row->second[4]);
    }
}

}  // namespace wasl::procedures
