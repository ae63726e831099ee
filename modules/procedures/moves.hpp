// SPDX-License-Identifier: Apache-2.0
// A button of a list: an item more, one less, one a place up or down. The move is made upon what
// was typed, before it is read, so that nothing is lost on the way, right or wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace wasl::procedures {

struct Move {
    std::string act;   // "add", "remove", "up", "down"
    std::string list;  // "documents", "form.2.fields", "fees.0.formula.terms"
    std::size_t at = 0;

    friend bool operator==(Move const&, Move const&) = default;
};

// "add", "remove.2" of the section's own list; "add:form.2.fields", "up:form.2.fields.1" of a list
// within. Nothing where no such button was pressed.
std::optional<Move> move_of(std::string_view section, std::string_view pressed);

// The field that says how many items a list showed: "count", or "form.2.fields.count".
std::string count_name(std::string_view list);

// The form as if the items had stood there in that order.
void make(Move const&, http::Pairs& form);

}  // namespace wasl::procedures
