// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/typed.hpp"

#include <algorithm>

#include "kernel/text/cut.hpp"
#include "kernel/text/parts.hpp"
#include "modules/procedures/editor.hpp"
#include "modules/procedures/moves.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t typed_text_max = 7900;  // bytes; the content's own limit is a little more
constexpr int bases_max = 8;

}  // namespace

std::string as_answered(std::vector<FormField> const& form, std::string_view code,
                        std::string value) {
    auto const field = std::find_if(form.begin(), form.end(),
                                    [&](FormField const& one) { return one.code == code; });
    if (field == form.end()) return value;
    if (field->kind == FieldKind::yes_no) {
        if (value == "نعم" || value == "Oui" || value == "oui") return "yes";
        if (value == "لا" || value == "Non" || value == "non") return "no";
    }
    for (auto const& choice : field->choices)
        if (value == choice.fr) return choice.ar;
    return value;
}

std::string Typed::text(std::string const& name) const {
    return std::string(lexis::cut(lexis::trimmed(request_.field(name)), typed_text_max));
}

Names Typed::names(std::string const& name) const {
    return {text(name + "_ar"), text(name + "_fr"), text(name + "_en"), text(name + "_zgh")};
}

int Typed::number(std::string const& name, int least, int most) {
    if (request_.field(name).empty()) return least;
    auto const value = request_.field_number(name);
    if (value && *value >= least && *value <= most) return static_cast<int>(*value);
    fault(name,
          say(msg::refusal_number, {wasl::number("least", least), wasl::number("most", most)}));
    return least;
}

std::string Typed::code(std::string const& at) {
    auto code = text(at + "code");
    bool const good = code.size() <= 60 && std::all_of(code.begin(), code.end(), [](char sign) {
                          return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') ||
                                 sign == '-' || sign == '_';
                      });
    if (good) return code;
    fault(at + "code", msg::refusal_item_code);
    return {};
}

std::vector<std::string> Typed::codes(std::string_view name,
                                      std::span<std::string_view const> known) const {
    std::vector<std::string> out;
    for (auto const value : request_.fields(name))
        if (std::find(known.begin(), known.end(), value) != known.end()) out.emplace_back(value);
    return out;
}

std::vector<LegalBasis> Typed::bases(std::string const& at) const {
    std::vector<LegalBasis> out;
    for (int n = 0; n < bases_max; ++n) {
        auto const row = at + std::to_string(n) + ".";
        LegalBasis basis{text(row + "text_ar"), text(row + "text_fr"), text(row + "reference"),
                         text(row + "reference_fr"), ticked(row + "unconfirmed")};
        if (!basis.text_ar.empty() || !basis.text_fr.empty() || !basis.reference.empty())
            out.push_back(std::move(basis));
    }
    return out;
}

std::vector<Condition> Typed::conditions(std::string const& at,
                                         std::vector<FormField> const& form) {
    std::vector<Condition> out;
    for (int n = 0; n < conditions_max; ++n) {
        auto const row = at + "only_if." + std::to_string(n) + ".";
        Condition one{text(row + "field"), Comparison::answered, text(row + "value")};
        if (one.field.empty()) continue;
        one.is = choice<Comparison>(row + "is");
        if (one.is == Comparison::answered)
            one.value.clear();
        else if (one.value.empty())
            fault(row + "value", msg::refusal_condition_value);
        one.value = as_answered(form, one.field, std::move(one.value));
        out.push_back(std::move(one));
    }
    return out;
}

std::optional<Money> Typed::money(std::string const& name) {
    auto const typed = text(name);
    auto amount = dirhams(typed);
    if (!typed.empty() && !amount) fault(name, msg::refusal_amount);
    return amount;
}

std::optional<Decimal> Typed::decimal(std::string const& name) {
    auto const typed = text(name);
    auto number = Decimal::read(typed);
    if (!typed.empty() && !number) fault(name, msg::refusal_decimal);
    return number;
}

int Typed::count(std::string_view list) const {
    return static_cast<int>(std::clamp<std::int64_t>(
        request_.field_number(count_name(list)).value_or(0), 0, items_max));
}

std::optional<Money> dirhams(std::string_view text) {
    std::int64_t whole = 0, part = 0;
    auto const point = text.find_first_of(".,");
    auto const before = text.substr(0, point);
    auto after = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (before.empty() || before.size() > 9 || after.size() > 2) return std::nullopt;
    auto const digits = [](std::string_view from, std::int64_t& into) {
        for (char const sign : from) {
            if (sign < '0' || sign > '9') return false;
            into = into * 10 + (sign - '0');
        }
        return true;
    };
    if (!digits(before, whole) || !digits(after, part)) return std::nullopt;
    return Money::centimes(whole * 100 + (after.size() == 1 ? part * 10 : part));
}

std::string written(Money amount) {
    auto const centimes = amount.in_centimes() % 100;
    return std::to_string(amount.in_centimes() / 100) + (centimes < 10 ? ".0" : ".") +
           std::to_string(centimes);
}

std::vector<Names> choices_from(std::string_view lines) {
    std::vector<Names> out;
    while (!lines.empty() && out.size() < 60) {
        auto const end = std::min(lines.find('\n'), lines.size());
        auto const line = lines.substr(0, end);
        auto const bar = line.find('|');
        Names one{std::string(lexis::trimmed(line.substr(0, bar))),
                  bar == std::string_view::npos ? std::string()
                                                : std::string(lexis::trimmed(line.substr(bar + 1))),
                  {},
                  {}};
        if (!one.ar.empty()) out.push_back(std::move(one));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return out;
}

std::string lines_of(std::vector<Names> const& choices) {
    std::string out;
    for (auto const& choice : choices)
        out += choice.ar + (choice.fr.empty() ? "" : " | " + choice.fr) + "\n";
    return out;
}

}  // namespace wasl::procedures
