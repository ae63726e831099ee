// SPDX-License-Identifier: Apache-2.0
// The catalogue as JSON. Anyone may read it; a sheet stands there as it was published.
#include "modules/procedures/api.hpp"

#include <boost/json.hpp>

#include "modules/procedures/catalogue.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;
using http::Allow;

json::object names_object(Names const& from) {
    json::object out{{"ar", from.ar}};
    if (!from.fr.empty()) out["fr"] = from.fr;
    if (!from.en.empty()) out["en"] = from.en;
    if (!from.zgh.empty()) out["zgh"] = from.zgh;
    return out;
}

// Numbers of more than 53 bits do not survive JavaScript: ids are text.
json::string id(AdministrationId from) { return json::string(std::to_string(from.value())); }

json::object entry_object(Entry const& entry) {
    json::object out{{"code", entry.code},
                     {"version", entry.version},
                     {"state", name_of(entry.state)},
                     {"title", names_object(entry.title)},
                     {"summary", names_object(entry.summary)},
                     {"owner", id(entry.owner)},
                     {"silence", name_of(entry.silence)},
                     {"free_of_charge", entry.free_of_charge},
                     {"online", entry.online},
                     {"immediate", entry.immediate}};
    if (!entry.immediate) out["term_days"] = entry.term_days;
    return out;
}

json::object decision_object(InventoriedDecision const& decision) {
    json::object out{{"code", decision.code},
                     {"name", names_object({decision.name, decision.name_fr, {}, {}})},
                     {"administration", decision.administration},
                     {"cap_days", decision.cap_days},
                     {"silence", decision.silence ? "acceptance" : "none"},
                     {"extension", decision.extension},
                     {"investment", decision.investment},
                     {"sources", decision.sources}};
    if (decision.term_days > 0) out["term_days"] = decision.term_days;
    return out;
}

http::Response answer_with(json::object const& body) {
    auto response = http::json(json::serialize(body));
    response.shared = true;
    return response;
}

Result<http::Response> answer_catalogue(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const now = pages.desk.picture();
    auto const found = catalogue_of(*now, *pages.directory.picture(), filter_of(asked.request));
    json::array items;
    for (auto const& item : found.items)
        items.push_back(item.sheet != nullptr ? entry_object(*item.sheet)
                                              : decision_object(*item.decision));
    auto const total = found.filter.decisions ? found.decisions : found.sheets;
    return answer_with({{"items", std::move(items)},
                        {"total", total},
                        {"page", found.filter.page},
                        {"pages", found.pages}});
}

Result<http::Response> answer_sheet(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const now = pages.desk.picture();
    auto const form = form_named(asked.wild(0));
    auto const* const entry = now->entry(form ? form->code : asked.wild(0));
    if (entry == nullptr) return Refusal{Refused::not_found, say(msg::refusal_no_sheet)};
    if (form) return exported_sheet(pages, asked, *entry, form->format);
    auto out = entry_object(*entry);
    out["published"] = iso(entry->published);
    json::array offers;
    for (auto const& offer : entry->offers) offers.push_back(id(offer.administration));
    out["offered_by"] = std::move(offers);
    out["content"] = json::parse(to_json(*pages.desk.whole(*entry)));
    return answer_with(out);
}

}  // namespace

void add_api(http::Router& router, Pages const& pages) {
    constexpr http::Limits limits{.rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/api/v1/procedures", Allow::anyone, answer_catalogue, limits),
        http::get<Pages>("/api/v1/procedures/:code", Allow::anyone, answer_sheet, limits),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
