// SPDX-License-Identifier: Apache-2.0
#include "platform/http/message.hpp"

#include <charconv>

#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

std::string_view first_of(Pairs const& pairs, std::string_view name) {
    for (auto const& [key, value] : pairs)
        if (key == name) return value;
    return {};
}

std::vector<std::string_view> all_named(Pairs const& pairs, std::string_view name) {
    std::vector<std::string_view> found;
    for (auto const& [key, value] : pairs)
        if (key == name) found.emplace_back(value);
    return found;
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        case Method::options: return "OPTIONS";
    }
    return "GET";
}

std::string_view Request::header(std::string_view name) const { return first_of(headers, name); }
std::string_view Request::cookie(std::string_view name) const { return first_of(cookies, name); }
std::string_view Request::asked(std::string_view name) const { return first_of(query, name); }
std::string_view Request::field(std::string_view name) const { return first_of(form, name); }

bool Request::has_field(std::string_view name) const {
    return std::any_of(form.begin(), form.end(),
                       [&](auto const& one) { return one.first == name; });
}

std::vector<std::string_view> Request::all_asked(std::string_view name) const {
    return all_named(query, name);
}
std::vector<std::string_view> Request::fields(std::string_view name) const {
    return all_named(form, name);
}

std::optional<std::int64_t> Request::field_number(std::string_view name) const {
    return number_of(field(name));
}
std::optional<std::int64_t> Request::asked_number(std::string_view name) const {
    return number_of(asked(name));
}

Response page(std::string html, int status) {
    Response response;
    response.status = status;
    response.body = std::move(html);
    return response;
}

Response json(std::string text, int status) {
    Response response;
    response.status = status;
    response.type = "application/json; charset=utf-8";
    response.body = std::move(text);
    return response;
}

// The Arabic name goes in filename* (RFC 8187); old clients get one in ASCII.
Response download(std::string body, std::string type, std::string file_name) {
    Response response;
    response.type = std::move(type);
    response.body = std::move(body);
    std::string plain;
    for (char const c : file_name) {
        bool const safe = c > 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != '/';
        if (safe) plain += c;
    }
    if (plain.empty() || plain.starts_with('.')) plain.insert(0, "document");
    std::string encoded;
    std::replace(file_name.begin(), file_name.end(), '/', '-');
    append_path_encoded(encoded, file_name);
    response.with("content-disposition",
                  "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    return response;
}

Response see_other(std::string address) {
    Response response;
    response.status = 303;
    response.type.clear();
    response.with("location", std::move(address));
    return response;
}

void set_cookie(Response& response, std::string_view name, std::string_view value,
                CookieOptions options) {
    std::string cookie(name);
    cookie += '=';
    append_path_encoded(cookie, value);
    cookie += "; Path=/";
    if (options.max_age.count() != 0)
        cookie += "; Max-Age=" + std::to_string(std::max<long>(0, options.max_age.count()));
    if (options.http_only) cookie += "; HttpOnly";
    if (options.secure) cookie += "; Secure";
    cookie += options.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
    response.with("set-cookie", std::move(cookie));
}

}  // namespace wasl::http
