// SPDX-License-Identifier: Apache-2.0
// A document that the administration brings itself (law 55.19 arts 23 and 24): the citizen is not
// asked for it, he is asked whether it may be fetched from whoever holds it, and sees the copy
// before it is used. Where it cannot be had he is told why, within fifteen days of filing, and
// invited to supply it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "kernel/result.hpp"
#include "modules/dossiers/clock.hpp"
#include "modules/dossiers/lifecycle.hpp"

namespace wasl::dossiers {

enum class Fetching : std::uint8_t {
    consent_awaited,  // nothing may be fetched yet
    to_fetch,         // consented, or our own: a task of the unit, with its own clock
    copy_shown,       // the citizen has the copy before him; nobody may use it
    in_file,          // approved by him, or our own
    declined,         // no consent, or the copy was not approved: he supplies it himself
    failed,           // could not be had, and he was told why
    supplied,         // by himself, after one of the two
};
template<>
struct Spelling<Fetching> {
    static constexpr auto names = std::to_array<std::string_view>(
        {"consent_awaited", "to_fetch", "copy_shown", "in_file", "declined", "failed", "supplied"});
};

inline constexpr int fetching_days = 15;  // art. 24, from the day of filing
inline constexpr OwnTerm fetching_term{fetching_days, "55.19/24"};

struct Fetch {
    std::string requirement;
    std::string holder;
    bool own = false;
    Fetching state = Fetching::consent_awaited;
    Date due{};
    PersonId consented_by{0};
    std::optional<Instant> consented_at;
    std::optional<Id<struct DossierDocumentTag>> copy;
    std::string reason;
};

struct FetchStep {
    Fetching from;
    Action action;
    Actors by;
    Fetching to;
};

inline constexpr auto fetch_steps = [] {
    using enum Fetching;
    using enum Action;
    return std::to_array<FetchStep>({
        {consent_awaited, consent, citizen, to_fetch},
        {consent_awaited, decline_fetch, citizen, declined},
        {declined, consent, citizen, to_fetch},
        {to_fetch, decline_fetch, citizen, declined},
        {to_fetch, fetch, officer | head, copy_shown},
        {to_fetch, fetch_failed, officer | head, failed},
        {copy_shown, approve_copy, citizen, in_file},
        {copy_shown, decline_fetch, citizen, declined},
        {consent_awaited, supply_copy, citizen, supplied},
        {declined, supply_copy, citizen, supplied},
        {failed, supply_copy, citizen, supplied},
    });
}();

namespace proof {

// Nothing leaves its holder, and nothing is used, unless the citizen said so (art. 24).
consteval bool nothing_is_used_unseen() {
    for (auto const& step : fetch_steps) {
        bool const towards = step.to == Fetching::to_fetch || step.to == Fetching::in_file;
        if (towards && !(step.by == citizen)) return false;
        if (step.to == Fetching::copy_shown && step.from != Fetching::to_fetch) return false;
        if (step.to == Fetching::in_file && step.from != Fetching::copy_shown) return false;
    }
    return true;
}
static_assert(nothing_is_used_unseen());

}  // namespace proof

// What the step leads to, or a refusal with the article. Our own documents go into the file at
// once and need no word from anybody.
Result<Fetching> may_fetch(Fetch const&, State of_dossier, Action, Actors);
// Reasons are needed where the law wants the citizen to be told why.
Outcome may_fail_fetch(Fetch const&, State of_dossier, Actors, std::string_view reason);

// The copy lies there but is not to be used: the office does not see it.
constexpr bool is_sealed(Fetching state) {
    return state == Fetching::copy_shown || state == Fetching::declined;
}

}  // namespace wasl::dossiers
