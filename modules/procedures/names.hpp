// SPDX-License-Identifier: Apache-2.0
// Where a sheet can stand: what its lifecycle is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wasl::procedures {

enum class SheetState : std::uint8_t {
    inventoried,         // somebody asks people for it: that much is known
    in_study,            // being written, or put right
    submitted,           // lies with the commission or the Interior (art. 9)
    approved,            // by the National Commission
    conformity_checked,  // by the Interior, for territorial collectivities
    published,
    suspended,
    withdrawn,
    merged,  // into another sheet
    deleted  // no text founds it: nobody may ask people for it
};
inline constexpr std::size_t sheet_state_count = 10;
std::string_view name_of(SheetState);

}  // namespace wasl::procedures
