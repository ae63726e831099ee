// SPDX-License-Identifier: Apache-2.0
// From the request line and the cookies to path, language and query.
#include "platform/http/message.hpp"
#include "platform/http/text.hpp"

namespace wasl::http {
namespace {

std::optional<Language> language_from(std::string_view name) {
    for (auto const language : languages)
        if (name == name_of(language)) return language;
    return std::nullopt;
}

// "http://host/path", the form that proxies receive, names the same thing as "/path".
std::string_view without_authority(std::string_view target) {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const slash = target.find_first_of("/?", scheme.size());
        if (slash == std::string_view::npos) return "/";
        return target.substr(slash);
    }
    return target;
}

bool safe(std::string_view path) {
    if (!valid_utf8(path)) return false;
    for (char const c : path)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\') return false;
    for (auto const segment : split(path, '/'))
        if (segment == ".." || segment == ".") return false;
    return true;
}

void take_language(Request& request) {
    std::string_view const path = request.path;
    auto const end = std::min(path.find('/', 1), path.size());
    auto const language = language_from(path.substr(1, end - 1));
    request.language_in_path = language.has_value();
    if (!language) return;
    request.language = *language;
    request.path.erase(0, end);
    if (request.path.empty()) request.path = "/";
}

Language wished(std::string_view accepted) {
    auto best = Language::ar;
    double quality = 0;
    for (auto const part : split(accepted, ',')) {
        auto const name = part.substr(0, part.find_first_of("-;"));
        auto const language = language_from(trimmed(name));
        if (!language) continue;
        auto const whole = part.substr(0, part.find(';'));
        auto const here = quality_of(part, trimmed(whole));
        if (here > quality) {
            best = *language;
            quality = here;
        }
    }
    return best;
}

}  // namespace

bool read_target(Request& request) {
    std::string_view const target = without_authority(request.target);
    if (!target.starts_with('/')) return false;
    auto const question = std::min(target.find('?'), target.size());
    auto decoded = path_decoded(target.substr(0, question));
    if (!decoded || !safe(*decoded)) return false;
    request.path = std::move(*decoded);
    auto query = urlencoded(target.substr(std::min(question + 1, target.size())));
    if (!query) return false;
    request.query = std::move(*query);
    take_language(request);
    return true;
}

void read_cookies(Request& request) {
    for (auto const& [name, value] : request.headers) {
        if (name != "cookie") continue;
        for (auto const pair : split(value, ';')) {
            auto const equals = pair.find('=');
            if (equals == std::string_view::npos) continue;
            auto decoded = path_decoded(pair.substr(equals + 1), true);
            if (!decoded || !valid_utf8(*decoded)) continue;
            request.cookies.emplace_back(std::string(trimmed(pair.substr(0, equals))),
                                         std::move(*decoded));
        }
    }
    if (!request.language_in_path) request.language = guessed_language(request);
}

Language guessed_language(Request const& request) {
    auto const remembered = language_from(request.cookie("language"));
    return remembered ? *remembered : wished(request.header("accept-language"));
}

}  // namespace wasl::http
