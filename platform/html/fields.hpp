// SPDX-License-Identifier: Apache-2.0
// Inputs. Each has a label, and says in words when it may be left empty; hint and error are tied
// to it by aria-describedby; what was typed is shown again. The id is "field-" and the name.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "platform/html/html.hpp"

namespace wasl::html {

struct Field {
    std::string_view name;
    Words label;
    Words hint{};
    std::string_view value{};
    Words error{};
    bool required = true;
    std::string_view autocomplete{};  // "name", "email", "street-address" ...
    bool left_to_right = false;       // codes, numbers with letters, addresses of the web
    int length_max = 200;             // signs
    int rows = 5;                     // of a text area
};

void text_field(Html&, Field const&);
void text_area(Html&, Field const&);
void email_field(Html&, Field const&);
void telephone_field(Html&, Field const&);
void password_field(Html&, Field const&);  // never shows a value again
void one_time_code_field(Html&, Field const&);
void date_field(Html&, Field const&);  // value and what is sent: "2026-03-02"

struct NumberLimits {
    std::int64_t min = 0;
    std::int64_t max = 1'000'000'000;
    std::int64_t step = 1;
};
void number_field(Html&, Field const&, NumberLimits = {});

struct Choice {
    std::string_view value;
    Words label;
    Words hint{};
};
using Choices = std::span<Choice const>;

// A first, empty choice stands where nothing is chosen yet.
void select_field(Html&, Field const&, Choices);
void radio_group(Html&, Field const&, Choices);
// "1" or "0".
void yes_no_field(Html&, Field const&);
// `chosen` holds the values that are ticked.
void checkbox_group(Html&, Field const&, Choices, std::span<std::string_view const> chosen = {});
// One statement to agree to; sends "1". Ticked where the value is "1".
void checkbox(Html&, Field const&);

struct FileLimits {
    std::string_view accept = "application/pdf,image/jpeg,image/png";
    std::string_view formats = "PDF · JPEG · PNG";  // as a person reads them
    bool multiple = false;
    std::int64_t megabytes_max = 10;
};
void file_field(Html&, Field const&, FileLimits = {});

}  // namespace wasl::html
