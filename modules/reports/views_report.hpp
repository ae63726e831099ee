// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "modules/reports/form_photos.hpp"

namespace wasl::reports::views {

struct ReportPage {
    Known const& known;
    Whole const& whole;
    html::Frame const& frame;
    std::string_view csrf;
    std::string_view author_key;  // as the address carries it; opens the author's forms again
    html::Faults const& faults;
    FormPhotos const& photos;      // of the form that adds something
    http::Request const& request;  // what was typed stands in its form
    bool just_filed = false;
};
void report(html::Html&, ReportPage const&);

// --- views_report_parts.cpp
void photos(html::Html&, ReportPage const&);
void facts(html::Html&, ReportPage const&);
void duplicates(html::Html&, ReportPage const&);
void timeline(html::Html&, ReportPage const&);
// Commune, then what was said of the place, then its coordinates.
void place(html::Html&, Known const&, Report const&);

// --- views_report_acts.cpp: what its reader may do.
void acts(html::Html&, ReportPage const&);

// --- views_reports.cpp
struct ListPage {
    Known const& known;
    std::span<Pin const> pins;
    http::Request const& asked;  // its filters
    std::span<directory::Territory const* const> communes;
    std::optional<html::Url> next;
    bool narrowed = false;
};
void list(html::Html&, ListPage const&);
void pins(html::Html&, Known const&, std::span<Pin const>);
// The fields by which the list and the map are narrowed, as addresses name them.
inline constexpr std::string_view narrowing[] = {"state", "category", "commune", "from", "until"};
// The address with what narrows this page.
html::Url narrowed(html::Url, http::Request const& asked);
// The feed of what the address shows: narrowed, in a box, or around a place.
enum class Feed { atom, rss };
html::Url feed_url(Feed, http::Request const& asked);
// The address with that place in it.
html::Url around_place(html::Url const&, geography::Point const&);
// Two of its fields, for forms that ask the same.
void choose_category(html::Html&, Known const&, std::string_view chosen,
                     html::Words const& error = {});
void choose_commune(html::Html&, std::span<directory::Territory const* const>,
                    std::string_view chosen, html::Words const& error = {});
// Items of a list: the same reports as figures, as a feed, by letter, on another site.
void other_ways(html::Html&, http::Request const& asked);
// The form of those fields, open where something narrows.
void filters(html::Html&, http::Request const& asked, Known const&,
             std::span<directory::Territory const* const> communes, html::Url const& action);

struct MinePage {
    Known const& known;
    std::span<Pin const> written, followed;
};
void mine(html::Html&, MinePage const&);

// "Not a complaint": what is what, in short and as a page (decree 2.17.265).
void what_it_is(html::Html&);
void about(html::Html&);

// What a complaint takes over from the report (views_complaint.cpp).
void complaint(html::Html&, Known const&, Whole const&, std::string_view author_key);

struct ConfirmPage {
    std::string_view number, code, csrf;
    html::Faults const& faults;
};
void confirm(html::Html&, ConfirmPage const&);

}  // namespace wasl::reports::views
