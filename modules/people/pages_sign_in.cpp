// SPDX-License-Identifier: Apache-2.0
#include "modules/people/account.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/views_sign_in.hpp"

namespace wasl::people {
namespace {

using http::Acted;
using http::Asked;
using http::Response;

// A page with a form for somebody who is nobody yet: the csrf hangs on a cookie.
template<typename Show>
Shown form_page(Pages const& pages, Asked const& asked, Message const& title,
                html::Faults const& faults, Show show) {
    auto const own = visit(pages.desk, asked);
    auto response = http::shown(
        asked, {.title = title}, [&](html::Html& h) { show(h, own.csrf); }, status_of(faults));
    if (!own.cookie.empty()) response.with("set-cookie", own.cookie);
    return response;
}

std::string with_next(std::string_view path, std::string_view next) {
    if (next.empty()) return std::string(path);
    std::string out(path);
    out += "?next=";
    html::append_encoded(out, next);
    return out;
}

void keep_handle(Response& response, Asked const& asked, std::string_view handle) {
    http::set_cookie(response, code_cookie, handle,
                     {.max_age = std::chrono::minutes(40), .secure = asked.request.secure});
}

Response entered(Pages const& pages, Asked const& asked, SignedIn const& signed_in,
                 std::string_view next) {
    auto response =
        go(asked, signed_in.second_needed ? with_next("/sign-in/second", next) : next_of(next));
    if (!signed_in.second_needed)
        http::set_cookie(response, device_cookie, device_of(pages.desk, signed_in.person),
                         {.max_age = device_age, .secure = asked.request.secure});
    keep_session(response, asked, signed_in.token);
    forget_cookie(response, asked, code_cookie);
    return response;
}

Shown sign_in_form(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const& request = asked.request;
    bool const posted = request.method == http::Method::post;
    return form_page(
        pages, asked, msg::sign_in_title, faults, [&](html::Html& h, std::string_view csrf) {
            views::sign_in(h,
                           {csrf, posted ? request.field("next") : request.asked("next"),
                            request.field("contact"), faults, request.field("way") == "password"});
        });
}

Shown show_sign_in(Pages const& pages, Asked const& asked) {
    if (asked.visitor.signed_in()) return go(asked, next_of(asked.request.asked("next")));
    return sign_in_form(pages, asked, {});
}

Result<Response> try_sign_in(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const address = TRY(contact(request.field("contact")));
    auto const next = request.field("next");
    if (request.field("way") == "password") {
        auto const signed_in = TRY(sign_in_by_password(
            pages.desk, address, request.field("password"), who_of(acted), acted.now));
        return entered(pages, acted, signed_in, next);
    }
    auto const handle = TRY(ask_code(pages.desk, Purpose::sign_in, address, {}, acted.language(),
                                     request.client, acted.now, who_of(acted).device));
    auto response = go(acted, with_next("/sign-in/code", next));
    keep_handle(response, acted, handle);
    return response;
}

// As long as the page says; an hour where it says so without a number.
std::chrono::seconds seconds_of(Refusal const& refusal) {
    for (auto const& value : refusal.what.values)
        if (auto const* minutes = std::get_if<std::int64_t>(&value.what); minutes)
            return std::chrono::minutes(*minutes);
    return std::chrono::hours(1);
}

Shown enter_sign_in(Pages const& pages, Acted const& acted) {
    auto result = try_sign_in(pages, acted);
    if (!result.refused()) return result;
    auto const& refusal = result.refusal();
    auto form = sign_in_form(pages, acted, faults_of(refusal));
    if (refusal.why != Refused::too_often || form.refused()) return form;
    auto response = std::move(form).value();
    response.status = http::status_of(refusal.why);
    response.with("retry-after", std::to_string(seconds_of(refusal).count()));
    return response;
}

struct CodePage {
    Purpose purpose;
    html::Url action, again;
};
CodePage const sign_in_code{Purpose::sign_in, html::to("/sign-in/code"), html::to("/sign-in")};
CodePage const password_code{Purpose::password, html::to("/password/new"),
                             html::to("/password/forgotten")};

Shown code_page(Pages const& pages, Asked const& asked, CodePage const& which,
                html::Faults const& faults) {
    auto const sent = sent_to(pages.desk, asked.db, handle_of(asked), asked.now);
    if (!sent) return go(asked, which.again.text());
    auto const& request = asked.request;
    auto const next =
        request.method == http::Method::post ? request.field("next") : request.asked("next");
    return form_page(pages, asked, msg::code_title, faults,
                     [&](html::Html& h, std::string_view csrf) {
                         views::code(h, {which.action, which.again, csrf, next, *sent, faults,
                                         which.purpose == Purpose::password});
                     });
}

Shown show_code(Pages const& pages, Asked const& asked) {
    return code_page(pages, asked, sign_in_code, {});
}

Shown enter_code(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const proof = use_code(pages.desk, Purpose::sign_in, handle_of(acted),
                                request.field("code"), request.client, acted.now);
    if (proof.refused()) return code_page(pages, acted, sign_in_code, faults_of(proof.refusal()));
    if (!proof.value().account) return go(acted, with_next("/sign-up", request.field("next")));
    auto const signed_in =
        TRY(sign_in_by_code(pages.desk, proof.value(), who_of(acted), acted.now));
    return entered(pages, acted, signed_in, request.field("next"));
}

Shown sign_up_form(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const proven = proof(pages.desk, asked.db, Purpose::sign_in, handle_of(asked), asked.now);
    if (!proven || proven->account) return go(asked, "/sign-in");
    auto const& request = asked.request;
    bool const posted = request.method == http::Method::post;
    return form_page(
        pages, asked, msg::new_title, faults, [&](html::Html& h, std::string_view csrf) {
            views::new_account(
                h, pages.desk.inside().settings,
                {html::to("/sign-up"), csrf, posted ? request.field("next") : request.asked("next"),
                 "", proven->contact.text, request.field("name"),
                 posted ? language_named(request.field("language")) : asked.language(), faults,
                 false});
        });
}

Shown show_sign_up(Pages const& pages, Asked const& asked) {
    return sign_up_form(pages, asked, {});
}

Shown sign_up(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const made =
        create_account(pages.desk, handle_of(acted),
                       {request.field("name"), language_named(request.field("language")),
                        request.field("password")},
                       who_of(acted), acted.now);
    if (made.refused() && about_form(made.refusal()))
        return sign_up_form(pages, acted, faults_of(made.refusal()));
    if (made.refused()) return made.refusal();
    return entered(pages, acted, made.value(), request.field("next"));
}

Shown first_form(Pages const& pages, Asked const& asked, std::string_view key,
                 html::Faults const& faults) {
    if (!first_key_holds(pages.desk, asked.db, key, asked.now))
        return Refusal{Refused::gone, say(msg::refusal_proof_gone)};
    auto const& request = asked.request;
    return form_page(
        pages, asked, msg::first_title, faults, [&](html::Html& h, std::string_view csrf) {
            views::new_account(
                h, pages.desk.inside().settings,
                {html::to("/first-administrator"), csrf, "", key, request.field("contact"),
                 request.field("name"), asked.language(), faults, true});
        });
}

Shown show_first(Pages const& pages, Asked const& asked) {
    return first_form(pages, asked, asked.request.asked("key"), {});
}

Shown make_first(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const made = create_first_administrator(
        pages.desk, request.field("key"), request.field("contact"),
        {request.field("name"), language_named(request.field("language")),
         request.field("password")},
        who_of(acted), acted.now);
    if (made.refused() && about_form(made.refusal()))
        return first_form(pages, acted, request.field("key"), faults_of(made.refusal()));
    if (made.refused()) return made.refusal();
    return entered(pages, acted, made.value(), "/account/security");
}

Shown second_form(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const& request = asked.request;
    auto const next =
        request.method == http::Method::post ? request.field("next") : request.asked("next");
    return form_page(
        pages, asked, msg::second_title, faults,
        [&](html::Html& h, std::string_view csrf) { views::second(h, {csrf, next, faults}); });
}

Shown show_second(Pages const& pages, Asked const& asked) {
    if (asked.visitor.signed_in()) return go(asked, next_of(asked.request.asked("next")));
    if (asked.request.cookie(session_cookie).empty()) return go(asked, "/sign-in");
    return second_form(pages, asked, {});
}

Shown enter_second(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const signed_in =
        second_factor(pages.desk, request.cookie(session_cookie), request.field("code"), acted.now);
    if (signed_in.refused() && signed_in.refusal().why == Refused::gone)
        return go(acted, "/sign-in");
    if (signed_in.refused()) return second_form(pages, acted, faults_of(signed_in.refusal()));
    return entered(pages, acted, signed_in.value(), request.field("next"));
}

Shown leave(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        sign_out(pages.desk, writer, acted.request.cookie(session_cookie), acted.now);
        return Done{};
    }));
    auto response = go(acted, "/");
    forget_cookie(response, acted, session_cookie);
    return response;
}

