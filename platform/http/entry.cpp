// SPDX-License-Identifier: Apache-2.0
#include "platform/http/entry.hpp"

#include <sodium.h>

#include <algorithm>

#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

std::string_view first_segment(std::string_view path) {
    path.remove_prefix(1);
    return path.substr(0, path.find('/'));
}

std::string query_of(Request const& request) {
    auto const question = request.target.find('?');
    return question == std::string::npos ? std::string{} : request.target.substr(question);
}

// 308 keeps method and body; a GET is shown the simpler 303.
Response moved(Request const& request, std::string to, bool for_ever) {
    auto response = see_other(std::move(to) + query_of(request));
    bool const reads = request.method == Method::get || request.method == Method::head;
    if (for_ever || !reads) response.status = 308;
    return response;
}

bool same_secret(std::string_view one, std::string_view other) {
    return one.size() == other.size() && !one.empty() &&
           sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

bool foreign_origin(Request const& request) {
    auto const site = request.header("sec-fetch-site");
    if (site == "cross-site" || site == "same-site") return true;
    auto const origin = request.header("origin");
    if (origin.empty()) return false;
    auto const scheme = origin.find("://");
    return scheme == std::string_view::npos ||
           !same_word(origin.substr(scheme + 3), request.header("host"));
}

}  // namespace

bool for_machines(std::string_view path) { return first_segment(path) == "api"; }

bool needs_no_language(std::string_view path) {
    auto const first = first_segment(path);
    for (std::string_view const root :
         {"api", "open311", "verify", "assets", "healthz", "readyz", "metrics"})
        if (first == root) return true;
    return first.find('.') != std::string_view::npos;  // /robots.txt, /.well-known/...
}

std::string address(Language language, std::string_view path) {
    std::string to = "/";
    to += name_of(language);
    append_path_encoded(to, path);
    return to;
}

std::optional<Response> redirected(Router const& router, Request const& request) {
    auto path = std::string_view(request.path);
    bool const bare = !request.language_in_path;
    if (bare && path == "/") return moved(request, address(request.language, "/"), false);
    bool const slash = path.size() > 1 && path.ends_with('/');
    if (slash) path.remove_suffix(1);
    auto const found = router.find(request.method, path);
    if (!found.door && !found.other_method) return std::nullopt;
    if (bare && !needs_no_language(path))
        return moved(request, address(request.language, path), false);
    if (!slash) return std::nullopt;
    std::string to;
    append_path_encoded(to, path);
    return moved(request, bare ? to : address(request.language, path), true);
}

bool changes(Method method) { return method != Method::get && method != Method::head; }

Entry may_enter(Allow allow, Visitor const& visitor, Method method) {
    if (visitor.looks_only && changes(method)) return Entry::forbidden;
    if (allow == Allow::anyone) return Entry::open;
    if (!visitor.signed_in()) return Entry::sign_in;
    bool enters = false;
    switch (allow) {
        case Allow::anyone:
        case Allow::citizen: enters = true; break;
        case Allow::staff: enters = !visitor.grants.empty(); break;
        case Allow::officer: enters = visitor.is(Role::officer) || visitor.is(Role::head); break;
        case Allow::head: enters = visitor.is(Role::head); break;
        case Allow::auditor:
            enters =
                visitor.is(Role::auditor) || visitor.is(Role::officer) || visitor.is(Role::head);
            break;
        case Allow::administrator: enters = visitor.is(Role::administrator); break;
    }
    return enters ? Entry::open : Entry::forbidden;
}

bool for_everybody(Request const& request, Door const& door) {
    bool const plain = door.content && request.method == Method::get && request.language_in_path &&
                       request.query.empty() && request.target.size() <= KeptPages::target_max &&
                       request.target.starts_with('/') &&
                       request.target.find('?') == std::string::npos;
    return plain && request.header("authorization").empty() &&
           std::all_of(request.cookies.begin(), request.cookies.end(),
                       [](auto const& cookie) { return cookie.first == "language"; });
}

void remember_language(Request const& request, Response& response) {
    if (!request.language_in_path || request.method != Method::get) return;
    if (guessed_language(request) == request.language) return;
    set_cookie(response, "language", name_of(request.language),
               {.max_age = std::chrono::hours(24 * 365), .secure = request.secure});
}

// A call below /api that brings no cookie borrows nobody's authority, so nothing can be forged.
bool from_our_page(Request const& request, Visitor const& visitor) {
    if (visitor.by_token) return true;
    // There nobody is a visitor: what counts is a key in the form itself.
    if (first_segment(request.path) == "open311") return true;
    if (for_machines(request.path) && request.cookies.empty()) return true;
    if (foreign_origin(request)) return false;
    auto const sent =
        request.has_field("csrf") ? request.field("csrf") : request.header("x-csrf-token");
    return same_secret(sent, visitor.csrf);
}

Response last_resort(Request const& request, int status, std::string const& incident) {
    if (request.path.starts_with('/') && for_machines(request.path)) {
        auto text = "{\"error\":{\"status\":" + std::to_string(status);
        if (!incident.empty()) text += ",\"incident\":\"" + incident + "\"";
        return json(text + "}}", status);
    }
    std::string_view title = "تعذّر إنجاز الطلب";
    std::string_view advice =
        "المرجو الرجوع إلى الصفحة السابقة والتحقق من المعطيات ثم إعادة المحاولة.";
    if (status == 404 || status == 410) {
        title = "الصفحة غير موجودة";
        advice = "المرجو التحقق من العنوان أو الرجوع إلى الصفحة الرئيسية.";
    } else if (status == 413) {
        title = "حجم المرفقات يتجاوز الحد المسموح به";
        advice = "المرجو تصغير الملفات أو إرسالها على دفعات.";
    } else if (status == 429 || status == 503) {
        title = "الخدمة مشغولة حاليا";
        advice = "المرجو إعادة المحاولة بعد لحظات.";
    } else if (status >= 500) {
        title = "وقع عطل تقني";
        advice = "لم يكتمل الطلب. المرجو إعادة المحاولة بعد قليل.";
    }
    std::string html =
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>";
    html += title;
    html += "</title></head><body><main><h1>";
    html += title;
    html += "</h1><p>";
    html += advice;
    html += "</p>";
    if (!incident.empty())
        html += "<p>رقم العطل، يرجى ذكره عند الاتصال: <bdi>" + incident + "</bdi></p>";
    html += "<p><a href=\"/ar/\">الصفحة الرئيسية</a></p></main></body></html>\n";
    return page(std::move(html), status);
}

}  // namespace wasl::http
