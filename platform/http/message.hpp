// SPDX-License-Identifier: Apache-2.0
// One HTTP request as a handler sees it: complete, checked, decoded; and the answer.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/message.hpp"

namespace wasl::http {

struct KeptPage;

enum class Method { get, head, post, put, patch, del, options };
std::string_view name_of(Method);

using Pairs = std::vector<std::pair<std::string, std::string>>;

// One file of a multipart form, streamed to disk. The file is removed after the answer unless
// files::Store::keep moved it away.
struct Upload {
    std::string field;
    std::string file_name;  // as claimed; only ever shown
    std::filesystem::path path;
    std::int64_t size = 0;
};

struct Request {
    Method method = Method::get;
    std::string target;  // as it came: "/ar/dossiers/B7?x=1"
    std::string path;    // decoded, valid UTF-8, without the language: "/dossiers/B7"
    Language language = Language::ar;
    bool language_in_path = false;
    Pairs query;  // decoded, in order
    Pairs form;   // urlencoded or multipart fields, decoded, valid UTF-8, in order
    std::vector<Upload> uploads;
    std::string body;  // for other content types (JSON); empty where form was parsed
    Pairs headers;     // names in lower case
    Pairs cookies;
    std::vector<std::string> wild;  // what stood at ":name" in the route, in order
    std::string client;             // address, from X-Forwarded-For only behind a configured proxy
    bool secure = false;            // TLS ended here or at a configured proxy

    // First value of that name; empty where there is none.
    std::string_view header(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;
    std::string_view asked(std::string_view name) const;  // of the query
    std::string_view field(std::string_view name) const;  // of the form
    bool has_field(std::string_view name) const;
    std::vector<std::string_view> all_asked(std::string_view name) const;  // all of that name
    std::vector<std::string_view> fields(std::string_view name) const;
    std::optional<std::int64_t> field_number(std::string_view name) const;
    std::optional<std::int64_t> asked_number(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::filesystem::path file;  // sent instead of body where not empty (Range is honoured)
    // Makes the answer part by part where it is too large to stand in memory, instead of body:
    // appends the next part, false where it was the last. Called on a handler thread once the
    // former part is on its way, so a slow reader holds one part and no thread. It outlives the
    // handler: it owns what it reads, and has no database.
    std::function<bool(std::string& part)> parts;
    Pairs headers;
    // Anonymous pages that depend on nothing but the address, the language, the day and the content
    // of the door: they get an ETag, and are kept where the door says what their content is.
    bool shared = false;
    std::shared_ptr<KeptPage const> kept;  // sent instead of body where not null

    Response& with(std::string name, std::string value) & {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

Response page(std::string html, int status = 200);
Response json(std::string text, int status = 200);
Response download(std::string body, std::string type, std::string file_name);  // RFC 6266 name
Response see_other(std::string address);                                       // 303

enum class SameSite { lax, strict };
struct CookieOptions {
    std::chrono::seconds max_age{0};  // 0: until the browser closes; below 0: forgotten now
    bool http_only = true;
    SameSite same_site = SameSite::lax;
    bool secure = false;  // give request.secure
};
void set_cookie(Response&, std::string_view name, std::string_view value, CookieOptions = {});

// The language we would take for somebody whose address names none.
Language guessed_language(Request const&);
// Fills path, language (where the path names one) and query from `target`. False where the
// address is malformed: not UTF-8, a NUL or control character, "..", an encoded slash.
bool read_target(Request&);
// Fills cookies from the headers, and language from cookie or Accept-Language where the path
// named none.
void read_cookies(Request&);

}  // namespace wasl::http
