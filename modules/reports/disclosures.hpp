// SPDX-License-Identifier: Apache-2.0
// What a text would tell everybody about a person: telephone numbers, e-mail addresses, numbers of
// the national identity card, plates of vehicles. Shown to the author before publication (law 09-08
// art. 3: no more than is needed); the author decides. Pure.
//
// Shapes, as written in Morocco: telephones of ten digits from 05, 06, 07 or 08, or after +212 or
// 00212, with spaces, points or dashes between; the CNIE is one or two letters and five or six
// digits; a plate is a serial of up to six digits, an Arabic letter and a prefecture of one or two
// digits, in either direction of writing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::reports {

enum class Disclosed : std::uint8_t { phone, email, identity_card, plate };
std::string_view name_of(Disclosed);

struct Disclosure {
    Disclosed what = Disclosed::phone;
    std::size_t at = 0, size = 0;  // bytes of the text
};

// In the order of the text; none overlaps another.
std::vector<Disclosure> disclosures_in(std::string_view utf8);

// The text with each of them replaced by as many dots as it has signs, at most eight.
std::string redacted(std::string_view utf8, std::vector<Disclosure> const&);

}  // namespace wasl::reports
