// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/questions.hpp"

#include <algorithm>

#include "modules/dossiers/citizen.hpp"

namespace wasl::dossiers {

bool Question::asks(std::string_view code) const {
    return std::any_of(fields.begin(), fields.end(), [&](auto const* field) {
        return field->code == code ||
               (field->kind == procedures::FieldKind::group && code.starts_with(field->code + "."));
    });
}

bool Question::is_asked(FieldValues const& values) const {
    return std::any_of(fields.begin(), fields.end(), [&](auto const* field) {
        return procedures::all_hold(field->only_if, values);
    });
}

std::size_t asked_count(std::vector<Question> const& all, FieldValues const& values) {
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](Question const& one) { return one.is_asked(values); }));
}

std::vector<Answered> answered(procedures::FormField const& field, FieldValues const& values) {
    if (field.kind == procedures::FieldKind::file || !procedures::all_hold(field.only_if, values))
        return {};
    if (field.kind != procedures::FieldKind::group)
        return {{field, nullptr, 0, field.code, answer_to(values, field.code)}};
    std::vector<Answered> out;
    for (int row = 0; row < procedures::rows_in(field, values); ++row)
        for (auto const& inner : field.fields) {
            auto code = procedures::row_code(field, row, inner);
            auto const value = answer_to(values, code);
            out.push_back({inner, &field, row, std::move(code), value});
        }
    return out;
}

html::Words label_of(Language language, Answered const& one) {
    if (one.group == nullptr) return named(language, one.field.label);
    return say(msg::filing_row_label, {text("group", directory::in(language, one.group->label)),
                                       number("number", one.row + 1),
                                       text("question", directory::in(language, one.field.label))});
}

FieldValues with_answers(procedures::Sheet const& sheet, FieldValues kept,
                         FieldValues const& later) {
    for (auto const& field : sheet.form) {
        bool const sent = std::any_of(later.begin(), later.end(),
                                      [&](auto const& one) { return one.first == field.code; });
        if (field.kind != procedures::FieldKind::group || !sent) continue;
        std::erase_if(kept,
                      [&](auto const& one) { return one.first.starts_with(field.code + "."); });
    }
    for (auto const& [code, answer] : later) {
        std::erase_if(kept, [&](auto const& one) { return one.first == code; });
        kept.emplace_back(code, answer);
    }
    return kept;
}

std::vector<Question> questions(procedures::Sheet const& sheet) {
    std::vector<Question> all;
    for (auto const& field : sheet.form) {
        auto const same = field.page.empty()
                              ? all.end()
                              : std::find_if(all.begin(), all.end(), [&](Question const& one) {
                                    return one.page == field.page;
                                });
        if (same == all.end())
            all.push_back({field.page, {&field}});
        else
            same->fields.push_back(&field);
    }
    return all;
}

bool asks_for(procedures::Sheet const& sheet, std::string_view document,
              FieldValues const& values) {
    return std::any_of(sheet.form.begin(), sheet.form.end(), [&](auto const& field) {
        return field.kind == procedures::FieldKind::file && field.code == document &&
               procedures::all_hold(field.only_if, values);
    });
}

std::string_view answer_to(FieldValues const& values, std::string_view code) {
    for (auto const& [name, value] : values)
        if (name == code) return value;
    return {};
}

std::string as_typed_in_latin(std::string_view typed) {
    std::string out;
    for (std::size_t n = 0; n < typed.size(); ++n) {
        auto const first = static_cast<unsigned char>(typed[n]);
        auto const second = n + 1 < typed.size() ? static_cast<unsigned char>(typed[n + 1])
                                                 : static_cast<unsigned char>(0);
        int digit = -1;
        if (first == 0xD9 && second >= 0xA0 && second <= 0xA9) digit = second - 0xA0;  // U+0660
        if (first == 0xDB && second >= 0xB0 && second <= 0xB9) digit = second - 0xB0;  // U+06F0
        if (digit < 0) {
            out += typed[n];
            continue;
        }
        out += static_cast<char>('0' + digit);
        ++n;
    }
    return out;
}

}  // namespace wasl::dossiers
