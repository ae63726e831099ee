// SPDX-License-Identifier: Apache-2.0
// What is done in an event of life, in the order in which people do it: data/life_events.tsv, a
// line an event, codes of sheets and of inventoried decisions. What the table does not name but is
// classified under the event stands after it, so that a sheet written tomorrow is not lost.
#pragma once

#include "modules/procedures/finding.hpp"

namespace wasl::procedures {

struct LifeEvent {
    std::vector<Item> steps, others;
};
LifeEvent life_event(Picture const&, std::string_view code);

// Its neighbours in one event; what nobody has published yet is passed over.
struct Around {
    std::string_view event;
    std::optional<Item> before, after;
};
std::vector<Around> around(Picture const&, std::string_view code);

}  // namespace wasl::procedures
