// SPDX-License-Identifier: Apache-2.0
// What is refused in more than one place, in the same words.
#pragma once

#include <string_view>

#include "kernel/result.hpp"
#include "modules/people/messages.hpp"

namespace wasl::people {

inline Refusal invalid(Message const& what, std::string_view field) {
    return {Refused::invalid, say(what), {}, field};
}
inline Refusal not_found() { return {Refused::not_found, {}}; }
inline Refusal wrong_code() { return {Refused::invalid, say(msg::refusal_code), {}, "code"}; }

}  // namespace wasl::people
