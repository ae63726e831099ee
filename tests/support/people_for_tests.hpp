// SPDX-License-Identifier: Apache-2.0
// People of a test: written in the database as at a counter, and as visitors before a door.
#pragma once

#include "modules/people/names.hpp"
#include "modules/people/people.hpp"

namespace wasl::tests {

inline http::Visitor registered(db::Writer& writer, people::Desk const& people,
                                std::string_view name, Instant now) {
    http::Visitor visitor;
    visitor.person =
        people.register_at_counter(writer, {.name = std::string(name)}, PersonId{0}, now).value();
    visitor.name = name;
    return visitor;
}

// A position that the database knows of, so that notices for whoever holds it reach that person.
inline void give_position(db::Writer& writer, PersonId person, http::Role role,
                          AdministrationId where) {
    static constexpr db::Sql position{"test.position", R"sql(
        insert into people_positions (id, administration, unit, role, title_ar, title_fr)
        values ($1, $2, 0, $3, 'منصب', 'poste')
    )sql"};
    static constexpr db::Sql held{"test.holding", R"sql(
        insert into people_holdings (id, position, person, role, administration, unit, from_day,
            until_day, given_by, given_at)
        values ($1, $2, $3, $4, $5, 0, '2020-01-01', '9999-12-31', 0, 0)
    )sql"};
    auto const id = db::next_id();
    auto const word = people::name_of(role);
    writer.execute(position, id, where, word);
    writer.execute(held, db::next_id(), id, person, word, where);
}

}  // namespace wasl::tests
