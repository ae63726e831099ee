// SPDX-License-Identifier: Apache-2.0
// A piece of HTML as a browser would read it.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::html {

class Parsed {
public:
    explicit Parsed(std::string html) : html_(std::move(html)) {
        output_ = gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size());
        collect(output_->root);
    }
    ~Parsed() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }
    Parsed(Parsed const&) = delete;
    Parsed& operator=(Parsed const&) = delete;

    int errors() const { return static_cast<int>(output_->errors.length); }
    std::vector<GumboNode const*> const& elements() const { return elements_; }
    // Inside <body>, in order.
    std::vector<std::string> tags() const {
        std::vector<std::string> names;
        for (auto const* const node : elements_)
            if (auto const name = tag(node); name != "html" && name != "head" && name != "body")
                names.push_back(name);
        return names;
    }
    GumboNode const* by_id(std::string_view id) const {
        for (auto const* const node : elements_)
            if (attribute(node, "id") == id) return node;
        return nullptr;
    }
    std::string attribute(std::string_view id, char const* name) const {
        auto const* const node = by_id(id);
        return node ? attribute(node, name) : "no element";
    }
    std::vector<std::string> attribute_names(std::string_view id) const {
        std::vector<std::string> names;
        auto const& all = by_id(id)->v.element.attributes;
        for (unsigned n = 0; n < all.length; ++n)
            names.emplace_back(static_cast<GumboAttribute const*>(all.data[n])->name);
        return names;
    }
    std::string text_of(std::string_view id) const { return text_of(by_id(id)); }

    static std::string tag(GumboNode const* node) {
        return gumbo_normalized_tagname(node->v.element.tag);
    }
    static bool has(GumboNode const* node, char const* name) {
        return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
    }
    static std::string attribute(GumboNode const* node, char const* name) {
        auto const* const found = gumbo_get_attribute(&node->v.element.attributes, name);
        return found ? found->value : "";
    }
    static std::string text_of(GumboNode const* node) {
        if (!node) return "no element";
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            return node->v.text.text;
        std::string out;
        if (node->type == GUMBO_NODE_ELEMENT)
            for (unsigned n = 0; n < node->v.element.children.length; ++n)
                out += text_of(static_cast<GumboNode const*>(node->v.element.children.data[n]));
        return out;
    }

private:
    void collect(GumboNode const* node) {
        if (node->type != GUMBO_NODE_ELEMENT) return;
        elements_.push_back(node);
        for (unsigned n = 0; n < node->v.element.children.length; ++n)
            collect(static_cast<GumboNode const*>(node->v.element.children.data[n]));
    }
    std::string html_;
    GumboOutput* output_ = nullptr;
    std::vector<GumboNode const*> elements_;
};

}  // namespace wasl::html
