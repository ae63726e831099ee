// SPDX-License-Identifier: Apache-2.0
// A registry as large as a country's, to measure with. Never law: the names are real, the contents
// are those of other acts. The same count gives the same sheets; only ids differ.
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
        auto const& owner = owners[at % owners.size()];
        auto const& named = names[at % names.size()];
        sheet.owner = owner.id;
        sheet.title = {
            named.name + " - " + owner.name.ar, named.name_fr + " - " + owner.name.fr, {}, {}};
        sheet.summary.ar += " " + named.administration;
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
