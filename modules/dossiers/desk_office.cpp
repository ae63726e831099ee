// SPDX-License-Identifier: Apache-2.0
// What waits for a unit, a head or an authority above, by the day of its own clock.
#include <algorithm>

#include "modules/dossiers/store.hpp"

namespace wasl::dossiers {

std::vector<Summary> Desk::consulted(db::Reader& db, PersonId reader, UnitId unit) const {
    return store::consulted(db, reader, unit);
}

std::vector<Summary> Desk::claims(db::Reader& db, PersonId reader, AdministrationId where) const {
    auto found = store::claims(db, reader, where, UnitId{0});
    for (auto const* unit : house_.directory.picture()->units_of(where))
        for (auto& line : store::claims(db, reader, where, unit->id))
            found.push_back(std::move(line));
    std::sort(found.begin(), found.end(), [](Summary const& a, Summary const& b) {
        return std::pair(a.due, a.id) < std::pair(b.due, b.id);
    });
    return found;
}

std::vector<std::string> Desk::unfinished(db::Reader& reader, AdministrationId where, UnitId unit,
                                          int limit) const {
    QueueAsk ask;
    ask.administration = where;
    ask.unit = unit;
    ask.limit = limit;
    std::vector<std::string> numbers;
    for (auto& line : store::queue(reader, {ask, PersonId{0}, Date{}}))
        numbers.push_back(std::move(line.number));
    return numbers;
}

std::vector<Summary> Desk::claims_escalated(db::Reader& db, PersonId reader,
                                            AdministrationId above) const {
    return store::claims_escalated(db, reader, above);
}

std::vector<Summary> Desk::appeals_open(db::Reader& db, PersonId reader,
                                        AdministrationId authority) const {
    return store::appeals_open(db, reader, authority);
}

std::vector<Summary> Desk::appeals_escalated(db::Reader& db, PersonId reader,
                                             AdministrationId above) const {
    return store::appeals_escalated(db, reader, above);
}

}  // namespace wasl::dossiers
