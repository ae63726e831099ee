// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/procedures/answers.hpp"

namespace wasl::procedures {
namespace {

// A line break within a part would begin the next one.
std::string one_line(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    std::erase(out, '\r');
    auto const last = out.find_last_not_of(" \t");
    out.resize(last == std::string::npos ? 0 : last + 1);
    return out.substr(std::min(out.find_first_not_of(" \t"), out.size()));
}

}  // namespace

Address address_from(std::string_view answer) {
    Address out;
    for (std::size_t part = 0; part < out.parts.size() && !answer.empty(); ++part) {
        // What was written as free text before keeps all of its lines: the last part takes the
        // rest.
        bool const last = part + 1 == out.parts.size();
        auto const end = last ? answer.size() : std::min(answer.find('\n'), answer.size());
        out.parts[part] = one_line(answer.substr(0, end));
        answer.remove_prefix(std::min(end + 1, answer.size()));
    }
    return out;
}

std::string answer_from(Address const& address) {
    std::string out;
    for (std::size_t part = 0; part < address.parts.size(); ++part)
        out += (part == 0 ? "" : "\n") + one_line(address.parts[part]);
    auto const last = out.find_last_not_of('\n');
    out.resize(last == std::string::npos ? 0 : last + 1);
    return out;
}

std::string in_one_line(Language language, Address const& address) {
    std::string_view const between = language == Language::ar ? "، " : ", ";
    std::string out;
    for (std::size_t part = 0; part < address.parts.size(); ++part) {
        if (address.parts[part].empty()) continue;
        // The postcode stands before its town.
        bool const after_code = part == 3 && !address.parts[2].empty();
        if (!out.empty()) out += after_code ? std::string_view(" ") : between;
        out += address.parts[part];
    }
    return out;
}

}  // namespace wasl::procedures
