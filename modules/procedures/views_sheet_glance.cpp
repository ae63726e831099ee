// SPDX-License-Identifier: Apache-2.0
// What stands beside a sheet: the way to start, and the answers that most come for; and below it
// what else there is to do.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

constexpr std::size_t places_listed_max = 40;  // more get a page of their own

void show_tags(html::Html& h, Sheet const& sheet) {
    h("<p class=\"marks\">"_h);
    if (sheet.silence == Silence::acceptance) html::tag(h, html::Tone::success, msg::tag_silence);
    if (sheet.immediate) html::tag(h, html::Tone::info, msg::tag_immediate);
    if (sheet.online) html::tag(h, html::Tone::info, msg::tag_online);
    if (sheet.free_of_charge()) html::tag(h, html::Tone::neutral, msg::tag_free);
    h("</p>"_h);
}

void show_choice_of_place(html::Html& h, SheetPage const& page) {
    h("<div class=\"flow\"><h2 id=\"where\">"_h, msg::sheet_start_where,
      "</h2><p class=\"meta\">"_h, msg::sheet_where_text, "</p>"_h);
    if (page.places.size() > places_listed_max) {
        html::link_button(h, html::to("/procedures/", page.sheet.code, "/places"),
                          msg::sheet_start_where);
    } else {
        h("<ul class=\"places\">"_h);
        for (auto const& place : page.places)
            h("<li><a href=\""_h, html::to("/procedures/", page.sheet.code, "/in/", place.id),
              "\">"_h, said(h.language(), place.name), "</a></li>"_h);
        h("</ul>"_h);
    }
    h("</div>"_h);
}

html::Url filing(SheetPage const& page) {
    auto const url = html::with(html::to("/dossiers/new"), "procedure", page.sheet.code);
    return html::with(url, "administration", std::to_string(page.place->id.value()));
}

void show_start(html::Html& h, SheetPage const& page) {
    if (page.preview) return;
    if (page.sheet.state == SheetState::suspended)
        return html::notice(h, html::Tone::warning, msg::sheet_suspended);
    if (!page.place) return;
    h("<p class=\"place\">"_h,
      say(msg::sheet_at, {text("place", directory::in(h.language(), page.place->name))}), "</p>"_h);
    if (page.sheet.online)
        html::link_button(h, filing(page), msg::sheet_start);
    else
        html::notice(h, html::Tone::info, msg::sheet_offline);
    if (page.places.size() > 1)
        h("<p><a href=\""_h, html::to("/procedures/", page.sheet.code), "\">"_h,
          msg::sheet_other_place, "</a></p>"_h);
}

void say_fees(html::Html& h, Sheet const& sheet) {
    if (sheet.fees.empty()) h("<p>"_h, msg::sheet_free, "</p>"_h);
    for (auto const& fee : sheet.fees) {
        h("<p>"_h, said(h.language(), fee.name), ": "_h);
        if (fee.amount)
            h(*fee.amount);
        else
            h(fee.formula ? msg::sheet_fee_formula : msg::sheet_fee_varies);
        h("</p>"_h);
    }
}

void say_channels(html::Html& h, Sheet const& sheet) {
    for (auto const channel : sheet.channels)
        h("<p>"_h, *msg::find("channel." + std::string(name_of(channel))), "</p>"_h);
}

void say_audience(html::Html& h, Sheet const& sheet) {
    for (auto const& code : sheet.audience)
        if (auto const* const message = audience_named(code)) h("<p>"_h, *message, "</p>"_h);
}

void show_essentials(html::Html& h, SheetPage const& page) {
    auto const& sheet = page.sheet;
    html::SummaryList list(h);
    list.row(msg::sheet_output, said(h.language(), sheet.output));
    if (!sheet.audience.empty())
        list.row_with(msg::sheet_audience, [&] { say_audience(h, sheet); });
    if (sheet.immediate)
        list.row(msg::sheet_term, msg::sheet_term_immediate);
    else
        list.row(msg::sheet_term, say(msg::sheet_term_days, {number("count", sheet.term_days)}));
    list.row_with(msg::sheet_fees, [&] { say_fees(h, sheet); });
    if (!sheet.channels.empty()) list.row_with(msg::sheet_channel, [&] { say_channels(h, sheet); });
    if (page.owner && !page.place) list.row(msg::sheet_owner, said(h.language(), page.owner->name));
}

html::Words name_of_item(html::Html const& h, Item const& item) {
    if (item.sheet != nullptr) return said(h.language(), item.sheet->title);
    auto const& one = *item.decision;
    if (h.language() == Language::ar || one.name_fr.empty())
        return html::Foreign{one.name, Language::ar};
    return html::Foreign{one.name_fr, Language::fr};
}

html::Url address_of_item(Item const& item) {
    return item.sheet != nullptr ? html::to("/procedures/", item.sheet->code)
                                 : html::to("/decisions/", item.decision->code);
}

void show_neighbour(html::Html& h, Message const& label, std::optional<Item> const& item) {
    if (!item) return;
    h("<li>"_h, label, ": <a href=\""_h, address_of_item(*item), "\">"_h, name_of_item(h, *item),
      "</a></li>"_h);
}

}  // namespace

// The way in comes first, so that on a telephone it is met before the papers.
void show_glance(html::Html& h, SheetPage const& page) {
    h("<div class=\"glance flow\">"_h);
    show_tags(h, page.sheet);
    show_start(h, page);
    show_essentials(h, page);
    bool const to_choose = !page.preview && !page.place &&
                           page.sheet.state != SheetState::suspended && !page.places.empty();
    if (to_choose) show_choice_of_place(h, page);
    h("</div>"_h);
}

void show_neighbours(html::Html& h, SheetPage const& page) {
    for (auto const& one : page.around) {
        h("<section class=\"flow\"><h2>"_h, msg::sheet_around, " <a href=\""_h,
          html::to("/life-events/", one.event), "\">"_h, *life_event_named(one.event),
          "</a></h2><ul>"_h);
        show_neighbour(h, msg::sheet_before, one.before);
        show_neighbour(h, msg::sheet_after, one.after);
        h("</ul></section>"_h);
    }
    if (page.related.empty()) return;
    h("<section aria-labelledby=\"related\"><h2 id=\"related\">"_h, msg::sheet_related,
      "</h2><ul>"_h);
    for (auto const* const entry : page.related)
        h("<li><a href=\""_h, html::to("/procedures/", entry->code), "\">"_h,
          said(h.language(), entry->title), "</a></li>"_h);
    h("</ul></section>"_h);
}

}  // namespace wasl::procedures::views
