// SPDX-License-Identifier: Apache-2.0
// Every component in every language, as a browser reads it.
#include "platform/html/components.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "platform/html/tests/gallery.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::html {
namespace {

constexpr std::string_view evil = "\"><script>alert('1')</script>&amp;</textarea>";

std::string gallery_in(Language language, std::string_view text = evil) {
    return gallery::show(gallery::site(), language, text);
}

TEST(Components, let_no_hostile_text_become_markup) {
    for (auto const language : languages) {
        Parsed const page(gallery_in(language));
        Parsed const harmless(gallery_in(language, "فاطمة"));
        EXPECT_EQ(page.tags(), harmless.tags()) << name_of(language);
        EXPECT_EQ(page.attribute("field-name", "value"), evil);
        EXPECT_EQ(page.text_of("field-note"), evil);
        EXPECT_EQ(page.attribute("field-secret", "value"), "") << "a password is never shown";
    }
}

TEST(Components, give_every_element_an_id_of_its_own) {
    for (auto const language : languages) {
        std::set<std::string> seen;
        Parsed const page(gallery_in(language));
        for (auto const* const node : page.elements())
            if (auto const id = Parsed::attribute(node, "id"); !id.empty())
                EXPECT_TRUE(seen.insert(id).second) << id;
    }
}

TEST(Components, tie_labels_hints_and_errors_to_controls_that_exist) {
    Parsed const page(gallery_in(Language::ar));
    std::set<std::string> labelled;
    for (auto const* const node : page.elements()) {
        auto const target = Parsed::attribute(node, "for");
        if (!target.empty()) EXPECT_NE(page.by_id(target), nullptr) << target;
        labelled.insert(target);
        auto described = Parsed::attribute(node, "aria-describedby");
        for (std::size_t space = 0; !described.empty(); described.erase(0, space + 1)) {
            space = std::min(described.find(' '), described.size() - 1);
            auto const id = described.substr(0, described.find(' '));
            EXPECT_NE(page.by_id(id), nullptr) << id;
        }
        auto const link = Parsed::attribute(node, "href");
        if (link.starts_with('#')) EXPECT_NE(page.by_id(link.substr(1)), nullptr) << link;
    }
    for (auto const* const node : page.elements()) {
        auto const tag = Parsed::tag(node);
        bool const control = tag == "select" || tag == "textarea" ||
                             (tag == "input" && Parsed::attribute(node, "type") != "hidden");
        if (control)
            EXPECT_TRUE(labelled.contains(Parsed::attribute(node, "id")))
                << Parsed::attribute(node, "name");
    }
    EXPECT_EQ(page.attribute("field-email", "aria-invalid"), "true");
    EXPECT_EQ(page.attribute("field-email", "aria-describedby"), "error-email");
    EXPECT_EQ(page.attribute("field-email", "dir"), "ltr");
}

TEST(Components, carry_both_keys_in_each_form_that_posts) {
    Parsed const page(gallery_in(Language::ar));
    int posts = 0;
    int keys = 0;
    for (auto const* const node : page.elements()) {
        posts += Parsed::attribute(node, "method") == "post";
        keys += Parsed::attribute(node, "name") == csrf_field_name;
    }
    EXPECT_EQ(posts, 3);  // the form, its withdrawal, signing out
    EXPECT_EQ(keys, posts);
    EXPECT_NE(page.by_id("field-name"), nullptr);
}

TEST(Components, need_neither_inline_script_nor_inline_style) {
    Parsed const page(gallery_in(Language::fr));
    for (auto const* const node : page.elements()) {
        EXPECT_FALSE(Parsed::has(node, "style")) << Parsed::tag(node);
        auto const& attributes = node->v.element.attributes;
        for (unsigned n = 0; n < attributes.length; ++n) {
            std::string_view const name =
                static_cast<GumboAttribute const*>(attributes.data[n])->name;
            EXPECT_FALSE(name.starts_with("on")) << name;
        }
        if (Parsed::tag(node) == "script") EXPECT_TRUE(Parsed::has(node, "src"));
        EXPECT_NE(Parsed::tag(node), "style");
    }
}

TEST(Components, put_headings_in_order) {
    Parsed const page(gallery_in(Language::ar));
    int level = 0;
    for (auto const* const node : page.elements()) {
        auto const tag = Parsed::tag(node);
        if (tag.size() != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6') continue;
        EXPECT_LE(tag[1] - '0', level + 1) << Parsed::text_of(node);
        level = tag[1] - '0';
    }
}

TEST(Components, say_how_long_until_the_legal_day) {
    auto const chip = [](int days) {
        Html h(Language::ar);
        deadline_chip(h, day(2026, 3, 10) + Days(days), day(2026, 3, 10));
        return h.take();
    };
    EXPECT_EQ(chip(0), "<strong class=\"tag warning\">آخر أجل اليوم</strong>");
    EXPECT_EQ(chip(2), "<strong class=\"tag warning\">بقي يومان</strong>");
    EXPECT_EQ(chip(11), "<strong class=\"tag neutral\">بقي 11 يوما</strong>");
    EXPECT_EQ(chip(-1), "<strong class=\"tag danger\">انقضى الأجل منذ يوم واحد</strong>");
    EXPECT_EQ(chip(-4), "<strong class=\"tag danger\">انقضى الأجل منذ 4 أيام</strong>");
}

TEST(Components, number_pages_with_gaps) {
    Html h(Language::fr);
    numbered_pages(h, to("/x"), 6, 40);
    Parsed const page("<div id=\"all\">" + h.take() + "</div>");
    EXPECT_EQ(page.text_of("all"), "Page 1…Page 4Page 5Page 6Page 7Page 8…Page 40");
    Html none(Language::fr);
    numbered_pages(none, to("/x"), 1, 1);
    EXPECT_EQ(none.take(), "");
}

// For looking at in a browser, from a server whose root is build/.
TEST(Components, can_be_looked_at) {
    for (auto const language : languages) {
        auto const file = "build/components-" + std::string(name_of(language)) + ".html";
        std::ofstream(file) << gallery_in(language, "فاطمة الزهراء بنعلي");
        EXPECT_GT(std::filesystem::file_size(file), 10'000U);
    }
}

}  // namespace
}  // namespace wasl::html
