// SPDX-License-Identifier: Apache-2.0
#include "app/refusal_page.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "app/messages.hpp"
#include "modules/reports/pages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using namespace html::literals;

struct Answer {
    Message const& title;
    Message const& next;
};

// Where the law forbids it nothing has changed meanwhile; where a rule of its own does, neither.
Message const& title_of_conflict(Refusal const& refusal) {
    if (!refusal.article.empty()) return msg::refused_law_title;
    bool const changed = !refusal.what || refusal.what.message->key.ends_with("stale");
    return changed ? msg::refused_conflict_title : msg::refused_step_title;
}

Answer answer_to(int status, Refusal const& refusal) {
    switch (status) {
        case 401: return {msg::refused_sign_in_title, msg::refused_sign_in};
        case 403: return {msg::refused_forbidden_title, msg::refused_forbidden};
        case 404:
        case 405: return {msg::refused_not_found_title, msg::refused_not_found};
        case 409: return {title_of_conflict(refusal), msg::refused_conflict};
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
    auto const answer = answer_to(status, refusal);
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

std::string_view host_and_path(std::string_view address) {
    auto const scheme = address.find("://");
    return scheme == std::string_view::npos ? std::string_view() : address.substr(scheme + 3);
}

enum class From { here, unknown, elsewhere };

// Older browsers do not say whether a page of ours sends; then the origin does.
From sent_from(http::Request const& request) {
    auto const site = request.header("sec-fetch-site");
    auto const host = request.header("host");
    if (!site.empty()) return site == "same-origin" ? From::here : From::elsewhere;
    auto const origin = request.header("origin");
    if (origin.empty()) return From::unknown;
    return host_and_path(origin) == host ? From::here : From::elsewhere;
}

// The page on which the form stood, without what follows the '?'; the home page where unknown.
html::Url page_before(http::Request const& request) {
    auto const referrer = host_and_path(request.header("referer"));
    auto const slash = referrer.find('/');
    if (slash == std::string_view::npos || referrer.substr(0, slash) != request.header("host"))
        return html::same_site("/");
    auto const path = referrer.substr(slash);
    return html::same_site(path.substr(0, path.find_first_of("?#")));
}

bool is_home(html::Url const& url) { return url.text() == "/"; }

// "/dossiers/2026-ABCD-EFGH/..." and "/desk/..." lead back to the dossier.
html::Url dossier_of(std::string_view path) {
    for (std::string_view const front : {"/dossiers/", "/desk/"}) {
        if (!path.starts_with(front)) continue;
        auto const end = path.find('/', front.size());
        auto const number = path.substr(front.size(), end - front.size());
        if (number.size() == 14 && number[4] == '-' && number[9] == '-')
            return html::same_site(path.substr(0, end));
    }
    return html::same_site("/");
}

html::Url sign_in(http::Request const& request) {
    auto const before = page_before(request);
    return is_home(before) ? html::to("/sign-in")
                           : html::with(html::to("/sign-in"), "next", before.text());
}

void ways_on(html::Html& h, http::Request const& request, int status) {
    html::ButtonRow const row(h);
    if (status == 401) html::link_button(h, sign_in(request), msg::refused_sign_in_button);
    auto const dossier = dossier_of(request.path);
    bool const back = status == 409 && !is_home(dossier);
    if (back) html::link_button(h, dossier, msg::refused_dossier);
    html::link_button(
        h, html::to("/"), msg::refused_home,
        back || status == 401 ? html::ButtonKind::secondary : html::ButtonKind::primary);
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
           !request.form.empty() && sent_from(request) != From::elsewhere;
}

bool is_secret(std::string_view name) { return name == "password" || name == "code"; }

bool for_people(std::string_view name, std::string_view value) {
    return name != html::csrf_field_name && name != html::once_field_name && name != "version" &&
           !is_secret(name) && value.size() > 1;
}

// The key of the session that is now stands in the form: it is accepted as it is.
void send_again(html::Html& h, http::Asked const& asked) {
    h("<form method=\"post\" data-again=\"\" action=\""_h, std::string_view(asked.request.target),
      "\">"_h);
    html::hidden_field(h, html::csrf_field_name, asked.visitor.csrf);
    for (auto const& [name, value] : asked.request.form)
        if (name != html::csrf_field_name && !is_secret(name)) html::hidden_field(h, name, value);
    html::button(
        h, msg::refused_typed_send,
        asked.visitor.signed_in() ? html::ButtonKind::primary : html::ButtonKind::secondary);
    h("</form>"_h);
}

void typed(html::Html& h, http::Asked const& asked) {
    bool const again = sent_from(asked.request) == From::here;
    h("<section><h2>"_h, msg::refused_typed_title, "</h2><p>"_h,
      !again                      ? msg::refused_typed_copy
      : asked.visitor.signed_in() ? msg::refused_typed_now
                                  : msg::refused_typed_text,
      "</p><ul>"_h);
    for (auto const& [name, value] : asked.request.form)
        if (for_people(name, value)) h("<li class=\"said\">"_h, html::isolated(value), "</li>"_h);
    h("</ul>"_h);
    if (!asked.visitor.signed_in())
        h("<p><a class=\"button\" target=\"_blank\" rel=\"noopener\" href=\""_h,
          sign_in(asked.request), "\">"_h, msg::refused_sign_in_beside, "</a></p>"_h);
    if (again) send_again(h, asked);
    h("</section>"_h);
}

// "55.19/21" as people cite it.
void article(html::Html& h, std::string_view cited) {
    auto const slash = cited.find('/');
    if (slash == std::string_view::npos)
        h("<p>"_h, say(msg::refused_text, {text("text", cited)}), "</p>"_h);
    else
        h("<p>"_h,
          say(msg::refused_article,
              {text("law", cited.substr(0, slash)), text("article", cited.substr(slash + 1))}),
          "</p>"_h);
}

void body(html::Html& h, http::Request const& request, int status, Refusal const& refusal,
          std::string const& incident) {
    auto const answer = answer_to(status, refusal);
    h("<h1>"_h, answer.title, "</h1>"_h);
    if (refusal.what) h("<p class=\"lead\">"_h, refusal.what, "</p>"_h);
    if (!refusal.article.empty()) article(h, refusal.article);
    // The general advice is for refusals that did not say anything of their own.
    if (!refusal.what) h("<p class=\"lead\">"_h, answer.next, "</p>"_h);
    if (!incident.empty()) h("<p><strong>"_h, html::code(incident), "</strong></p>"_h);
    ways_on(h, request, status);
}

void body_with_typed(html::Html& h, http::Asked const& asked, int status) {
    auto const answer = answer_to(status, {Refused::not_signed_in, {}});
    h("<h1>"_h, asked.visitor.signed_in() ? msg::refused_typed_again_title : answer.title,
      "</h1>"_h);
    typed(h, asked);
}

}  // namespace

http::Response refusal_page(http::Asked const& asked, int status, Refusal const& refusal,
                            std::string const& incident) {
    if (asked.request.path == "/api" || asked.request.path.starts_with("/api/"))
        return for_program(asked, status, refusal, incident);
    if (asked.request.path.starts_with("/open311/")) {
        auto const answer = answer_to(status, refusal);
        return reports::georeport_refusal(
            asked.request.path, status,
            i18n::sentence(Language::en, refusal.what ? refusal.what : say(answer.next)));
    }
    return http::shown(
        asked, {.title = answer_to(status, refusal).title},
        [&](html::Html& h) {
            if (typed_here(asked, status))
                body_with_typed(h, asked, status);
            else
                body(h, asked.request, status, refusal, incident);
        },
        status);
}

}  // namespace wasl::app
