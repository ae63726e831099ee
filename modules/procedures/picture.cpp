// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

// A title that says the word counts for more than a summary that mentions it, and a sheet that
// people can use for more than a line of a list.
std::vector<search::Document> documents(std::vector<Entry> const& entries,
                                        std::vector<InventoriedDecision> const& decisions) {
    std::vector<search::Document> out;
    out.reserve(entries.size() + decisions.size());
    for (auto const& entry : entries)
        out.push_back({static_cast<std::int64_t>(out.size()),
                       {{entry.title.ar, 5.0},
                        {entry.title.fr, 5.0},
                        {entry.title.en, 3.0},
                        {entry.keywords, 3.0},
                        {entry.summary.ar, 1.0},
                        {entry.summary.fr, 1.0}}});
    for (auto const& decision : decisions)
        out.push_back({static_cast<std::int64_t>(out.size()),
                       {{decision.name, 3.0}, {decision.administration, 0.5}}});
    return out;
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
      index_(documents(entries_, decisions_)) {}

Entry const* Picture::entry(std::string_view code) const { return by_code(entries_, code); }

InventoriedDecision const* Picture::decision(std::string_view code) const {
    return by_code(decisions_, code);
}

Picture::Found Picture::search(std::string_view query, std::size_t limit,
                               std::size_t offset) const {
    auto found = index_.find(query, limit, offset);
    Found out;
    out.total = found.total;
    out.repaired = std::move(found.repaired);
    for (auto& hit : found.hits) {
        auto const place = static_cast<std::size_t>(hit.id);
        Hit one;
        if (place < entries_.size())
            one.entry = &entries_[place];
        else
            one.decision = &decisions_[place - entries_.size()];
        one.words = std::move(hit.words);
        out.hits.push_back(std::move(one));
    }
    return out;
}

}  // namespace wasl::procedures
