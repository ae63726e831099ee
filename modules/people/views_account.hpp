// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "modules/people/account.hpp"
#include "modules/people/shell.hpp"

namespace wasl::people::views {

struct Home {
    Person person;
    std::vector<store::Holding> posts;
    bool second_factor_missing = false;  // posts that stay shut
};
void home(html::Html&, Home const&);

struct EditForm {
    std::string_view csrf, name;
    Language language = Language::ar;
    html::Faults faults;
};
void edit(html::Html&, EditForm const&);

struct ContactsPage {
    Person person;
    std::string_view csrf, typed;
    html::Faults faults;
};
void contacts(html::Html&, ContactsPage const&);

struct ContactCodeForm {
    std::string_view csrf;
    Contact sent_to;
    html::Faults faults;
};
void contact_code(html::Html&, ContactCodeForm const&);

struct PasswordForm {
    std::string_view csrf;
    bool has_one = false;
    html::Faults faults;
};
void password(html::Html&, PasswordForm const&);

void sessions(html::Html&, std::vector<store::Session> const&, std::optional<SessionId> mine,
              std::string_view csrf);

struct DataPage {
    std::vector<store::DataRequest> requests;
    std::string_view csrf, words;
    html::Faults faults;
};
void data(html::Html&, Settings const&, DataPage const&);
void erase(html::Html&, std::string_view csrf, html::Faults const&);
void erased(html::Html&, std::vector<Said> const& kept);

}  // namespace wasl::people::views
