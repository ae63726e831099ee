// SPDX-License-Identifier: Apache-2.0
// The officer's lists.
#pragma once

#include "modules/dossiers/office.hpp"

namespace wasl::dossiers::office {

struct QueuePage {
    QueueAsk ask;
    std::vector<Place> places;
    Place at;
    std::vector<Summary> lines;
    bool before = false, after = false;  // pages on either side
    bool all_filters = false;
    std::vector<std::pair<std::string, html::Foreign>> procedures;  // to choose from
    QueueCounts counts;
    procedures::Picture const& published;
    directory::Picture const& directory;
    NameList& names;
    PersonId reader{0};
    DeskReader who{};
    Date today;
};
void queue(html::Html&, QueuePage const&);
// The address of the queue as it is filtered, without the page.
html::Url queue_url(QueuePage const&);

// A list with clocks of its own: claims, appeals, opinions.
struct Awaited {
    html::Words title;
    html::Words text;  // who must do what within how long, with the article
    html::Words due;   // heading of the column of the day
    std::vector<Summary> lines;
};
struct AwaitedPage {
    html::Words title;
    html::Words none, none_text;
    std::string_view path;  // of the tab
    std::vector<Awaited> lists;
    procedures::Picture const& published;
    directory::Picture const& directory;
    DeskReader who{};
    Date today;
};
void awaited(html::Html&, AwaitedPage const&);

// The lists of the office, side by side.
void office_tabs(html::Html&, std::string_view path, DeskReader const&);

}  // namespace wasl::dossiers::office
