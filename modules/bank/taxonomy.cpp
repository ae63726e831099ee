// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/taxonomy.hpp"

#include <algorithm>
#include <array>

#include "modules/bank/messages.hpp"

namespace wasl::bank {

namespace {

constexpr std::array<std::string_view, 12> all_obstacles{
    "legal_basis",      "procedure_design", "skills",        "staffing",
    "resistance",       "equipment",        "connectivity",  "budget",
    "interoperability", "digital_literacy", "accessibility", "coordination"};
constexpr std::array<std::string_view, 20> all_indicators{
    "k1",  "k2",  "k3",  "k4",  "k5",  "k6",  "k7",  "k8",  "k9",  "k10",
    "k11", "k12", "k13", "k14", "k15", "k16", "k17", "k18", "k19", "k20"};
constexpr std::array<std::string_view, 8> all_checks{
    "legal_basis", "personal_data", "licence",          "budget",
    "owner",       "training",      "interoperability", "accessibility"};
constexpr std::array<std::string_view, 10> all_licences{
    "CC0-1.0",  "CC-BY-4.0",    "CC-BY-SA-4.0",  "MIT",     "Apache-2.0",
    "EUPL-1.2", "GPL-3.0-only", "AGPL-3.0-only", "MPL-2.0", "internal"};

template<std::size_t count>
Message const* term_named(std::array<std::string_view, count> const& known, std::string_view kind,
                          std::string_view code) {
    if (std::find(known.begin(), known.end(), code) == known.end()) return nullptr;
    return msg::find(std::string(kind) + "." + std::string(code));
}

}  // namespace

std::span<std::string_view const> obstacles() { return all_obstacles; }
std::span<std::string_view const> indicators() { return all_indicators; }
std::span<std::string_view const> checks() { return all_checks; }
std::span<std::string_view const> licences() { return all_licences; }

Message const* obstacle_named(std::string_view code) {
    return term_named(all_obstacles, "obstacle", code);
}
Message const* indicator_named(std::string_view code) {
    return term_named(all_indicators, "indicator", code);
}
Message const* check_named(std::string_view code) { return term_named(all_checks, "check", code); }

}  // namespace wasl::bank
