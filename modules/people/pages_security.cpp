// SPDX-License-Identifier: Apache-2.0
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/views_security.hpp"

namespace wasl::people {
namespace {

using http::Acted;
using http::Asked;

Shown security_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const person = asked.visitor.person;
    views::SecurityPage const page{enrolment(pages.desk, asked.db, person),
                                   store::recovery_codes_left(asked.db, person), asked.visitor.csrf,
                                   faults};
    auto response = http::shown(
        asked, {.title = msg::second_title}, [&](html::Html& h) { views::security(h, page); },
        status_of(faults));
    response.with("cache-control", "no-store");
    return response;
}

Shown show_security(Pages const& pages, Asked const& asked) {
    return security_page(pages, asked, {});
}

Shown begin_second_factor(Pages const& pages, Acted const& acted) {
    TRY(acted.write(
        [&](db::Writer& writer) { return begin_totp(pages.desk, writer, acted.visitor.person); }));
    return go(acted, "/account/security");
}

Shown confirm_second_factor(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const confirmed = confirm_totp(pages.desk, acted.visitor.person, request.field("code"),
                                        request.cookie(session_cookie), acted.now);
    if (confirmed.refused()) return security_page(pages, acted, faults_of(confirmed.refusal()));
    auto response = http::shown(acted, {.title = msg::recovery_title}, [&](html::Html& h) {
        views::recovery_codes(h, confirmed.value().recovery_codes);
    });
    keep_session(response, acted, confirmed.value().token);
    response.with("cache-control", "no-store");
    return response;
}

Shown end_second_factor(Pages const& pages, Acted const& acted) {
    auto const ended =
        end_totp(pages.desk, acted.visitor.person, acted.request.field("code"), acted.now);
    if (ended.refused()) return security_page(pages, acted, faults_of(ended.refusal()));
    return go(acted, "/account/security");
}

Shown tokens_page(Asked const& asked, std::string made, html::Faults const& faults) {
    auto const& request = asked.request;
    bool const again = faults.any();
    views::TokensPage const page{store::tokens(asked.db, asked.visitor.person, asked.now),
                                 std::move(made),
                                 !asked.visitor.grants.empty(),
                                 asked.visitor.csrf,
                                 again ? request.field("name") : "",
                                 again ? request.field("scope") : "read",
                                 again ? request.field("days") : "90",
                                 faults};
    auto response = http::shown(
        asked, {.title = msg::tokens_title}, [&](html::Html& h) { views::tokens(h, page); },
        status_of(faults));
    response.with("cache-control", "no-store");
    return response;
}

Shown show_tokens(Pages const&, Asked const& asked) { return tokens_page(asked, {}, {}); }

Shown add_token(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const made = acted.write([&](db::Writer& writer) {
        return make_token(pages.desk, writer, acted.visitor.person, request.field("name"),
                          request.field("scope"), request.field_number("days").value_or(0),
                          acted.now);
    });
    if (made.refused()) return tokens_page(acted, {}, faults_of(made.refusal()));
    return tokens_page(acted, made.value(), {});
}

Shown end_token(Pages const&, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        if (!store::revoke_token(writer, acted.visitor.person, TokenId{id_in_path(acted)},
                                 acted.now))
            return Refusal{Refused::not_found, {}};
        return Done{};
    }));
    return go(acted, "/account/tokens");
}

using enum http::Allow;

constexpr http::Route<Pages> security_pages[] = {
    http::get<Pages>("/account/security", citizen, show_security),
    http::post<Pages>("/account/security/begin", citizen, begin_second_factor),
    http::post<Pages>("/account/security/confirm", citizen, confirm_second_factor,
                      {.rate = http::Rate::sign_in}),
    http::post<Pages>("/account/security/end", citizen, end_second_factor,
                      {.rate = http::Rate::sign_in}),
    http::get<Pages>("/account/tokens", citizen, show_tokens),
    http::post<Pages>("/account/tokens", citizen, add_token),
    http::post<Pages>("/account/tokens/:id/revoke", citizen, end_token),
};

}  // namespace

Routes security_routes() { return security_pages; }

}  // namespace wasl::people
