// SPDX-License-Identifier: Apache-2.0
// A pattern cut into what stands there and what is filled in.
#pragma once

#include <string_view>

#include "kernel/message.hpp"

namespace wasl::i18n {

// A placeholder for which no value was given stays visible with its braces: a page that shows it
// can still be read, and a test that looks for braces finds it.
template<typename OnText, typename OnValue>
void for_each_piece(std::string_view pattern, Values const& values, OnText on_text,
                    OnValue on_value) {
    auto const given = [&](std::string_view name) -> Value const* {
        for (auto const& value : values)
            if (value.name == name) return &value;
        return nullptr;
    };
    while (!pattern.empty()) {
        auto const open = pattern.find('{');
        auto const close = pattern.find('}', open);
        if (open == pattern.npos || close == pattern.npos) break;
        if (open > 0) on_text(pattern.substr(0, open));
        if (auto const* const value = given(pattern.substr(open + 1, close - open - 1)))
            on_value(*value);
        else
            on_text(pattern.substr(open, close - open + 1));
        pattern.remove_prefix(close + 1);
    }
    if (!pattern.empty()) on_text(pattern);
}

}  // namespace wasl::i18n
