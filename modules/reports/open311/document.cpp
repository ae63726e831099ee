// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/open311/document.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "kernel/text/special.hpp"

namespace wasl::reports::open311 {

namespace {

constexpr std::string_view hex = "0123456789abcdef";
constexpr std::size_t levels_usual = 8;

// XML 1.0 has no place for other control signs, however they are written.
bool is_sayable(char one) {
    auto const sign = static_cast<unsigned char>(one);
    return sign >= 0x20 || sign == '\t' || sign == '\n' || sign == '\r';
}

void add_to_xml(std::string& out, char one) {
    switch (one) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '\r': out += "&#13;"; break;  // a bare one would be read as a line feed
        default:
            if (is_sayable(one)) out += one;
    }
}

void add_to_json(std::string& out, char one) {
    switch (one) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '<': out += "\\u003c"; break;  // harmless wherever a page puts it
        default:
            if (static_cast<unsigned char>(one) >= 0x20) {
                out += one;
            } else {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(one) >> 4];
                out += hex[static_cast<unsigned char>(one) & 15];
            }
    }
}

}  // namespace

std::string degrees_text(double value) {
    constexpr int decimals = 7;
    auto const all = std::llround(std::abs(value) * 1e7);
    std::array<char, 32> text{};
    auto* at = text.data() + text.size();
    auto rest = all;
    bool written = false;
    for (int n = 0; n < decimals; ++n, rest /= 10) {
        // The first decimal stays where there is none.
        written = written || rest % 10 != 0 || n + 1 == decimals;
        if (written) *--at = static_cast<char>('0' + rest % 10);
    }
    *--at = '.';
    do *--at = static_cast<char>('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0 && all > 0) *--at = '-';
    return {at, static_cast<std::size_t>(text.data() + text.size() - at)};
}

std::string_view content_type(Format format) {
    return format == Format::xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";
}

Document::Document(Format format, std::string_view list, std::string_view item) : format_(format) {
    if (format_ == Format::xml)
        out_ = fmt::format("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{}>", list);
    else
        out_ = "[";
    levels_.reserve(levels_usual);
    levels_.push_back({list, item});
}

Document::Document(Format format, std::string_view record) : format_(format) {
    if (format_ == Format::xml) out_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    levels_.reserve(levels_usual);
    levels_.push_back({{}, record});
}

void Document::begin() {
    auto const item = levels_.back().item;
    separate();
    if (format_ == Format::xml) {
        tag(item);
    } else {
        out_ += '{';
    }
    levels_.push_back({item, {}});
}

void Document::end() { close('}'); }

void Document::text(std::string_view name, std::string_view value) {
    if (format_ == Format::xml) {
        if (value.empty()) {
            out_ += '<';
            out_ += name;
            out_ += "/>";
            return;
        }
        tag(name);
        add_escaped(value);
        end_tag(name);
        return;
    }
    this->name(name);
    if (value.empty()) {
        out_ += "null";
        return;
    }
    out_ += '"';
    add_escaped(value);
    out_ += '"';
}

void Document::flag(std::string_view name, bool value) {
    this->value(name, value ? "true" : "false");
}

void Document::number(std::string_view name, std::int64_t value) {
    this->value(name, std::to_string(value));
}

void Document::degrees(std::string_view name, double value) {
    this->value(name, degrees_text(value));
}

void Document::begin_list(std::string_view name, std::string_view item) { open(name, item, '['); }

void Document::end_list() { close(']'); }

void Document::item(std::string_view value) {
    separate();
    auto const item = levels_.back().item;
    if (format_ == Format::xml) {
        tag(item);
        add_escaped(value);
        end_tag(item);
    } else {
        out_ += '"';
        add_escaped(value);
        out_ += '"';
    }
}

void Document::degrees(double value) {
    if (format_ == Format::xml) return item(degrees_text(value));
    separate();
    out_ += degrees_text(value);
}

void Document::begin_record(std::string_view name) { open(name, {}, '{'); }

std::string Document::take() {
    if (!levels_.front().name.empty()) close(']');
    out_ += '\n';
    return std::move(out_);
}

void Document::open(std::string_view name, std::string_view item, char bracket) {
    if (format_ == Format::xml) {
        tag(name);
    } else {
        this->name(name);
        out_ += bracket;
    }
    levels_.push_back({name, item});
}

void Document::close(char bracket) {
    if (format_ == Format::xml)
        end_tag(levels_.back().name);
    else
        out_ += bracket;
    levels_.pop_back();
}

void Document::tag(std::string_view name) {
    out_ += '<';
    out_ += name;
    out_ += '>';
}

void Document::end_tag(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += '>';
}

void Document::separate() {
    if (format_ == Format::json && levels_.back().any) out_ += ',';
    levels_.back().any = true;
}

void Document::name(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
}

void Document::value(std::string_view name, std::string_view plain) {
    if (format_ == Format::xml) {
        text(name, plain);
        return;
    }
    this->name(name);
    out_ += plain;
}

void Document::add_escaped(std::string_view value) {
    bool const xml = format_ == Format::xml;
    for (std::size_t done = 0;; ++done) {
        auto const at = xml ? first_special<'&', '<', '>'>(value, done)
                            : first_special<'"', '\\', '<'>(value, done);
        out_.append(value.substr(done, at - done));
        if (at == value.size()) return;
        xml ? add_to_xml(out_, value[at]) : add_to_json(out_, value[at]);
        done = at;
    }
}

std::string errors(Format format, int code, std::string_view description) {
    Document document(format, "errors", "error");
    document.begin();
    document.number("code", code);
    document.text("description", description);
    document.end();
    return document.take();
}

}  // namespace wasl::reports::open311
