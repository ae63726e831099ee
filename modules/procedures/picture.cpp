// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

// A title that says the word counts for more than a summary that mentions it.
std::vector<search::Document> documents(std::vector<Entry> const& entries) {
    std::vector<search::Document> out;
    out.reserve(entries.size());
    for (auto const& entry : entries)
        out.push_back({static_cast<std::int64_t>(out.size()),
                       {{entry.title.ar, 5.0},
                        {entry.title.fr, 5.0},
                        {entry.title.en, 3.0},
                        {entry.keywords, 3.0},
                        {entry.summary.ar, 1.0},
                        {entry.summary.fr, 1.0}}});
    return out;
}

std::vector<search::Document> documents(std::vector<InventoriedDecision> const& decisions) {
    std::vector<search::Document> out;
    out.reserve(decisions.size());
    for (auto const& decision : decisions)
        out.push_back({static_cast<std::int64_t>(out.size()),
                       {{decision.name, 3.0}, {decision.administration, 0.5}}});
    return out;
}

std::vector<Entry const*> ordered_by_title(std::vector<Entry> const& entries) {
    std::vector<Entry const*> out;
    out.reserve(entries.size());
    for (auto const& entry : entries) out.push_back(&entry);
    std::sort(out.begin(), out.end(),
              [](Entry const* a, Entry const* b) { return a->title.ar < b->title.ar; });
    return out;
}

std::vector<AdministrationId> places_in(std::vector<Entry> const& entries) {
    std::set<AdministrationId> ids;
    for (auto const& entry : entries)
        for (auto const& offer : entry.offers) ids.insert(offer.administration);
    return {ids.begin(), ids.end()};
}

template<typename T>
T const* by_code(std::vector<T> const& sorted, std::string_view code) {
    auto const found =
        std::lower_bound(sorted.begin(), sorted.end(), code,
                         [](T const& one, std::string_view wanted) { return one.code < wanted; });
    return found != sorted.end() && found->code == code ? &*found : nullptr;
}

template<typename T>
std::vector<T> sorted(std::vector<T> list) {
    std::sort(list.begin(), list.end(), [](T const& a, T const& b) { return a.code < b.code; });
    return list;
}

}  // namespace

Offer const* Entry::offer(AdministrationId administration) const {
    auto const found = std::find_if(offers.begin(), offers.end(), [&](Offer const& one) {
        return one.administration == administration;
    });
    return found == offers.end() ? nullptr : &*found;
}

Picture::Picture(std::int64_t version, std::vector<Entry> entries,
                 std::vector<InventoriedDecision> decisions)
    : version_(version),
      entries_(sorted(std::move(entries))),
      decisions_(sorted(std::move(decisions))),
      by_title_(ordered_by_title(entries_)),
      places_(places_in(entries_)),
      sheets_(documents(entries_)),
      lines_(documents(decisions_)) {}

Entry const* Picture::entry(std::string_view code) const { return by_code(entries_, code); }

InventoriedDecision const* Picture::decision(std::string_view code) const {
    return by_code(decisions_, code);
}

Picture::FoundSheets Picture::search(std::string_view query, std::size_t limit,
                                     std::size_t offset) const {
    auto found = sheets_.find(query, limit, offset);
    FoundSheets out{{}, found.total, std::move(found.repaired)};
    for (auto const& hit : found.hits)
        out.entries.push_back(&entries_[static_cast<std::size_t>(hit.id)]);
    return out;
}

Picture::FoundDecisions Picture::search_decisions(std::string_view query, std::size_t limit,
                                                  std::size_t offset) const {
    auto found = lines_.find(query, limit, offset);
    FoundDecisions out{{}, found.total, std::move(found.repaired)};
    for (auto const& hit : found.hits)
        out.decisions.push_back(&decisions_[static_cast<std::size_t>(hit.id)]);
    return out;
}

}  // namespace wasl::procedures
