// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "kernel/value_named.hpp"
#include "modules/directory/picture.hpp"

namespace wasl::directory {

static std::string const& text_of(Language language, Names const& names) {
    switch (language) {
        case Language::ar: return names.ar;
        case Language::fr: return names.fr;
        case Language::en: return names.en;
        case Language::zgh: return names.zgh;
    }
    return names.ar;
}

// As platform/i18n does for messages: Tamazight falls back to Arabic, English to French.
Language spoken(Language wanted, Names const& names) {
    if (!text_of(wanted, names).empty()) return wanted;
    if (wanted == Language::en && !names.fr.empty()) return Language::fr;
    return Language::ar;
}

std::string_view in(Language wanted, Names const& names) {
    return text_of(spoken(wanted, names), names);
}

static constexpr std::array<std::string_view, 5> kinds{"state", "deconcentrated", "establishment",
                                                       "collectivity", "investment_commission"};
static constexpr std::array<std::string_view, 6> territory_kinds{
    "region", "prefecture", "province", "municipality", "commune", "arrondissement"};

std::string_view name_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(TerritoryKind kind) {
    return territory_kinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_named(std::string_view name) { return value_named<Kind>(kinds, name); }
std::optional<TerritoryKind> territory_kind_named(std::string_view name) {
    return value_named<TerritoryKind>(territory_kinds, name);
}

}  // namespace wasl::directory
