// SPDX-License-Identifier: Apache-2.0
// The legal gate: what keeps a sheet from being published. Pure functions; each rule names its
// article. A sheet without objections may be asked of people (law 55.19 art. 3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/message.hpp"
#include "modules/procedures/holders.hpp"
#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

// One thing to be put right: beside which field, why, and by which article.
struct Objection {
    std::string field;  // "term_days", "documents.plans"
    Said what;
    std::string_view article;  // "55.19/16"
};

// What the sheet alone cannot say.
struct Surroundings {
    bool collectivity = false;  // decides who approves (art. 9) and which list of silence holds
    std::vector<InventoriedDecision> const* lists = nullptr;
    std::vector<EvidenceType> const* types = nullptr;
    std::vector<Exemption> const* exemptions = nullptr;
    Date today{};  // an exemption that has run out exempts nobody

    // The listed decision of that code, in whatever decree it is named; null if there is none.
    InventoriedDecision const* listed(std::string_view code) const;
    EvidenceType const* type(std::string_view code) const;
};

// Where the form and the sheet do not say the same (form ≡ sheet).
enum class Difference : std::uint8_t {
    unnamed,    // the form asks what the sheet does not name
    stricter,   // the form insists on what the sheet leaves to people
    not_asked,  // the sheet names what the form does not ask: no offence, but worth a look
};
struct FormDifference {
    Difference what = Difference::unnamed;
    std::string code;
    Names title;
};
std::vector<FormDifference> form_differences(Sheet const&);

std::vector<Objection> objections(Sheet const&, Surroundings const&);

// The rules one by one, in the order of the articles.
namespace rule {
using Found = std::vector<Objection>;
void has_what_article_6_asks(Sheet const&, Found&);                      // 55.19 art. 6-1, 6-2, 6-6
void rests_on_a_text(Sheet const&, Found&);                              // 55.19 art. 3, 6-1
void documents_rest_on_a_text(Sheet const&, Found&);                     // 55.19 art. 3
void asks_nothing_twice(Sheet const&, Found&);                           // 55.19 art. 4-8
void asks_nothing_forbidden(Sheet const&, Found&);                       // 55.19 art. 7
void trusts_the_identity_card(Sheet const&, Found&);                     // 04.20 art. 11
void names_the_holder(Sheet const&, Found&);                             // 55.19 art. 6-3, 23
void fees_rest_on_a_text(Sheet const&, Found&);                          // 55.19 art. 6-4
void keeps_the_cap(Sheet const&, Surroundings const&, Found&);           // 55.19 art. 16
void extends_only_if_listed(Sheet const&, Surroundings const&, Found&);  // 55.19 art. 17
void silence_only_if_listed(Sheet const&, Surroundings const&, Found&);  // 55.19 art. 19
void leaves_the_counter_open(Sheet const&, Found&);                      // 55.19 art. 30
void asks_nothing_held_elsewhere(Sheet const&, Surroundings const&, Found&);  // 55.19 art. 7, 23
void form_asks_what_the_sheet_names(Sheet const&, Found&);                    // 55.19 art. 3, 6-3
void conditions_can_be_answered(Sheet const&, Found&);                        // 55.19 art. 6
void says_all_in_arabic(Sheet const&, Found&);                                // 55.19 art. 6
}  // namespace rule

}  // namespace wasl::procedures
