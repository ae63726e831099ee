// SPDX-License-Identifier: Apache-2.0
#include "platform/html/html.hpp"

#include <algorithm>
#include <array>

#include "kernel/text/special.hpp"
#include "platform/i18n/pieces.hpp"

namespace wasl::html {

// What instead of a sign that may not stand as it is; nothing where it may. Control signs are no
// text: a parser would refuse them, so they become the sign for the unreadable.
static constexpr std::string_view entity(unsigned char sign) {
    switch (sign) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\t':
        case '\n':
        case '\r': return {};
        default:
            return sign < 0x20 || sign == 0x7F ? std::string_view("\uFFFD") : std::string_view{};
    }
}

void Html::add(std::string_view runtime) {
    for (std::size_t done = 0;; ++done) {
        auto const at = first_special<'"', '&', '\'', '<', '>', '\x7F'>(runtime, done);
        out_.append(runtime, done, at - done);
        if (at == runtime.size()) return;
        auto const instead = entity(static_cast<unsigned char>(runtime[at]));
        if (instead.empty())
            out_ += runtime[at];
        else
            out_ += instead;
        done = at;
    }
}

void Html::add(Url const& url) {
    std::string_view text = url.text();
    if (url.takes_language() && text.starts_with('/')) {
        out_ += '/';
        out_ += name_of(language_);
        // The first page is "/ar", not "/ar/".
        if (text.size() == 1 || text[1] == '?' || text[1] == '#') text.remove_prefix(1);
    }
    add(text);
}

namespace {

void open_span(Html& h, Language language) {
    h("<span lang=\""_h, name_of(language), "\" dir=\""_h, i18n::direction(language), "\">"_h);
}

// Writes the values of one sentence. `spoken` may differ from the page's language.
struct WriteValue {
    Html& h;
    Language spoken;
    void operator()(std::string const& text) const { h(isolated(text)); }
    void operator()(std::int64_t amount) const { h(i18n::number(spoken, amount)); }
    void operator()(Money amount) const { h(i18n::money(spoken, amount)); }
    void operator()(Date day) const {
        h("<time datetime=\""_h, iso(day), "\">"_h, i18n::date(spoken, day), "</time>"_h);
    }
    void operator()(Instant when) const {
        h("<time datetime=\""_h, iso(when), "\">"_h, i18n::moment(spoken, when), "</time>"_h);
    }
    void operator()(Message const* word) const {
        if (!word) return;
        auto const own = i18n::spoken(spoken, *word);
        if (own != spoken) open_span(h, own);
        h(word->texts[static_cast<std::size_t>(own)]);
        if (own != spoken) h("</span>"_h);
    }
};

enum class Sign : std::uint8_t { other, inside_word, latin };

constexpr auto signs = [] {
    std::array<Sign, 256> all{};
    for (char const sign : std::string_view("0123456789-_/:@"))
        all[static_cast<unsigned char>(sign)] = Sign::inside_word;
    for (unsigned char sign = 'A'; sign <= 'Z'; ++sign) all[sign] = Sign::latin;
    for (unsigned char sign = 'a'; sign <= 'z'; ++sign) all[sign] = Sign::latin;
    return all;
}();

Sign sign_of(char sign) { return signs[static_cast<unsigned char>(sign)]; }

// A Latin word inside an Arabic sentence ("PDF") is marked: it is not to be read aloud as Arabic,
// and what stands beside it keeps its place.
void write_arabic(Html& h, std::string_view text) {
    while (!text.empty()) {
        std::size_t first = 0;
        while (first < text.size() && sign_of(text[first]) != Sign::latin) ++first;
        h(text.substr(0, first));
        auto end = first;
        while (end < text.size() && sign_of(text[end]) != Sign::other) ++end;
        if (end > first) h("<bdi>"_h, text.substr(first, end - first), "</bdi>"_h);
        text.remove_prefix(end);
    }
}

}  // namespace

void Html::add(Message const& message) { add(Said(message)); }

void Html::add(Said const& said) {
    if (!said) return;
    auto const spoken = i18n::spoken(language_, *said.message);
    if (spoken != language_) open_span(*this, spoken);
    i18n::for_each_piece(
        i18n::pattern(language_, said), said.values,
        [&](std::string_view text) {
            if (spoken == Language::ar)
                write_arabic(*this, text);
            else
                add(text);
        },
        [&](Value const& given) { std::visit(WriteValue{*this, spoken}, given.what); });
    if (spoken != language_) out_ += "</span>";
}

void Html::add(Foreign part) {
    if (part.text.empty()) return;
    if (part.language == language_) return add(part.text);
    open_span(*this, part.language);
    add(part.text);
    out_ += "</span>";
}

void Html::add(Isolated part) {
    out_ += "<bdi>";
    add(part.text);
    out_ += "</bdi>";
}

// JSON that no browser takes for the end of its element.
void Html::add(DataBlock data) {
    out_ += "<script type=\"application/ld+json\">";
    for (std::size_t done = 0;; ++done) {
        auto const at = first_special<'<', '>', '&'>(data.json, done);
        out_.append(data.json, done, at - done);
        if (at == data.json.size()) break;
        switch (data.json[at]) {
            case '<': out_ += "\\u003c"; break;
            case '>': out_ += "\\u003e"; break;
            case '&': out_ += "\\u0026"; break;
            default: out_ += data.json[at];
        }
        done = at;
    }
    out_ += "</script>";
}

void Html::add(Code part) {
    out_ += "<bdi class=\"code\" dir=\"ltr\" lang=\"zxx\" translate=\"no\">";
    add(part.text);
    out_ += "</bdi>";
}

void Html::add(Date day) { WriteValue{*this, language_}(day); }
void Html::add(Instant when) { WriteValue{*this, language_}(when); }
void Html::add(Money amount) { add(i18n::money(language_, amount)); }

void Html::add(InAttribute const& part) { add(i18n::sentence(language_, part.said)); }

}  // namespace wasl::html
