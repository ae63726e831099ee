// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/views.hpp"

#include "kernel/text/fold.hpp"
#include "modules/directory/messages.hpp"

namespace wasl::directory {

using namespace html::literals;

static constexpr int roots_a_page = 100;
static constexpr std::size_t listed_max = 200;

html::Foreign shown(html::Html const& h, Names const& names) {
    return {in(h.language(), names), spoken(h.language(), names)};
}

Message const& name_of_kind(Kind kind) {
    switch (kind) {
        case Kind::state: return msg::kind_state;
        case Kind::deconcentrated: return msg::kind_deconcentrated;
        case Kind::establishment: return msg::kind_establishment;
        case Kind::collectivity: return msg::kind_collectivity;
        case Kind::investment_commission: return msg::kind_investment_commission;
    }
    return msg::kind_state;
}

static Message const& name_of_kinds(Kind kind) {
    switch (kind) {
        case Kind::state: return msg::kinds_state;
        case Kind::deconcentrated: return msg::kinds_deconcentrated;
        case Kind::establishment: return msg::kinds_establishment;
        case Kind::collectivity: return msg::kinds_collectivity;
        case Kind::investment_commission: return msg::kinds_investment_commission;
    }
    return msg::kinds_state;
}

static void link_to(html::Html& h, Administration const& one) {
    h("<a href=\""_h, html::to("/administrations/", one.slug), "\">"_h, shown(h, one.name),
      "</a>"_h);
}

// One and what belongs to it, of the same kind, down to a depth that no administration reaches.
static void branch(html::Html& h, Picture const& picture, Administration const& one, int depth) {
    h("<li>"_h);
    link_to(h, one);
    std::vector<Administration const*> below;
    for (auto const* child : picture.children(one.id))
        if (child->kind == one.kind) below.push_back(child);
    if (!below.empty() && depth < 16) {
        h("<ul>"_h);
        for (auto const* child : below) branch(h, picture, *child, depth + 1);
        h("</ul>"_h);
    }
    h("</li>"_h);
}

static std::vector<Administration const*> roots(Picture const& picture, Kind kind) {
    std::vector<Administration const*> out;
    for (auto const& one : picture.administrations()) {
        if (one.kind != kind) continue;
        auto const* parent = one.parent ? picture.administration(*one.parent) : nullptr;
        if (!parent || parent->kind != kind) out.push_back(&one);
    }
    return out;
}

static std::vector<Administration const*> with_name(Picture const& picture,
                                                    std::string_view query) {
    auto const wanted = lexis::folded(query);
    std::vector<Administration const*> out;
    for (auto const& one : picture.administrations())
        if (out.size() < listed_max &&
            (lexis::folded(one.name.ar).find(wanted) != std::string::npos ||
             lexis::folded(one.name.fr).find(wanted) != std::string::npos))
            out.push_back(&one);
    return out;
}

static void show_found(html::Html& h, ListView const& view) {
    auto const found = with_name(view.picture, view.query);
    if (found.empty())
        return html::empty_state(h, say(msg::list_no_match, {text("words", view.query)}), {},
                                 html::Invitation{html::to("/administrations"), msg::list_all});
    h("<h2>"_h, msg::list_found, "</h2><ul>"_h);
    for (auto const* one : found) {
        h("<li>"_h);
        link_to(h, *one);
        h("</li>"_h);
    }
    h("</ul><p><a href=\""_h, html::to("/administrations"), "\">"_h, msg::list_all, "</a></p>"_h);
}

static void show_kinds(html::Html& h, ListView const& view) {
    std::vector<html::Tab> tabs;
    for (auto const kind : {Kind::collectivity, Kind::deconcentrated, Kind::state,
                            Kind::establishment, Kind::investment_commission}) {
        auto const all = view.picture.administrations();
        auto const count = std::count_if(
            all.begin(), all.end(), [&](Administration const& one) { return one.kind == kind; });
        // Most houses have none of them, and then no tab for it.
        if (count == 0 && kind == Kind::investment_commission) continue;
        tabs.push_back({html::with(html::to("/administrations"), "kind", name_of(kind)),
                        name_of_kinds(kind), kind == view.kind, count});
    }
    html::tabs(h, msg::list_kinds, tabs);
    auto const all = roots(view.picture, view.kind);
    h("<h2>"_h, name_of_kinds(view.kind), "</h2>"_h);
    if (all.empty()) return html::empty_state(h, msg::list_kind_empty);
    int const pages = (static_cast<int>(all.size()) + roots_a_page - 1) / roots_a_page;
    int const page = std::clamp(view.page, 1, pages);
    auto const from = static_cast<std::size_t>(page - 1) * std::size_t{roots_a_page};
    auto const until = std::min(from + roots_a_page, all.size());
    h("<ul>"_h);
    for (auto i = from; i < until; ++i) branch(h, view.picture, *all[i], 0);
    h("</ul>"_h);
    if (pages > 1)
        html::numbered_pages(
            h, html::with(html::to("/administrations"), "kind", name_of(view.kind)), page, pages);
}

void show_list(html::Html& h, ListView const& view) {
    h("<h1>"_h, msg::list_title, "</h1><p class=\"lead\">"_h, msg::list_lead, "</p>"_h);
    if (view.picture.administrations().empty()) return html::empty_state(h, msg::list_empty);
    html::search_box(
        h,
        {.action = html::to("/administrations"), .label = msg::list_search, .value = view.query});
    if (view.query.empty())
        show_kinds(h, view);
    else
        show_found(h, view);
    h("<p><a href=\""_h, html::to("/territory"), "\">"_h, msg::territory_title, "</a></p>"_h);
}

}  // namespace wasl::directory
