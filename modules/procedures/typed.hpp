// SPDX-License-Identifier: Apache-2.0
// What was typed into the editor's forms, field by field.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/sheet.hpp"
#include "platform/html/forms.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures {

// The answer as the form keeps it, from how people write it: "نعم", the French of a choice.
inline constexpr int conditions_max = 5;  // of an item, as typed and as shown

std::string as_answered(std::vector<FormField> const& form, std::string_view code,
                        std::string value);

class Typed {
public:
    Typed(http::Request const& request, html::Faults& faults)
        : request_(request), faults_(faults) {}

    http::Request const& request() const { return request_; }
    void fault(std::string_view field, Said what) { faults_.add(field, std::move(what)); }

    std::string text(std::string const& name) const;  // without space around it, cut at its limit
    Names names(std::string const& name) const;       // name_ar, name_fr, name_en, name_zgh
    bool ticked(std::string const& name) const { return request_.field(name) == "1"; }
    int number(std::string const& name, int least, int most);  // empty: the least
    std::string code(std::string const& at);                   // at + "code", may be empty
    std::vector<std::string> codes(std::string_view name,
                                   std::span<std::string_view const> known) const;
    // Rows at + "0.text_ar" ...; empty ones are dropped.
    std::vector<LegalBasis> bases(std::string const& at) const;
    // Rows at + "only_if.0.field" ...; those without a question are dropped. An answer is taken as
    // people write it ("نعم", the French of a choice) and kept as the form keeps it.
    std::vector<Condition> conditions(std::string const& at, std::vector<FormField> const& form);
    std::optional<Money> money(std::string const& name);      // empty: none
    std::optional<Decimal> decimal(std::string const& name);  // empty: none
    int count(std::string_view list) const;                   // items in that list, as it was shown

    template<typename Enum>
    Enum choice(std::string const& name) {
        auto const found = named<Enum>(request_.field(name));
        if (!found) fault(name, msg::refusal_field_unknown);
        return found.value_or(Enum{});
    }

private:
    static constexpr std::int64_t items_max = 60;

    http::Request const& request_;
    html::Faults& faults_;
};

}  // namespace wasl::procedures
