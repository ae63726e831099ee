// SPDX-License-Identifier: Apache-2.0
// "Only if": when a part of a sheet concerns the person who asks. It looks at the answers of the
// form and at nothing else; all conditions of a part must hold together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wasl::procedures {

// Answers by the codes of the questions, as people gave them.
using Answers = std::span<std::pair<std::string, std::string> const>;
std::string_view answer_to(Answers, std::string_view code);  // empty: not answered

enum class Comparison : std::uint8_t { answered, equals, differs, at_least, at_most };

struct Condition {
    std::string field;  // code of a question of the form
    Comparison is = Comparison::answered;
    std::string value;  // of a choice: its Arabic text; yes, no; 12.5; 2026-03-02

    friend bool operator==(Condition const&, Condition const&) = default;
};

// A number is compared as a number, a day as a day; what cannot be compared does not hold.
bool holds(Condition const&, Answers);
bool all_hold(std::vector<Condition> const&, Answers);

}  // namespace wasl::procedures
