// SPDX-License-Identifier: Apache-2.0
// From a form of the editor to a sheet. One section is one form; what a section does not show, it
// does not touch.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "modules/procedures/sheet.hpp"
#include "platform/html/forms.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures {

enum class Section : std::uint8_t {
    general,
    basis,
    requirements,
    documents,
    information,
    fees,
    steps,
    term,
    channels,
    form
};
std::span<std::string_view const> section_names();
std::string_view name_of(Section);
std::optional<Section> section_named(std::string_view);

inline constexpr std::string_view parts_to_confirm[] = {"term", "documents", "fees", "form"};

// Puts what was typed into its section. Faults name the form's fields.
void type_into(Sheet&, Section, http::Request const&, html::Faults&);

// "12", "12,50", "1250.00".
std::optional<Money> dirhams(std::string_view);
std::string written(Money);

// The answers of a choice, one a line: "سكن | Habitation".
std::vector<Names> choices_from(std::string_view lines);
std::string lines_of(std::vector<Names> const&);

}  // namespace wasl::procedures
