// SPDX-License-Identifier: Apache-2.0
// One spelling of roles and languages, in the database, in forms and in message keys.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kernel/message.hpp"
#include "platform/http/router.hpp"

namespace wasl::people {

inline constexpr std::array<http::Role, 4> roles_of_positions{
    http::Role::officer, http::Role::head, http::Role::auditor, http::Role::administrator};

constexpr std::string_view name_of(http::Role role) {
    switch (role) {
        case http::Role::citizen: return "citizen";
        case http::Role::officer: return "officer";
        case http::Role::head: return "head";
        case http::Role::auditor: return "auditor";
        case http::Role::administrator: return "administrator";
    }
    return "citizen";
}

// Nothing for `citizen`: everybody is one, nobody holds it as a position.
constexpr std::optional<http::Role> role_named(std::string_view name) {
    for (auto const role : roles_of_positions)
        if (name_of(role) == name) return role;
    return std::nullopt;
}

constexpr Language language_named(std::string_view name) {
    for (auto const language : languages)
        if (wasl::name_of(language) == name) return language;
    return Language::ar;
}

}  // namespace wasl::people
