// SPDX-License-Identifier: Apache-2.0
// Flat JSON-LD: one object a thing, names as "prefix:name", every value with its language or type.
#include "kernel/text/special.hpp"
#include "modules/procedures/export/rdf.hpp"

namespace wasl::procedures::rdf {
namespace {

void append_json_text(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (std::size_t done = 0;; ++done) {
        auto const at = first_special<'"', '\\'>(text, done);
        out.append(text.substr(done, at - done));
        if (at == text.size()) break;
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += '\\';
            out += text[at];
        }
        done = at;
    }
    out += '"';
}

void append_id(std::string& out, std::string_view address) {
    out += "\"@id\":\"";
    append_address(out, address);
    out += '"';
}

void append_json_value(std::string& out, Object const& object) {
    out += '{';
    if (object.kind == Object::Kind::thing || object.kind == Object::Kind::word) {
        append_id(out, object.value);
    } else {
        out += "\"@value\":";
        append_json_text(out, object.value);
        if (object.kind == Object::Kind::text)
            out.append(",\"@language\":\"").append(object.mark).append("\"");
        if (object.kind == Object::Kind::typed)
            out.append(",\"@type\":\"").append(object.mark).append("\"");
    }
    out += '}';
}

}  // namespace

void append_json_ld(std::string& out, Thing const& what) {
    out += '{';
    append_id(out, what.address);
    std::string_view before;
    if (!what.types.empty()) {
        out += ",\"@type\":[";
        for (auto const& type : what.types) {
            out.append(&type == what.types.data() ? "\"" : ",\"").append(type.text).append("\"");
        }
        out += ']';
    }
    for (auto const& [word, object] : what.facts) {
        if (word.text == before) {
            out += ',';
        } else {
            out.append(before.empty() ? ",\"" : "],\"").append(word.text).append("\":[");
        }
        append_json_value(out, object);
        before = word.text;
    }
    out += before.empty() ? "}" : "]}";
}

}  // namespace wasl::procedures::rdf
