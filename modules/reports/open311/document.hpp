// SPDX-License-Identifier: Apache-2.0
// What GeoReport v2 answers, written once and read twice: as XML, and as the JSON that follows from
// it by the Spark convention (wiki.open311.org/JSON_and_XML_Conversion): the root is dropped, a
// list becomes a bare array, an empty element null; `metadata`, `variable` and `required` are
// truths, and `lat`, `long` and `order` numbers.
//
//     Document answer(Format::xml, "services", "service");
//     answer.begin();
//     answer.text("service_code", "lamp-out");
//     answer.flag("metadata", false);
//     answer.end();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::reports::open311 {

enum class Format : std::uint8_t { xml, json };
std::string_view content_type(Format);

std::string degrees_text(double);  // seven decimals at most: a centimetre

class Document {
public:
    // A list of records, each an `item`.
    Document(Format, std::string_view list, std::string_view item);
    // One record alone (discovery, service_definition): between begin() and end(), once.
    Document(Format, std::string_view record);

    void expect(std::size_t bytes) { out_.reserve(bytes); }
    void begin();
    void end();
    void text(std::string_view name, std::string_view value);
    void flag(std::string_view name, bool);
    void number(std::string_view name, std::int64_t);
    void degrees(std::string_view name, double);
    void item(std::string_view);  // of a list of plain texts
    void degrees(double);         // of a list of numbers
    void begin_list(std::string_view name, std::string_view item);
    void end_list();
    // A record within a record; end() closes it.
    void begin_record(std::string_view name);

    std::string take();

private:
    struct Level {
        std::string_view name;  // of the list, or of the record
        std::string_view item;  // empty: a record
        bool any = false;
    };
    void open(std::string_view name, std::string_view item, char bracket);
    void close(char bracket);
    void tag(std::string_view name);
    void end_tag(std::string_view name);
    void name(std::string_view);
    void value(std::string_view name, std::string_view plain);
    void separate();
    void add_escaped(std::string_view);

    Format format_;
    std::string out_;
    std::vector<Level> levels_;
};

// Errors as the specification wants them; HTTP says which kind.
std::string errors(Format, int code, std::string_view description);

}  // namespace wasl::reports::open311
