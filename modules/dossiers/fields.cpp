// SPDX-License-Identifier: Apache-2.0
// Are these answers what the form asks for? All faults at once, for the page that shows them.
#include <algorithm>

#include "kernel/text/signs.hpp"
#include "modules/dossiers/inside.hpp"

namespace wasl::dossiers {

using procedures::FieldKind;
using procedures::FormField;

static bool is_number(std::string_view text) {
    std::size_t digits = 0, points = 0;
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] >= '0' && text[n] <= '9')
            ++digits;
        else if (text[n] == '.' || text[n] == ',')
            ++points;
        else if (text[n] != '-' || n != 0)
            return false;
    }
    return digits > 0 && digits <= 15 && points <= 1;
}

static bool is_email(std::string_view text) {
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
        return false;
    auto const domain = text.substr(at + 1);
    return domain.find('.') != std::string_view::npos && domain.front() != '.' &&
           domain.back() != '.' && text.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

static bool is_phone(std::string_view text) {
    auto const digits = std::count_if(text.begin(), text.end(),
                                      [](char sign) { return sign >= '0' && sign <= '9'; });
    return digits >= 9 && digits <= 15 &&
           text.find_first_not_of("0123456789+ .-()") == std::string_view::npos;
}

// Five digits in Morocco; an address without one is an address.
static bool is_postcode(std::string_view text) {
    return text.empty() ||
           (text.size() == 5 && text.find_first_not_of("0123456789") == std::string_view::npos);
}

// A town alone is no address.
static bool is_missing(FormField const& field, std::string_view answer) {
    if (lexis::is_blank(answer)) return true;
    return field.kind == FieldKind::address && procedures::address_from(answer).parts[0].empty();
}

static bool is_choice(FormField const& field, std::string_view answer) {
    return std::any_of(field.choices.begin(), field.choices.end(),
                       [&](procedures::Names const& choice) { return choice.ar == answer; });
}

static std::optional<Said> fault(FormField const& field, std::string_view answer) {
    // Handed in as a document: what lacks is counted with the documents.
    if (field.kind == FieldKind::file) return std::nullopt;
    if (field.required && is_missing(field, answer)) return say(msg::refused_field_missing);
    if (lexis::is_blank(answer)) return std::nullopt;
    if (lexis::signs_in(answer) > field_signs_max)
        return say(msg::refused_field_too_long, {text("max", std::to_string(field_signs_max))});
    if (lexis::has_hidden_signs(answer)) return say(msg::refused_field_signs);
    switch (field.kind) {
        case FieldKind::number:
            return is_number(answer) ? std::nullopt : std::optional(say(msg::refused_field_number));
        case FieldKind::date:
            return date_from_iso(answer) ? std::nullopt
                                         : std::optional(say(msg::refused_field_date));
        case FieldKind::choice:
            return is_choice(field, answer) ? std::nullopt
                                            : std::optional(say(msg::refused_field_choice));
        case FieldKind::yes_no:
            return answer == "yes" || answer == "no"
                       ? std::nullopt
                       : std::optional(say(msg::refused_field_choice));
        case FieldKind::email:
            return is_email(answer) ? std::nullopt : std::optional(say(msg::refused_field_email));
        case FieldKind::phone:
            return is_phone(answer) ? std::nullopt : std::optional(say(msg::refused_field_phone));
        case FieldKind::text:
        case FieldKind::long_text:
        case FieldKind::file:
        case FieldKind::group: return std::nullopt;
        case FieldKind::address:
            return is_postcode(procedures::address_from(answer).parts[2])
                       ? std::nullopt
                       : std::optional(say(msg::refused_field_postcode));
    }
    return std::nullopt;
}

// The part of an address that a fault is about, where it is not the whole.
static std::string_view part_at_fault(FormField const& field, std::string_view answer) {
    if (field.kind != FieldKind::address || is_missing(field, answer)) return {};
    return is_postcode(procedures::address_from(answer).parts[2]) ? "" : "postcode";
}

// The rows of a group: as many as were filled in, each asked like a form of its own.
static void group_faults(FormField const& group, FieldValues const& values,
                         std::vector<FieldFault>& found) {
    auto const given = procedures::answer_to(values, group.code);
    auto const rows = procedures::rows_in(group, values);
    if (group.required && rows == 0) found.push_back({group.code, say(msg::refused_field_missing)});
    if (!given.empty() && given != std::to_string(rows))
        found.push_back({group.code, say(msg::refused_field_rows,
                                         {number("count", procedures::rows_most(group))})});
    for (int row = 0; row < rows; ++row)
        for (auto const& inner : group.fields) {
            auto code = procedures::row_code(group, row, inner);
            auto const answer = procedures::answer_to(values, code);
            if (auto what = fault(inner, answer))
                found.push_back({std::move(code), std::move(*what), part_at_fault(inner, answer)});
        }
}

std::vector<FieldFault> Desk::faults(procedures::Sheet const& sheet,
                                     FieldValues const& given) const {
    std::vector<FieldFault> found;
    auto const values = procedures::in_force(sheet, given);
    for (auto const& field : sheet.form) {
        if (!procedures::all_hold(field.only_if, values)) continue;
        if (field.kind == FieldKind::group) {
            group_faults(field, values, found);
            continue;
        }
        auto const answer = procedures::answer_to(values, field.code);
        if (auto what = fault(field, answer))
            found.push_back({field.code, std::move(*what), part_at_fault(field, answer)});
    }
    return found;
}

std::vector<std::string> Desk::lacking(procedures::Sheet const& sheet,
                                       Dossier const& dossier) const {
    std::vector<std::string> found;
    auto const values = procedures::in_force(sheet, dossier.values);
    for (auto const& document : sheet.documents) {
        if (!document.required || document.supplier != procedures::Supplier::user) continue;
        if (!procedures::all_hold(document.only_if, values)) continue;
        bool const given = std::any_of(
            dossier.documents.begin(), dossier.documents.end(), [&](Document const& one) {
                return one.requirement == document.code && one.standing != Standing::replaced;
            });
        if (!given) found.push_back(document.code);
    }
    return found;
}

}  // namespace wasl::dossiers
