// SPDX-License-Identifier: Apache-2.0
// Where in the territory procedures are offered.
#include "modules/procedures/finding.hpp"

namespace wasl::procedures {

static void add_with_wholes(std::set<TerritoryId>& into, directory::Picture const& directory,
                            std::optional<TerritoryId> at) {
    while (at && into.insert(*at).second) {
        auto const* const territory = directory.territory(*at);
        at = territory ? territory->parent : std::nullopt;
    }
}

std::shared_ptr<Finder::Served const> Finder::served(directory::Picture const& directory) const {
    std::lock_guard const lock(served_mutex_);
    if (served_ && served_->version == directory.version()) return served_;
    auto fresh = std::make_shared<Served>();
    fresh->version = directory.version();
    std::set<AdministrationId> seen;
    for (auto const& entry : entries_)
        for (auto const& offer : entry.offers) {
            if (!seen.insert(offer.administration).second) continue;
            auto const* const where = directory.administration(offer.administration);
            if (where) add_with_wholes(fresh->territories, directory, where->territory);
        }
    served_ = std::move(fresh);
    return served_;
}

}  // namespace wasl::procedures
