// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/burden.hpp"

#include <algorithm>

#include "kernel/csv.hpp"

namespace wasl::procedures {
namespace {

std::optional<Money> fees_of(Sheet const& sheet) {
    auto sum = Money::centimes(0);
    for (auto const& fee : sheet.fees) {
        if (!fee.amount) return std::nullopt;
        sum = sum + *fee.amount;
    }
    return sum;
}

std::string dirhams_of(std::int64_t centimes) {
    auto const part = std::to_string((centimes < 0 ? -centimes : centimes) % 100);
    return (centimes < 0 ? "-" : "") + std::to_string((centimes < 0 ? -centimes : centimes) / 100) +
           "." + (part.size() < 2 ? "0" : "") + part;
}

}  // namespace

Burden burden_of(Sheet const& sheet) {
    Burden out;
    for (auto const& document : sheet.documents) {
        if (document.supplier != Supplier::user) continue;
        ++out.documents;
        out.copies += document.copies;
    }
    if (!sheet.steps.empty())
        out.visits = static_cast<int>(std::count_if(sheet.steps.begin(), sheet.steps.end(),
                                                    [](Step const& one) { return one.visit; }));
    if (sheet.immediate)
        out.days = 0;
    else if (sheet.term_days > 0)
        out.days = sheet.term_days;
    out.fees = fees_of(sheet);
    return out;
}

std::string to_csv(std::vector<Simplification> const& all, directory::Picture const& places) {
    auto out = std::string(csv_begin) + "administration,name,sheets";
    for (std::string_view const what : {"documents", "copies", "visits", "days", "fees_dirhams"})
        for (std::string_view const when : {"sheets", "before", "after", "saved"})
            out += "," + std::string(what) + "_" + std::string(when);
    out += "\r\n";
    for (auto const& one : all) {
        auto const* const owner = places.administration(one.owner);
        out += std::to_string(one.owner.value()) + "," +
               csv_cell(owner == nullptr ? std::string() : owner->name.ar) + "," +
               std::to_string(one.sheets);
        for (auto const* const saving : {&one.documents, &one.copies, &one.visits, &one.days})
            for (auto const value :
                 {saving->sheets, saving->before, saving->after, saving->saved()})
                out += "," + std::to_string(value);
        out += "," + std::to_string(one.fees.sheets);
        for (auto const value : {one.fees.before, one.fees.after, one.fees.saved()})
            out += "," + dirhams_of(value);
        out += "\r\n";
    }
    return out;
}

bool says_anything(Burden const& burden) {
    return burden.documents > 0 || burden.visits || burden.days ||
           (burden.fees && *burden.fees != Money::centimes(0));
}

}  // namespace wasl::procedures
