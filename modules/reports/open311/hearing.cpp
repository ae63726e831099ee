// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/open311/hearing.hpp"

#include <pugixml.hpp>

#include "kernel/text/parts.hpp"
#include "modules/reports/open311/moments.hpp"

namespace wasl::reports::open311 {

namespace {

// No document type, no processing instruction, no comment is looked at.
constexpr unsigned parsing = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol;

std::string text_of(pugi::xml_node const& node, char const* name) {
    return std::string(lexis::trimmed(node.child_value(name)));
}

// The root of that name; null where the text is something else, or nothing whole.
pugi::xml_node root(pugi::xml_document& document, std::string_view xml, char const* name) {
    if (!document.load_buffer(xml.data(), xml.size(), parsing, pugi::encoding_utf8)) return {};
    return document.child(name);
}

}  // namespace

std::optional<std::vector<HeardRequest>> heard_requests(std::string_view xml) {
    pugi::xml_document document;
    auto const list = root(document, xml, "service_requests");
    if (!list) return std::nullopt;
    std::vector<HeardRequest> found;
    for (auto const& one : list.children("request"))
        found.push_back({.id = text_of(one, "service_request_id"),
                         .token = text_of(one, "token"),
                         .status = text_of(one, "status"),
                         .notes = text_of(one, "status_notes"),
                         .description = text_of(one, "description"),
                         .updated = moment_from(text_of(one, "updated_datetime"))});
    return found;
}

std::optional<std::vector<HeardUpdate>> heard_updates(std::string_view xml) {
    pugi::xml_document document;
    auto const list = root(document, xml, "service_request_updates");
    if (!list) return std::nullopt;
    std::vector<HeardUpdate> found;
    for (auto const& one : list.children("request_update"))
        found.push_back({.id = text_of(one, "update_id"),
                         .request_id = text_of(one, "service_request_id"),
                         .status = text_of(one, "status"),
                         .description = text_of(one, "description"),
                         .media_url = text_of(one, "media_url"),
                         .at = moment_from(text_of(one, "updated_datetime"))});
    return found;
}

std::optional<std::string> heard_errors(std::string_view xml) {
    pugi::xml_document document;
    auto const list = root(document, xml, "errors");
    if (!list) return std::nullopt;
    std::string out;
    for (auto const& one : list.children("error"))
        out += (out.empty() ? "" : "; ") + text_of(one, "description");
    return out;
}

std::string form_text(Fields const& fields) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    auto const add = [&](std::string_view text) {
        for (char const one : text) {
            auto const byte = static_cast<unsigned char>(one);
            bool const plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= '0' && byte <= '9') || one == '-' || one == '_' ||
                               one == '.';
            if (plain) {
                out += one;
            } else {
                out += '%';
                out += digits[byte >> 4];
                out += digits[byte & 15];
            }
        }
    };
    for (auto const& [name, value] : fields) {
        if (!out.empty()) out += '&';
        add(name);
        out += '=';
        add(value);
    }
    return out;
}

std::string their_code(std::string_view lines, std::string_view category) {
    while (!lines.empty()) {
        auto const line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        auto const is = line.find('=');
        if (is == std::string_view::npos || lexis::trimmed(line.substr(0, is)) != category)
            continue;
        return std::string(lexis::trimmed(line.substr(is + 1)));
    }
    return std::string(category);
}

}  // namespace wasl::reports::open311
