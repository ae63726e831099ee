// SPDX-License-Identifier: Apache-2.0
// The fields of the settings' rows as their history keeps them, and as people call them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "kernel/message.hpp"

namespace wasl::reports::bureau {

// What stands in a field, hence how it is said.
enum class Worth : std::uint8_t {
    text,
    code,
    truth,
    number,
    term,  // days after the due day
    parent,
    category,
    state,
    phase,
    kind,
    act,
    level,
    territory,
    body,
    unit,
    choices,
};
struct SettingField {
    std::string_view name;  // in the JSON of settings_words.cpp
    Message const& label;
    Worth worth;
    Message const* spoken = nullptr;  // the language of a text that has several
    std::string_view kind = {};       // of row; empty: of all that have it

    bool is_of(std::string_view row) const { return kind.empty() || kind == row; }
};
// In the order of the forms.
std::span<SettingField const> setting_fields();

}  // namespace wasl::reports::bureau
