// SPDX-License-Identifier: Apache-2.0
// Small things that every page file of this module uses.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "modules/people/people.hpp"
#include "modules/people/sign_in.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::people {

using Routes = std::span<http::Route<Pages> const>;
Routes sign_in_routes();
Routes account_routes();
Routes security_routes();
Routes mandate_routes();
Routes admin_routes();

using Shown = Result<http::Response>;

// To a page of this site in the language of this one.
http::Response go(http::Asked const&, std::string_view path);
// Where the visitor was going before a door sent them here; "/account" where nowhere.
std::string next_of(std::string_view wanted);

// The number at the first ":id" of the route; 0, which nothing has, where it is none.
std::int64_t id_in_path(http::Asked const&);

void keep_session(http::Response&, http::Asked const&, std::string_view token);
void forget_cookie(http::Response&, http::Asked const&, std::string_view name);
Who who_of(http::Asked const&);

// A refusal that belongs to the form is shown with the form; others go the common way.
bool about_form(Refusal const&);
html::Faults faults_of(Refusal const&);
int status_of(html::Faults const&);  // 200 without faults, 422 with

std::string_view title_in(Language, std::string_view arabic, std::string_view french);
Language title_language(Language, std::string_view french);

// What law 09-08 article 5 wants said beside a form that asks for personal data.
void data_notice(html::Html&, Settings const&, Message const& purpose);

Said contact_hint();
std::array<html::Choice, language_count> language_choices();

}  // namespace wasl::people
