// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/picture.hpp"

#include <algorithm>

#include "kernel/text/fold.hpp"

namespace wasl::directory {

template<typename T>
static void sort_by_name(std::vector<T>& all) {
    std::sort(all.begin(), all.end(), [](T const& a, T const& b) {
        return std::tie(a.name.ar, a.id) < std::tie(b.name.ar, b.id);
    });
}

bool is_commune(Territory const& one) {
    return one.kind == TerritoryKind::commune || one.kind == TerritoryKind::municipality;
}
bool is_province(Territory const& one) {
    return one.kind == TerritoryKind::province || one.kind == TerritoryKind::prefecture;
}
bool has_seat(Territory const& one) { return one.lat != 0 || one.lon != 0; }

Picture::Picture(Contents contents) : contents_(std::move(contents)) {
    auto& all = contents_;
    sort_by_name(all.administrations);
    sort_by_name(all.territories);
    // Units keep the order in which the administration named them.
    std::sort(all.units.begin(), all.units.end(),
              [](Unit const& a, Unit const& b) { return a.id < b.id; });
    std::sort(all.holidays.begin(), all.holidays.end(),
              [](HolidayEntry const& a, HolidayEntry const& b) {
                  return std::tie(a.first, a.key) < std::tie(b.first, b.key);
              });
    for (std::size_t i = 0; i < all.administrations.size(); ++i) {
        auto const& one = all.administrations[i];
        administrations_.emplace(one.id.value(), i);
        slugs_.emplace(one.slug, i);
        names_.emplace(lexis::folded(one.name.ar), i);
        children_[one.parent ? one.parent->value() : 0].push_back(i);
        if (one.territory) seated_[one.territory->value()].push_back(i);
    }
    for (std::size_t i = 0; i < all.units.size(); ++i) {
        units_.emplace(all.units[i].id.value(), i);
        units_of_[all.units[i].administration.value()].push_back(i);
    }
    for (std::size_t i = 0; i < all.territories.size(); ++i) {
        auto const& one = all.territories[i];
        territories_.emplace(one.id.value(), i);
        codes_.emplace(one.code, i);
        parts_[one.parent ? one.parent->value() : 0].push_back(i);
    }
}

template<typename Map, typename Key, typename T>
static T const* at(Map const& map, Key const& key, std::vector<T> const& all) {
    auto const found = map.find(key);
    return found == map.end() ? nullptr : &all[found->second];
}

template<typename Map, typename T>
static std::vector<T const*> each(Map const& map, std::int64_t key, std::vector<T> const& all) {
    std::vector<T const*> out;
    if (auto const found = map.find(key); found != map.end())
        for (auto const i : found->second) out.push_back(&all[i]);
    return out;
}

Administration const* Picture::administration(AdministrationId id) const {
    return at(administrations_, id.value(), contents_.administrations);
}
Administration const* Picture::by_slug(std::string_view slug) const {
    return at(slugs_, slug, contents_.administrations);
}
Administration const* Picture::administration_named(std::string_view arabic) const {
    auto const* exact = at(names_, lexis::folded(arabic), contents_.administrations);
    if (exact) return exact;
    // Decrees write "وزارة ... - قطاع ..." and "وزارة ... - الخزينة العامة للمملكة": what stands
    // after the dash where it is an administration of its own, else what stands before it.
    auto const dash = arabic.find(" - ");
    if (dash == std::string_view::npos) return nullptr;
    if (auto const* after = administration_named(arabic.substr(dash + 3))) return after;
    return administration_named(arabic.substr(0, dash));
}
Unit const* Picture::unit(UnitId id) const { return at(units_, id.value(), contents_.units); }
Territory const* Picture::territory(TerritoryId id) const {
    return at(territories_, id.value(), contents_.territories);
}
Territory const* Picture::territory_coded(std::string_view code) const {
    return at(codes_, code, contents_.territories);
}
std::vector<Administration const*> Picture::children(AdministrationId parent) const {
    return each(children_, parent.value(), contents_.administrations);
}
std::vector<Administration const*> Picture::seated_in(TerritoryId territory) const {
    return each(seated_, territory.value(), contents_.administrations);
}
std::vector<Unit const*> Picture::units_of(AdministrationId administration) const {
    return each(units_of_, administration.value(), contents_.units);
}
std::vector<Unit const*> Picture::open_units_of(AdministrationId administration) const {
    auto units = units_of(administration);
    std::erase_if(units, [](Unit const* unit) { return unit->closed; });
    return units;
}
std::vector<Territory const*> Picture::parts_of(TerritoryId whole) const {
    return each(parts_, whole.value(), contents_.territories);
}

std::vector<Territory const*> Picture::upward_from(TerritoryId id) const {
    std::vector<Territory const*> found;
    for (auto const* one = territory(id); one != nullptr;
         one = one->parent ? territory(*one->parent) : nullptr)
        found.push_back(one);
    return found;
}

HolidayEntry const* Picture::holiday(std::string_view key) const {
    auto const& all = contents_.holidays;
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](HolidayEntry const& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

// The nearest governor: of the province, else the wali of the region.
AdministrationId Picture::governorate_of(TerritoryId where) const {
    for (auto const* part : upward_from(where))
        for (auto const* one : seated_in(part->id))
            if (one->governorate) return one->id;
    return AdministrationId{0};
}

AdministrationId Picture::superior_for_silence(AdministrationId id) const {
    auto const* one = administration(id);
    if (!one) return AdministrationId{0};
    // Law 55.19 art. 20: the head of the establishment answers for it.
    if (one->kind == Kind::establishment) return one->id;
    if (one->kind == Kind::state) {
        for (int height = 0; one->parent && height < 32; ++height) {
            auto const* above = administration(*one->parent);
            if (!above || above->kind != Kind::state) break;
            one = above;
        }
        return one->id;
    }
    // Outside services and collectivities: the wali or governor. A service without a territory of
    // its own lies where the one above it lies.
    for (int height = 0; one && height < 32; ++height) {
        if (one->governorate) return one->id;
        if (one->territory) return governorate_of(*one->territory);
        one = one->parent ? administration(*one->parent) : nullptr;
    }
    return AdministrationId{0};
}

}  // namespace wasl::directory
