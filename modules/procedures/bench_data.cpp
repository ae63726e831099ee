// SPDX-License-Identifier: Apache-2.0
// A registry as large as a country's, to measure with. Never law: the names are real, the contents
// are those of other acts.
#include "modules/procedures/models.hpp"
#include "modules/procedures/store.hpp"

namespace wasl::procedures {

Outcome seed_many(db::Writer& db, directory::Picture const& places, int count, Instant now) {
    auto const contents = models();
    auto const names = inventory();
    auto const owners = places.administrations();
    check(!owners.empty(), "somebody owns what is measured");
    for (int n = 0; n < count; ++n) {
        auto const at = static_cast<std::size_t>(n);
        auto sheet = contents[at % contents.size()];
        sheet.id = db::fresh<SheetId>();
        sheet.code = "measured-" + std::to_string(n);
        if (store::sheet_of_code(db, sheet.code)) continue;
        sheet.owner = owners[at % owners.size()].id;
        sheet.title.ar = names[at % names.size()].name + " " + std::to_string(n);
        sheet.keywords.clear();
        sheet.silence = Silence::none;
        sheet.silence_list_item.clear();
        store::insert_sheet(db, sheet, now);
        store::mark_published(db, sheet.id, store::insert_revision(db, sheet, 1, PersonId{0}, now),
                              1, now);
        store::note_change(db, sheet.id, ChangeKind::published, 1, now);
        auto const units = places.units_of(sheet.owner);
        Offer offer{sheet.owner, {}, {}};
        if (!units.empty()) offer.units = {units.front()->id};
        store::keep_offer(db, sheet.id, offer);
    }
    store::touch_picture(db);
    return Done{};
}

}  // namespace wasl::procedures
