// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "modules/challenges/store_polls.hpp"

namespace wasl::challenges {

// Newest first, by the day on which it began.
std::vector<Edition> Desk::editions(db::Reader& reader) const {
    auto found = store::editions(reader);
    auto const begins = [](Edition const& one) {
        Instant first = Instant::max();
        for (auto const& span : one.phases)
            if (span) first = std::min(first, span->opens_at);
        return first;
    };
    std::sort(found.begin(), found.end(), [&](Edition const& a, Edition const& b) {
        return std::pair(begins(a), a.id) > std::pair(begins(b), b.id);
    });
    return found;
}

std::vector<Seat> Desk::seats(db::Reader& reader, EditionId edition) const {
    std::vector<Seat> found;
    auto const picture = house_.directory.picture();
    for (auto const& row : store::seats(reader, edition)) {
        Seat seat{.team = row.team,
                  .gender = row.profile.gender,
                  .kind = {},
                  .profession = row.profile.profession};
        if (auto const* const from = picture->administration(row.profile.administration))
            seat.kind = from->kind;
        found.push_back(std::move(seat));
    }
    return found;
}

static WholeEdition whole_edition_of(db::Reader& reader, http::Visitor const& visitor,
                                     Edition found) {
    WholeEdition whole;
    whole.is_organiser = organises(visitor, found);
    whole.call = store::call_of(reader, std::move(found));
    auto const id = whole.call.edition.id;
    whole.poll = store::poll(reader, id);
    if (!visitor.signed_in()) return whole;
    whole.own_team = store::team_of(reader, id, visitor.person);
    whole.own_profile = store::profile(reader, id, visitor.person);
    auto const mentor = store::mentor(reader, id, visitor.person);
    whole.is_mentor = mentor && mentor->is_active;
    return whole;
}

Result<WholeEdition> Desk::uncounted(db::Reader& reader, http::Visitor const& visitor,
                                     std::string_view code) const {
    return whole_edition_of(reader, visitor, TRY(open(reader, visitor, code)));
}

Result<WholeEdition> Desk::edition(db::Reader& reader, http::Visitor const& visitor,
                                   std::string_view code) const {
    auto whole = whole_edition_of(reader, visitor, TRY(open(reader, visitor, code)));
    auto const id = whole.call.edition.id;
    auto const all = seats(reader, id);
    whole.composition = measure(whole.call.targets, all);
    whole.members = static_cast<int>(all.size());
    whole.teams = static_cast<int>(store::teams(reader, id).size());
    return whole;
}

Result<WholeTeam> Desk::team(db::Reader& reader, http::Visitor const& visitor,
                             std::string_view code, TeamId id) const {
    auto opened = TRY(open_team(reader, visitor, code, id));
    WholeTeam whole;
    whole.in = whole_edition_of(reader, visitor, opened.edition);
    whole.team = std::move(opened.team);
    whole.is_member = opened.is_member;
    whole.is_leader = opened.is_leader;
    whole.is_its_mentor = mentors_team(reader, opened.edition.id, id, visitor.person);
    whole.members = store::members(reader, id);
    std::vector<Seat> own;
    auto const picture = house_.directory.picture();
    for (auto const& one : whole.members) {
        Seat seat{id, one.profile.gender, {}, one.profile.profession};
        if (auto const* const from = picture->administration(one.profile.administration))
            seat.kind = from->kind;
        own.push_back(std::move(seat));
    }
    whole.composition = measure(whole.in.call.targets, own);
    whole.progress = store::progress(reader, id);
    if (!whole.sees_inside()) return whole;
    whole.latest = store::latest(reader, id);
    whole.grace = store::grace(reader, id);
    if (!whole.is_member) return whole;
    whole.requests = store::requests(reader, opened.edition.id, id);
    whole.invitations = store::invitations(reader, id);
    return whole;
}

std::vector<TeamLine> Desk::teams(db::Reader& reader, EditionId edition) const {
    return store::teams(reader, edition);
}
std::vector<Profile> Desk::looking(db::Reader& reader, EditionId edition) const {
    return store::looking(reader, edition);
}

bool Desk::shows_projects(Edition const& edition, Instant now) const {
    if (edition.is_record()) return true;
    auto const& span = edition.span(Phase::award);
    return edition.state != State::draft && span && now >= span->opens_at;
}

std::vector<Exhibit> Desk::projects(db::Reader& reader, EditionId edition) const {
    std::vector<Exhibit> found;
    auto const on = store::shortlisted(reader, edition);
    auto const given = store::awards(reader, edition);
    std::map<TeamId, Team> there;
    for (auto& one : store::teams(reader, edition)) there[one.team.id] = std::move(one.team);
    for (auto& sent : store::latest_of(reader, edition)) {
        auto const team = there.find(sent.team);
        if (team == there.end()) continue;
        Exhibit shown{.team = std::move(team->second), .submission = std::move(sent), .award = {}};
        shown.is_shortlisted = std::find(on.begin(), on.end(), shown.team.id) != on.end();
        for (auto const& one : given)
            if (one.team == shown.team.id) shown.award = one;
        found.push_back(std::move(shown));
    }
    std::sort(found.begin(), found.end(), [](Exhibit const& a, Exhibit const& b) {
        auto const place = [](Exhibit const& one) { return one.award ? one.award->place : 1'000; };
        return std::pair(place(a), a.team.id) < std::pair(place(b), b.team.id);
    });
    return found;
}

std::vector<Desk::Mine> Desk::teams_of(db::Reader& reader, PersonId person) const {
    std::vector<Mine> found;
    for (auto& [edition, team] : store::teams_of(reader, person))
        found.push_back({std::move(edition), std::move(team)});
    return found;
}

Result<KeptFile> Desk::file(db::Reader& reader, http::Visitor const& visitor, std::string_view code,
                            TeamId id, std::string_view sha256, Instant now) const {
    auto const whole = TRY(team(reader, visitor, code, id));
    Refusal const hidden{Refused::not_found, say(msg::refused_no_file)};
    if (whole.sees_inside())
        for (auto const& one : store::work_files(reader, id))
            if (one.file.sha256 == sha256) return one.file;
    auto const latest = store::latest(reader, id);
    if (whole.sees_inside())
        if (auto found = store::file(reader, id, sha256)) return std::move(*found);
    if (latest && shows_projects(whole.in.call.edition, now))
        for (auto const& one : latest->files)
            if (one.sha256 == sha256) return one;
    return hidden;
}

}  // namespace wasl::challenges
