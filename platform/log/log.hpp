// SPDX-License-Identifier: Apache-2.0
// One JSON line an event on standard error (spdlog, asynchronous). Never: names, e-mail addresses,
// phone numbers, form contents, tokens, cookies.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace wasl::log {

enum class Level { debug, info, warning, error };
using FieldValue = std::variant<std::int64_t, double, std::string_view>;
struct Field {
    std::string_view name;
    FieldValue value;
};

void start(Level least);
void event(Level, std::string_view what, std::initializer_list<Field> fields = {});
void flush();

// For a person to quote and for the log to be found by: "K7M4-2P9Q".
std::string incident_number();

}  // namespace wasl::log
