// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/inside.hpp"
#include "modules/procedures/store_burden.hpp"

namespace wasl::procedures {

std::vector<VersionBurden> Desk::burdens(db::Reader& db, SheetId id) const {
    return store::burdens(db, id);
}

std::vector<Simplification> Desk::simplifications(db::Reader& db) const {
    return store::simplifications(db);
}

std::vector<Simplified> Desk::simplified(db::Reader& db, AdministrationId owner) const {
    return store::simplified(db, owner);
}

// Sheets that were published before their burden was counted; a few at a time.
void count_burdens(db::Writer& db) {
    constexpr int at_once = 500;
    for (auto const& one : store::uncounted(db, at_once)) {
        auto const sheet = sheet_from_json(one.content);
        check(!sheet.refused(), "what was published was read before");
        store::keep_burden(db, one.sheet, one.version, burden_of(sheet.value()));
    }
}

}  // namespace wasl::procedures
