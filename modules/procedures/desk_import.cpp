// SPDX-License-Identifier: Apache-2.0
// A sheet from elsewhere: what is new is inventoried (law 55.19 art. 5), what is known is written
// into like by anybody who edits it.
#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/store.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {

Outcome Desk::may_import(Sheet const& content, Draft const* known) const {
    if (known == nullptr) return fit_for_addresses(content.code);
    auto const at = known->standing().at_work();
    if (is_over(known->sheet.state)) return Refusal{Refused::gone, say(msg::refusal_over)};
    if (!is_open(at) && !is_public(at))
        return Refusal{Refused::conflict, say(msg::refusal_lies_elsewhere), "55.19/9"};
    return Done{};
}

Outcome Desk::import_sheet(db::Writer& db, Sheet const& content, Draft const* known, PersonId by,
                           Instant now) const {
    TRY(may_import(content, known));
    auto const note = [&](std::string_view facts) {
        journal::append(db,
                        {content.owner.value(), "procedures.imported", content.code, by.value(),
                         std::string(facts)},
                        now);
    };
    if (known == nullptr) {
        auto sheet = content;
        sheet.id = db::fresh<SheetId>();
        if (!store::insert_sheet(db, sheet, now))
            return Refusal{Refused::conflict, say(msg::refusal_code_taken), {}, "code"};
        note("{}");
        return Done{};
    }
    if (known->standing().at_work() != SheetState::inventoried) {
        TRY(save_draft(db, known->sheet.id, known->edition, content, by, now));
        return Done{};
    }
    // Nobody studies it yet, and an import is no study.
    if (!store::update_draft(db, known->sheet.id, known->edition, content, now))
        return Refusal{Refused::conflict, say(msg::refusal_stale)};
    note("{\"edition\":" + std::to_string(known->edition + 1) + "}");
    return Done{};
}

}  // namespace wasl::procedures
