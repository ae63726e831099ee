// SPDX-License-Identifier: Apache-2.0
// The filters of the catalogue: one plain form, each choice with how many it would leave.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views.hpp"
#include "platform/html/spoken.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void open_select(html::Html& h, std::string_view name, Message const& label) {
    h("<div class=\"field\"><label for=\"field-"_h, name, "\">"_h, label,
      "</label><select name=\""_h, name, "\" id=\"field-"_h, name, "\"><option value=\"\""_h);
    html::spoken_in(h, msg::catalogue_any);
    h(">"_h, html::in_attribute(msg::catalogue_any), "</option>"_h);
}

// Codes that would leave nothing are left out, except the chosen one.
void choose_narrowing(html::Html& h, std::string_view name, Message const& label,
                      std::span<std::string_view const> codes,
                      std::span<std::uint32_t const> counts,
                      Message const* (*named)(std::string_view), std::string_view chosen) {
    open_select(h, name, label);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (counts[i] == 0 && codes[i] != chosen) continue;
        auto const& word = *named(codes[i]);
        h("<option value=\""_h, codes[i], "\""_h, html::when(codes[i] == chosen, " selected"_h));
        html::spoken_in(h, word);
        h(">"_h, html::in_attribute(word), " ("_h, counts[i], ")</option>"_h);
    }
    h("</select></div>"_h);
}

// Step by step, since each choice shows the parts of what was chosen: a region, its provinces, the
// communes of one.
void choose_area(html::Html& h, Catalogue const& page) {
    auto const chosen = page.filter.territory;
    if (page.areas.empty()) {
        if (chosen.value() != 0) html::hidden_field(h, "territory", std::to_string(chosen.value()));
        return;
    }
    h("<div class=\"field\"><label for=\"field-territory\">"_h, msg::catalogue_territory,
      "</label><p class=\"hint\" id=\"hint-territory\">"_h, msg::catalogue_territory_hint,
      "</p><select name=\"territory\" id=\"field-territory\" "
      "aria-describedby=\"hint-territory\"><option value=\"\""_h);
    html::spoken_in(h, msg::catalogue_any);
    h(">"_h, html::in_attribute(msg::catalogue_any), "</option>"_h);
    for (auto const& area : page.areas) {
        auto const& territory = *area.territory;
        auto const name = said(h.language(), territory.name);
        h("<option value=\""_h, territory.id.value(), "\""_h,
          html::when(territory.id == chosen, " selected"_h));
        html::spoken_in(h, name);
        h(">"_h);
        for (int depth = 0; depth < area.depth; ++depth) h("\u2003"_h);
        h(name.text, "</option>"_h);
    }
    h("</select></div>"_h);
}

void choose_place(html::Html& h, Catalogue const& page) {
    auto const chosen = page.filter.administration;
    if (page.places.empty()) {
        if (chosen.value() != 0)
            html::hidden_field(h, "administration", std::to_string(chosen.value()));
        return;
    }
    open_select(h, "administration", msg::catalogue_administration);
    for (auto const* const place : page.places) {
        auto const name = said(h.language(), place->name);
        h("<option value=\""_h, place->id.value(), "\""_h,
          html::when(place->id == chosen, " selected"_h));
        html::spoken_in(h, name);
        h(">"_h, name.text, "</option>"_h);
    }
    h("</select></div>"_h);
}

void tick_narrowing(html::Html& h, std::string_view name, Message const& label, std::uint32_t count,
                    bool on) {
    h("<div class=\"choice\"><input type=\"checkbox\" value=\"1\" name=\""_h, name,
      "\" id=\"field-"_h, name, "\""_h, html::when(on, " checked"_h), "><label for=\"field-"_h,
      name, "\">"_h, label, " ("_h, count, ")</label></div>"_h);
}

}  // namespace

void show_filters(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    auto const& counts = page.counts;
    html::Disclosure const box(h, msg::catalogue_filters, filter.narrows());
    html::FilterForm const form(h, html::to("/procedures"));
    html::hidden_field(h, "q", filter.query);
    if (filter.decisions) html::hidden_field(h, "list", "decisions");
    choose_area(h, page);
    choose_place(h, page);
    choose_narrowing(h, "life_event", msg::catalogue_life_event, life_events(), counts.life_events,
                     life_event_named, filter.life_event);
    choose_narrowing(h, "theme", msg::catalogue_theme, themes(), counts.themes, theme_named,
                     filter.theme);
    choose_narrowing(h, "audience", msg::catalogue_audience, audiences(), counts.audiences,
                     audience_named, filter.audience);
    tick_narrowing(h, "online", msg::catalogue_only_online, counts.online, filter.online);
    tick_narrowing(h, "silence", msg::catalogue_only_silence, counts.silence, filter.silence);
    tick_narrowing(h, "free", msg::catalogue_only_free, counts.free, filter.free);
    html::button(h, msg::catalogue_apply, html::ButtonKind::secondary);
}

}  // namespace wasl::procedures::views
