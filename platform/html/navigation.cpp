// SPDX-License-Identifier: Apache-2.0
#include "platform/html/navigation.hpp"

#include <algorithm>

#include "platform/html/contents.hpp"
#include "platform/html/messages.hpp"

namespace wasl::html {

void breadcrumbs(Html& h, std::vector<Crumb> const& crumbs) {
    h("<nav class=\"crumbs\" aria-label=\""_h, in_attribute(msg::breadcrumbs), "\"><ol>"_h);
    for (auto const& crumb : crumbs)
        h("<li><a href=\""_h, crumb.url, "\">"_h, crumb.label, "</a></li>"_h);
    h("</ol></nav>"_h);
}

void contents(Html& h, std::vector<ContentsEntry> const& entries) {
    h("<nav class=\"contents\" aria-labelledby=\"contents\"><h2 id=\"contents\">"_h, msg::contents,
      "</h2><ul>"_h);
    for (auto const& one : entries)
        h("<li><a href=\"#"_h, one.section, "\">"_h, one.title, "</a></li>"_h);
    h("</ul></nav>"_h);
}

void tabs(Html& h, Words const& label, std::vector<Tab> const& tabs) {
    h("<nav class=\"tabs\" aria-label=\""_h, in_attribute(label), "\"><ul>"_h);
    for (auto const& tab : tabs) {
        h("<li><a href=\""_h, tab.url, "\""_h, when(tab.current, " aria-current=\"page\""_h), ">"_h,
          tab.label);
        if (tab.count)
            h(" <span class=\"count\">"_h, i18n::number(h.language(), *tab.count), "</span>"_h);
        h("</a></li>"_h);
    }
    h("</ul></nav>"_h);
}

void step_progress(Html& h, int step, int steps, Words const& title) {
    h("<div class=\"steps\"><p>"_h,
      say(msg::step_of, {number("step", step), number("steps", steps)}));
    if (title) h(" <span>"_h, title, "</span>"_h);
    h("</p><progress max=\""_h, steps, "\" value=\""_h, step, "\" aria-label=\""_h,
      in_attribute(msg::progress), "\"></progress></div>"_h);
}

static void page_link(Html& h, Url const& base, int page, bool current) {
    h("<li><a href=\""_h, with(base, "page", std::to_string(page)), "\""_h,
      when(current, " aria-current=\"page\""_h), "><span class=\"unseen\">"_h, msg::page,
      " </span>"_h, page, "</a></li>"_h);
}

void numbered_pages(Html& h, Url const& base, int page, int pages) {
    if (pages < 2) return;
    h("<nav class=\"pages\" aria-label=\""_h, in_attribute(msg::pages), "\"><ul>"_h);
    // The first, the last and two on each side; gaps between.
    int last_shown = 0;
    for (int n = 1; n <= pages; ++n) {
        if (n != 1 && n != pages && (n < page - 2 || n > page + 2)) continue;
        if (n > last_shown + 1) h("<li class=\"gap\" aria-hidden=\"true\">…</li>"_h);
        page_link(h, base, n, n == page);
        last_shown = n;
    }
    h("</ul></nav>"_h);
}

void pager(Html& h, std::optional<Url> const& previous, std::optional<Url> const& next) {
    if (!previous && !next) return;
    h("<nav class=\"pager\" aria-label=\""_h, in_attribute(msg::page_turns), "\">"_h);
    if (previous)
        h("<a rel=\"prev\" accesskey=\"p\" href=\""_h, *previous, "\">"_h, msg::previous, "</a>"_h);
    if (next) h("<a rel=\"next\" accesskey=\"n\" href=\""_h, *next, "\">"_h, msg::next, "</a>"_h);
    h("</nav>"_h);
}

void search_box(Html& h, SearchBox const& box) {
    h("<form role=\"search\" class=\"search\" method=\"get\" action=\""_h, box.action,
      "\"><label for=\"search-"_h, box.name, "\">"_h, box.label, "</label>"_h);
    if (box.hint) h("<p class=\"hint\" id=\"search-hint\">"_h, box.hint, "</p>"_h);
    h("<div class=\"joined\"><input type=\"search\" maxlength=\"200\" dir=\"auto\" id=\"search-"_h,
      box.name, "\" name=\""_h, box.name, "\" value=\""_h, box.value, "\""_h,
      when(bool(box.hint), " aria-describedby=\"search-hint\""_h), "><button class=\"button\">"_h,
      msg::search, "</button></div></form>"_h);
}

}  // namespace wasl::html
