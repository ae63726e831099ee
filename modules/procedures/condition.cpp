// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/condition.hpp"

#include <algorithm>

#include "kernel/date.hpp"
#include "modules/procedures/decimal.hpp"

namespace wasl::procedures {
namespace {

// Less than, equal, greater: -1, 0, 1; nothing where the two cannot be compared.
std::optional<int> order_of(std::string_view answer, std::string_view value) {
    auto const order = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
    auto const first = Decimal::read(answer), second = Decimal::read(value);
    if (first && second) return order(*first, *second);
    auto const one = date_from_iso(answer), other = date_from_iso(value);
    if (one && other) return order(*one, *other);
    return std::nullopt;
}

bool same_answer(std::string_view answer, std::string_view value) {
    return answer == value || order_of(answer, value) == 0;
}

}  // namespace

std::string_view answer_to(Answers answers, std::string_view code) {
    auto const found = std::find_if(answers.begin(), answers.end(),
                                    [&](auto const& one) { return one.first == code; });
    return found == answers.end() ? std::string_view() : std::string_view(found->second);
}

bool holds(Condition const& condition, Answers answers) {
    auto const answer = answer_to(answers, condition.field);
    if (answer.empty()) return false;
    auto const order = order_of(answer, condition.value);
    switch (condition.is) {
        case Comparison::answered: return true;
        case Comparison::equals: return same_answer(answer, condition.value);
        case Comparison::differs: return !same_answer(answer, condition.value);
        case Comparison::at_least: return order && *order >= 0;
        case Comparison::at_most: return order && *order <= 0;
    }
    return false;
}

bool all_hold(std::vector<Condition> const& conditions, Answers answers) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](Condition const& one) { return holds(one, answers); });
}

}  // namespace wasl::procedures
