// SPDX-License-Identifier: Apache-2.0
// Sheets that others start from. A clone is a draft of its own: it goes the whole way, and
// remembers which text it came from, so that the two can be compared.
#include <algorithm>

#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/store.hpp"

namespace wasl::procedures {

std::optional<Sheet> Desk::model(std::string_view code) const {
    if (code.empty()) return std::nullopt;
    auto const now = picture();
    if (auto const* const entry = now->entry(code)) return *whole(*entry);
    auto all = models();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Sheet const& one) { return one.code == code; });
    if (found == all.end()) return std::nullopt;
    return std::move(*found);
}

Result<SheetId> Desk::clone(db::Writer& db, std::string_view model_code, std::string_view code,
                            AdministrationId owner, PersonId by, Instant now) const {
    auto sheet = model(model_code);
    if (!sheet) return Refusal{Refused::not_found, say(msg::refusal_no_sheet), {}, "model"};
    auto const id = TRY(open_draft(db, code, owner, sheet->title, by, now));
    sheet->contact = {};
    sheet->approval = {};
    if (!store::update_draft(db, id, 1, *sheet, now) || !store::keep_model(db, id, model_code))
        return Refusal{Refused::conflict, say(msg::refusal_stale)};
    return id;
}

}  // namespace wasl::procedures
