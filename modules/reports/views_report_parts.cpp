// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>

#include "modules/reports/messages.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

// Beside a category the place is as exact as whoever chose a commune alone could say it.
bool is_seat(Known const& known, Report const& report) {
    constexpr double nearly = 1e-5;
    auto const* const territory = known.places->territory(report.territory);
    return territory != nullptr && std::abs(territory->lat - report.place.lat) < nearly &&
           std::abs(territory->lon - report.place.lon) < nearly;
}

void photo(html::Html& h, ReportPage const& page, Photo const& one, std::size_t position) {
    if (one.thumbnail.empty()) {
        h("<li>"_h, msg::photo_waits, "</li>"_h);
        return;
    }
    auto const& number = page.whole.report.number;
    auto whole = html::to("/reports/", number, "/photos/", one.id);
    auto small = html::to("/reports/", number, "/photos/", one.id, "/small");
    if (!page.author_key.empty()) {
        whole = html::with(whole, "key", page.author_key);
        small = html::with(small, "key", page.author_key);
    }
    h("<li><a href=\""_h, whole, "\"><img loading=\"lazy\" src=\""_h, small, "\" alt=\""_h,
      html::in_attribute(say(msg::photo_alt, {wasl::number("number", position)})),
      "\"></a></li>"_h);
}

html::Words what_happened(Update const& one) {
    auto const* const found = msg::find("action." + one.action);
    if (found == nullptr) return html::code(one.action);
    return *found;
}

void event(html::Html& h, ReportPage const& page, Update const& one) {
    h("<li><p class=\"when\">"_h, one.at, "</p><p class=\"what\">"_h, what_happened(one), "</p>"_h);
    auto const* const state = page.known.settings->state(one.state);
    bool const moved =
        state != nullptr && (one.action == "move" || one.action == "fix" || one.action == "refuse");
    if (moved) h("<p>"_h, named(h.language(), state->name), "</p>"_h);
    if (one.body.value() != 0)
        h("<p class=\"meta\">"_h, body_said(h.language(), page.known, one.body), "</p>"_h);
    if (!one.text.empty()) html::long_text(h, one.text);
    auto const with = std::count_if(page.whole.photos.begin(), page.whole.photos.end(),
                                    [&](Photo const& each) { return each.update == one.id; });
    if (with > 0) {
        h("<ul class=\"photos\">"_h);
        for (std::size_t n = 0; n < page.whole.photos.size(); ++n)
            if (page.whole.photos[n].update == one.id) photo(h, page, page.whole.photos[n], n + 1);
        h("</ul>"_h);
    }
    h("</li>"_h);
}

}  // namespace

void photos(html::Html& h, ReportPage const& page) {
    auto const& all = page.whole.photos;
    bool const any = std::any_of(all.begin(), all.end(),
                                 [](Photo const& one) { return one.update.value() == 0; });
    if (!any) return;
    h("<ul class=\"photos\">"_h);
    for (std::size_t n = 0; n < all.size(); ++n)
        if (all[n].update.value() == 0) photo(h, page, all[n], n + 1);
    h("</ul>"_h);
}

void place(html::Html& h, Known const& known, Report const& report) {
    h("<div>"_h, territory_said(h.language(), known, report.territory), "</div>"_h);
    if (!report.landmark.empty()) h("<div>"_h, html::isolated(report.landmark), "</div>"_h);
    if (is_seat(known, report)) {
        h("<div class=\"hint\">"_h, msg::place_of_commune, "</div>"_h);
        return;
    }
    std::array<char, 48> both{};
    auto* at = both.data();
    auto* const end = both.data() + both.size();
    at = std::to_chars(at, end, report.place.lat, std::chars_format::fixed, 5).ptr;
    *at++ = ',';
    *at++ = ' ';
    at = std::to_chars(at, end, report.place.lon, std::chars_format::fixed, 5).ptr;
    h("<div>"_h, html::code({both.data(), static_cast<std::size_t>(at - both.data())}), "</div>"_h);
}

void facts(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    auto const language = h.language();
    html::SummaryList list(h);
    list.row(msg::report_category, category_said(language, page.known, report.category));
    list.row_with(msg::report_place, [&] { place(h, page.known, report); });
    list.row(msg::report_body, body_said(language, page.known, report.body));
    list.row(msg::report_filed_on, report.filed_on);
    if (report.due && report.is_open()) list.row(msg::report_due, *report.due);
    if (report.supporters > 0)
        list.row(msg::report_supporters,
                 say(msg::report_supported, {number("count", report.supporters)}));
    if (report.name_shown && !report.author_name.empty())
        list.row(msg::report_author, html::isolated(report.author_name));
    if (report.rating > 0)
        list.row(msg::report_rating, say(msg::rating_of, {number("stars", report.rating)}));
    list_answers(h, list, page.known, report.category, page.whole.answers);
}

void duplicates(html::Html& h, ReportPage const& page) {
    auto const& whole = page.whole;
    if (whole.duplicate_of) {
        html::Panel const panel(h, html::Tone::info, msg::report_duplicate_of);
        h("<p><a href=\""_h, html::to("/reports/", whole.duplicate_of->number), "\">"_h,
          html::isolated(whole.duplicate_of->title), "</a></p>"_h);
    }
    if (whole.duplicates.empty()) return;
    h("<section aria-labelledby=\"same\"><h2 id=\"same\">"_h, msg::report_duplicates,
      "</h2><ul class=\"links\">"_h);
    for (auto const& pin : whole.duplicates)
        h("<li><a href=\""_h, html::to("/reports/", pin.number), "\">"_h, html::isolated(pin.title),
          "</a></li>"_h);
    h("</ul></section>"_h);
}

void timeline(html::Html& h, ReportPage const& page) {
    h("<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">"_h, msg::report_timeline,
      "</h2><ol class=\"timeline\">"_h);
    auto const& updates = page.whole.updates;
    for (auto one = updates.rbegin(); one != updates.rend(); ++one) event(h, page, *one);
    h("<li><p class=\"when\">"_h, page.whole.report.filed_at, "</p><p class=\"what\">"_h,
      msg::action_filed, "</p></li></ol></section>"_h);
}

}  // namespace wasl::reports::views
