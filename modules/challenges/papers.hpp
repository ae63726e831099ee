// SPDX-License-Identifier: Apache-2.0
// What the papers of this module share: they are written in the official language.
#pragma once

#include <string>

#include "kernel/message.hpp"
#include "modules/challenges/edition.hpp"

namespace wasl::challenges::papers {

inline constexpr auto official = Language::ar;

std::string said(Said const&);
std::string on(Date);

// "ساعتان ونصف": half hours are what coaching is counted in.
Said hours_said(std::int64_t minutes);

// From the first phase to the last before its follow-up; nothing where no day is known.
struct Days {
    Date first{}, last{};
};
std::optional<Days> days_of(Edition const&);

// Who stands under a paper: the organiser's head, else the organiser.
std::string signature_of(directory::Picture const&, AdministrationId organiser);

}  // namespace wasl::challenges::papers
