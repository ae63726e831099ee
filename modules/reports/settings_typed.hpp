// SPDX-License-Identifier: Apache-2.0
// The rows of the settings as the fields of a form, and back. What cannot be read as a number is
// one that no rule admits, so that the rule names the field.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modules/reports/pages.hpp"
#include "modules/reports/settings.hpp"
#include "platform/http/message.hpp"

namespace wasl::reports::bureau {

// One kind of row: its word in addresses and in the history, and what can be done with it.
struct RowKind {
    std::string_view address, history;
    Message const& title;
    Message const& add;
    // Its fields and itself as JSON, by its key; nothing where there is none.
    struct Found {
        http::Pairs fields;
        std::string json;
    };
    std::optional<Found> (*find)(Settings const&, std::string_view key);
    std::string (*key_typed)(http::Request const&);
    Outcome (*keep)(Desk const&, db::Writer&, http::Visitor const&, http::Request const&,
                    Instant now);
    Outcome (*remove)(Desk const&, db::Writer&, http::Visitor const&, std::string_view key,
                      Instant now) = nullptr;
};
std::span<RowKind const> row_kinds();
RowKind const* row_kind_named(std::string_view address);

}  // namespace wasl::reports::bureau
