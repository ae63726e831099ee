// SPDX-License-Identifier: Apache-2.0
// Administrations, units and territory as one immutable picture in memory. Whoever holds it sees
// one consistent state for as long as the shared_ptr lives; a change makes a new picture.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/id.hpp"
#include "kernel/message.hpp"

namespace wasl::directory {

// A proper name in the languages in which it is known. Only Arabic is always there; nothing is
// translated by machine, so an empty one is said in the next language that people read.
struct Names {
    std::string ar, fr, en, zgh;
    friend bool operator==(Names const&, Names const&) = default;
};
std::string_view in(Language, Names const&);
Language spoken(Language, Names const&);  // in which language in() answers; for html::Foreign

// Decides who approves sheets (commission or Interior), who answers when silence counts as
// acceptance, and where an appeal goes (law 55.19 art. 9, 20, 21).
enum class Kind : std::uint8_t {
    state,           // a ministry or another central administration
    deconcentrated,  // an outside service of the State, the governor's included
    establishment,   // a public establishment or another legal person of public law
    collectivity,    // commune, province, region and their groupings
    // The unified regional investment commission: its refusals follow law 47.18 (55.19 art. 22).
    investment_commission,
};
std::string_view name_of(Kind);
std::optional<Kind> kind_named(std::string_view);

struct Administration {
    AdministrationId id{0};
    std::optional<AdministrationId> parent;
    Kind kind = Kind::state;
    Names name;
    std::string slug;  // stands in addresses, never changes
    std::optional<TerritoryId> territory;
    std::string address, phone, fax, email, website;  // empty: nobody has confirmed one
    Names hours;                                      // empty: the general hours of the State
    Names head_title;                                 // "رئيس المجلس الجماعي"
    bool governorate = false;  // the seat of a governor, or of a wali who is one too
};

struct Unit {
    UnitId id{0};
    AdministrationId administration{0};
    Names name;
    bool closed = false;  // takes no new dossiers; its name stays for those it had
};

enum class TerritoryKind : std::uint8_t {
    region,
    prefecture,
    province,
    municipality,  // urban commune
    commune,       // rural commune
    arrondissement,
};
std::string_view name_of(TerritoryKind);
std::optional<TerritoryKind> territory_kind_named(std::string_view);

struct Territory {
    TerritoryId id{0};
    std::optional<TerritoryId> parent;
    TerritoryKind kind = TerritoryKind::region;
    Names name;
    std::string code, vintage;  // HCP's code and its year: an attribute, never a key
    double lat = 0, lon = 0;    // of the seat; 0, 0 where unknown
    bool name_checked = true;   // false: the Arabic spelling has yet to be confirmed
};
bool is_commune(Territory const&);   // rural or urban
bool is_province(Territory const&);  // or prefecture
bool has_seat(Territory const&);     // that is known

// One closure of offices: a fixed holiday, a Hijri holiday (one or two days), an exceptional one.
enum class HolidayKind : std::uint8_t { fixed, hijri, exceptional };
struct HolidayEntry {
    std::string key;  // "throne/2026", "fitr/1447", "closure/1234": what a change is about
    Date first;
    int days = 1;
    HolidayKind kind = HolidayKind::fixed;
    Names name;
    Certainty certainty = Certainty::confirmed;
    std::string source;      // the decree or communiqué
    bool decided = false;    // an administrator has confirmed, moved or added it
    bool cancelled = false;  // kept for the history, no closure any more
};

struct Contents {
    std::vector<Administration> administrations;
    std::vector<Unit> units;
    std::vector<Territory> territories;
    std::vector<HolidayEntry> holidays;
    std::int64_t version = 0;
    std::int64_t calendar_version = 0;
};

class Picture {
public:
    Picture() = default;
    explicit Picture(Contents);

    // Null where there is none. Pointers live as long as the picture.
    Administration const* administration(AdministrationId) const;
    Administration const* by_slug(std::string_view) const;
    // By its Arabic name, spelling folded; also as decrees write it: "ministry - sector".
    Administration const* administration_named(std::string_view arabic) const;
    Unit const* unit(UnitId) const;
    Territory const* territory(TerritoryId) const;
    Territory const* territory_coded(std::string_view code) const;

    // Ordered by Arabic name. Parent 0: those without one.
    std::vector<Administration const*> children(AdministrationId) const;
    std::vector<Administration const*> seated_in(TerritoryId) const;
    std::vector<Unit const*> units_of(AdministrationId) const;       // closed ones too
    std::vector<Unit const*> open_units_of(AdministrationId) const;  // to choose from
    std::vector<Territory const*> parts_of(TerritoryId) const;
    // Itself, then what it lies in, up to its region; empty where it is unknown.
    std::vector<Territory const*> upward_from(TerritoryId) const;

    std::span<Administration const> administrations() const { return contents_.administrations; }
    std::span<Territory const> territories() const { return contents_.territories; }
    std::span<HolidayEntry const> holidays() const { return contents_.holidays; }  // by first day
    HolidayEntry const* holiday(std::string_view key) const;

    // Who must grant what silence has accepted: the authority of the department, the head of the
    // establishment, the wali or governor (law 55.19 art. 20). 0 where nobody is known.
    AdministrationId superior_for_silence(AdministrationId) const;

    std::int64_t version() const { return contents_.version; }
    std::int64_t calendar_version() const { return contents_.calendar_version; }

private:
    AdministrationId governorate_of(TerritoryId) const;

    Contents contents_;
    std::map<std::int64_t, std::size_t> administrations_, units_, territories_;
    std::map<std::string, std::size_t, std::less<>> slugs_, names_, codes_;
    std::map<std::int64_t, std::vector<std::size_t>> children_, seated_, units_of_, parts_;
};

}  // namespace wasl::directory
