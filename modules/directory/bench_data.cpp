// SPDX-License-Identifier: Apache-2.0
// The shape of a country to measure with. Never truth: names are made from those of places.
#include "modules/directory/bench_data.hpp"

#include <set>

#include "modules/directory/store.hpp"

namespace wasl::directory {
namespace {

struct Pattern {
    std::string_view slug, ar, fr;
    Kind kind;
};
constexpr Pattern of_commune{"commune-", "جماعة ", "Commune de ", Kind::collectivity};
constexpr Pattern of_province[] = {
    {"council-", "مجلس ", "Conseil de ", Kind::collectivity},
    {"governorate-", "عمالة أو إقليم ", "Province ou préfecture de ", Kind::deconcentrated},
    {"education-", "المديرية الإقليمية للتربية الوطنية ", "Direction provinciale de l'éducation ",
     Kind::deconcentrated},
    {"health-", "المندوبية الإقليمية للصحة ", "Délégation provinciale de la santé ",
     Kind::deconcentrated},
    {"agriculture-", "المديرية الإقليمية للفلاحة ", "Direction provinciale de l'agriculture ",
     Kind::deconcentrated},
    {"equipment-", "المديرية الإقليمية للتجهيز ", "Direction provinciale de l'équipement ",
     Kind::deconcentrated},
    {"agency-", "الوكالة الحضرية ", "Agence urbaine de ", Kind::establishment},
};

struct Founder {
    db::Writer& writer;
    std::int64_t there, wanted;
    std::set<std::string> slugs;

    void found(Pattern const& pattern, Territory const& territory) {
        Administration one;
        one.slug = std::string(pattern.slug) + territory.code;
        if (there >= wanted || !slugs.insert(one.slug).second) return;
        one.id = db::fresh<AdministrationId>();
        one.kind = pattern.kind;
        one.name = {std::string(pattern.ar) + territory.name.ar,
                    std::string(pattern.fr) + territory.name.fr,
                    {},
                    {}};
        one.territory = territory.id;
        store::insert(writer, one);
        ++there;
    }
};

}  // namespace

std::int64_t seed_many(db::Writer& writer, std::int64_t count) {
    auto const known = store::administrations(writer);
    auto const territories = store::territories(writer);
    Founder founder{writer, static_cast<std::int64_t>(known.size()), count, {}};
    std::set<TerritoryId> seats;  // of communes that are there under their own names
    for (auto const& one : known) {
        founder.slugs.insert(one.slug);
        if (one.kind == Kind::collectivity && one.territory) seats.insert(*one.territory);
    }
    for (auto const& one : territories)
        if (is_commune(one) && !seats.contains(one.id)) founder.found(of_commune, one);
    for (auto const& pattern : of_province)
        for (auto const& one : territories)
            if (is_province(one)) founder.found(pattern, one);
    store::bump(writer, false);
    return founder.there;
}

}  // namespace wasl::directory
