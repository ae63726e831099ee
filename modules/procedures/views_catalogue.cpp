// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

html::Foreign said(Language language, Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}

bool Filter::narrows() const {
    return administration.value() != 0 || !theme.empty() || !audience.empty() || online ||
           silence || free;
}

html::Url Filter::address(bool of_decisions) const {
    auto url = html::to("/procedures");
    if (!query.empty()) url = html::with(url, "q", query);
    if (of_decisions) return html::with(url, "list", "decisions");
    if (administration.value() != 0)
        url = html::with(url, "administration", std::to_string(administration.value()));
    if (!theme.empty()) url = html::with(url, "theme", theme);
    if (!audience.empty()) url = html::with(url, "audience", audience);
    if (online) url = html::with(url, "online", "1");
    if (silence) url = html::with(url, "silence", "1");
    if (free) url = html::with(url, "free", "1");
    return url;
}

namespace {

std::vector<html::Choice> choices(std::span<std::string_view const> codes,
                                  Message const* (*named)(std::string_view)) {
    std::vector<html::Choice> out{{"", msg::catalogue_any}};
    for (auto const code : codes) out.push_back({code, *named(code)});
    return out;
}

// A country's administrations do not fit a list; the page of each leads here instead.
constexpr std::size_t places_chosen_max = 200;

void choose_place(html::Html& h, Catalogue const& page) {
    auto const id = page.filter.administration.value();
    auto const chosen = id == 0 ? std::string() : std::to_string(id);
    if (page.places.size() > places_chosen_max) {
        if (!chosen.empty()) html::hidden_field(h, "administration", chosen);
        return;
    }
    std::vector<std::string> ids;
    ids.reserve(page.places.size());
    std::vector<html::Choice> places{{"", msg::catalogue_any}};
    for (auto const& place : page.places) {
        ids.push_back(std::to_string(place.id.value()));
        places.push_back({ids.back(), said(h.language(), place.name)});
    }
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::catalogue_administration,
                        .value = chosen,
                        .required = false},
                       places);
}

void show_filters(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    html::Disclosure const box(h, msg::catalogue_filters, filter.narrows());
    html::FilterForm const form(h, html::to("/procedures"));
    html::hidden_field(h, "q", filter.query);
    choose_place(h, page);
    html::select_field(
        h,
        {.name = "theme", .label = msg::catalogue_theme, .value = filter.theme, .required = false},
        choices(themes(), theme_named));
    html::select_field(h,
                       {.name = "audience",
                        .label = msg::catalogue_audience,
                        .value = filter.audience,
                        .required = false},
                       choices(audiences(), audience_named));
    auto const tick = [&](std::string_view name, Message const& label, bool on) {
        html::checkbox(h,
                       {.name = name, .label = label, .value = on ? "1" : "", .required = false});
    };
    tick("online", msg::catalogue_only_online, filter.online);
    tick("silence", msg::catalogue_only_silence, filter.silence);
    tick("free", msg::catalogue_only_free, filter.free);
    html::button(h, msg::catalogue_apply, html::ButtonKind::secondary);
}

html::Words meta(Entry const& entry) {
    if (entry.immediate) return msg::meta_immediate;
    return say(msg::meta_days, {number("count", entry.term_days)});
}

void show_entry(html::Html& h, Entry const& entry) {
    h("<li class=\"card\"><a href=\""_h, html::to("/procedures/", entry.code), "\">"_h,
      said(h.language(), entry.title), "</a><p>"_h, said(h.language(), entry.summary),
      "</p><p class=\"meta\">"_h, meta(entry), " "_h);
    if (entry.state == SheetState::suspended) html::tag(h, html::Tone::warning, msg::tag_suspended);
    if (entry.silence == Silence::acceptance) html::tag(h, html::Tone::success, msg::tag_silence);
    if (entry.online) html::tag(h, html::Tone::info, msg::tag_online);
    if (entry.free_of_charge) html::tag(h, html::Tone::neutral, msg::tag_free);
    h("</p></li>"_h);
}

void show_line(html::Html& h, InventoriedDecision const& decision) {
    h("<li class=\"card\"><a href=\""_h, html::to("/decisions/", decision.code), "\">"_h,
      html::Foreign{decision.name, Language::ar}, "</a><p>"_h,
      html::Foreign{decision.administration, Language::ar}, "</p><p class=\"meta\">"_h);
    html::tag(h, html::Tone::neutral, msg::tag_inventoried);
    if (decision.silence) html::tag(h, html::Tone::success, msg::tag_silence);
    h("</p></li>"_h);
}

void show_lists(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    html::tabs(h, msg::catalogue_lists,
               {{.url = filter.address(false),
                 .label = msg::catalogue_sheets,
                 .current = !filter.decisions,
                 .count = static_cast<std::int64_t>(page.sheets)},
                {.url = filter.address(true),
                 .label = msg::catalogue_decisions,
                 .current = filter.decisions,
                 .count = static_cast<std::int64_t>(page.decisions)}});
}

std::string joined(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

}  // namespace

void show_catalogue(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    h("<h1>"_h, msg::catalogue_title, "</h1><p class=\"lead\">"_h, msg::catalogue_lead, "</p>"_h);
    html::search_box(h, {.action = html::to("/procedures"),
                         .label = msg::catalogue_search,
                         .value = filter.query,
                         .hint = msg::catalogue_search_hint});
    if (!filter.decisions) show_filters(h, page);
    show_lists(h, page);
    if (filter.decisions) h("<p>"_h, msg::catalogue_decisions_lead, "</p>"_h);
    if (!page.repaired.empty())
        h("<p role=\"status\">"_h,
          say(msg::catalogue_repaired, {text("words", joined(page.repaired))}), "</p>"_h);
    auto const total = filter.decisions ? page.decisions : page.sheets;
    if (page.entries.empty() && page.listed.empty()) {
        html::empty_state(h, msg::catalogue_none, msg::catalogue_none_text,
                          html::Invitation{html::to("/procedures"), msg::catalogue_all});
        return;
    }
    h("<h2>"_h, say(msg::catalogue_found, {number("count", total)}), "</h2><ul class=\"cards\">"_h);
    for (auto const* const entry : page.entries) show_entry(h, *entry);
    for (auto const* const decision : page.listed) show_line(h, *decision);
    h("</ul>"_h);
    html::numbered_pages(h, filter.address(filter.decisions), filter.page, page.pages);
}

}  // namespace wasl::procedures::views
