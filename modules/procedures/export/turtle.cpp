// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/export/rdf.hpp"

namespace wasl::procedures::rdf {
namespace {

void append_turtle_text(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '"';
    for (char const sign : text) {
        auto const byte = static_cast<unsigned char>(sign);
        if (sign == '"' || sign == '\\') {
            out += '\\';
            out += sign;
        } else if (sign == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += sign;
        }
    }
    out += '"';
}

void append_turtle_object(std::string& out, Object const& object) {
    switch (object.kind) {
        case Object::Kind::thing:
            out += '<';
            append_address(out, object.value);
            out += '>';
            return;
        case Object::Kind::word: out += object.value; return;
        case Object::Kind::plain: return append_turtle_text(out, object.value);
        case Object::Kind::text:
            append_turtle_text(out, object.value);
            out.append("@").append(object.mark);
            return;
        case Object::Kind::typed:
            append_turtle_text(out, object.value);
            out.append("^^").append(object.mark);
            return;
    }
}

}  // namespace

void append_turtle(std::string& out, Thing const& what) {
    out += '<';
    append_address(out, what.address);
    out += ">";
    std::string_view before;
    for (auto const& type : what.types) {
        out.append(before.empty() ? " a " : ", ").append(type.text);
        before = "a";
    }
    for (auto const& [word, object] : what.facts) {
        if (word.text == before) {
            out += ", ";
        } else {
            out += before.empty() ? " " : " ;\n  ";
            out.append(word.text).append(" ");
        }
        append_turtle_object(out, object);
        before = word.text;
    }
    out += " .\n";
}

}  // namespace wasl::procedures::rdf
