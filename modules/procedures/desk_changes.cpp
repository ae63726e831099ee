// SPDX-License-Identifier: Apache-2.0
// What others are told of a change: the picture, the feed, subscribers.
#include <boost/json.hpp>

#include "modules/procedures/inside.hpp"
#include "modules/procedures/store.hpp"

namespace wasl::procedures {

void Desk::tell_with(TellChange tell) const { inside_->tell = std::move(tell); }

void Desk::Inside::changed(db::Writer& db, Sheet const& sheet, ChangeKind kind, int version,
                           Instant now) const {
    store::touch_picture(db);
    // A sheet that was never published is nobody's affair outside.
    if (version == 0) return;
    auto const number = store::note_change(db, sheet.id, kind, version, now);
    if (tell)
        tell(db, {number, kind, sheet.id, sheet.code, sheet.owner, sheet.title, version, now}, now);
}

std::string event_text(Change const& change, std::string_view site) {
    namespace json = boost::json;
    json::object title{{"ar", change.title.ar}};
    if (!change.title.fr.empty()) title["fr"] = change.title.fr;
    if (!change.title.en.empty()) title["en"] = change.title.en;
    auto const home = std::string(site);
    return json::serialize(json::object{
        {"type", "procedure." + std::string(name_of(change.kind))},
        {"timestamp", iso(change.at)},
        {"data", json::object{{"change", change.number},
                              {"code", change.code},
                              {"version", change.version},
                              {"owner", std::to_string(change.owner.value())},
                              {"title", std::move(title)},
                              {"page", home + "/procedures/" + change.code},
                              {"sheet", home + "/api/v1/procedures/" + change.code}}}});
}

void Desk::Inside::stepped(db::Writer& db, Draft const& before, Transition const& step,
                           Instant now) const {
    auto const& sheet = before.sheet;
    auto const follow = [&](ChangeKind kind, int version) {
        changed(db, sheet, kind, version, now);
    };
    if (step.action == Action::publish)
        return follow(sheet.version == 0 ? ChangeKind::published : ChangeKind::revised,
                      sheet.version + 1);
    if (step.action == Action::suspend) return follow(ChangeKind::suspended, sheet.version);
    if (step.action == Action::resume) return follow(ChangeKind::resumed, sheet.version);
    // Merged, deleted or withdrawn: it is in force no longer.
    if (is_over(step.to) && is_public(sheet.state)) follow(ChangeKind::withdrawn, sheet.version);
}

}  // namespace wasl::procedures
