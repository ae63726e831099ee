// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/finding.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "modules/procedures/finding_index.hpp"
#include "modules/procedures/subjects.hpp"

namespace wasl::procedures {

static std::optional<std::uint32_t> place_of(std::span<std::string_view const> codes,
                                             std::string_view code) {
    auto const found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - codes.begin());
}

static std::uint32_t mask(std::span<std::string_view const> known,
                          std::vector<std::string> const& codes) {
    std::uint32_t out = 0;
    for (auto const& code : codes)
        if (auto const place = place_of(known, code)) out |= std::uint32_t{1} << *place;
    return out;
}

// Zero asks nothing; a code that nobody knows is asked as a bit that nothing has.
static std::uint32_t wanted(std::span<std::string_view const> known, std::string_view code) {
    if (code.empty()) return 0;
    return std::uint32_t{1} << place_of(known, code).value_or(31);
}

struct Finder::Wanted {
    explicit Wanted(Narrow const& narrow)
        : themes(wanted(procedures::themes(), narrow.theme)),
          life_events(wanted(procedures::life_events(), narrow.life_event)),
          audiences(wanted(procedures::audiences(), narrow.audience)),
          online(narrow.online),
          silence(narrow.silence),
          free(narrow.free) {}

    // How many of the filters it misses, and which one where it is one alone.
    enum Missed : unsigned {
        none = 0,
        by_theme = 1,
        by_life_event = 2,
        by_audience = 4,
        by_online = 8,
        by_silence = 16,
        by_free = 32
    };
    unsigned missed(Traits const& one) const {
        unsigned out = none;
        if (themes != 0 && (one.themes & themes) == 0) out |= by_theme;
        if (life_events != 0 && (one.life_events & life_events) == 0) out |= by_life_event;
        if (audiences != 0 && (one.audiences & audiences) == 0) out |= by_audience;
        if (online && !one.online) out |= by_online;
        if (silence && !one.silence) out |= by_silence;
        if (free && !one.free) out |= by_free;
        return out;
    }

    std::uint32_t themes, life_events, audiences;
    bool online, silence, free;
};

static std::vector<InventoriedDecision const*> without_sheet(
    std::span<Entry const> entries, std::span<InventoriedDecision const> decisions) {
    std::set<std::string_view> written;
    for (auto const& entry : entries) written.insert(entry.silence_list_item);
    std::vector<InventoriedDecision const*> out;
    for (auto const& decision : decisions)
        if (!written.contains(decision.code)) out.push_back(&decision);
    return out;
}

Finder::Finder(std::span<Entry const> entries, std::span<Entry const* const> by_title,
               std::span<InventoriedDecision const> decisions,
               std::vector<Entry::Searched> searched, lexis::Synonyms synonyms)
    : entries_(entries),
      decisions_(without_sheet(entries, decisions)),
      unread_(Unread{std::move(searched), std::move(synonyms)}) {
    auto const traits = [](auto const& one) {
        Traits out;
        out.themes = mask(themes(), one.themes);
        out.life_events = mask(life_events(), one.life_events);
        out.audiences = mask(audiences(), one.audience);
        return out;
    };
    for (auto const& entry : entries_) {
        auto& one = traits_.emplace_back(traits(entry));
        one.online = entry.online;
        one.silence = entry.silence == Silence::acceptance;
        one.free = entry.free_of_charge;
    }
    for (auto const* const decision : decisions_)
        traits_.emplace_back(traits(*decision)).silence = decision->silence;
    browsing_.reserve(traits_.size());
    for (auto const* const entry : by_title)
        browsing_.push_back(static_cast<std::uint32_t>(entry - entries_.data()));
    for (auto place = entries_.size(); place < traits_.size(); ++place)
        browsing_.push_back(static_cast<std::uint32_t>(place));
    sort_into_kinds();
    std::vector<std::uint32_t> all;
    tally(browsing_, kind_of_, Wanted({}), counts_, all);
}

search::Index const& Finder::index() const {
    std::call_once(once_, [this] {
        index_.emplace(searched(entries_, unread_->searched, decisions_),
                       std::move(unread_->synonyms));
        // A country's lists of papers are not kept twice.
        unread_.reset();
        prepared_ = true;
    });
    return *index_;
}

