// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/feeds.hpp"

#include <algorithm>

#include "modules/challenges/said.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::challenges {

using namespace html::literals;

namespace {

// Commas, semicolons and backslashes are its own (RFC 5545, 3.3.11).
std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == ',' || c == ';' || c == '\\') out += '\\';
        if (c != '\r') out += c;
    }
    return out;
}

// A line has 75 bytes at most, and goes on after a blank; no sign is cut in two (3.1).
void line(std::string& out, std::string text) {
    constexpr std::size_t bytes_max = 74;
    while (text.size() > bytes_max) {
        auto cut = bytes_max;
        while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
        out += text.substr(0, cut) + "\r\n";
        text = " " + text.substr(cut);
    }
    out += text + "\r\n";
}

// "20260504T080000Z"
std::string utc(Instant moment) {
    auto text = iso(moment);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace

std::string calendar_of(Language language, Edition const& edition, std::string_view site,
                        Instant now) {
    auto const name = directory::in(language, edition.name);
    auto const page =
        std::string(site) + "/" + std::string(name_of(language)) + "/challenges/" + edition.code;
    std::string out;
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Wasl//challenges//AR");
    line(out, "X-WR-CALNAME:" + escaped(name));
    for (std::size_t n = 0; n < phase_count; ++n) {
        auto const& span = edition.phases[n];
        if (!span) continue;
        auto const phase = static_cast<Phase>(n);
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + edition.code + "-" + std::string(name_of(phase)) + "@wasl");
        line(out, "DTSTAMP:" + utc(now));
        line(out, "SEQUENCE:" + std::to_string(edition.version));
        line(out, "DTSTART:" + utc(span->opens_at));
        line(out, "DTEND:" + utc(span->closes_at));
        line(out, "SUMMARY:" + escaped(i18n::sentence(language, say(word_of(phase)))) + " · " +
                      escaped(name));
        line(out, "URL:" + page);
        line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out;
}

std::string atom_of(Language language, std::span<Edition const> editions, std::string_view site) {
    auto const base = std::string(site) + "/" + std::string(name_of(language)) + "/challenges";
    Instant newest{};
    for (auto const& one : editions) newest = std::max(newest, one.changed_at);
    html::Html h(language);
    h("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\""_h,
      name_of(language), "\"><id>"_h, base, ".atom</id><title>"_h, html::in_attribute(msg::title),
      "</title><updated>"_h, iso(newest), "</updated><author><name>"_h,
      html::in_attribute(msg::title), "</name></author><link rel=\"self\" href=\""_h, base,
      ".atom\"/>"_h);
    for (auto const& one : editions)
        h("<entry><id>"_h, base, "/"_h, one.code, "</id><title>"_h,
          directory::in(language, one.name), "</title><updated>"_h, iso(one.changed_at),
          "</updated><link rel=\"alternate\" href=\""_h, base, "/"_h, one.code, "\"/><summary>"_h,
          directory::in(language, one.summary), "</summary></entry>"_h);
    h("</feed>\n"_h);
    return h.take();
}

}  // namespace wasl::challenges
