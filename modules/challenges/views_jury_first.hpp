// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/challenges/first_reading.hpp"
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

struct FirstPage {
    WholeEdition const& in;
    std::optional<FirstSeat> const& seat;    // of a judge
    std::optional<FirstTable> const& table;  // of the organiser and the chair
};
void first(html::Html&, Known const&, FirstPage const&);

struct FirstProjectPage {
    WholeEdition const& in;
    FirstOpened const& opened;
};
void first_project(html::Html&, Known const&, FirstProjectPage const&);

}  // namespace wasl::challenges::views
