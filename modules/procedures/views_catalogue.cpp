// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/joined.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

html::Foreign said(Language language, Names const& names) {
    return {directory::in(language, names), directory::spoken(language, names)};
}

bool Filter::narrows() const {
    return administration.value() != 0 || territory.value() != 0 || !theme.empty() ||
           !life_event.empty() || !audience.empty() || online || silence || free;
}

html::Url Filter::address(bool of_decisions) const {
    auto url = html::to("/procedures");
    if (!query.empty()) url = html::with(url, "q", query);
    if (of_decisions) url = html::with(url, "list", "decisions");
    if (territory.value() != 0)
        url = html::with(url, "territory", std::to_string(territory.value()));
    if (administration.value() != 0)
        url = html::with(url, "administration", std::to_string(administration.value()));
    if (!theme.empty()) url = html::with(url, "theme", theme);
    if (!life_event.empty()) url = html::with(url, "life_event", life_event);
    if (!audience.empty()) url = html::with(url, "audience", audience);
    if (online) url = html::with(url, "online", "1");
    if (silence) url = html::with(url, "silence", "1");
    if (free) url = html::with(url, "free", "1");
    return url;
}

namespace {

void show_lists(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    html::tabs(h, msg::catalogue_lists,
               {{.url = filter.address(false),
                 .label = filter.query.empty() ? msg::catalogue_sheets : msg::catalogue_everything,
                 .current = !filter.decisions,
                 .count = static_cast<std::int64_t>(page.sheets)},
                {.url = filter.address(true),
                 .label = msg::catalogue_decisions,
                 .current = filter.decisions,
                 .count = static_cast<std::int64_t>(page.decisions)}});
}

}  // namespace

void show_catalogue(html::Html& h, Catalogue const& page) {
    auto const& filter = page.filter;
    h("<h1>"_h, msg::catalogue_title, "</h1><p class=\"lead\">"_h, msg::catalogue_lead, "</p>"_h);
    html::search_box(h, {.action = html::to("/procedures"),
                         .label = msg::catalogue_search,
                         .value = filter.query,
                         .hint = msg::catalogue_search_hint});
    show_filters(h, page);
    show_lists(h, page);
    if (filter.decisions) h("<p>"_h, msg::catalogue_decisions_lead, "</p>"_h);
    if (!page.repaired.empty())
        h("<p role=\"status\">"_h,
          say(msg::catalogue_repaired, {text("words", lexis::joined(page.repaired))}), "</p>"_h);
    auto const total = filter.decisions ? page.decisions : page.sheets;
    if (page.items.empty()) {
        html::empty_state(h, msg::catalogue_none, msg::catalogue_none_text,
                          html::Invitation{html::to("/procedures"), msg::catalogue_all});
        return;
    }
    h("<h2>"_h, say(msg::catalogue_found, {number("count", total)}), "</h2><ul class=\"cards\">"_h);
    for (auto const& item : page.items) show_item(h, item);
    h("</ul>"_h);
    html::numbered_pages(h, filter.address(filter.decisions), filter.page, page.pages);
    if (!filter.decisions) show_formats(h, filter);
}

}  // namespace wasl::procedures::views
