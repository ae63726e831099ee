// SPDX-License-Identifier: Apache-2.0
#include "platform/html/html.hpp"

#include <gtest/gtest.h>

#include "platform/html/tests/parsed.hpp"

namespace wasl::html {
namespace {

Message const greeting{"test.greeting",
                       {"الملف {number} باسم {name}", "Dossier {number} au nom de {name}", "", ""},
                       {}};
Message const only_arabic{"test.only", {"الرئيسية", "", "", ""}, {}};

constexpr std::array hostile{
    std::string_view("<script>alert(1)</script>"),
    std::string_view("\" onclick=\"x"),
    std::string_view("' autofocus onfocus='x"),
    std::string_view("</title><img src=x onerror=1>"),
    std::string_view("&lt;b&gt; &#x3c;"),
    std::string_view("\u202Eevil\u202C</bdi>"),
    std::string_view("<!-- <svg/onload=1>"),
    std::string_view("{name}{number}"),
    std::string_view("]]><plaintext>"),
    std::string_view("عمر <b>"),
};

TEST(Html, lets_no_hostile_text_become_markup) {
    for (auto const text : hostile) {
        Html h(Language::ar);
        h("<p id=\"a\" title=\""_h, text, "\" data-code=\""_h, std::string(text), "\">"_h, text,
          "</p>"_h);
        h("<p id=\"b\">"_h, isolated(text), code(text), Foreign{text, Language::fr}, "</p>"_h);
        h("<p id=\"c\">"_h, say(greeting, {wasl::text("number", text), wasl::text("name", text)}),
          "</p>"_h);
        Parsed const page(h.text());
        EXPECT_EQ(page.tags(),
                  (std::vector<std::string>{"p", "p", "bdi", "bdi", "span", "p", "bdi", "bdi"}))
            << text;
        EXPECT_EQ(page.attribute("a", "title"), text);
        EXPECT_EQ(page.attribute_names("a"),
                  (std::vector<std::string>{"id", "title", "data-code"}));
        EXPECT_EQ(page.text_of("a"), text);
        EXPECT_EQ(page.text_of("b"), std::string(text) + std::string(text) + std::string(text));
    }
}

TEST(Html, replaces_control_signs) {
    Html h(Language::ar);
    h("<p id=\"a\">"_h, std::string_view("a\0b\x1b", 4), "</p>"_h);
    EXPECT_EQ(Parsed(h.text()).text_of("a"), "a\uFFFDb\uFFFD");
}

TEST(Html, puts_the_language_before_addresses_of_pages) {
    auto const written = [](Language language, Url const& url) {
        Html h(language);
        h(url);
        return h.take();
    };
    EXPECT_EQ(written(Language::ar, to("/dossiers/", "B7 ع/..?x")),
              "/ar/dossiers/B7%20%D8%B9%2F..%3Fx");
    EXPECT_EQ(written(Language::fr, to("/")), "/fr");
    EXPECT_EQ(written(Language::fr, with(to("/"), "q", "a&b=\"")), "/fr?q=a%26b%3D%22");
    EXPECT_EQ(written(Language::fr, with(with(to("/a"), "x", "1"), "y", "2")), "/fr/a?x=1&amp;y=2");
    EXPECT_EQ(written(Language::fr, bare("/assets/wasl.css")), "/assets/wasl.css");
    EXPECT_EQ(written(Language::fr, to("/dossiers/", PersonId(7), "/steps/", 3, "/edit")),
              "/fr/dossiers/7/steps/3/edit");
    EXPECT_EQ(written(Language::fr, to("#main")), "#main");
}

TEST(Html, goes_nowhere_but_where_it_may) {
    for (auto const* const path : {"//evil.example", "https://evil.example", "/\\evil.example",
                                   "javascript:alert(1)", "", "/a\nb", "/a b"})
        EXPECT_EQ(same_site(path).text(), "/") << path;
    EXPECT_EQ(same_site("/dossiers?page=2").text(), "/dossiers?page=2");
    EXPECT_TRUE(same_site("/dossiers").takes_language());
    EXPECT_FALSE(same_site("/fr/dossiers").takes_language());
    for (auto const* const address :
         {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " https://a.example",
          "//a.example", "https://a.example/\n"})
        EXPECT_EQ(outside(address).text(), "#") << address;
    EXPECT_EQ(outside("HTTPS://berkane.example/a").text(), "HTTPS://berkane.example/a");
    EXPECT_EQ(outside("tel:+212536000000").text(), "tel:+212536000000");
}

TEST(Html, marks_the_language_it_falls_back_to) {
    Html h(Language::zgh);
    h(only_arabic);
    EXPECT_EQ(h.take(), "<span lang=\"ar\" dir=\"rtl\">الرئيسية</span>");
    Html french(Language::en);
    french(say(greeting, {text("number", "7"), {"name", day(2026, 8, 2)}}));
    EXPECT_EQ(french.take(),
              "<span lang=\"fr\" dir=\"ltr\">Dossier <bdi>7</bdi> au nom de "
              "<time datetime=\"2026-08-02\">2 août 2026</time></span>");
}

TEST(Html, says_sentences_in_attributes_without_tags) {
    Html h(Language::zgh);
    h("<p id=\"a\" title=\""_h,
      in_attribute(say(greeting, {text("number", "\"7\""), text("name", "<b>")})), "\"></p>"_h);
    EXPECT_EQ(Parsed(h.text()).attribute("a", "title"),
              "الملف \u2068\"7\"\u2069 باسم \u2068<b>\u2069");
}

TEST(Html, writes_days_so_that_machines_read_them) {
    Html h(Language::ar);
    h(day(2026, 3, 2), Money::dirhams(50), 12, when(true, " x"_h), when(false, " y"_h));
    EXPECT_EQ(h.take(), "<time datetime=\"2026-03-02\">2 مارس 2026</time>50,00\u00a0درهم12 x");
}

}  // namespace
}  // namespace wasl::html
