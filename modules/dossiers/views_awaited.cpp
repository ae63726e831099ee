// SPDX-License-Identifier: Apache-2.0
// What waits for a head, an authority above or a consulted unit, each with its own clock.
#include <algorithm>

#include "modules/dossiers/views_queue.hpp"

namespace wasl::dossiers::office {

using namespace html::literals;

static void list(html::Html& h, AwaitedPage const& page, Awaited const& one) {
    h("<section><h2>"_h, one.title, "</h2><p class=\"hint\">"_h, one.text, "</p>"_h);
    {
        html::Table table(h, one.title,
                          {{msg::queue_number},
                           {msg::queue_procedure},
                           {msg::queue_applicant},
                           {msg::silence_administration},
                           {one.due}});
        for (auto const& line : one.lines) {
            table.row();
            table.cell("<a class=\"to\" href=\""_h, desk_url(line.number), "\">"_h,
                       html::code(line.number), "</a>"_h);
            table.cell(title_of(h.language(), page.published, line.procedure));
            table.cell(html::isolated(line.applicant_name));
            table.cell(place_of(h.language(), page.directory, line.administration));
            table.cell_with([&] {
                if (!line.due) return;
                h("<span class=\"day\">"_h, *line.due, " "_h);
                html::deadline_chip(h, *line.due, page.today);
                h("</span>"_h);
            });
        }
    }
    h("</section>"_h);
}

void awaited(html::Html& h, AwaitedPage const& page) {
    h("<h1>"_h, page.title, "</h1>"_h);
    office_tabs(h, page.path, page.who);
    bool const any = std::any_of(page.lists.begin(), page.lists.end(),
                                 [](Awaited const& one) { return !one.lines.empty(); });
    if (!any) return html::empty_state(h, page.none, page.none_text);
    for (auto const& one : page.lists)
        if (!one.lines.empty()) list(h, page, one);
}

}  // namespace wasl::dossiers::office
