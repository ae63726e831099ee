// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/subjects.hpp"

#include <string>

#include "modules/procedures/messages.hpp"

namespace wasl::procedures {

static constexpr std::string_view theme_codes[] = {"urbanism",     "economy",
                                                   "public_space", "civil_status",
                                                   "certificates", "death",
                                                   "events",       "hygiene",
                                                   "transport",    "social",
                                                   "environment",  "education",
                                                   "health",       "company",
                                                   "employment",   "property",
                                                   "finance",      "justice",
                                                   "agriculture",  "fishing",
                                                   "forests",      "water",
                                                   "energy",       "mines",
                                                   "industry",     "intellectual_property",
                                                   "customs",      "telecom",
                                                   "tourism"};
static constexpr std::string_view life_event_codes[] = {
    "having_child",    "marrying",     "losing_relative", "building_home",    "moving_in",
    "buying_property", "opening_shop", "opening_school",  "starting_company", "running_company",
    "closing_company", "hiring",       "losing_job",      "retiring",         "illness",
    "disability",      "studying",     "farming",         "organising_event"};
// Ten groups, as the national portal divides those it serves.
static constexpr std::string_view audience_codes[] = {
    "citizens",      "abroad",       "foreigners",   "companies", "self_employed",
    "professionals", "associations", "cooperatives", "investors", "public_bodies"};

std::span<std::string_view const> themes() { return theme_codes; }
std::span<std::string_view const> life_events() { return life_event_codes; }
std::span<std::string_view const> audiences() { return audience_codes; }

Message const* theme_named(std::string_view code) {
    return msg::find("theme." + std::string(code));
}
Message const* life_event_named(std::string_view code) {
    return msg::find("life_event." + std::string(code));
}
Message const* audience_named(std::string_view code) {
    return msg::find("audience." + std::string(code));
}

}  // namespace wasl::procedures
