// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "platform/html/html.hpp"

namespace wasl::html {

struct Crumb {
    Url url;
    Words label;
};
// From the first page down to the parent; the page itself is not in it.
void breadcrumbs(Html&, std::vector<Crumb> const&);

struct Tab {
    Url url;
    Words label;
    bool current = false;
    std::optional<std::int64_t> count{};
};
void tabs(Html&, Words const& label, std::vector<Tab> const&);

// "3 من 5", with a bar.
void step_progress(Html&, int step, int steps, Words const& title = {});

// Pages with numbers: short lists. `page` counts from 1 and is put into "?page=".
void numbered_pages(Html&, Url const& base, int page, int pages);
// Before and after: long lists, whose pages begin at a key. The browser's access keys p and n lead
// there too.
void pager(Html&, std::optional<Url> const& previous, std::optional<Url> const& next);

struct SearchBox {
    Url action;
    Words label;
    std::string_view value{};
    Words hint{};
    std::string_view name = "q";
};
void search_box(Html&, SearchBox const&);

}  // namespace wasl::html
