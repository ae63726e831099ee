// SPDX-License-Identifier: Apache-2.0
// What this module holds about a person, and what it lets go (law 09-08 arts. 7 and 8): the name,
// the tie to the account, what was followed. An idea that was given to the bank stays in it.
#include <boost/json.hpp>

#include "modules/bank/inside.hpp"

namespace wasl::bank {

namespace json = boost::json;

namespace {

std::string exports(db::Reader& reader, PersonId person) {
    json::array written, acts, followed;
    for (auto const& one : store::written_by(reader, person)) {
        json::array former;
        for (auto const& wording : store::wordings(reader, one.id))
            former.push_back(json::object{{"title", wording.content.title},
                                          {"problem", wording.content.problem},
                                          {"solution", wording.content.solution},
                                          {"until", iso(wording.ended.at)}});
        written.push_back(json::object{{"number", one.number},
                                       {"title", one.content.title},
                                       {"problem", one.content.problem},
                                       {"solution", one.content.solution},
                                       {"stage", name_of(one.stage)},
                                       {"name", one.author_name},
                                       {"name_shown", one.name_shown},
                                       {"former", std::move(former)},
                                       {"at", iso(one.proposed_at)}});
    }
    for (auto const& one : store::steps_by(reader, person))
        acts.push_back(
            json::object{{"action", one.action}, {"reason", one.reason}, {"at", iso(one.at)}});
    for (auto const& one : store::followed_by(reader, person))
        followed.push_back(json::value(one.number));
    return json::serialize(json::object{{"entries", std::move(written)},
                                        {"acts", std::move(acts)},
                                        {"follows", std::move(followed)}});
}

std::vector<Said> erases(db::Writer& writer, PersonId person, Instant) {
    bool const wrote =
        !store::written_by(writer, person).empty() || !store::steps_by(writer, person).empty();
    store::forget(writer, person);
    if (!wrote) return {};
    return {say(msg::retention_public)};
}

}  // namespace

people::Contributor Desk::contributor() const { return {"bank", exports, erases}; }

}  // namespace wasl::bank
