// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "modules/people/shell.hpp"

namespace wasl::people::views {

struct SignInForm {
    std::string_view csrf, next, contact;
    html::Faults faults;
    bool password_open = false;
};
void sign_in(html::Html&, SignInForm const&);

struct CodeForm {
    html::Url action, again;
    std::string_view csrf, next;
    Contact sent_to;
    html::Faults faults;
    bool new_password = false;  // asked for in the same form
};
void code(html::Html&, CodeForm const&);

struct AccountForm {
    html::Url action;
    std::string_view csrf, next, key, contact, name;
    Language language = Language::ar;
    html::Faults faults;
    bool first_administrator = false;
};
void new_account(html::Html&, Settings const&, AccountForm const&);

struct SecondForm {
    std::string_view csrf, next;
    html::Faults faults;
};
void second(html::Html&, SecondForm const&);

struct ForgottenForm {
    std::string_view csrf, contact;
    html::Faults faults;
};
void forgotten(html::Html&, ForgottenForm const&);

}  // namespace wasl::people::views
