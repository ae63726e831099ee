// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

void entry_lines(html::Html& h, std::vector<Entry> const& entries) {
    h("<ul class=\"links\">"_h);
    for (auto const& one : entries) {
        h("<li><a href=\""_h, entry_url(one.number), "\">"_h, title_of(one.content),
          "</a><p class=\"marks\">"_h);
        html::tag(h, tone_of(one.stage), word_of("stage", one.stage));
        h("<span class=\"meta\">"_h, one.proposed_at, "</span></p></li>"_h);
    }
    h("</ul>"_h);
}

void mine(html::Html& h, Known const&, std::vector<Entry> const& written,
          std::vector<Entry> const& followed) {
    h("<h1>"_h, msg::mine_title, "</h1>"_h);
    if (written.empty())
        html::empty_state(h, msg::mine_none, {},
                          html::Invitation{html::to("/bank/new"), msg::write_begin});
    else
        entry_lines(h, written);
    h("<h2>"_h, msg::mine_followed, "</h2>"_h);
    if (followed.empty())
        h("<p>"_h, msg::mine_followed_none, "</p>"_h);
    else
        entry_lines(h, followed);
}

}  // namespace wasl::bank::views
