// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/figures.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "kernel/csv.hpp"
#include "modules/procedures/store_registry.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

json::object numbers(OwnerFigures const& of) {
    json::object out;
    for (auto const state : counted_states) out[name_of(state)] = of.in(state);
    out["claims_received"] = of.claims.received;
    out["claims_answered"] = of.claims.answered;
    out["claims_put_right"] = of.claims.put_right;
    return out;
}

}  // namespace

std::vector<InventoriedDecision const*> lines_without_sheet(Picture const& picture) {
    std::set<std::string_view> named;
    for (auto const& entry : picture.entries())
        for (auto const& item : entry.list_items) named.insert(item);
    std::vector<InventoriedDecision const*> out;
    for (auto const& line : picture.decisions()) {
        bool has_sheet = false;
        std::string_view sources = line.sources;
        while (!sources.empty()) {
            auto const end = std::min(sources.find(' '), sources.size());
            has_sheet = has_sheet || named.contains(sources.substr(0, end));
            sources.remove_prefix(std::min(end + 1, sources.size()));
        }
        if (!has_sheet) out.push_back(&line);
    }
    return out;
}

std::vector<SheetLine> came_to(db::Reader& db, SheetState state, std::string_view month,
                               AdministrationId owner) {
    return store::came_to(db, state, month, owner);
}

std::optional<Figures> figures_of(Pages const& pages, db::Reader& db, AdministrationId owner) {
    auto const* const known = pages.directory.picture()->administration(owner);
    if (known == nullptr) return std::nullopt;
    Figures out;
    out.all.owner = owner;
    out.all.name = known->name;
    for (auto const& one : pages.desk.counts(db))
        if (one.owner == owner) out.all.by_state[static_cast<std::size_t>(one.state)] = one.count;
    for (auto const& one : pages.desk.claim_counts(db))
        if (one.administration == owner) out.all.claims = one;
    out.months = store::months_of(db, owner);
    return out;
}

std::vector<Claim> claims_behind(db::Reader& db, AdministrationId owner) {
    auto claims = owner.value() == 0 ? store::newest_claims(db) : store::claims_of(db, owner);
    for (auto& one : claims) one.asked = one.answer = one.contact = one.dossier = {};
    return claims;
}

std::string months_csv(Pages const& pages, db::Reader& db) {
    auto const places = pages.directory.picture();
    auto out = std::string(csv_begin) + "administration,name,month,state,sheets\r\n";
    for (auto const& [owner, of] : store::owners_months(db)) {
        auto const* const known = places->administration(owner);
        out += std::to_string(owner.value()) + "," + csv_cell(known ? known->name.ar : "") + "," +
               of.month + "," + std::string(name_of(of.state)) + "," + std::to_string(of.count) +
               "\r\n";
    }
    return out;
}

Figures figures_of(Pages const& pages, db::Reader& db) {
    Figures out;
    auto const places = pages.directory.picture();
    auto const picture = pages.desk.picture();
    std::map<AdministrationId, OwnerFigures> owners;
    for (auto const& one : pages.desk.counts(db)) {
        auto const state = static_cast<std::size_t>(one.state);
        owners[one.owner].by_state[state] += one.count;
        out.all.by_state[state] += one.count;
    }
    for (auto const& one : pages.desk.claim_counts(db)) {
        owners[one.administration].claims = one;
        out.all.claims.received += one.received;
        out.all.claims.answered += one.answered;
        out.all.claims.put_right += one.put_right;
    }
    for (auto& [id, figures] : owners) {
        figures.owner = id;
        if (auto const* const known = places->administration(id)) figures.name = known->name;
        out.owners.push_back(std::move(figures));
    }
    std::sort(out.owners.begin(), out.owners.end(),
              [](auto const& a, auto const& b) { return a.name.ar < b.name.ar; });
    out.months = pages.desk.months(db);
    out.lines = static_cast<std::int64_t>(picture->decisions().size());
    out.lines_without_sheet = static_cast<std::int64_t>(lines_without_sheet(*picture).size());
    return out;
}

std::string to_csv(Figures const& figures) {
    auto out = std::string(csv_begin) + "administration,name";
    for (auto const state : counted_states) out += "," + std::string(name_of(state));
    out += ",claims_received,claims_answered,claims_put_right\r\n";
    auto const line = [&](std::string const& id, OwnerFigures const& of) {
        out += id + "," + csv_cell(of.name.ar);
        for (auto const state : counted_states) out += "," + std::to_string(of.in(state));
        out += "," + std::to_string(of.claims.received) + "," + std::to_string(of.claims.answered) +
               "," + std::to_string(of.claims.put_right) + "\r\n";
    };
    line("all", figures.all);
    for (auto const& owner : figures.owners) line(std::to_string(owner.owner.value()), owner);
    return out;
}

std::string to_json(Figures const& figures) {
    json::object out{{"sheets", numbers(figures.all)},
                     {"decree_lines", figures.lines},
                     {"decree_lines_without_sheet", figures.lines_without_sheet}};
    json::array owners, months;
    for (auto const& owner : figures.owners) {
        auto one = numbers(owner);
        one["administration"] = std::to_string(owner.owner.value());
        one["name"] = json::object{{"ar", owner.name.ar}, {"fr", owner.name.fr}};
        owners.push_back(std::move(one));
    }
    for (auto const& month : figures.months)
        months.push_back(json::object{
            {"month", month.month}, {"state", name_of(month.state)}, {"sheets", month.count}});
    out["administrations"] = std::move(owners);
    out["months"] = std::move(months);
    return json::serialize(out);
}

}  // namespace wasl::procedures
