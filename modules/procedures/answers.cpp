// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/answers.hpp"

#include <algorithm>
#include <charconv>

namespace wasl::procedures {
namespace {

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
    return value;
}

bool answers_it(FormField const& field, std::string_view code) {
    if (code == field.code) return true;
    return field.kind == FieldKind::group && code.starts_with(field.code + ".");
}

bool in_a_row(FormField const& group, std::string_view code) {
    auto const rest = code.substr(group.code.size() + 1);
    auto const dot = rest.find('.');
    if (dot == std::string_view::npos) return false;
    auto const row = whole_number(rest.substr(0, dot));
    return row && *row < rows_most(group) &&
           std::any_of(
               group.fields.begin(), group.fields.end(),
               [&](FormField const& inner) { return inner.code == rest.substr(dot + 1); });
}

// Rows that were taken away again do not count either.
bool in_its_rows(Sheet const& sheet, std::string_view code, AnswerList const& answers) {
    for (auto const& field : sheet.form) {
        if (code == field.code || !answers_it(field, code)) continue;
        auto const rest = code.substr(field.code.size() + 1);
        auto const row = whole_number(rest.substr(0, rest.find('.')));
        return row && *row < rows_in(field, answers);
    }
    return true;
}

}  // namespace

int rows_most(FormField const& group) {
    return group.rows_max > 0 ? group.rows_max : rows_standard;
}

int rows_in(FormField const& group, Answers answers) {
    return std::min(whole_number(answer_to(answers, group.code)).value_or(0), rows_most(group));
}

std::string row_code(FormField const& group, int row, FormField const& inner) {
    return group.code + "." + std::to_string(row) + "." + inner.code;
}

bool can_ask(Sheet const& sheet, std::string_view code) {
    return std::any_of(sheet.form.begin(), sheet.form.end(), [&](FormField const& field) {
        return answers_it(field, code) && (code == field.code || in_a_row(field, code));
    });
}

AnswerList in_force(Sheet const& sheet, Answers given) {
    AnswerList out(given.begin(), given.end());
    // Each round takes away at least one answer, or is the last.
    for (auto before = out.size() + 1; before != out.size();) {
        before = out.size();
        for (auto const& field : sheet.form) {
            if (all_hold(field.only_if, out)) continue;
            std::erase_if(out, [&](auto const& one) { return answers_it(field, one.first); });
        }
    }
    auto const all = out;
    std::erase_if(out, [&](auto const& one) { return !in_its_rows(sheet, one.first, all); });
    return out;
}

std::vector<DueFee> due_fees(Sheet const& sheet, Answers given) {
    std::vector<DueFee> out;
    auto const answers = in_force(sheet, given);
    for (auto const& fee : sheet.fees) {
        if (!all_hold(fee.only_if, answers)) continue;
        out.push_back({&fee, fee.formula ? amount_of(*fee.formula, answers) : fee.amount});
    }
    return out;
}

std::optional<Money> total_of(std::vector<DueFee> const& fees) {
    auto sum = Money::centimes(0);
    for (auto const& one : fees) {
        if (!one.amount) return std::nullopt;
        sum = sum + *one.amount;
    }
    return sum;
}

}  // namespace wasl::procedures
