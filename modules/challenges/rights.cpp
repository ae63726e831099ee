// SPDX-License-Identifier: Apache-2.0
// What this module holds about a person, and what it lets go (law 09-08 arts. 7 and 8): what was
// declared goes; that somebody was of a team, or judged one, stays, since the edition's figures,
// its awards and its table rest on it. A vote stays without its voter.
#include <boost/json.hpp>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_certificates.hpp"
#include "modules/challenges/store_jury.hpp"
#include "modules/challenges/store_polls.hpp"

namespace wasl::challenges {

namespace json = boost::json;

static json::array teams(db::Reader& reader, PersonId person) {
    json::array teams;
    for (auto const& [edition, team] : store::teams_of(reader, person)) {
        json::object one{{"edition", edition.code}, {"team", team.name}};
        if (auto const profile = store::profile(reader, edition.id, person)) {
            one["gender"] = name_of(profile->gender);
            one["profession"] = profile->profession;
            one["skills"] = profile->skills;
            one["about"] = profile->about;
        }
        teams.push_back(std::move(one));
    }
    return teams;
}

static json::array juries(db::Reader& reader, PersonId person) {
    json::array juries;
    auto const conflicts = store::conflicts_of(reader, person);
    auto const ballots = store::ballots_of(reader, person);
    auto const first = store::first_marks_of(reader, person);
    for (auto const& seat : store::seats_of(reader, person)) {
        json::object one{{"edition", seat.edition}, {"chair", seat.juror.is_chair}};
        if (seat.juror.declared) one["declared"] = iso(*seat.juror.declared);
        if (seat.juror.recused) one["recused"] = iso(*seat.juror.recused);
        if (!seat.juror.reason.empty()) one["reason"] = seat.juror.reason;
        json::array near, said;
        for (auto const& [edition, team, conflict] : conflicts)
            if (edition == seat.edition)
                near.push_back({{"team", team},
                                {"source", name_of(conflict.source)},
                                {"reason", conflict.reason},
                                {"noted", iso(conflict.at)}});
        for (auto const& [edition, team, ballot, is_void] : ballots)
            if (edition == seat.edition)
                said.push_back({{"team", team},
                                {"version", ballot.version},
                                {"marks", ballot.said.marks},
                                {"comment", ballot.said.comment},
                                {"source", ballot.source},
                                {"saved", iso(ballot.at)},
                                {"void", is_void}});
        json::array read;
        for (auto const& [edition, team, marks] : first)
            if (edition == seat.edition)
                read.push_back({{"team", team},
                                {"version", marks.version},
                                {"marks", marks.said.marks},
                                {"comment", marks.said.comment},
                                {"saved", iso(marks.at)}});
        one["readings"] = std::move(read);
        one["conflicts"] = std::move(near);
        one["ballots"] = std::move(said);
        juries.push_back(std::move(one));
    }
    return juries;
}

static json::array certificates(db::Reader& reader, PersonId person) {
    json::array certificates;
    for (auto const& one : store::certificates_of(reader, person))
        certificates.push_back({{"number", one.number},
                                {"kind", name_of(one.merit.kind)},
                                {"name", one.name},
                                {"minutes", one.merit.minutes}});
    return certificates;
}

static std::string exports(db::Reader& reader, PersonId person) {
    json::array votes;
    for (auto const& vote : store::votes_of(reader, person)) {
        auto const team = store::team(reader, vote.team);
        votes.push_back({{"edition", vote.edition},
                         {"team", team ? team->name : std::string()},
                         {"cast", iso(vote.at)}});
    }
    return json::serialize(json::object{{"teams", teams(reader, person)},
                                        {"juries", juries(reader, person)},
                                        {"votes", std::move(votes)},
                                        {"certificates", certificates(reader, person)},
                                        {"papers_read", store::papers_read_by(reader, person)}});
}

static std::vector<Said> erases(db::Writer& writer, PersonId person, Instant) {
    std::vector<Said> stays;
    bool const voted = !store::votes_of(writer, person).empty();
    store::forget(writer, person);
    store::forget_holder(writer, person);
    store::forget_reasons(writer, person);
    store::detach_votes(writer, person);
    if (store::took_part(writer, person)) stays.push_back(say(msg::retention_membership));
    if (!store::ballots_of(writer, person).empty() ||
        !store::first_marks_of(writer, person).empty())
        stays.push_back(say(msg::retention_judged));
    if (voted) stays.push_back(say(msg::retention_vote));
    return stays;
}

people::Contributor Desk::contributor() const { return {"challenges", exports, erases}; }

}  // namespace wasl::challenges
