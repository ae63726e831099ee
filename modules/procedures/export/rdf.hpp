// SPDX-License-Identifier: Apache-2.0
// A graph of facts, thing by thing, and its two spellings. What is said is decided once, by whoever
// makes the things; JSON-LD and Turtle only write it down.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/message.hpp"
#include "modules/directory/directory.hpp"

namespace wasl::procedures::rdf {

struct Prefix {
    std::string_view name, address;
};
inline constexpr std::array<Prefix, 16> prefixes{{
    {"adms", "http://www.w3.org/ns/adms#"},
    {"atu", "http://data.europa.eu/88u/dataset/"},
    {"cpsv", "http://purl.org/vocab/cpsv#"},
    {"cv", "http://data.europa.eu/m8g/"},
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"dct", "http://purl.org/dc/terms/"},
    {"eli", "http://data.europa.eu/eli/ontology#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"locn", "http://www.w3.org/ns/locn#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"vcard", "http://www.w3.org/2006/vcard/ns#"},
    // What law 55.19 asks and no common vocabulary names; the same in every installation.
    {"ma", "urn:wasl:terms:"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

// A name of a vocabulary, "dct:title"; one whose prefix is unknown does not compile.
struct Word {
    template<std::size_t N>
    consteval Word(char const (&literal)[N]) : text(literal, N - 1) {
        bool known = false;
        for (auto const& prefix : prefixes)
            known = known || (text.starts_with(prefix.name) && text[prefix.name.size()] == ':');
        if (!known) throw "a word begins with one of the prefixes";
    }
    std::string_view text;
    friend bool operator==(Word const&, Word const&) = default;
};

// What a fact is about: another thing, a name of a vocabulary, a text in a language, a bare text,
// a value of a type.
struct Object {
    enum class Kind : std::uint8_t { thing, word, text, plain, typed };
    Kind kind = Kind::plain;
    std::string value;
    std::string_view mark;  // the language of a text, the type of a value
};

Object thing(std::string address);
Object word(Word);
Object text(Language, std::string_view);
Object plain(std::string_view);
Object number(std::int64_t);  // xsd:integer
Object truth(bool);           // xsd:boolean
Object day(Date);             // xsd:date
Object moment(Instant);       // xsd:dateTime
Object days_long(int);        // xsd:duration
Object decimal(Money);        // xsd:double, as the profile wants sums; exact in its digits

struct Thing {
    std::string address;  // absolute
    std::vector<Word> types;
    std::vector<std::pair<Word, Object>> facts;  // those of one word stand together

    Thing& add(Word, Object);
    Thing& add(Word, directory::Names const&);  // one text a language that has one
};

enum class Format : std::uint8_t { json_ld, turtle };
std::string_view type_of(Format);  // of the answer: "text/turtle; charset=utf-8"

class Writer {
public:
    explicit Writer(Format format) : format_(format) {}
    void begin(std::string& out) const;
    void write(std::string& out, Thing const&);
    void end(std::string& out) const;

private:
    Format format_;
    bool first_ = true;
};

// The spellings, for the writer.
void append_turtle(std::string& out, Thing const&);
void append_json_ld(std::string& out, Thing const&);
// An address without the signs that no address may hold.
void append_address(std::string& out, std::string_view address);

}  // namespace wasl::procedures::rdf
