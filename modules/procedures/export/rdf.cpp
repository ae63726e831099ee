// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/export/rdf.hpp"

#include <algorithm>

namespace wasl::procedures::rdf {

Object thing(std::string address) { return {Object::Kind::thing, std::move(address), {}}; }
Object word(Word what) { return {Object::Kind::word, std::string(what.text), {}}; }
Object text(Language language, std::string_view what) {
    return {Object::Kind::text, std::string(what), name_of(language)};
}
Object plain(std::string_view what) { return {Object::Kind::plain, std::string(what), {}}; }

static Object typed(std::string what, Word type) {
    return {Object::Kind::typed, std::move(what), type.text};
}

Object number(std::int64_t what) { return typed(std::to_string(what), "xsd:integer"); }
Object truth(bool what) { return typed(what ? "true" : "false", "xsd:boolean"); }
Object day(Date what) { return typed(iso(what), "xsd:date"); }
Object moment(Instant what) { return typed(iso(what), "xsd:dateTime"); }
Object days_long(int days) { return typed("P" + std::to_string(days) + "D", "xsd:duration"); }

Object decimal(Money what) {
    auto const centimes = what.in_centimes();
    auto const rest = std::to_string(100 + centimes % 100).substr(1);
    return typed(std::to_string(centimes / 100) + "." + rest, "xsd:double");
}

Thing& Thing::add(Word what, Object object) {
    auto const last = std::find_if(facts.rbegin(), facts.rend(),
                                   [&](auto const& fact) { return fact.first == what; });
    facts.emplace(last == facts.rend() ? facts.end() : last.base(), what, std::move(object));
    return *this;
}

Thing& Thing::add(Word what, directory::Names const& names) {
    if (!names.ar.empty()) add(what, text(Language::ar, names.ar));
    if (!names.fr.empty()) add(what, text(Language::fr, names.fr));
    if (!names.en.empty()) add(what, text(Language::en, names.en));
    if (!names.zgh.empty()) add(what, text(Language::zgh, names.zgh));
    return *this;
}

std::string_view type_of(Format format) {
    return format == Format::turtle ? "text/turtle; charset=utf-8" : "application/ld+json";
}

void append_address(std::string& out, std::string_view address) {
    constexpr std::string_view forbidden = "<>\"{}|^`\\";
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const sign : address) {
        auto const byte = static_cast<unsigned char>(sign);
        if (byte > 0x20 && byte != 0x7f && forbidden.find(sign) == std::string_view::npos) {
            out += sign;
            continue;
        }
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
}

// The context stands in the document: nobody should have to fetch one to read it.
void Writer::begin(std::string& out) const {
    if (format_ == Format::json_ld) out += "{\"@context\":{";
    bool first = true;
    for (auto const& [name, address] : prefixes) {
        if (format_ == Format::turtle) {
            out.append("@prefix ").append(name).append(": <").append(address).append("> .\n");
        } else {
            out.append(first ? "\"" : ",\"").append(name).append("\":");
            out.append("\"").append(address).append("\"");
        }
        first = false;
    }
    out += format_ == Format::turtle ? "\n" : "},\"@graph\":[\n";
}

void Writer::write(std::string& out, Thing const& what) {
    if (format_ == Format::turtle) return append_turtle(out, what);
    if (!first_) out += ",\n";
    first_ = false;
    append_json_ld(out, what);
}

void Writer::end(std::string& out) const {
    if (format_ == Format::json_ld) out += "\n]}\n";
}

}  // namespace wasl::procedures::rdf
