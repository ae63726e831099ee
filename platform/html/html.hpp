// SPDX-License-Identifier: Apache-2.0
// The typed HTML writer. Only literals of the source code are written as they stand; everything
// else is escaped by its type, so a page cannot be injected into:
//
//     h("<p class=\"lead\">"_h, dossier.title, "</p>"_h);             // escaped
//     h("<a href=\""_h, to("/dossiers/", number), "\">"_h, msg::open, "</a>"_h);
//     h(say(msg::days_left, {number("count", days)}));                // translated, values
//     isolated
//
// Attributes are always quoted with ", no runtime value stands in a script, a style or an on*
// attribute (the CSP forbids them all), and href/src/action take a Url, never a string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "kernel/id.hpp"
#include "kernel/message.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::html {

// Markup from the source code.
struct Lit {
    std::string_view text;
};
inline namespace literals {
consteval Lit operator""_h(char const* text, std::size_t size) { return {{text, size}}; }
}  // namespace literals

// An address of this site, without its language prefix, or an absolute one that was checked to be
// http(s), mailto or tel. Made by to(), same_site() and outside() only.
class Url {
public:
    std::string const& text() const { return text_; }
    bool takes_language() const { return takes_language_; }

private:
    std::string text_;
    bool takes_language_ = true;
    friend class UrlMaker;
};

class UrlMaker {
public:
    static Url local(std::string text, bool takes_language) {
        Url url;
        url.text_ = std::move(text);
        url.takes_language_ = takes_language;
        return url;
    }
};

void append_encoded(std::string& out, std::string_view part);  // percent-encodes all but unreserved

// to("/dossiers/", number, "/decision"): literals as they are, runtime parts percent-encoded.
struct Path {
    template<std::size_t N>
    consteval Path(char const (&literal)[N]) : text(literal, N - 1) {}
    std::string_view text;
};
inline void append_part(std::string& out, std::string_view part) { append_encoded(out, part); }
template<typename Integer>
    requires std::is_integral_v<Integer>
void append_part(std::string& out, Integer part) {
    out += std::to_string(part);
}
template<typename Tag>
void append_part(std::string& out, Id<Tag> part) {
    out += std::to_string(part.value());
}
inline Url to(Path start) { return UrlMaker::local(std::string(start.text), true); }
template<typename Part>
Url to(Path start, Part const& part) {
    std::string out(start.text);
    append_part(out, part);
    return UrlMaker::local(std::move(out), true);
}
template<typename Part>
Url to(Path start, Part const& part, Path end) {
    std::string out(start.text);
    append_part(out, part);
    out += end.text;
    return UrlMaker::local(std::move(out), true);
}
template<typename Part, typename Other>
Url to(Path start, Part const& part, Path middle, Other const& other) {
    std::string out(start.text);
    append_part(out, part);
    out += middle.text;
    append_part(out, other);
    return UrlMaker::local(std::move(out), true);
}
template<typename Part, typename Other>
Url to(Path start, Part const& part, Path middle, Other const& other, Path end) {
    Url url = to(start, part, middle, other);
    return UrlMaker::local(url.text() + std::string(end.text), true);
}
// "?name=value" or "&name=value" added to an address.
Url with(Url const& url, std::string_view name, std::string_view value);
// /assets, /api, /verify...: no language before it.
Url bare(Path path);
// A path remembered at run time ("where were you going?"): refused unless it starts with one '/'
// and holds no control character or backslash; then "/".
Url same_site(std::string_view path);
// http, https, mailto, tel; anything else becomes "#".
Url outside(std::string_view address);

// Text of a person in a language that may differ from the page's: gets lang and dir.
struct Foreign {
    std::string_view text;
    Language language;
};
// Text whose language nobody knows (names, titles typed by people, numbers with letters):
// <bdi> around it, dir found from the text.
struct Isolated {
    std::string_view text;
};
inline Isolated isolated(std::string_view text) { return {text}; }
// Codes, e-mail addresses, file names, hashes: always left to right, marked as no language.
struct Code {
    std::string_view text;
};
inline Code code(std::string_view text) { return {text}; }
// JSON that programs read from a page: a data block, which no browser runs and the content policy
// does not concern. What could end the block is escaped where it is written.
struct DataBlock {
    std::string_view json;
};
// when(condition, " checked"_h)
struct When {
    bool holds;
    Lit then;
};
inline When when(bool holds, Lit then) { return {holds, then}; }

// h("<input placeholder=\""_h, in_attribute(msg::x), "\">"_h)
struct InAttribute {
    Said said;
};
inline InAttribute in_attribute(Message const& message) { return {Said(message)}; }
inline InAttribute in_attribute(Said said) { return {std::move(said)}; }

// What a component shows as label, title or cell: a message, a person's words, a figure. Runtime
// text says what it is: isolated(), code() or Foreign{}.
class Words {
public:
    using What = std::variant<std::monostate, Said, Foreign, Isolated, Code, Date, Instant, Money,
                              std::int64_t>;

    Words() = default;
    Words(Message const& message) : what_(Said(message)) {}
    Words(Said said) {
        if (said) what_ = std::move(said);
    }
    Words(Foreign text) : what_(text) {}
    Words(Isolated text) : what_(text) {}
    Words(Code text) : what_(text) {}
    Words(Date day) : what_(day) {}
    Words(Instant moment) : what_(moment) {}
    Words(Money amount) : what_(amount) {}
    template<typename Integer>
        requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)
    Words(Integer number) : what_(static_cast<std::int64_t>(number)) {}

    What const& what() const { return what_; }
    explicit operator bool() const { return !std::holds_alternative<std::monostate>(what_); }

private:
    What what_;
};

// Words inside an attribute (aria-label, data-label): no tags, escaped.
struct WordsInAttribute {
    Words const& words;
};
inline WordsInAttribute in_attribute(Words const& words) { return {words}; }

class Html {
public:
    explicit Html(Language language) : language_(language) { out_.reserve(first_size); }

    template<typename... Parts>
    void operator()(Parts const&... parts) {
        (add(parts), ...);
    }

    Language language() const { return language_; }
    std::string& text() { return out_; }
    std::string take() { return std::move(out_); }

    void add(Lit literal) { out_ += literal.text; }
    void add(std::string_view runtime);  // escaped
    void add(std::string const& runtime) { add(std::string_view(runtime)); }
    void add(Url const&);      // escaped, with the language's prefix
    void add(Message const&);  // translated; <span lang dir> where it falls back
    void add(Said const&);     // values in <bdi>
    void add(Foreign);
    void add(Isolated);
    void add(Code);
    void add(DataBlock);
    void add(When part) {
        if (part.holds) out_ += part.then.text;
    }
    void add(Date);
    void add(Instant);
    void add(Money);
    template<typename Integer>
        requires std::is_integral_v<Integer>
    void add(Integer number) {
        out_ += std::to_string(number);
    }
    void add(bool) = delete;         // say what you mean with when()
    void add(char const*) = delete;  // a literal wants _h, other text a string_view

    void add(Words const&);
    // Inside an attribute no tag may stand: the plain sentence, escaped.
    void add(InAttribute const&);
    void add(WordsInAttribute const&);

private:
    static constexpr std::size_t first_size = 40 * 1024;  // most pages; a larger one grows

    Language language_;
    std::string out_;
};

}  // namespace wasl::html