// Thousands of sheets have the same few dozen combinations of themes, events and the like: what is
// counted of many is counted of each combination once.
void Finder::sort_into_kinds() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, bool, bool, bool>,
             std::uint32_t>
        known;
    auto const kind = [&](Traits const& one) {
        auto const next = static_cast<std::uint32_t>(kinds_.size());
        auto const [found, added] = known.try_emplace(
            {one.themes, one.life_events, one.audiences, one.online, one.silence, one.free}, next);
        if (added) kinds_.push_back(one);
        return found->second;
    };
    for (auto const& one : traits_) kind_of_.push_back(kind(one));
    for (std::size_t n = 0; n < kinds_.size(); ++n) {
        auto offline = kinds_[n];
        offline.online = false;
        offline_kind_.push_back(kind(offline));
    }
    sheets_of_kind_.resize(kinds_.size());
    for (std::uint32_t place = 0; place < entries_.size(); ++place)
        sheets_of_kind_[kind_of_[place]].push_back(place);
}

static void count_bits(std::uint32_t bits, std::uint32_t times, std::span<std::uint32_t> into) {
    for (; bits != 0; bits &= bits - 1)
        into[static_cast<std::size_t>(std::countr_zero(bits))] += times;
}

void Finder::tally(std::span<std::uint32_t const> places, std::span<std::uint32_t const> kinds,
                   Wanted const& wanted, Counts& counts, std::vector<std::uint32_t>& left) const {
    std::vector<std::uint32_t> times(kinds_.size());
    for (auto const place : places) ++times[kinds[place]];
    std::vector<std::uint32_t> fits(kinds_.size());
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind) {
        auto const& one = kinds_[kind];
        auto const missed = wanted.missed(one);
        fits[kind] = missed == Wanted::none ? 1 : 0;
        // A filter's own numbers are those without it: what choosing another code would find.
        auto const but = [&](unsigned filter) {
            return (missed & ~filter) == 0 ? times[kind] : std::uint32_t{0};
        };
        count_bits(one.themes, but(Wanted::by_theme), counts.themes);
        count_bits(one.life_events, but(Wanted::by_life_event), counts.life_events);
        count_bits(one.audiences, but(Wanted::by_audience), counts.audiences);
        counts.online += one.online ? but(Wanted::by_online) : 0;
        counts.silence += one.silence ? but(Wanted::by_silence) : 0;
        counts.free += one.free ? but(Wanted::by_free) : 0;
    }
    if (std::find(fits.begin(), fits.end(), 0U) == fits.end())
        return left.assign(places.begin(), places.end());
    left.resize(places.size());
    std::size_t kept = 0;
    for (auto const place : places) {
        left[kept] = place;
        kept += fits[kinds[place]];
    }
    left.resize(kept);
}

std::optional<std::uint32_t> Finder::kind_where_offered(std::uint32_t place,
                                                        Narrow const& narrow) const {
    if (!is_sheet(place)) return std::nullopt;
    std::optional<std::uint32_t> kind;
    for (auto const& offer : entries_[place].offers) {
        if (!narrow.offered_by(offer.administration)) continue;
        if (offer.takes(Channel::online)) return kind_of_[place];
        kind = offline_kind_[kind_of_[place]];
    }
    return kind;
}

Item Finder::item(std::uint32_t place) const {
    Item out;
    if (is_sheet(place))
        out.sheet = &entries_[place];
    else
        out.decision = decisions_[place - entries_.size()];
    return out;
}

std::size_t Finder::Result::total(Kind kind) const {
    return (kind == Kind::decisions ? 0 : sheets) + (kind == Kind::sheets ? 0 : decisions);
}

std::shared_ptr<Ranking const> Finder::ranking(std::string_view query) const {
    if (auto known = rankings_.find(query)) return known;
    auto out = std::make_shared<Ranking>();
    out->query = query;
    out->ranked = index().rank(query);
    auto const all = std::exchange(out->ranked.all, {});
    out->places.reserve(all.size());
    out->scores.resize(traits_.size());
    for (auto const& one : all) {
        auto const place = static_cast<std::uint32_t>(one.id);
        out->places.push_back(place);
        out->scores[place] = one.score;
    }
    rankings_.keep(out);
    return out;
}

