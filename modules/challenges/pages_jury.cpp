// SPDX-License-Identifier: Apache-2.0
// The jury: what everybody reads of it, a judge's seat and ballots.
#include <algorithm>

#include "kernel/csv_table.hpp"
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Jury jury_of(Pages const& pages) { return Jury(pages.desk); }

std::vector<views::PublishedLine> published_lines(PublishedResults const& published) {
    Csv const table(published.table);
    std::vector<views::PublishedLine> lines;
    for (auto const& row : table.rows()) {
        auto const cell = [&](std::string_view name) {
            return std::string(table.cell(row, {name}));
        };
        auto const project = cell("project");
        auto const number = project.empty() ? 0 : number_of(std::string_view(project).substr(1));
        views::PublishedLine line{.place = static_cast<int>(number_of(cell("place"))),
                                  .group = static_cast<int>(number_of(cell("group"))),
                                  .title = cell("title"),
                                  .ballots = cell("ballots"),
                                  .worth = cell("worth"),
                                  .low = cell("low"),
                                  .high = cell("high"),
                                  .places = cell("places"),
                                  .top_3 = cell("chance_top_3"),
                                  .raw_mean = cell("raw_mean"),
                                  .z_mean = cell("z_mean"),
                                  .centred_median = cell("centred_median"),
                                  .bradley_terry = cell("bradley_terry"),
                                  .without_one = cell("places_without_one_judge")};
        if (number >= 1 && number <= std::ssize(published.teams))
            line.team = published.teams[static_cast<std::size_t>(number - 1)];
        lines.push_back(std::move(line));
    }
    return lines;
}

// "# complete 20, incomplete 0, judges 5, recusals 1": the word after that name.
std::string remarked(std::string_view table, std::string_view name) {
    auto const before = " " + std::string(name) + " ";
    auto const found = table.find(before);
    if (found == std::string_view::npos) return {};
    table.remove_prefix(found + before.size());
    return std::string(table.substr(0, table.find_first_of(",\n")));
}
views::PublishedRemarks remarks_of(PublishedResults const& published) {
    // Only the lines behind '#', where no title stands.
    auto const table =
        std::string_view(published.table).substr(0, published.table.find("\nplace,"));
    return {.method = msg::find("method." + remarked(table, "method")),
            .complete = remarked(table, "complete"),
            .judges = remarked(table, "judges"),
            .recusals = remarked(table, "recusals")};
}

Response show_jury(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const seen = jury_of(pages).seen(asked.db, asked.visitor, in.call.edition, in.own_team);
    std::vector<views::PublishedLine> lines;
    views::PublishedRemarks remarks;
    if (seen.published) {
        lines = published_lines(*seen.published);
        remarks = remarks_of(*seen.published);
    }
    auto const poll = Polls(pages.desk).result(asked.db, in.call.edition, asked.now);
    views::JuryPage const page{in, seen, lines, remarks, poll};
    return page_of(
        asked, known, msg::jury_title, [&](html::Html& h) { views::jury(h, known, page); }, true);
}

Response send(Pages const& pages, Asked const& asked, std::string PublishedResults::* text,
              std::string_view type, std::string_view ending) {
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const published = jury_of(pages).published(asked.db, in.call.edition.id);
    if (!published) return Refusal{Refused::not_found, say(msg::jury_not_yet)};
    return http::download(*published.*text, std::string(type),
                          in.call.edition.code + std::string(ending));
}
Response send_record(Pages const& pages, Asked const& asked) {
    return send(pages, asked, &PublishedResults::record, "text/plain; charset=utf-8", ".jury");
}
Response send_table(Pages const& pages, Asked const& asked) {
    return send(pages, asked, &PublishedResults::table, "text/csv; charset=utf-8", ".csv");
}

Response seat_page(Pages const& pages, Asked const& asked, std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const key = known.typed("key", asked.request.asked("key"));
    auto found = jury_of(pages).seat(asked.db, act_of(asked));
    std::optional<Seated> seated;
    if (!found.refused())
        seated = std::move(found).value();
    else if (key.empty())
        return found.refusal();
    views::SeatPage const page{in, seated, known.typed("address", asked.request.asked("address")),
                               key};
    auto response = TRY(private_page_of(asked, known, msg::seat_title,
                                        [&](html::Html& h) { views::seat(h, known, page); }));
    response.with("referrer-policy", "no-referrer");
    return response;
}
Response show_seat(Pages const& pages, Asked const& asked) { return seat_page(pages, asked, {}); }

std::string ranking_typed(http::Request const& request, Seated const& seated) {
    std::vector<TeamId> teams;
    std::vector<std::string> places;
    for (auto const& one : seated.projects) {
        teams.push_back(one.team);
        places.emplace_back(request.field("place_" + std::to_string(one.team.value())));
    }
    return ranking_from(teams, places);
}

