// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "modules/procedures/decision_subjects.hpp"
#include "modules/procedures/finding.hpp"

namespace wasl::procedures {
namespace {

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

std::vector<Entry::Searched> searched_of(std::vector<Entry>& entries) {
    std::vector<Entry::Searched> out;
    out.reserve(entries.size());
    for (auto& entry : entries) out.push_back(std::exchange(entry.searched, {}));
    return out;
}

std::vector<InventoriedDecision> classified(std::vector<InventoriedDecision> list) {
    classify(list);
    return list;
}

}  // namespace

bool Offer::takes(Channel one) const {
    return channels.empty() || std::find(channels.begin(), channels.end(), one) != channels.end();
}

Offer const* Entry::offer(AdministrationId administration) const {
    auto const found = std::find_if(offers.begin(), offers.end(), [&](Offer const& one) {
        return one.administration == administration;
    });
    return found == offers.end() ? nullptr : &*found;
}

Picture::Picture(std::int64_t version, std::vector<Entry> entries,
                 std::vector<InventoriedDecision> decisions, lexis::Synonyms synonyms)
    : version_(version),
      entries_(sorted(std::move(entries))),
      decisions_(sorted(classified(std::move(decisions)))),
      by_title_(ordered_by_title(entries_)),
      places_(places_in(entries_)),
      finder_(std::make_unique<Finder>(entries_, by_title_, decisions_, searched_of(entries_),
                                       std::move(synonyms))) {}
Picture::~Picture() = default;

Entry const* Picture::entry(std::string_view code) const { return by_code(entries_, code); }

InventoriedDecision const* Picture::decision(std::string_view code) const {
    return by_code(decisions_, code);
}

Picture::FoundSheets Picture::search(std::string_view query, std::size_t limit,
                                     std::size_t offset) const {
    auto found = finder_->find(query, {}, Kind::sheets, limit, offset);
    FoundSheets out{{}, found.sheets, std::move(found.repaired)};
    for (auto const& item : found.items) out.entries.push_back(item.sheet);
    return out;
}

Picture::FoundDecisions Picture::search_decisions(std::string_view query, std::size_t limit,
                                                  std::size_t offset) const {
    auto found = finder_->find(query, {}, Kind::decisions, limit, offset);
    FoundDecisions out{{}, found.decisions, std::move(found.repaired)};
    for (auto const& item : found.items) out.decisions.push_back(item.decision);
    return out;
}

}  // namespace wasl::procedures
