// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/names.hpp"

#include "kernel/value_named.hpp"

namespace wasl::challenges {

namespace {

constexpr std::array<std::string_view, 3> states = {"draft", "published", "closed"};
constexpr std::array<std::string_view, phase_count> phases = {
    "call", "formation", "coaching", "submission", "shortlisting", "jury", "award", "follow_up"};
constexpr std::array<std::string_view, doing_count> doings = {
    "look", "found",  "join",      "leave", "lead",       "describe", "book",
    "work", "submit", "shortlist", "judge", "deliberate", "award",    "tell"};
constexpr std::array<std::string_view, 2> eligibles = {"civil_servants", "everyone"};
constexpr std::array<std::string_view, trait_count> traits = {"women", "deconcentrated",
                                                              "collectivities", "professions"};
constexpr std::array<std::string_view, 3> genders = {"unsaid", "woman", "man"};
constexpr std::array<std::string_view, step_count> step_names = {"empathise", "define", "ideate",
                                                                 "prototype", "test"};

template<typename Value, std::size_t N>
std::string_view in(std::array<std::string_view, N> const& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(State one) { return in(states, one); }
std::string_view name_of(Phase one) { return in(phases, one); }
std::string_view name_of(Doing one) { return in(doings, one); }
std::string_view name_of(Eligible one) { return in(eligibles, one); }
std::string_view name_of(Trait one) { return in(traits, one); }
std::string_view name_of(Gender one) { return in(genders, one); }
std::string_view name_of(Step one) { return in(step_names, one); }
std::optional<State> state_named(std::string_view text) { return value_named<State>(states, text); }
std::optional<Phase> phase_named(std::string_view text) { return value_named<Phase>(phases, text); }
std::optional<Eligible> eligible_named(std::string_view text) {
    return value_named<Eligible>(eligibles, text);
}
std::optional<Trait> trait_named(std::string_view text) { return value_named<Trait>(traits, text); }
std::optional<Gender> gender_named(std::string_view text) {
    return value_named<Gender>(genders, text);
}
std::optional<Step> step_named(std::string_view text) {
    return value_named<Step>(step_names, text);
}

}  // namespace wasl::challenges
