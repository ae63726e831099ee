// SPDX-License-Identifier: Apache-2.0
#include "platform/html/layout.hpp"

#include <gtest/gtest.h>

#include "platform/html/tests/gallery.hpp"
#include "platform/html/tests/gallery_words.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::html {
namespace {

std::string shown(Frame frame) {
    auto const site = gallery::site();
    frame.site = &site;
    return page(frame, {.title = gallery::title, .for_search_engines = true},
                [](Html& h) { h("<h1>"_h, gallery::title, "</h1>"_h); });
}

bool links_to(Parsed const& page, std::string_view address) {
    for (auto const* const node : page.elements())
        if (Parsed::tag(node) == "a" && Parsed::attribute(node, "href") == address) return true;
    return false;
}

TEST(Layout, keeps_the_page_when_the_language_changes) {
    Parsed const page(
        shown({.language = Language::ar, .path_and_query = "/dossiers?page=2&x=%22"}));
    for (auto const* const address : {"/ar/dossiers?page=2&x=%22", "/fr/dossiers?page=2&x=%22",
                                      "/en/dossiers?page=2&x=%22", "/zgh/dossiers?page=2&x=%22"})
        EXPECT_TRUE(links_to(page, address)) << address;
    Parsed const first(shown({.language = Language::fr, .path_and_query = "/"}));
    EXPECT_TRUE(links_to(first, "/ar"));
}

TEST(Layout, says_its_language_and_direction) {
    EXPECT_TRUE(shown({.language = Language::ar})
                    .starts_with("<!doctype html><html lang=\"ar\" dir=\"rtl\">"));
    EXPECT_TRUE(shown({.language = Language::zgh})
                    .starts_with("<!doctype html><html lang=\"zgh\" dir=\"ltr\">"));
}

TEST(Layout, shows_each_visitor_the_doors_they_may_use) {
    Parsed const stranger(shown({.language = Language::ar, .path_and_query = "/"}));
    EXPECT_TRUE(links_to(stranger, "/ar/sign-in"));
    EXPECT_FALSE(links_to(stranger, "/ar/desk"));
    Parsed const officer(shown({.language = Language::ar,
                                .path_and_query = "/desk",
                                .visitor_name = "<b>",
                                .signed_in = true,
                                .officer = true}));
    EXPECT_TRUE(links_to(officer, "/ar/desk"));
    EXPECT_FALSE(links_to(officer, "/ar/admin/people"));
    EXPECT_FALSE(links_to(officer, "/ar/sign-in"));
}

TEST(Layout, marks_where_the_visitor_stands) {
    auto const current = [](std::string_view path) {
        Parsed const page(shown({.language = Language::ar, .path_and_query = path}));
        std::string found;
        for (auto const* const node : page.elements())
            if (Parsed::attribute(node, "aria-current") == "page")
                found += Parsed::attribute(node, "href") + " ";
        return found;
    };
    EXPECT_EQ(current("/"), "/ar ");
    EXPECT_EQ(current("/procedures/x?y"), "/ar/procedures ");
    EXPECT_EQ(current("/procedures-of-old"), "");
}

// Arabic letters and signs, Western digits, and what has no script. Anything else on an Arabic
// page stands in an element that says its language or isolates it.
bool is_marked(GumboNode const* node) {
    return Parsed::has(node, "lang") || Parsed::tag(node) == "bdi" || Parsed::tag(node) == "script";
}

void find_unmarked_latin(GumboNode const* node, std::string& found) {
    if (node->type == GUMBO_NODE_TEXT)
        for (std::string_view const text = node->v.text.text; char const sign : text)
            if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')) found += sign;
    if (node->type != GUMBO_NODE_ELEMENT) return;
    for (unsigned n = 0; n < node->v.element.children.length; ++n) {
        auto const* const child = static_cast<GumboNode const*>(node->v.element.children.data[n]);
        if (child->type != GUMBO_NODE_ELEMENT || !is_marked(child))
            find_unmarked_latin(child, found);
    }
}

TEST(Layout, shows_no_latin_letter_unmarked_on_an_arabic_page) {
    std::string found;
    Parsed const page(shown({.language = Language::ar, .path_and_query = "/", .signed_in = true}));
    find_unmarked_latin(page.elements().front(), found);
    EXPECT_EQ(found, "");
}

}  // namespace
}  // namespace wasl::html