Shown forgotten_form(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    return form_page(pages, asked, msg::forgotten_title, faults,
                     [&](html::Html& h, std::string_view csrf) {
                         views::forgotten(h, {csrf, asked.request.field("contact"), faults});
                     });
}

Shown show_forgotten(Pages const& pages, Asked const& asked) {
    return forgotten_form(pages, asked, {});
}

Result<Response> try_forgotten(Pages const& pages, Acted const& acted) {
    auto const address = TRY(contact(acted.request.field("contact")));
    auto const handle = TRY(ask_code(pages.desk, Purpose::password, address, {}, acted.language(),
                                     acted.request.client, acted.now, who_of(acted).device));
    auto response = go(acted, "/password/new");
    keep_handle(response, acted, handle);
    return response;
}

Shown send_forgotten(Pages const& pages, Acted const& acted) {
    auto result = try_forgotten(pages, acted);
    if (!result.refused()) return result;
    return forgotten_form(pages, acted, faults_of(result.refusal()));
}

Shown show_new_password(Pages const& pages, Asked const& asked) {
    return code_page(pages, asked, password_code, {});
}

Outcome try_new_password(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    // Checked first: a short password shall not use the code up.
    TRY(new_password(request.field("password")));
    TRY(use_code(pages.desk, Purpose::password, handle_of(acted), request.field("code"),
                 request.client, acted.now));
    return reset_password(pages.desk, handle_of(acted), request.field("password"), acted.now);
}

