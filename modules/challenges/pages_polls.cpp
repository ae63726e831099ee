// SPDX-License-Identifier: Apache-2.0
// The vote of the public: its page for everybody, its rules for the organiser.
#include "modules/challenges/views_polls.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response vote_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    Polls const polls(pages.desk);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const paper = TRY(polls.paper(asked.db, act_of(asked)));
    auto const result = polls.result(asked.db, in.call.edition, asked.now);
    views::VotePage const page{in, paper, result};
    return private_page_of(asked, known, msg::vote_title,
                           [&](html::Html& h) { views::vote(h, known, page); });
}
Response show_vote(Pages const& pages, Asked const& asked) { return vote_page(pages, asked, {}); }

Response do_vote(Pages const& pages, Acted const& acted) {
    TeamId const team{acted.request.field_number("team").value_or(0)};
    auto const outcome = acted.write(
        [&](db::Writer& writer) { return Polls(pages.desk).vote(writer, act_of(acted), team); });
    if (outcome.refused() && outcome.refusal().why == Refused::not_found) return outcome.refusal();
    if (outcome.refused()) return vote_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/vote"), "done", "voted"));
}

Response poll_office_page(Pages const& pages, Asked const& asked,
                          std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    if (!in.is_organiser) return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    if (in.call.edition.is_record()) return Refusal{Refused::conflict, say(msg::refused_record)};
    return page_of(asked, known, msg::vote_office,
                   [&](html::Html& h) { views::poll_office(h, known, in); });
}
Response show_poll_office(Pages const& pages, Asked const& asked) {
    return poll_office_page(pages, asked, {});
}

Result<Poll> poll_typed(http::Request const& request) {
    auto const first = date_from_iso(request.field("first"));
    auto const last = date_from_iso(request.field("last"));
    if (!first) return Refusal{Refused::invalid, say(msg::refused_day), {}, "first"};
    if (!last) return Refusal{Refused::invalid, say(msg::refused_day), {}, "last"};
    auto const voters = voters_named(request.field("voters"));
    if (!voters) return Refusal{Refused::invalid, say(msg::refused_poll_voters), {}, "voters"};
    return Poll{.span = {clock::start_of_day_in_morocco(*first),
                         clock::start_of_day_in_morocco(*last + Days{1})},
                .voters = *voters,
                .own_team = request.field("own_team") == "1",
                .version = request.field_number("version").value_or(0)};
}

Response do_poll_office(Pages const& pages, Acted const& acted) {
    Polls const polls(pages.desk);
    bool const removes = acted.request.field("do") == "remove";
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (removes) return polls.remove(writer, act_of(acted));
        return polls.keep(writer, act_of(acted), TRY(poll_typed(acted.request)));
    });
    if (outcome.refused()) return poll_office_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/vote/office"), "done",
                                removes ? "removed" : "saved"));
}

}  // namespace

Routes poll_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/vote", Allow::anyone, show_vote),
        http::post<Pages>("/challenges/:code/vote", Allow::citizen, do_vote, slowly),
        http::get<Pages>("/challenges/:code/vote/office", Allow::citizen, show_poll_office),
        http::post<Pages>("/challenges/:code/vote/office", Allow::citizen, do_poll_office, slowly),
    };
    return routes;
}

}  // namespace wasl::challenges
