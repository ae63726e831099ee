// SPDX-License-Identifier: Apache-2.0
// The bank for programs: Atom, JSON, CSV.
#pragma once

#include "modules/bank/said.hpp"

namespace wasl::bank {

std::string atom_of(Language, Known const&, std::string const& site, std::string_view asked,
                    std::span<Line const* const>);
std::string json_of(Known const&, std::string const& site, std::span<Line const* const>);
std::string csv_of(Known const&, std::string const& site, std::span<Line const* const>);

}  // namespace wasl::bank
