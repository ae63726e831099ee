// SPDX-License-Identifier: Apache-2.0
// "They asked me for something that is not on this sheet" (law 55.19 art. 3): said by anybody, with
// or without an account, to the head of the administration, and counted in public.
#pragma once

#include <optional>
#include <string>

#include "kernel/date.hpp"
#include "kernel/id.hpp"

namespace wasl::procedures {

using ClaimId = Id<struct ExcessClaimTag>;

enum class ClaimState : std::uint8_t { received, answered, put_right };
std::string_view name_of(ClaimState);
std::optional<ClaimState> claim_state_named(std::string_view);

inline constexpr std::size_t claim_text_most = 2000;
inline constexpr std::size_t claim_contact_most = 120;
inline constexpr Days claim_contact_kept{365};  // then the contact is erased, the claim stays

struct Claim {
    ClaimId id{0};
    AdministrationId administration{0};  // where it was asked for
    std::string sheet;                   // code
    std::string dossier;                 // number of the receipt; may be empty
    std::string asked;                   // what was asked for
    Date asked_on{};
    std::string contact;  // may be empty
    ClaimState state = ClaimState::received;
    std::string answer;
    Instant at{};
};

struct ClaimCount {
    AdministrationId administration{0};
    std::int64_t received = 0, answered = 0, put_right = 0;
};

}  // namespace wasl::procedures
