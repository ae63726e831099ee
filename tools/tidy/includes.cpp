// SPDX-License-Identifier: Apache-2.0
// Who may know whom. The kernel knows nobody; the platform knows the kernel; a module knows the
// platform and, of other modules, the front doors that modules/map.txt allows.
#include <array>

#include "tools/tidy/tree.hpp"

namespace wasl::tidy {

namespace {

// Law as code: no database, no clock, no network, so that a jurist can read and test it alone.
bool is_pure(std::string_view stem) {
    static constexpr std::array<std::string_view, 5> pure{"lifecycle", "deadline", "receipt",
                                                          "rules", "clock"};
    for (auto const one : pure)
        if (stem == one) return true;
    return false;
}

bool answers(std::string_view stem) { return stem.starts_with("pages") || stem.starts_with("api"); }

std::string_view name_in(std::string_view path) {
    path = path.substr(path.rfind('/') + 1);
    return path.substr(0, path.find('.'));
}

bool is_store(std::string_view path) {
    auto const name = name_in(path);
    return name == "store" || name.starts_with("store_");
}

// Rows may travel in a desk's own headers; the functions that read and write them may not be at
// hand where pages are made.
std::string fault_of_page(File const& file, std::string_view wanted) {
    if (file.module().empty() || file.is_test() || !answers(file.stem())) return {};
    auto const own = "modules/" + std::string(file.module()) + "/";
    return wanted.starts_with(own) && is_store(wanted) ? "pages ask the desk, not the store" : "";
}

std::string fault_of_low_row(File const& file, std::string_view wanted) {
    if (file.below("kernel/") && !wanted.starts_with("kernel/") && !file.is_test())
        return "the kernel knows nobody";
    if (file.below("platform/") && !file.is_test() && !wanted.starts_with("kernel/") &&
        !wanted.starts_with("platform/"))
        return "the platform knows the kernel alone";
    if (file.below("judging/") && !wanted.starts_with("kernel/") && !wanted.starts_with("judging/"))
        return "the mathematics of juries knows the kernel alone";
    if (file.below("tools/") && !wanted.starts_with("tools/"))
        return "the tools of the build know no library of the house";
    return {};
}

std::string fault_of_module(Tree const& tree, File const& file, std::string_view wanted) {
    if (wanted.starts_with("app/")) return "a module does not know the house it stands in";
    if (!wanted.starts_with("modules/")) return {};
    auto const rest = wanted.substr(8);
    auto const theirs = rest.substr(0, rest.find('/'));
    auto const mine = file.module();
    if (theirs == mine) return {};
    auto const known = tree.map().find(mine);
    if (known == tree.map().end()) return "modules/map.txt does not name this module";
    if (!known->second.contains(std::string(theirs)))
        return std::string(mine) + " may not know " + std::string(theirs) + " (modules/map.txt)";
    auto const door = "modules/" + std::string(theirs) + "/" + std::string(theirs) + ".hpp";
    // Tests may prepare the tables of the modules that theirs stands on.
    if (wanted == door || (file.is_test() && wanted.ends_with("/schema.hpp"))) return {};
    return "knock at the front door: " + door;
}

std::string fault_of_pure(File const& file, std::string_view wanted) {
    if (!is_pure(file.stem()) || file.module().empty() || file.is_test()) return {};
    if (wanted.starts_with("kernel/")) return {};
    auto const own = "modules/" + std::string(file.module()) + "/";
    if (wanted.starts_with(own) &&
        (is_pure(name_in(wanted)) || name_in(wanted) == "messages" || name_in(wanted) == "names"))
        return {};
    return "a pure file knows the kernel and its module's pure files alone";
}

}  // namespace

void check_includes(Tree const& tree, File const& file, Complaints& found) {
    for (std::size_t n = 0; n < file.lines.size(); ++n) {
        auto const wanted = included(file.lines[n]);
        if (wanted.empty()) continue;
        auto fault = fault_of_low_row(file, wanted);
        if (fault.empty() && !file.module().empty()) fault = fault_of_module(tree, file, wanted);
        if (fault.empty()) fault = fault_of_pure(file, wanted);
        if (fault.empty()) fault = fault_of_page(file, wanted);
        if (!fault.empty()) found.push_back({file.path, n + 1, std::move(fault)});
    }
}

}  // namespace wasl::tidy
