// SPDX-License-Identifier: Apache-2.0
#include "modules/people/shell.hpp"

#include <charconv>

#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::people {

using namespace html::literals;

http::Response go(http::Asked const& asked, std::string_view path) {
    std::string to = "/";
    to += name_of(asked.language());
    to += path;
    return http::see_other(std::move(to));
}

std::string next_of(std::string_view wanted) {
    if (wanted.empty()) return "/account";
    auto const path = html::same_site(wanted).text();
    // Back to a page of signing in would be a circle.
    return path.starts_with("/sign-") ? "/account" : path;
}

std::int64_t id_in_path(http::Asked const& asked) {
    auto const text = asked.wild(0);
    std::int64_t id = 0;
    auto const end = text.data() + text.size();
    auto const [stopped, fault] = std::from_chars(text.data(), end, id);
    return fault == std::errc{} && stopped == end ? id : 0;
}

void keep_session(http::Response& response, http::Asked const& asked, std::string_view token) {
    http::set_cookie(response, session_cookie, token,
                     {.max_age = age_max, .secure = asked.request.secure});
}

void forget_cookie(http::Response& response, http::Asked const& asked, std::string_view name) {
    http::set_cookie(response, name, "",
                     {.max_age = std::chrono::seconds(-1), .secure = asked.request.secure});
}

Who who_of(http::Asked const& asked) {
    return {asked.request.client, asked.request.header("user-agent"),
            asked.request.cookie(session_cookie), asked.request.cookie(device_cookie)};
}

bool about_form(Refusal const& refusal) {
    return refusal.what && refusal.why != Refused::not_found && refusal.why != Refused::gone;
}

html::Faults faults_of(Refusal const& refusal) {
    html::Faults faults;
    faults.add(refusal);
    return faults;
}

int status_of(html::Faults const& faults) { return faults.any() ? 422 : 200; }

std::string_view title_in(Language language, std::string_view arabic, std::string_view french) {
    return title_language(language, french) == Language::fr ? french : arabic;
}
Language title_language(Language language, std::string_view french) {
    bool const reads_french = language == Language::fr || language == Language::en;
    return reads_french && !french.empty() ? Language::fr : Language::ar;
}

void data_notice(html::Html& h, Settings const& settings, Message const& purpose) {
    html::Disclosure const more(h, msg::notice_title);
    h("<p>"_h, purpose, "</p><p>"_h, msg::notice_recipients, "</p><p>"_h, msg::notice_rights,
      "</p>"_h);
    html::SummaryList list(h);
    if (settings.controller.empty())
        list.row(msg::notice_controller, msg::notice_this_administration);
    else
        list.row(msg::notice_controller, html::isolated(settings.controller));
    if (settings.cndp_number.empty())
        list.row(msg::notice_cndp, msg::notice_cndp_missing);
    else
        list.row(msg::notice_cndp, html::code(settings.cndp_number));
}

Said contact_hint() { return say(msg::contact_hint, {text("example", "name@example.ma")}); }

std::array<html::Choice, language_count> language_choices() {
    std::array<html::Choice, language_count> choices{};
    for (std::size_t n = 0; n < language_count; ++n)
        choices[n] = {name_of(languages[n]),
                      html::Foreign{i18n::own_name(languages[n]), languages[n]}};
    return choices;
}

void add_pages(http::Router& router, Pages const& pages) {
    for (auto const routes :
         {sign_in_routes(), account_routes(), security_routes(), mandate_routes(), admin_routes()})
        router.add<Pages>("people", pages, routes);
}

}  // namespace wasl::people
