// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace wasl {

// The number of a row, which cannot be mistaken for the number of another kind of row. It can be
// compared and stored, and nothing else: nobody adds two dossiers together.
template<typename Tag>
class Id {
public:
    constexpr explicit Id(std::int64_t value) : value_(value) {}
    constexpr std::int64_t value() const { return value_; }

    friend auto operator<=>(Id, Id) = default;

private:
    std::int64_t value_;
};

// Ids that cross module borders. A module's own ids stand in its front door.
using PersonId = Id<struct PersonTag>;
using AdministrationId = Id<struct AdministrationTag>;
using UnitId = Id<struct UnitTag>;
using TerritoryId = Id<struct TerritoryTag>;

}  // namespace wasl
