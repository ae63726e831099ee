// SPDX-License-Identifier: Apache-2.0
// How rows of this module are read, for its store alone.
#pragma once

#include "modules/bank/store.hpp"

namespace wasl::bank::store {

template<typename Value>
Value known(std::optional<Value> const& value) {
    check(value.has_value(), "the database holds only names that we wrote");
    return *value;
}

Entry read_entry(db::Row const&);  // without what it touches
Source read_source(db::Row const&, int first);
void add_touch(Touched&, std::string_view kind, std::string_view code);
std::optional<Date> day_or_none(db::Row const&, int column);
std::string day_text(std::optional<Date> const&);

}  // namespace wasl::bank::store