Finder::Result Finder::find(std::string_view query, Narrow const& narrow, Kind kind,
                            std::size_t limit, std::size_t offset) const {
    Result out;
    auto const ranking = query.empty() ? nullptr : this->ranking(query);
    if (ranking) out.repaired = ranking->ranked.repaired;
    std::span<std::uint32_t const> const places = ranking ? ranking->places : browsing_;
    auto left = narrowed(places, narrow, out.counts);
    // Sheets come before decisions, in whatever order they are among themselves.
    out.sheets = static_cast<std::size_t>(
        std::partition_point(left.begin(), left.end(),
                             [&](std::uint32_t place) { return is_sheet(place); }) -
        left.begin());
    out.decisions = left.size() - out.sheets;
    if (kind != Kind::any)
        std::erase_if(
            left, [&](std::uint32_t place) { return (kind == Kind::sheets) != is_sheet(place); });
    auto const from = std::min(offset, left.size());
    auto const until = std::min(from + limit, left.size());
    if (ranking)
        std::partial_sort(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(until),
                          left.end(),
                          [scores = ranking->scores.data()](std::uint32_t a, std::uint32_t b) {
                              return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                          });
    for (auto i = from; i < until; ++i) {
        out.items.push_back(item(left[i]));
        if (ranking) out.items.back().reasons = index().reasons(ranking->ranked, left[i]);
    }
    return out;
}

std::vector<std::uint32_t> Finder::narrowed(std::span<std::uint32_t const> places,
                                            Narrow const& narrow, Counts& counts) const {
    // Everything was counted once.
    if (places.size() == browsing_.size() && !narrow.any()) {
        counts = counts_;
        return {places.begin(), places.end()};
    }
    std::vector<std::uint32_t> left;
    if (!narrow.offered_by) {
        tally(places, kind_of_, Wanted(narrow), counts, left);
        return left;
    }
    std::vector<std::uint32_t> offered;
    std::vector<std::uint32_t> kinds(kind_of_.size());
    for (auto const place : places)
        if (auto const kind = kind_where_offered(place, narrow)) {
            offered.push_back(place);
            kinds[place] = *kind;
        }
    tally(offered, kinds, Wanted(narrow), counts, left);
    return left;
}

std::vector<std::string> Finder::suggest(std::string_view beginning, std::size_t limit) const {
    return index().suggest(beginning, limit);
}

std::vector<Entry const*> Finder::related(Entry const& entry, std::size_t limit) const {
    auto const own = static_cast<std::uint32_t>(&entry - entries_.data());
    auto const& traits = traits_[own];
    // What is shared follows from the kind alone, and kinds are few.
    std::vector<std::pair<int, std::uint32_t>> near;
    for (std::uint32_t kind = 0; kind < kinds_.size(); ++kind) {
        int const shared = 3 * std::popcount(traits.life_events & kinds_[kind].life_events) +
                           std::popcount(traits.themes & kinds_[kind].themes);
        if (shared > 0 && !sheets_of_kind_[kind].empty()) near.emplace_back(shared, kind);
    }
    std::sort(near.begin(), near.end(), std::greater());
    std::vector<Entry const*> out;
    for (auto kind = near.begin(); kind != near.end() && out.size() < limit;) {
        // Entries come by code, so of equals the first codes are taken; itself may be among them.
        std::vector<std::uint32_t> equals;
        for (auto const shared = kind->first; kind != near.end() && kind->first == shared; ++kind) {
            auto const& all = sheets_of_kind_[kind->second];
            auto const few = static_cast<std::ptrdiff_t>(std::min(all.size(), limit + 1));
            equals.insert(equals.end(), all.begin(), all.begin() + few);
        }
        std::sort(equals.begin(), equals.end());
        for (auto const place : equals)
            if (place != own && out.size() < limit) out.push_back(&entries_[place]);
    }
    return out;
}

}  // namespace wasl::procedures
