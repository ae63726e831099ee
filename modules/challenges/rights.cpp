// SPDX-License-Identifier: Apache-2.0
// What this module holds about a person, and what it lets go (law 09-08 arts. 7 and 8): what was
// declared goes; that somebody was of a team stays, since the edition's figures and its awards rest
// on it.
#include <boost/json.hpp>

#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace json = boost::json;

static std::string exports(db::Reader& reader, PersonId person) {
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
    return json::serialize(json::object{{"teams", std::move(teams)}});
}

static std::vector<Said> erases(db::Writer& writer, PersonId person, Instant) {
    store::forget(writer, person);
    if (!store::took_part(writer, person)) return {};
    return {say(msg::retention_membership)};
}

people::Contributor Desk::contributor() const { return {"challenges", exports, erases}; }

}  // namespace wasl::challenges