Response do_seat(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const jury = jury_of(pages);
    auto const act = act_of(acted);
    auto const name = request.field("do");
    std::vector<TeamId> teams;
    for (auto const one : request.fields("team")) teams.push_back(TeamId{number_of(one)});
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (name == "take")
            return jury.take_seat(writer, act, request.field("address"), request.field("key"));
        if (name == "declare") return jury.declare(writer, act, teams, request.field("reason"));
        if (name == "recuse") return jury.recuse(writer, act, request.field("recusal"));
        if (name == "rank") {
            auto const seated = TRY(jury.seat(writer, act));
            return jury.save(writer, act, TeamId{0}, TeamId{0},
                             {ranking_typed(request, seated), {}});
        }
        if (name == "pair")
            return jury.save(writer, act, TeamId{number_of(request.field("first"))},
                             TeamId{number_of(request.field("second"))},
                             {std::string(request.field("preferred")), {}});
        return Refusal{Refused::invalid, say(msg::refused_act)};
    });
    if (outcome.refused() && outcome.refusal().why == Refused::not_found) return outcome.refusal();
    if (outcome.refused()) return seat_page(pages, acted, outcome.refusal());
    auto const url = name == "recuse" ? html::to("/challenges/", acted.wild(0), "/jury")
                                      : html::to("/challenges/", acted.wild(0), "/jury/seat");
    return go(acted, html::with(url, "done", "saved"));
}

Response ballot_page(Pages const& pages, Asked const& asked,
                     std::optional<Refusal> const& refusal) {
    Known known(pages, asked);
    if (refusal) known.faults.add(*refusal);
    auto const in = TRY(pages.desk.uncounted(asked.db, asked.visitor, asked.wild(0)));
    auto const before =
        TRY(jury_of(pages).before_judge(asked.db, act_of(asked), team_asked(asked)));
    views::BallotPage const page{in, before};
    return private_page_of(asked, known, html::isolated(before.submission.project.title),
                           [&](html::Html& h) { views::ballot(h, known, page); });
}
Response show_ballot(Pages const& pages, Asked const& asked) {
    return ballot_page(pages, asked, {});
}

Response do_ballot(Pages const& pages, Acted const& acted) {
    auto const jury = jury_of(pages);
    auto const act = act_of(acted);
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        auto const criteria = TRY(jury.criteria(writer, act)).size();
        return jury.save(writer, act, team_asked(acted), TeamId{0},
                         ballot_typed(acted.request, criteria));
    });
    if (outcome.refused()) return ballot_page(pages, acted, outcome.refusal());
    return go(acted,
              html::with(html::to("/challenges/", acted.wild(0), "/jury/seat"), "done", "saved"));
}

// What a team sent, for the judges who were given it.
Response show_ballot_file(Pages const& pages, Asked const& asked) {
    auto const before =
        TRY(jury_of(pages).before_judge(asked.db, act_of(asked), team_asked(asked)));
    for (auto const& file : before.submission.files)
        if (file.sha256 == asked.wild(2)) return sent_file(pages, file);
    return Refusal{Refused::not_found, say(msg::refused_no_file)};
}

}  // namespace

int whole_number(http::Request const& request, std::string_view field) {
    return static_cast<int>(
        std::clamp<std::int64_t>(request.field_number(field).value_or(-1), -1, 1'000'000));
}

BallotTyped ballot_typed(http::Request const& request, std::size_t criteria) {
    std::vector<judging::Mark> marks;
    for (std::size_t n = 1; n <= criteria; ++n) {
        auto const typed = request.field_number("mark_" + std::to_string(n));
        marks.push_back(typed ? judging::Mark(static_cast<int>(
                                    std::clamp<std::int64_t>(*typed, -1, mark_max + 1)))
                              : judging::Mark());
    }
    return {marks_text(marks), std::string(request.field("comment"))};
}

Routes jury_routes() {
    using http::Allow;
    static constexpr http::Limits slowly{.rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/jury", Allow::anyone, show_jury),
        http::get<Pages>("/challenges/:code/jury/record", Allow::anyone, send_record),
        http::get<Pages>("/challenges/:code/jury/table", Allow::anyone, send_table),
        http::get<Pages>("/challenges/:code/jury/seat", Allow::citizen, show_seat),
        http::post<Pages>("/challenges/:code/jury/seat", Allow::citizen, do_seat, slowly),
        http::get<Pages>("/challenges/:code/jury/ballot/:team", Allow::citizen, show_ballot),
        http::post<Pages>("/challenges/:code/jury/ballot/:team", Allow::citizen, do_ballot),
        http::get<Pages>("/challenges/:code/jury/ballot/:team/:sha256", Allow::citizen,
                         show_ballot_file),
    };
    return routes;
}

}  // namespace wasl::challenges
