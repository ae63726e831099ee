// SPDX-License-Identifier: Apache-2.0
// Finding the right procedure: one ranked list over sheets and inventoried decisions, filters that
// combine, and how many would be left by each.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>

#include "modules/procedures/procedures.hpp"
#include "modules/procedures/rankings.hpp"

namespace wasl::procedures {

// The part of an entry where a word stood; the first that says it is shown.
enum class FoundIn : std::uint8_t {
    title,
    keywords,
    summary,
    output,
    subject,
    administration,
    documents,
    basis
};

// One of the two.
struct Item {
    Entry const* sheet = nullptr;
    InventoriedDecision const* decision = nullptr;
    std::vector<search::Reason> reasons;
};

// What is asked beside words. Codes nobody knows narrow to nothing.
struct Narrow {
    std::string theme, life_event, audience;
    // Of those that offer it; a decision without a sheet is offered nowhere yet.
    std::function<bool(AdministrationId)> offered_by;
    bool online = false, silence = false, free = false;

    bool any() const {
        return !theme.empty() || !life_event.empty() || !audience.empty() || offered_by || online ||
               silence || free;
    }
};

// How many are left where this code is chosen beside all other filters; by place in subjects.hpp.
struct Counts {
    std::array<std::uint32_t, 32> themes{}, life_events{};
    std::array<std::uint32_t, 16> audiences{};
    std::uint32_t online = 0, silence = 0, free = 0;
};

enum class Kind : std::uint8_t { any, sheets, decisions };

class Finder {
public:
    // Entries, their order and decisions outlive the finder; `searched` stands beside each entry.
    Finder(std::span<Entry const>, std::span<Entry const* const> by_title,
           std::span<InventoriedDecision const>, std::vector<Entry::Searched> searched,
           lexis::Synonyms);

    // Words are indexed where somebody first asks for one, since most pages ask for none: half a
    // second's work for a country. Once prepared, nobody waits for it.
    void prepare() const { index(); }
    bool prepared() const { return prepared_; }

    struct Result {
        std::vector<Item> items;
        std::size_t sheets = 0, decisions = 0;  // that fit, in all
        Counts counts;
        std::vector<std::string> repaired;
        std::size_t total(Kind) const;
    };
    // Best first; without words, sheets by title and then decisions by code.
    Result find(std::string_view query, Narrow const&, Kind, std::size_t limit,
                std::size_t offset) const;
    std::vector<std::string> suggest(std::string_view beginning, std::size_t limit) const;
    // Where anything is offered, and what those places lie in; worked out once for each picture of
    // the directory.
    struct Served {
        std::int64_t version = 0;  // of the directory
        std::set<TerritoryId> territories;
    };
    std::shared_ptr<Served const> served(directory::Picture const&) const;
    // What shares most life events and themes with it, nearest first.
    std::vector<Entry const*> related(Entry const&, std::size_t limit) const;

private:
    struct Traits {
        std::uint32_t themes = 0, life_events = 0, audiences = 0;
        bool online = false, silence = false, free = false;
    };
    struct Wanted;

    Item item(std::uint32_t place) const;
    bool is_sheet(std::uint32_t place) const { return place < entries_.size(); }
    void sort_into_kinds();
    void tally(std::span<std::uint32_t const> places, std::span<std::uint32_t const> kinds,
               Wanted const&, Counts&, std::vector<std::uint32_t>& left) const;
    // The kind that it is of where those of `narrow` alone offer it; none where they do not.
    std::optional<std::uint32_t> kind_where_offered(std::uint32_t place, Narrow const&) const;
    std::vector<std::uint32_t> narrowed(std::span<std::uint32_t const>, Narrow const&,
                                        Counts&) const;

    std::span<Entry const> entries_;
    std::vector<InventoriedDecision const*> decisions_;       // without a sheet, by code
    std::vector<Traits> traits_;                              // of entries, then decisions
    std::vector<Traits> kinds_;                               // each that occurs, once
    std::vector<std::uint32_t> kind_of_;                      // of a place, in kinds_
    std::vector<std::uint32_t> offline_kind_;                 // of a kind: the same, and not online
    std::vector<std::vector<std::uint32_t>> sheets_of_kind_;  // places of entries, by code
    std::vector<std::uint32_t> browsing_;                     // places as lists show them
    Counts counts_;                                           // of everything

    search::Index const& index() const;
    std::shared_ptr<Ranking const> ranking(std::string_view query) const;
    struct Unread {
        std::vector<Entry::Searched> searched;
        lexis::Synonyms synonyms;
    };
    mutable std::once_flag once_;
    mutable std::optional<Unread> unread_;  // until the index has read it
    mutable std::optional<search::Index> index_;
    mutable std::atomic<bool> prepared_ = false;
    mutable Rankings rankings_;
    mutable std::mutex served_mutex_;
    mutable std::shared_ptr<Served const> served_;
};

}  // namespace wasl::procedures
