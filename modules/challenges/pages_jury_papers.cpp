// SPDX-License-Identifier: Apache-2.0
// The office prints papers and reads them back.
#include <algorithm>

#include "modules/challenges/ballot_sheets.hpp"
#include "modules/challenges/views_jury_papers.hpp"
#include "modules/people/people.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response list_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const list = TRY(PaperBallots().list(asked.db, act_of(asked)));
    bool const open = !is_time(list.edition, Doing::judge, asked.now).refused();
    views::PapersPage const page{list, open, asked.request.asked("number")};
    return private_page_of(asked, known, msg::paper_title,
                           [&](html::Html& h) { views::papers(h, known, page); });
}

// The list, or the paper whose number was typed.
Response show_papers(Pages const& pages, Asked const& asked) {
    auto const number = asked.request.asked("number");
    if (number.empty()) return list_page(pages, asked, {});
    auto const open = PaperBallots().open(asked.db, act_of(asked), number);
    if (!open.refused())
        return go(asked, views::paper_url(open.value().edition, open.value().paper.number));
    if (open.refusal().field != "number") return open.refusal();
    return list_page(pages, asked, open.refusal());
}

Response do_print(Pages const& pages, Acted const& acted) {
    auto const judge = PersonId{acted.request.field_number("print").value_or(0)};
    auto const outcome = acted.write(
        [&](db::Writer& writer) { return PaperBallots().print(writer, act_of(acted), judge); });
    if (outcome.refused()) return list_page(pages, acted, outcome.refusal());
    return go(acted, html::to("/challenges/", acted.wild(0), "/jury/papers/print/", judge));
}

Response send_sheets(Pages const& pages, Asked const& asked) {
    auto const judge = PersonId{number_of(asked.wild(1))};
    auto const printed = TRY(PaperBallots().printed(asked.db, act_of(asked), judge));
    auto const picture = pages.desk.house().directory.picture();
    auto const* const organiser = picture->administration(printed.edition.organiser);
    return kept_private(
        http::download(ballot_sheets({printed, pages.desk.house().people.name_of(asked.db, judge),
                                      organiser ? organiser->name.ar : std::string(), pages.site}),
                       "application/pdf", printed.edition.code + "-ballots.pdf"));
}

Response paper_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const open = TRY(PaperBallots().open(asked.db, act_of(asked), asked.wild(1)));
    return private_page_of(asked, known, say(msg::paper_one, {text("number", open.paper.number)}),
                           [&](html::Html& h) { views::paper(h, known, open); });
}
Response show_ballot_paper(Pages const& pages, Asked const& asked) {
    return paper_page(pages, asked, {});
}

std::string field_of(OpenPaper const& open, std::size_t n) {
    if (open.rules.ballots == Ballots::ranking)
        return "place_" + std::to_string(open.projects[n].team.value());
    return (open.rules.ballots == Ballots::pair ? "pair_" : "mark_") + std::to_string(n + 1);
}

// What stands in one field; nothing where it says nothing that can be meant.
std::optional<std::string> value_typed(http::Request const& request, OpenPaper const& open,
                                       std::size_t n) {
    auto const field = field_of(open, n);
    auto const text = request.field(field);
    auto const kind = open.rules.ballots;
    if (kind == Ballots::pair) {
        if (text != "first" && text != "second" && text != "tie" && text != "-")
            return std::nullopt;
        return std::string(text);
    }
    bool const left_out =
        text == "-" || (kind == Ballots::score && !is_ticked(open.criteria[n]) && text.empty());
    if (left_out) return "-";
    auto const value = request.field_number(field);
    return value ? std::optional(std::to_string(*value)) : std::nullopt;
}

// What was read, field by field; what two readings agree on already is taken from them. A scale is
// never passed over in silence: that nothing is ticked is said.
Result<BallotTyped> reading_typed(http::Request const& request, OpenPaper const& open, Turn turn) {
    auto const kind = open.rules.ballots;
    auto const count = open.values();
    PaperValues values(count);
    BallotTyped typed{.marks = {}, .comment = std::string(request.field("comment"))};
    std::vector<std::size_t> asked;
    if (turn == Turn::settles && open.standing.first) {
        values = values_of(kind, open.standing.first->said.marks, open.paper.teams);
        values.resize(count);
        asked = views::differing(open);
        if (!views::comments_differ(open)) typed.comment = open.standing.first->said.comment;
    } else {
        for (std::size_t n = 0; n < count; ++n) asked.push_back(n);
    }
    for (auto const n : asked) {
        auto value = value_typed(request, open, n);
        if (!value)
            return Refusal{
                Refused::invalid,
                say(msg::refused_marks),
                {},
                Owned(kind == Ballots::ranking ? std::string("places") : field_of(open, n))};
        values[n] = std::move(*value);
    }
    typed.marks = marks_from(kind, values, open.paper.teams);
    return typed;
}

Response do_paper(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const act = act_of(acted);
    auto const number = acted.wild(1);
    auto const said = request.field("turn");
    auto const turn = said == "settles" ? Turn::settles : Turn::reads;
    PaperBallots const office;
    auto state = PaperState::set_aside;
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (said == "set_aside")
            return office.set_aside(writer, act, number, request.field("reason"));
        auto const open = TRY(office.open(writer, act, number));
        auto const typed = TRY(reading_typed(request, open, turn));
        state = TRY(office.type(writer, act, number, turn, typed));
        return Done{};
    });
    if (outcome.refused() && outcome.refusal().why == Refused::not_found) return outcome.refusal();
    if (outcome.refused()) return paper_page(pages, acted, outcome.refusal());
    if (state == PaperState::differs)
        return go(acted, html::to("/challenges/", acted.wild(0), "/jury/papers/", number));
    return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/jury/papers"), "done",
                                "paper_" + std::string(name_of(state))));
}

Response reopen_page(Pages const& pages, Asked const& asked,
                     std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const agreed = TRY(PaperBallots().agreed(asked.db, act_of(asked)));
    return private_page_of(asked, known, msg::paper_reopen_title,
                           [&](html::Html& h) { views::agreed_papers(h, known, agreed); });
}
Response show_reopen(Pages const& pages, Asked const& asked) {
    return reopen_page(pages, asked, {});
}

Response do_reopen(Pages const& pages, Acted const& acted) {
    auto const outcome = acted.write([&](db::Writer& writer) {
        return PaperBallots().reopen(writer, pages.desk.house(), act_of(acted),
                                     acted.request.field("number"), acted.request.field("reason"));
    });
    if (outcome.refused()) return reopen_page(pages, acted, outcome.refusal());
    return go(acted, html::with(html::to("/challenges/", acted.wild(0), "/jury/reopen"), "done",
                                "paper_reopened"));
}

}  // namespace

Routes jury_paper_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/jury/reopen", Allow::citizen, show_reopen),
        http::post<Pages>("/challenges/:code/jury/reopen", Allow::citizen, do_reopen),
        http::get<Pages>("/challenges/:code/jury/papers", Allow::staff, show_papers),
        http::post<Pages>("/challenges/:code/jury/papers", Allow::staff, do_print),
        http::get<Pages>("/challenges/:code/jury/papers/print/:judge", Allow::staff, send_sheets),
        http::get<Pages>("/challenges/:code/jury/papers/:number", Allow::staff, show_ballot_paper),
        http::post<Pages>("/challenges/:code/jury/papers/:number", Allow::staff, do_paper),
    };
    return routes;
}

}  // namespace wasl::challenges
