// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/seed.hpp"

#include <algorithm>
#include <map>

#include "modules/challenges/data.hpp"
#include "modules/challenges/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

using Cells = std::vector<std::string>;

Cells cells_of(std::string_view line) {
    Cells cells;
    for (std::size_t from = 0; from <= line.size();) {
        auto const until = std::min(line.find('\t', from), line.size());
        cells.emplace_back(line.substr(from, until - from));
        from = until + 1;
    }
    return cells;
}

std::vector<Cells> record_rows() {
    std::vector<Cells> rows;
    for (auto const& file : data) {
        if (file.name != "records.tsv") continue;
        for (auto rest = file.text; !rest.empty();) {
            auto const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (!line.empty() && line.front() != '#') rows.push_back(cells_of(line));
        }
    }
    return rows;
}

Edition recorded_edition(Cells const& cell, AdministrationId organiser, Instant now) {
    check(cell.size() == 9, "an edition of records.tsv has nine columns");
    Edition edition;
    edition.id = db::fresh<EditionId>();
    edition.code = cell[1];
    edition.organiser = organiser;
    edition.state = State::closed;
    edition.name = {.ar = cell[2], .fr = cell[3]};
    edition.summary = {.ar = cell[4], .fr = cell[5]};
    edition.source = cell[8];
    edition.version = 1;
    edition.changed_at = now;
    auto const first = date_from_iso(cell[6]), last = date_from_iso(cell[7]);
    if (first && last)
        edition.phases[static_cast<std::size_t>(Phase::coaching)] =
            Span{clock::start_of_day_in_morocco(*first),
                 clock::start_of_day_in_morocco(*last + Days{1})};
    return edition;
}

// Who was of a team was not published, so nobody is.
void insert_project(db::Writer& writer, EditionId edition, Cells const& cell, Instant now) {
    check(cell.size() == 6, "a project of records.tsv has six columns");
    Team team;
    team.id = db::fresh<TeamId>();
    team.edition = edition;
    team.name = cell[2];
    team.pitch = cell[4];
    team.version = 1;
    team.made_at = now;
    check(store::try_insert(writer, team), "no two teams of records.tsv have one name");
    Submission sent{.id = db::fresh<SubmissionId>(), .team = team.id, .version = 1};
    sent.at = now;
    sent.project.title = cell[3];
    sent.project.summary = cell[4];
    store::try_insert(writer, edition, sent, "record");
    // In which order they won was not published either.
    if (cell[5] == "1")
        store::keep(writer, edition, Award{.team = team.id, .place = 0, .reason = {}}, PersonId{0},
                    now);
}

}  // namespace

Outcome seed_records(db::Writer& writer, directory::Picture const& places, Instant now) {
    auto const* const ministry = places.by_slug("transition-numerique");
    check(ministry != nullptr, "the ministry of the reform is in the directory");
    std::map<std::string, EditionId> editions;
    for (auto const& cell : record_rows()) {
        if (cell[0] == "edition") {
            if (store::edition_coded(writer, cell[1])) return Done{};
            auto const edition = recorded_edition(cell, ministry->id, now);
            store::insert(writer, edition, PersonId{0});
            store::set_phases(writer, edition.id, edition.phases);
            editions.emplace(edition.code, edition.id);
            continue;
        }
        auto const id = editions.at(cell[1]);
        if (cell[0] == "theme")
            store::insert(writer, id,
                          Theme{.id = db::fresh<ThemeId>(),
                                .position = 1,
                                .name = {.ar = cell[2], .fr = cell[3]}});
        if (cell[0] == "partner")
            store::insert(
                writer, id,
                Partner{.id = db::fresh<PartnerId>(), .name = {.ar = cell[2], .fr = cell[3]}});
        if (cell[0] == "project") insert_project(writer, id, cell, now);
    }
    return Done{};
}

}  // namespace wasl::challenges
