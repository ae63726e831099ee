// SPDX-License-Identifier: Apache-2.0
// The small grammar of addresses and header fields. Strict: what is not understood is nothing.
#pragma once

#include <cstddef>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace wasl::http {

inline constexpr std::size_t form_fields_max = 1000;

bool valid_utf8(std::string_view);  // no overlong form, surrogate, NUL
char lower(char);
bool same_word(std::string_view, std::string_view);                          // ASCII case ignored
std::string_view trimmed(std::string_view);                                  // of spaces and tabs
std::vector<std::string_view> split(std::string_view list, char separator);  // trimmed parts
std::optional<std::int64_t> number_in(std::string_view digits);  // digits only, 18 at most

// nullopt where a % is not followed by two digits, or hides a slash that is not welcome.
std::optional<std::string> path_decoded(std::string_view, bool encoded_slash = false);
void append_path_encoded(std::string& out, std::string_view path);  // '/' stays
// "a=1&b=2". nullopt: not UTF-8, a NUL, or more than form_fields_max fields.
std::optional<Pairs> urlencoded(std::string_view);

std::string http_date(std::time_t);
std::optional<std::time_t> from_http_date(std::string_view);

// Quality of `token` in "gzip;q=0.5, br": 0 where it is refused or not named.
double quality_of(std::string_view accepted, std::string_view token);
// The value of a parameter: parameter_of("form-data; name=\"a\"", "name"). Quotes taken off.
std::optional<std::string> parameter_of(std::string_view value, std::string_view name);

}  // namespace wasl::http
