// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/people/account.hpp"
#include "modules/people/shell.hpp"

namespace wasl::people::views {

struct SecurityPage {
    Enrolment enrolment;
    std::int64_t recovery_codes_left = 0;
    std::string_view csrf;
    html::Faults faults;
};
void security(html::Html&, SecurityPage const&);
void recovery_codes(html::Html&, std::vector<std::string> const&);

struct TokensPage {
    std::vector<store::Token> tokens;
    std::string made;  // shown once
    bool office = false;
    std::string_view csrf, name, scope, days;
    html::Faults faults;
};
void tokens(html::Html&, TokensPage const&);

}  // namespace wasl::people::views
