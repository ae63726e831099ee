// SPDX-License-Identifier: Apache-2.0
// How rows of this module are read, for its store alone.
#pragma once

#include "modules/bank/store.hpp"
#include "platform/db/joined.hpp"

namespace wasl::bank::store {

template<typename Value>
Value known(std::optional<Value> const& value) {
    check(value.has_value(), "the database holds only names that we wrote");
    return *value;
}

inline constexpr db::Piece entry_columns = R"sql(
    select id, number, stage, title, problem, solution, serves, evidence, evidence_note,
        cost, yearly_cost, effort_days, needs, licence, replicability, replicability_note,
        contacts, website, language, origin, source_name, team, challenge, award,
        source_url, source_key, is_example, author, author_name, name_shown, owner,
        owner_name, proposed_at, changed_at, listed_at, confirmed_on, reminded, reviewer,
        reason, merged_into, is_hidden, version)sql";
Entry read_entry(db::Row const&);                 // without what it touches
Content read_content(db::Row const&, int first);  // the same
Source read_source(db::Row const&, int first);
StepLine read_step(db::Row const&, int first);
void add_touch(Touched&, std::string_view kind, std::string_view code);
std::optional<Date> day_or_none(db::Row const&, int column);
std::string day_text(std::optional<Date> const&);

}  // namespace wasl::bank::store
