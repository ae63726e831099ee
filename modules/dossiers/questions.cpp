// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/questions.hpp"

#include <algorithm>

namespace wasl::dossiers {

bool Question::asks(std::string_view code) const {
    return std::any_of(fields.begin(), fields.end(),
                       [&](auto const* field) { return field->code == code; });
}

std::vector<Question> questions(procedures::Sheet const& sheet) {
    std::vector<Question> all;
    for (auto const& field : sheet.form) {
        if (field.kind == procedures::FieldKind::file) continue;  // the documents have a page
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