Shown make_new_password(Pages const& pages, Acted const& acted) {
    auto const done = try_new_password(pages, acted);
    if (done.refused() && about_form(done.refusal()))
        return code_page(pages, acted, password_code, faults_of(done.refusal()));
    // Nobody has an account with that contact: the same next page, which tells nothing.
    auto response = go(acted, "/sign-in");
    forget_cookie(response, acted, code_cookie);
    return response;
}

using enum http::Allow;
constexpr http::Limits guarded{.rate = http::Rate::sign_in};

constexpr http::Route<Pages> sign_in_pages[] = {
    http::get<Pages>("/sign-in", anyone, show_sign_in),
    http::post<Pages>("/sign-in", anyone, enter_sign_in, guarded),
    http::get<Pages>("/sign-in/code", anyone, show_code),
    http::post<Pages>("/sign-in/code", anyone, enter_code, guarded),
    http::get<Pages>("/sign-in/second", anyone, show_second),
    http::post<Pages>("/sign-in/second", anyone, enter_second, guarded),
    http::get<Pages>("/sign-up", anyone, show_sign_up),
    http::post<Pages>("/sign-up", anyone, sign_up, guarded),
    http::post<Pages>("/sign-out", citizen, leave),
    http::get<Pages>("/first-administrator", anyone, show_first),
    http::post<Pages>("/first-administrator", anyone, make_first, guarded),
    http::get<Pages>("/password/forgotten", anyone, show_forgotten),
    http::post<Pages>("/password/forgotten", anyone, send_forgotten, guarded),
    http::get<Pages>("/password/new", anyone, show_new_password),
    http::post<Pages>("/password/new", anyone, make_new_password, guarded),
};

}  // namespace

Routes sign_in_routes() { return sign_in_pages; }

}  // namespace wasl::people
