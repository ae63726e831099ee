// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/sentences.hpp"

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

Said term_to_come(Term term) {
    return say(msg::filing_term_to_come, {number("count", lawful_days(term))});
}

std::vector<Said> appeal_way(Route route, std::string_view authority) {
    if (route == Route::investment_law) return {say(msg::appeal_investment)};
    std::vector<Said> way{say(msg::appeal_route, {text("authority", authority)})};
    if (route == Route::council) way.push_back(say(msg::appeal_escalation));
    return way;
}

}  // namespace wasl::dossiers
