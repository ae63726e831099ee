// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/catalogue.hpp"

#include <algorithm>
#include <set>

#include "modules/procedures/subjects.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t sifted_max = 1000;  // results of a search that filters look at
constexpr std::size_t query_max = 200;    // bytes; more is not a question

bool has(std::vector<std::string> const& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool fits(Entry const& entry, views::Filter const& filter) {
    return (filter.administration.value() == 0 || entry.offer(filter.administration) != nullptr) &&
           (filter.theme.empty() || has(entry.themes, filter.theme)) &&
           (filter.audience.empty() || has(entry.audience, filter.audience)) &&
           (!filter.online || entry.online) &&
           (!filter.silence || entry.silence == Silence::acceptance) &&
           (!filter.free || entry.free_of_charge);
}

template<typename T>
std::vector<T> part(std::vector<T> const& all, std::size_t offset) {
    auto const from = std::min(offset, all.size());
    auto const until = std::min(from + per_page, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(from),
            all.begin() + static_cast<std::ptrdiff_t>(until)};
}

// The sheets of one page, and how many there are in all.
void find_sheets(Picture const& picture, views::Filter const& filter, std::size_t offset,
                 views::Catalogue& out) {
    auto const narrows = filter.narrows();
    if (!filter.query.empty() && !narrows) {
        auto found = picture.search(filter.query, filter.decisions ? 1 : per_page, offset);
        out.sheets = found.total;
        out.entries = std::move(found.entries);
        out.repaired = std::move(found.repaired);
        return;
    }
    std::vector<Entry const*> all(picture.by_title().begin(), picture.by_title().end());
    if (!filter.query.empty()) {
        auto found = picture.search(filter.query, sifted_max);
        all = std::move(found.entries);
        out.repaired = std::move(found.repaired);
    }
    if (narrows) std::erase_if(all, [&](Entry const* entry) { return !fits(*entry, filter); });
    out.sheets = all.size();
    out.entries = part(all, offset);
}

void find_decisions(Picture const& picture, views::Filter const& filter, std::size_t offset,
                    views::Catalogue& out) {
    if (!filter.query.empty()) {
        auto found =
            picture.search_decisions(filter.query, filter.decisions ? per_page : 1, offset);
        out.decisions = found.total;
        out.listed = std::move(found.decisions);
        return;
    }
    out.decisions = picture.decisions().size();
    if (!filter.decisions) return;
    std::vector<InventoriedDecision const*> all;
    all.reserve(out.decisions);
    for (auto const& one : picture.decisions()) all.push_back(&one);
    out.listed = part(all, offset);
}

std::vector<views::Place> named(std::set<AdministrationId> const& ids,
                                directory::Picture const& directory) {
    std::vector<views::Place> out;
    for (auto const id : ids)
        if (auto const* const one = directory.administration(id)) out.push_back({id, one->name});
    std::sort(out.begin(), out.end(),
              [](views::Place const& a, views::Place const& b) { return a.name.ar < b.name.ar; });
    return out;
}

}  // namespace

views::Filter filter_of(http::Request const& request) {
    views::Filter filter;
    filter.query = request.asked("q").substr(0, query_max);
    filter.administration = AdministrationId{request.asked_number("administration").value_or(0)};
    if (theme_named(request.asked("theme"))) filter.theme = request.asked("theme");
    if (audience_named(request.asked("audience"))) filter.audience = request.asked("audience");
    filter.online = request.asked("online") == "1";
    filter.silence = request.asked("silence") == "1";
    filter.free = request.asked("free") == "1";
    filter.decisions = request.asked("list") == "decisions";
    filter.page = static_cast<int>(
        std::clamp<std::int64_t>(request.asked_number("page").value_or(1), 1, 9999));
    return filter;
}

views::Catalogue catalogue_of(Picture const& picture, directory::Picture const& directory,
                              views::Filter const& filter) {
    views::Catalogue out;
    out.filter = filter;
    auto const offset = static_cast<std::size_t>(filter.page - 1) * per_page;
    find_sheets(picture, filter, filter.decisions ? 0 : offset, out);
    find_decisions(picture, filter, filter.decisions ? offset : 0, out);
    // Both were asked, for their numbers; one is shown.
    if (filter.decisions)
        out.entries.clear();
    else
        out.listed.clear();
    auto const total = filter.decisions ? out.decisions : out.sheets;
    out.pages = static_cast<int>((total + per_page - 1) / per_page);
    for (auto const id : picture.places())
        if (auto const* const one = directory.administration(id))
            out.places.push_back({id, one->name});
    return out;
}

std::vector<views::Place> places_of(Entry const& entry, directory::Picture const& directory) {
    std::set<AdministrationId> ids;
    for (auto const& offer : entry.offers) ids.insert(offer.administration);
    return named(ids, directory);
}

}  // namespace wasl::procedures
