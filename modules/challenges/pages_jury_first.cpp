// SPDX-License-Identifier: Apache-2.0
// The reading before the shortlist.
#include "modules/challenges/views_jury_first.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response first_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    FirstReading const reading(pages.desk);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto seat = reading.seat(asked.db, act_of(asked));
    auto table = reading.table(asked.db, act_of(asked));
    // A judge who does not preside sees his projects, an organiser who does not sit the table.
    if (seat.refused() && table.refused()) return seat.refusal();
    std::optional<FirstSeat> own;
    std::optional<FirstTable> whole;
    if (!seat.refused()) own = std::move(seat).value();
    if (!table.refused()) whole = std::move(table).value();
    return private_page_of(asked, known, msg::first_title,
                           [&](html::Html& h) { views::first(h, known, {in, own, whole}); });
}
Response show_first(Pages const& pages, Asked const& asked) { return first_page(pages, asked, {}); }

Response project_page(Pages const& pages, Asked const& asked,
                      std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const opened =
        TRY(FirstReading(pages.desk).project(asked.db, act_of(asked), team_asked(asked)));
    return private_page_of(asked, known, html::isolated(opened.submission.project.title),
                           [&](html::Html& h) { views::first_project(h, known, {in, opened}); });
}
Response show_first_project(Pages const& pages, Asked const& asked) {
    return project_page(pages, asked, {});
}

// What a team sent, for whoever reads it.
Response show_first_file(Pages const& pages, Asked const& asked) {
    auto const opened =
        TRY(FirstReading(pages.desk).project(asked.db, act_of(asked), team_asked(asked)));
    for (auto const& file : opened.submission.files)
        if (file.sha256 == asked.wild(2)) return sent_file(pages, file);
    return Refusal{Refused::not_found, say(msg::refused_no_file)};
}

html::Url first_done(Acted const& acted) {
    return html::with(html::to("/challenges/", acted.wild(0), "/jury/first"), "done", "saved");
}

Response do_project(Pages const& pages, Acted const& acted) {
    FirstReading const reading(pages.desk);
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        auto const opened = TRY(reading.project(writer, act_of(acted), team_asked(acted)));
        return reading.save(writer, act_of(acted), opened.team.id,
                            ballot_typed(acted.request, opened.criteria.size()));
    });
    if (outcome.refused() && outcome.refusal().why == Refused::not_found) return outcome.refusal();
    if (outcome.refused()) return project_page(pages, acted, outcome.refusal());
    return go(acted, first_done(acted));
}

Response do_assign(Pages const& pages, Acted const& acted) {
    auto const outcome = acted.write([&](db::Writer& writer) {
        return FirstReading(pages.desk)
            .assign(writer, act_of(acted), whole_number(acted.request, "each"),
                    whole_number(acted.request, "load_max"));
    });
    if (outcome.refused() && outcome.refusal().why == Refused::forbidden) return outcome.refusal();
    if (outcome.refused()) return first_page(pages, acted, outcome.refusal());
    return go(acted, first_done(acted));
}

}  // namespace

Routes jury_first_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/jury/first", Allow::citizen, show_first),
        http::post<Pages>("/challenges/:code/jury/first", Allow::citizen, do_assign, slowly),
        http::get<Pages>("/challenges/:code/jury/first/:team", Allow::citizen, show_first_project),
        http::post<Pages>("/challenges/:code/jury/first/:team", Allow::citizen, do_project),
        http::get<Pages>("/challenges/:code/jury/first/:team/:sha256", Allow::citizen,
                         show_first_file),
    };
    return routes;
}

}  // namespace wasl::challenges
