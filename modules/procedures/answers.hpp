// SPDX-License-Identifier: Apache-2.0
// What the answers of one person make of a form: which questions are asked, how often a group is
// filled in, what is to be paid.
#pragma once

#include <array>

#include "modules/procedures/sheet.hpp"
#include "platform/html/html.hpp"

namespace wasl::procedures {

using AnswerList = std::vector<std::pair<std::string, std::string>>;

inline constexpr int rows_standard = 10;
int rows_most(FormField const& group);
// The answer to a group is how many rows it has; the answers of a row bear "heirs.0.name".
int rows_in(FormField const& group, Answers);
std::string row_code(FormField const& group, int row, FormField const& inner);
// Whether the form could ask that: a question, or one in a row of a group.
bool can_ask(Sheet const&, std::string_view code);

// The answers that count: to questions whose conditions hold by the others that count. What
// somebody answered before taking another way is left aside (law 55.19 art. 3: it is not asked).
AnswerList in_force(Sheet const&, Answers);

struct DueFee {
    Fee const* fee = nullptr;
    std::optional<Money> amount;  // none: cannot be known from the answers
};
std::vector<DueFee> due_fees(Sheet const&, Answers);
// Of all of them; none where one is not known.
std::optional<Money> total_of(std::vector<DueFee> const&);

// An address is asked in parts and kept as one answer, a part a line: number and street or
// douar, quarter, postcode, town.
inline constexpr std::string_view address_parts[] = {"line", "quarter", "postcode", "town"};
struct Address {
    std::array<std::string, 4> parts;  // beside address_parts
};
Address address_from(std::string_view answer);
std::string answer_from(Address const&);            // empty where nothing was said
std::string in_one_line(Language, Address const&);  // "12 rue Fès, 63300 Berkane"

// One question as people see it, under the name that its answer is sent with. Not for groups.
struct AskedAs {
    std::string_view name;
    std::string_view value;
    Said error;
    Said postcode_error{};  // of an address alone
    int signs_max = 2000;
};
void show_question(html::Html&, FormField const&, AskedAs const&);

}  // namespace wasl::procedures
