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
        [&](html::Html& h) { body(h, status, refusal, incident); }, status);
}

}  // namespace wasl::app
