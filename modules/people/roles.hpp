// SPDX-License-Identifier: Apache-2.0
// Positions, who holds them, who exercises them by delegation. Each change of a right is an entry
// of the administration's journal.
#pragma once

#include <string_view>

#include "modules/people/store.hpp"

namespace wasl::people {

struct NewPosition {
    AdministrationId administration{0};
    UnitId unit{0};
    std::string_view role, title_ar, title_fr;
};
Result<PositionId> found_position(Desk const&, db::Writer&, http::Visitor const& by,
                                  NewPosition const&, Instant now);
// Ends its holdings and delegations with the day before.
Outcome close_position(Desk const&, db::Writer&, http::Visitor const& by, PositionId, Date today,
                       Instant now);

struct NewHolding {
    PositionId position{0};
    std::string_view contact;      // confirmed, of an account
    std::string_view from, until;  // ISO; until empty: open
};
Result<HoldingId> give_position(Desk const&, db::Writer&, http::Visitor const& by,
                                NewHolding const&, Date today, Instant now);

// By the holder or by an administrator of the place. Never longer than the holding itself, never
// delegated on, and said in words what it covers.
struct NewDelegation {
    HoldingId holding{0};
    std::string_view contact, from, until, matter;
};
Result<HoldingId> delegate(Desk const&, db::Writer&, http::Visitor const& by, NewDelegation const&,
                           Date today, Instant now);

// From today on. A holder may end what they delegated; an administrator ends anything of the
// place, except the platform's last administrator.
Outcome end_holding(Desk const&, db::Writer&, http::Visitor const& by, HoldingId, Date today,
                    Instant now);

}  // namespace wasl::people
