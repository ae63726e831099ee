// SPDX-License-Identifier: Apache-2.0
// What this module holds about a person, and what it lets go (law 09-08 arts. 7 and 8): the name,
// the tie to the account, what was followed. What was said about a place stays, and is nobody's.
#include <boost/json.hpp>

#include "modules/reports/inside.hpp"
#include "modules/reports/store_alerts.hpp"

namespace wasl::reports {

namespace json = boost::json;

namespace {

json::object exported(db::Reader& reader, Report const& report) {
    json::object made{{"number", report.number},          {"title", report.title},
                      {"details", report.details},        {"category", report.category},
                      {"lat", report.place.lat},          {"long", report.place.lon},
                      {"landmark", report.landmark},      {"state", report.state},
                      {"filed_on", iso(report.filed_on)}, {"name", report.author_name},
                      {"name_shown", report.name_shown},  {"rating", report.rating}};
    json::array answers, photos;
    for (auto const& one : store::answers(reader, report.id))
        for (auto const& value : one.values)
            answers.push_back(json::object{{"question", one.question}, {"value", value}});
    for (auto const& one : store::photos(reader, report.id))
        photos.push_back(json::value(one.sha256));
    made["answers"] = std::move(answers);
    made["photos"] = std::move(photos);
    return made;
}

std::string exports(db::Reader& reader, PersonId person) {
    json::array reports, said, followed, alerts;
    for (auto const id : store::written_by(reader, person))
        if (auto const report = store::by_id(reader, id))
            reports.push_back(exported(reader, *report));
    for (auto const& line : store::lines_of(reader, person))
        said.push_back(json::object{{"report", line.number},
                                    {"action", line.update.action},
                                    {"text", line.update.text},
                                    {"at", iso(line.update.at)}});
    for (auto const& [number, supports] : store::followings_of(reader, person))
        followed.push_back(json::object{{"report", number}, {"supports", supports}});
    for (auto const& one : store::alerts_of_person(reader, person))
        alerts.push_back(json::object{{"commune", one.territory.value()},
                                      {"category", one.category},
                                      {"metres", one.metres},
                                      {"lat", one.place.lat},
                                      {"long", one.place.lon},
                                      {"every_days", one.every_days}});
    return json::serialize(json::object{{"reports", std::move(reports)},
                                        {"alerts", std::move(alerts)},
                                        {"said", std::move(said)},
                                        {"follows", std::move(followed)}});
}

std::vector<Said> erases(db::Writer& writer, PersonId person, Instant) {
    bool const wrote =
        !store::written_by(writer, person).empty() || !store::lines_of(writer, person).empty();
    store::forget_author(writer, person);
    store::forget_lines(writer, person);
    store::forget_follower(writer, person);
    store::forget_alerts(writer, person);
    if (!wrote) return {};
    return {say(msg::retention_public)};
}

}  // namespace

people::Contributor Desk::contributor() const { return {"reports", exports, erases}; }

}  // namespace wasl::reports
