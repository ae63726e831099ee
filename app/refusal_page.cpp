// SPDX-License-Identifier: Apache-2.0
#include "app/refusal_page.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "app/messages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using namespace html::literals;

struct Answer {
    Message const& title;
    Message const& next;
};

Answer answer_to(int status) {
    switch (status) {
        case 401: return {msg::refused_sign_in_title, msg::refused_sign_in};
        case 403: return {msg::refused_forbidden_title, msg::refused_forbidden};
        case 404:
        case 405: return {msg::refused_not_found_title, msg::refused_not_found};
        case 409: return {msg::refused_conflict_title, msg::refused_conflict};
        case 410: return {msg::refused_gone_title, msg::refused_gone};
        case 413:
        case 414:
        case 431: return {msg::refused_too_large_title, msg::refused_too_large};
        case 429: return {msg::refused_too_often_title, msg::refused_too_often};
        case 503: return {msg::refused_busy_title, msg::refused_busy};
        default: break;
    }
    if (status >= 500) return {msg::refused_broken_title, msg::refused_broken};
    return {msg::refused_invalid_title, msg::refused_invalid};
}

http::Response for_program(http::Asked const& asked, int status, Refusal const& refusal,
                           std::string const& incident) {
    auto const answer = answer_to(status);
    auto const language = asked.language();
    boost::json::object problem;
    problem["status"] = status;
    problem["title"] = i18n::sentence(language, say(answer.title));
    problem["detail"] = i18n::sentence(language, refusal.what ? refusal.what : say(answer.next));
    if (refusal.what) problem["reason"] = refusal.what.message->key;
    if (!refusal.article.empty()) problem["article"] = refusal.article;
    if (!refusal.field.empty()) problem["field"] = refusal.field;
    if (!incident.empty()) problem["incident"] = incident;
    auto response = http::json(boost::json::serialize(problem), status);
    response.type = "application/problem+json";
    return response;
}

void ways_on(html::Html& h, int status) {
    html::ButtonRow const row(h);
    if (status == 401) html::link_button(h, html::to("/sign-in"), msg::refused_sign_in_button);
    html::link_button(h, html::to("/"), msg::refused_home,
                      status == 401 ? html::ButtonKind::secondary : html::ButtonKind::primary);
    if (status == 404)
        html::link_button(h, html::to("/procedures"), msg::refused_search,
                          html::ButtonKind::secondary);
}

// The session ended, or another began, while a person was typing on a page of ours. Files are not
// kept; what a foreign page sent is not offered again.
bool typed_here(http::Asked const& asked, int status) {
    auto const& request = asked.request;
    bool const session_changed =
        status == 401 ||
        (status == 403 && request.field(html::csrf_field_name) != asked.visitor.csrf);
    return session_changed && request.method == http::Method::post && request.language_in_path &&
           !request.form.empty() && request.header("sec-fetch-site") == "same-origin";
}

bool for_people(std::string_view name, std::string_view value) {
    return name != html::csrf_field_name && name != html::once_field_name && name != "version" &&
           name != "password" && value.size() > 1;
}

void typed(html::Html& h, http::Asked const& asked) {
    h("<section><h2>"_h, msg::refused_typed_title, "</h2><p>"_h, msg::refused_typed_text,
      "</p><ul>"_h);
    for (auto const& [name, value] : asked.request.form)
        if (for_people(name, value)) h("<li>"_h, html::isolated(value), "</li>"_h);
    h("</ul>"_h);
    if (!asked.visitor.signed_in())
        h("<p><a class=\"button\" target=\"_blank\" rel=\"noopener\" href=\""_h,
          html::to("/sign-in"), "\">"_h, msg::refused_sign_in_beside, "</a></p>"_h);
    h("<form method=\"post\" data-again=\"\" action=\""_h, std::string_view(asked.request.target),
      "\">"_h);
    html::hidden_field(h, html::csrf_field_name, asked.visitor.csrf);
    for (auto const& [name, value] : asked.request.form)
        if (name != html::csrf_field_name && name != "password") html::hidden_field(h, name, value);
    html::button(h, msg::refused_typed_send, html::ButtonKind::secondary);
    h("</form></section>"_h);
}

void body(html::Html& h, int status, Refusal const& refusal, std::string const& incident) {
    auto const answer = answer_to(status);
    h("<h1>"_h, answer.title, "</h1>"_h);
    if (refusal.what) h("<p class=\"lead\">"_h, refusal.what, "</p>"_h);
    if (!refusal.article.empty())
        h("<p>"_h, say(msg::refused_article, {text("article", refusal.article)}), "</p>"_h);
    // The general advice is for refusals that did not say anything of their own.
    if (!refusal.what) h("<p class=\"lead\">"_h, answer.next, "</p>"_h);
    if (!incident.empty()) h("<p><strong>"_h, html::code(incident), "</strong></p>"_h);
    ways_on(h, status);
}

}  // namespace

http::Response refusal_page(http::Asked const& asked, int status, Refusal const& refusal,
                            std::string const& incident) {
    if (asked.request.path == "/api" || asked.request.path.starts_with("/api/"))
        return for_program(asked, status, refusal, incident);
    return http::shown(
        asked, {.title = answer_to(status).title},
        [&](html::Html& h) {
            body(h, status, refusal, incident);
            if (typed_here(asked, status)) typed(h, asked);
        },
        status);
}

}  // namespace wasl::app
